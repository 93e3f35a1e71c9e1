import type { Answer } from "../answer/index.ts";
import { passageWords } from "../answer/passage-words.ts";
import { MOST_RECEIPTS, passageLine } from "../answer/shown.ts";
import { findAskedLanguage } from "../question/asked-language.ts";
import { type Part, plain, type Reply, replyText } from "../reply.ts";
import { findLanguage } from "../text/language.ts";
import { isTongue, TONGUES, type TongueCode, translationRun } from "./tongues.ts";
import type { Translations } from "./translate.ts";
import { type Written, writtenNote } from "./written.ts";

/** An answer in the language it was asked in: what was said stays as the article has it, with a translation beside each. */
export interface TranslatedAnswer {
  readonly type: "translated";
  readonly answer: Answer;
  readonly language: TongueCode;
  readonly translations: Translations;
  /** Null where nothing was to be translated. */
  readonly written: Written | null;
}

/** The language an answer should be in and is not; null where it is, where nothing was understood, or where we have no words for it. */
export function findWantedTongue({ type, question }: Answer, articleText: string): TongueCode | null {
  if (type === "unclear" || type === "nameless" || type === "ambiguous") return null;
  const asked = findAskedLanguage(question.text);
  return isTongue(asked) && asked !== (findLanguage(articleText) ?? "en") ? asked : null;
}

/** What of an answer is to be translated: the statements it shows, their quotation marks taken off. */
export const piecesOf = ({ passages, type }: Answer): readonly string[] =>
  type === "quoted"
    ? []
    : passages.slice(0, MOST_RECEIPTS).map((passage) =>
        passageWords(passage)
          .map((run) => (run.look === "quote" ? run.receipt.quote : run.text))
          .join(""),
      );

/** The answer as people see it: `reply` is the rules' own. */
export function translatedReply(translated: TranslatedAnswer, reply: Reply): Reply {
  const { answer, language, translations, written } = translated;
  const shown = answer.type === "quoted" ? [] : answer.passages.slice(0, MOST_RECEIPTS);
  const items = shown.map((passage, index) => [
    ...passageLine(`[${index + 1}]`, passage, answer),
    ...translationRun(language, translations[index]),
  ]);
  const note = written === null ? null : writtenNote(written);
  const parts: readonly Part[] = [
    { type: "text", runs: [plain(openingOf(answer, language))] },
    ...(items.length === 0 ? [] : [{ type: "receipts", items } as const]),
    ...(note === null ? [] : [{ type: "meta", text: note } as const]),
  ];
  const better: Reply = { ...reply, parts };
  const data = typeof reply.data === "object" ? reply.data : {};
  return { ...better, data: { ...data, text: replyText(better) } };
}

/** What the answer comes to, in the reader's language; names stay as the article spells them. */
function openingOf(answer: Answer, language: TongueCode): string {
  const { found, yes, no, none, quoted, silent } = TONGUES[language];
  if (answer.type === "quoted") return `${quoted} ${answer.speakers.join(", ")}.`;
  if (answer.type === "silent") return `${silent} ${answer.silence.name}.`;
  if (answer.verdict === "yes") return yes;
  if (answer.passages.length === 0) return none;
  if (answer.verdict === "no") return no;
  return answer.answerable || answer.type === "foreign" ? found : `${none} ${found}`;
}
