import { answerAnswered } from "../answer/answered.ts";
import type { Answered } from "../answered.ts";
import { briefAnswered } from "../briefing/answered.ts";
import type { ArticleRef } from "../command/index.ts";
import type { Core } from "../core.ts";
import { noteReply } from "../error-reply.ts";
import type { Call, CommandInput, Upload } from "../ports.ts";
import type { Reply } from "../reply.ts";

/** Something said to the bot, or in a thread where it has spoken. */
export interface Mention {
  readonly text: string;
  readonly uploads: readonly Upload[];
  /** The bot was named, or it is a direct message; otherwise it only overhears a thread of its own. */
  readonly addressed: boolean;
  readonly call: Call;
  readonly core: Core;
  runCommand(name: string, input: CommandInput, call: Call): Promise<Reply | Answered>;
}

/** No question is this long, in words: somebody pasted an article. */
const PASTED_WORDS = 80;
const LINK = /https?:\/\/[^\s<>|]+/i;

/** A link or a text is briefed, a question answered, a command run; null where the bot is not meant. */
export async function answerMention(mention: Mention): Promise<Reply | Answered | null> {
  const { addressed, call, core } = mention;
  if (!addressed && !(await core.isListening(call))) return null;
  const words = mention.text.trim();
  if (/^(?:please )?(?:stop|be quiet|quiet)[.!]?$/i.test(words)) return goQuiet(core, call);
  return addressed ? answerAddressed(mention, words) : answerOverheard(words, core, call);
}

async function answerAddressed({ uploads, call, core, runCommand }: Mention, words: string): Promise<Reply | Answered> {
  const [upload] = uploads;
  const link = LINK.exec(words)?.[0];
  const rest = words.replace(LINK, "").trim();
  if (upload !== undefined && rest === "") return briefHere({ type: "upload", upload }, core, call);
  if (link !== undefined && !rest.endsWith("?")) return briefHere({ type: "url", url: link }, core, call);
  if (words.split(/\s+/).length >= PASTED_WORDS) return briefHere({ type: "text", text: words }, core, call);
  const [, name, line = ""] = /^\/([a-z]+)\s*(.*)$/su.exec(words) ?? [];
  if (name !== undefined) return runCommand(name, { type: "line", line, uploads }, call);
  if (/^(?:help|hello|hi)?[.!?]*$/i.test(words))
    return runCommand("verbatim", { type: "line", line: "help", uploads: [] }, call);
  const sources =
    upload === undefined
      ? link === undefined
        ? null
        : [{ type: "url", url: link } as const]
      : [{ type: "upload", upload } as const];
  const answer = await core.ask({ question: rest, speaker: null, about: null, kind: "all" }, sources, call);
  return answerAnswered(core, answer, sources, "channel", call);
}

/** In its own thread the bot answers what it understands as a question, and keeps out of everything else. */
async function answerOverheard(words: string, core: Core, call: Call): Promise<Answered | null> {
  const answer = await core.ask({ question: words, speaker: null, about: null, kind: "all" }, null, call);
  return answer.type === "unclear" ? null : answerAnswered(core, answer, null, "channel", call);
}

async function briefHere(article: ArticleRef, core: Core, call: Call): Promise<Answered> {
  const { length } = await core.preferences(call);
  return briefAnswered(core, article, { length, focus: null }, "channel", call);
}

async function goQuiet(core: Core, call: Call): Promise<Reply> {
  await core.endConversation(call);
  return toChannel(noteReply("I am quiet here now. Mention me to go on."));
}

const toChannel = (reply: Reply): Reply => ({ ...reply, audience: "channel" });
