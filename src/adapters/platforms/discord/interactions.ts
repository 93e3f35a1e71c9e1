import { type APIInteraction, SnowflakeUtil } from "discord.js";
import type { Answered } from "../../../core/answered.ts";
import { errorReply } from "../../../core/error-reply.ts";
import { UserError } from "../../../core/errors.ts";
import type { Upload } from "../../../core/ports.ts";
import type { Reply } from "../../../core/reply.ts";
import { answerInteraction } from "./answer.ts";
import { callOf } from "./call.ts";
import type { Desk } from "./desk.ts";
import { classifyFailure, describeFailure } from "./failure.ts";
import { guardReply } from "./guard.ts";
import { improve } from "./improve.ts";
import { LIMITS } from "./limits.ts";
import { renderReply } from "./render.ts";
import { type CommandRequest, promisedAudience, type Request, readInteraction } from "./request.ts";
import { suggest } from "./suggestions.ts";
import { keyOf } from "./task.ts";

type Task = { readonly type: "interaction"; readonly interaction: APIInteraction };

/** Something to be worked on, as opposed to what is answered on the spot. */
type Job = Request & { readonly type: "command" | "choose" | "press" };

const isJob = (request: Request): request is Job => ["command", "choose", "press"].includes(request.type);

/** Takes an interaction: one durable row, a promise within three seconds, and only then the work. */
export async function takeInteraction(desk: Desk, interaction: APIInteraction): Promise<void> {
  const request = readInteraction(interaction, desk.commands);
  switch (request.type) {
    case "suggest":
      return suggest(desk, interaction, request);
    case "form":
      return desk.api.openForm(interaction, request.form);
    case "unknown":
      return answerAtOnce(desk, interaction, errorReply(unknownRequest()));
    default:
      return takeJob(desk, { type: "interaction", interaction }, request);
  }
}

/** Goes on with an interaction an earlier process had accepted. A promise that was never made is made where there is time. */
export async function resumeInteraction(desk: Desk, { interaction }: Task): Promise<void> {
  const request = readInteraction(interaction, desk.commands);
  const task: Task = { type: "interaction", interaction };
  if (!isJob(request)) return desk.worklist.drop(keyOf(task));
  const age = desk.now() - SnowflakeUtil.timestampFrom(interaction.id);
  if (age < LIMITS.acknowledgeMs) await promise(desk, interaction, request);
  await work(desk, task, request);
}

async function takeJob(desk: Desk, task: Task, request: Job): Promise<void> {
  const key = keyOf(task);
  if (!(await acceptOrSay(desk, task))) return;
  if (!(await promise(desk, task.interaction, request))) return desk.worklist.drop(key);
  await work(desk, task, request);
}

/** False when somebody has this task, or when it could not be kept: who asked is told so then. */
async function acceptOrSay(desk: Desk, task: Task): Promise<boolean> {
  try {
    return await desk.worklist.accept(keyOf(task), task);
  } catch (error) {
    await answerAtOnce(
      desk,
      task.interaction,
      (await guardReply<Answered>(desk.log, () => Promise.reject(error))).reply,
    );
    return false;
  }
}

/** False when Discord does not take the promise: nobody can see an answer then. */
async function promise(desk: Desk, interaction: APIInteraction, request: Job): Promise<boolean> {
  const once = () => desk.api.defer(interaction, promisedAudience(request));
  try {
    await once().catch((error: unknown) => (classifyFailure(error) === "unclear" ? once() : Promise.reject(error)));
    return true;
  } catch (error) {
    const failure = classifyFailure(error);
    if (failure === "acknowledged" || failure === "unclear") return true;
    desk.log("an interaction could not be acknowledged", { failure, ...describeFailure(error) });
    return false;
  }
}

function work(desk: Desk, task: Task, request: Job): Promise<void> {
  const { interaction } = task;
  const key = keyOf(task);
  const audience = promisedAudience(request);
  return desk.worklist.runAlone(key, {
    produce: () => guardReply(desk.log, () => answerTo(desk, interaction, request)),
    deliver: ({ reply }, since) => answerInteraction(desk, { interaction, key, audience, since }, reply),
    improve: (answered, replace) => improve(desk, answered, replace),
  });
}

async function answerTo(desk: Desk, interaction: APIInteraction, request: Job): Promise<Answered> {
  const call = await callOf(desk, interaction);
  if (request.type === "press") return desk.inbox.press({ ...call, button: request.button, subject: request.subject });
  const { name } = request;
  if (request.type === "choose")
    return desk.inbox.command({ ...call, name, input: { type: "line", line: request.line, uploads: [] } });
  const { verb } = request;
  return desk.inbox.command({
    ...call,
    name,
    input: { type: "options", verb, values: await readFiles(desk, request) },
  });
}

async function readFiles(desk: Desk, { values }: CommandRequest): Promise<Record<string, string | Upload>> {
  const read: Record<string, string | Upload> = {};
  for (const [option, value] of Object.entries(values)) {
    read[option] =
      typeof value === "object" && "url" in value ? await desk.attachments.read(value, desk.signal) : value;
  }
  return read;
}

async function answerAtOnce(desk: Desk, interaction: APIInteraction, reply: Reply): Promise<void> {
  const [message] = renderReply(reply.parts);
  if (message !== undefined) await desk.api.answer(interaction, message);
}

const unknownRequest = (): UserError =>
  new UserError("usage", "unknown-request", "I do not know that any more. Try /verbatim help for what I can do.");
