import { type Part, plain, type Reply, replyText, type Text } from "../reply.ts";
import type { Answer } from "./answer.ts";
import { answerSentence } from "./sentence.ts";
import { findShown, passageLine } from "./shown.ts";
import { namesOf } from "./speaker-names.ts";
import { repeatTyped } from "./wording.ts";

/** Words an answer in chat: one sentence, and at most five receipts where the sentence does not hold the words itself. */
export function answerReply(answer: Answer): Reply {
  const parts = answerParts(answer);
  const reply: Reply = { parts, audience: "asker", outcome: outcomeOf(answer), data: null };
  return { ...reply, data: { ...dataOf(answer), text: replyText(reply) } };
}

function answerParts(answer: Answer): readonly Part[] {
  const shown = findShown(answer);
  const sentence: Part = { type: "text", runs: [...correction(answer), ...answerSentence(answer, shown)] };
  if (shown.listed.length === 0) return [sentence];
  const items = shown.listed.map((passage, index) => passageLine(`[${index + 1}]`, passage, answer));
  return [sentence, { type: "receipts", items }];
}

/** "Pskov is not in the text; the nearest name is Dmitry Peskov." */
const correction = ({ corrected }: Answer): Text =>
  corrected.flatMap(({ typed, match }) =>
    match === null
      ? []
      : [
          plain(
            `Nobody here is called ${repeatTyped(typed, "that")}; the nearest name is ${match.names.join(" or ")}. `,
          ),
        ],
  );

function outcomeOf({ type, answerable }: Answer): Reply["outcome"] {
  if (type === "unclear" || type === "nameless" || type === "ambiguous") return "usage";
  return answerable ? "ok" : "not-found";
}

/** The batch object: offsets are those of the article's text. */
function dataOf(answer: Answer): object {
  const { answerable, verdict, passages, count } = answer;
  return {
    answerable,
    ...(verdict === null ? {} : { verdict }),
    speakers: answerable ? namesOf(answer) : [],
    receipts: answerable
      ? passages.flatMap(({ statement }) => statement.content.map(({ start, end }) => ({ start, end })))
      : [],
    ...(count === null ? {} : { count }),
  };
}
