import { UserError } from "../../../core/errors.ts";
import { classifyFailure } from "./failure.ts";
import type { Outbox } from "./outbox.ts";
import type { Task } from "./task.ts";
import type { Worklist } from "./worklist.ts";

type Post = Task & { readonly type: "post" };

/** Does a posting the core has asked for, in this process or an earlier one. */
export function runPost(desk: { readonly worklist: Worklist; readonly outbox: Outbox }, key: string, task: Post) {
  return desk.worklist.run(key, {
    produce: async () => task,
    deliver: ({ channel, parts }, since) => desk.outbox.send({ key, channel, parts, replyTo: null, since }),
    improve: async () => undefined,
  });
}

/** What whoever plans postings must know of a failure: that it will not work in that channel. Other failures stay as they are. */
export function postingError(error: unknown): unknown {
  switch (classifyFailure(error)) {
    case "forbidden":
      return new UserError("forbidden", "cannot-post", CANNOT_POST, { cause: error });
    case "gone":
      return new UserError("not-found", "channel-gone", CHANNEL_GONE, { cause: error });
    default:
      return error;
  }
}

const CANNOT_POST =
  "I may not post in that channel. Give me View Channel and Send Messages there, or choose another one.";
const CHANNEL_GONE = "That channel is not there any more. Choose another one.";
