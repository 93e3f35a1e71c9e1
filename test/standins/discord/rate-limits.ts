import type { Clock } from "./clock.ts";

interface Bucket {
  remaining: number;
  resetAt: number;
}

/** Where a bucket stands after a request, as headers tell it. https://docs.discord.com/developers/topics/rate-limits */
export interface Allowance {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly resetAfter: number;
}

/** One bucket per route and channel, guild or webhook. */
export class RateLimits {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, Bucket>();
  limit = 1000;
  windowMs = 1000;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  spend(method: string, template: string, path: string): Allowance {
    const route = `${method} ${template}`;
    const bucket = this.#bucket(`${route} ${majorOf(path)}`);
    const allowed = bucket.remaining > 0;
    if (allowed) bucket.remaining -= 1;
    const resetAfter = Math.max(0, (bucket.resetAt - this.#clock.now()) / 1000);
    const headers = {
      "x-ratelimit-limit": String(this.limit),
      "x-ratelimit-remaining": String(bucket.remaining),
      "x-ratelimit-reset": String(bucket.resetAt / 1000),
      "x-ratelimit-reset-after": String(resetAfter),
      "x-ratelimit-bucket": Buffer.from(route).toString("hex").slice(0, 32),
    };
    return { allowed, headers, resetAfter };
  }

  #bucket(key: string): Bucket {
    const now = this.#clock.now();
    const known = this.#buckets.get(key);
    if (known !== undefined && known.resetAt > now) return known;
    const bucket = { remaining: this.limit, resetAt: now + this.windowMs };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

/** The channel, guild or webhook a path begins with. */
const majorOf = (path: string): string => path.split("/").slice(1, 3).join("/");
