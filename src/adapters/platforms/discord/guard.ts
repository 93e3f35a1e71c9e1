import { randomBytes } from "node:crypto";
import { type Answered, asIs } from "../../../core/answered.ts";
import { bugReply, errorReply } from "../../../core/error-reply.ts";
import { UserError } from "../../../core/errors.ts";
import { describeFailure } from "./failure.ts";
import type { Log } from "./log.ts";

/** What work gives, or what went wrong in words for the asker alone: a fault of ours is logged whole and shown as a reference. */
export async function guardReply<R extends Answered | null>(log: Log, work: () => Promise<R>): Promise<R | Answered> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) return asIs(errorReply(error));
    const reference = randomBytes(4).toString("hex");
    log("a fault", { reference, ...describeFailure(error) });
    return asIs(bugReply(reference));
  }
}
