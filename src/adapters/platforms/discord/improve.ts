import { type Answered, betterBefore, stepsBefore } from "../../../core/answered.ts";
import type { Reply } from "../../../core/reply.ts";
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

/** Shows what comes after an answer in its place: a better version, or how far long work has come. The answer stands, whatever comes of this. */
export async function improve(desk: Desk, answered: Answered, replace: Replace | null): Promise<void> {
  if (replace === null) return;
  const better = await betterBefore(desk.signal, answered);
  if (better !== null) await show(desk, better, replace);
  for await (const step of stepsBefore(desk.signal, answered)) await show(desk, step, replace);
}

async function show(desk: Desk, { parts }: Reply, replace: Replace): Promise<void> {
  const [message, ...others] = renderReply(parts);
  if (message === undefined || others.length > 0) return desk.log("a better version of an answer is too long", {});
  try {
    await untilClear(desk, () => replace(message));
  } catch (error) {
    desk.log("a better version of an answer could not be shown", describeFailure(error));
  }
}
