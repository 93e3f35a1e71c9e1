import { UserError } from "../../core/errors.ts";

/** How often something may be done by whom. */
export interface Allowance {
  /** Counts one. Throws UserError "too-often" beyond the limit. */
  take(who: string): void;
}

const MINUTE = 60_000;

/** `limit` a minute for each, counted in whole minutes of `now` (milliseconds). */
export function perMinute(limit: number, now: () => number): Allowance {
  const taken = new Map<string, number>();
  let minute = 0;
  return {
    take(who) {
      const current = Math.floor(now() / MINUTE);
      if (current !== minute) taken.clear();
      minute = current;
      const count = (taken.get(who) ?? 0) + 1;
      taken.set(who, count);
      if (count > limit) {
        throw new UserError("busy", "too-often", `More than ${limit} articles came in a minute; send the rest later.`);
      }
    },
  };
}
