import { type Answered, betterBefore } from "../../../core/answered.ts";
import type { Desk } from "./desk.ts";
import { describeFailure } from "./failure.ts";
import { type RenderedMessage, renderReply } from "./render.ts";
import { untilClear } from "./unclear.ts";

/** Puts another message in the place of the one that stands. */
export type Replace = (message: RenderedMessage) => Promise<void>;

/** The way to replace what was posted in a channel: one message alone, for receipts may not come to stand under other words. */
export function replacePosted(desk: Desk, channel: string, ids: readonly string[]): Replace | null {
  const [id, ...others] = ids;
  return id === undefined || others.length > 0 ? null : (message) => desk.api.edit(channel, id, message);
}

/** Shows the better version of an answer in its place, once there is one. The answer stands, whatever comes of this. */
export async function improve(desk: Desk, answered: Answered, replace: Replace | null): Promise<void> {
  const better = replace === null ? null : await betterBefore(desk.signal, answered);
  if (better === null || replace === null) return;
  const [message, ...others] = renderReply(better.parts);
  if (message === undefined || others.length > 0) return desk.log("a better version of an answer is too long", {});
  try {
    await untilClear(desk, () => replace(message));
  } catch (error) {
    desk.log("a better version of an answer could not be shown", describeFailure(error));
  }
}
