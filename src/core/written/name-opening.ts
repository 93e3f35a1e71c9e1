import type { Point } from "../briefing/briefing.ts";
import { onOneLine } from "../briefing/opening.ts";
import { speakerPoints } from "../briefing/speaker-point.ts";
import type { StoredArticle } from "../ports.ts";
import { plain } from "../reply.ts";
import type { Statement } from "../statement.ts";

const PRONOUN = /^(?:he|she|they|it)\b/i;

/**
 * A point that opens with a pronoun, under the name of who is meant: the name in the pronoun's place where it is the speaker's in
 * the article too, and `Ann Lund said: "We …"` for words that open with one. Null where the engine is not sure who it is. `told`
 * are the statements it tells; `most` is its length in words.
 */
export function nameOpening(
  { article }: StoredArticle,
  point: Point,
  told: readonly Statement[],
  most: number,
): Point | null {
  const [first, ...rest] = point.runs;
  const [statement, ...others] = told;
  if (first === undefined || statement?.speaker === undefined || statement.speaker === null) return null;
  if (statement.tier !== "sure" || others.some(({ speaker }) => speaker?.name !== statement.speaker?.name)) return null;
  if (first.look === "quote") {
    const quotations = point.runs.flatMap((run) => (run.look === "quote" ? [run.receipt.span] : []));
    const [named = null] = speakerPoints(article, { ...statement, quotations }, most);
    return others.length > 0 ? null : named;
  }
  const pronoun = PRONOUN.exec(first.text)?.[0];
  const { source, speaker } = statement;
  if (pronoun === undefined || source === null) return null;
  if (article.text.slice(source.start, source.end).toLowerCase() !== pronoun.toLowerCase()) return null;
  return { ...point, runs: [plain(onOneLine(speaker.name) + first.text.slice(pronoun.length)), ...rest] };
}
