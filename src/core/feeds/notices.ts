import type { Job, Place, Store } from "../ports.ts";
import { plain, type Reply, strong } from "../reply.ts";
import type { Subscription } from "./feed.ts";
import type { FeedNews } from "./policy.ts";

/** What the job of a notice carries. */
export interface NoticeData {
  readonly news: FeedNews;
  readonly url: string;
  readonly reason: string;
}

/** Posts a reply once under its key, on the platform of the place. */
export type Post = (place: Place, reply: Reply, key: string) => Promise<void>;

/** The same in the direct messages of a person of that place. */
export type Tell = (person: string, place: Place, reply: Reply, key: string) => Promise<void>;

/** Tells every channel of a feed what has become of it, each once. One that cannot be posted to keeps nobody else waiting. */
export async function postNotice({ key, data }: Job, { subscriptions }: Pick<Store, "subscriptions">, post: Post) {
  const { news, url, reason } = data as NoticeData;
  const told = (await subscriptions.of(url)).filter(({ paused }) => !paused);
  const posts = told.map(({ scope, ...source }) =>
    post({ ...scope, thread: null }, noticeReply({ scope, ...source }, news, reason), `${key}:${scope.channel}`),
  );
  const failed = (await Promise.allSettled(posts)).filter(({ status }) => status === "rejected");
  if (failed.length > 0) throw new AggregateError(failed, `Expected ${told.length} notices, ${failed.length} failed`);
}

/** What people are told of their source. */
export function noticeReply({ name, url }: Subscription, news: FeedNews, reason: string): Reply {
  const words = {
    failing: `has given nothing for 24 hours. ${reason} I go on trying, and say when it works again.`,
    recovered: "works again.",
    gone: `is gone for good: its site says so. Nothing more comes from it; /source remove ${name} takes it off the list.`,
  }[news];
  return {
    parts: [{ type: "text", runs: [plain("Your source "), strong(name), plain(` ${words}`)] }],
    audience: "channel",
    outcome: "ok",
    data: { source: { name, url }, news },
  };
}
