import { paragraphAt } from "../article.ts";
import type { Comparison } from "./comparison.ts";
import { overlapWith } from "./evidence.ts";
import { citedStatements, invents, namesWhoIsBesideCue, showsSpeaker, tells } from "./frame.ts";
import type { Reason } from "./reason.ts";
import { nameOf } from "./speakers.ts";

/** What the article reports as somebody's has to stay theirs. */
export function attributionFaults(comparison: Comparison): readonly Reason[] {
  const { evidence, source } = comparison;
  const paragraph = paragraphAt(evidence.article, source[0]?.start ?? 0);
  if (invents(comparison)) return [{ code: "nobody-said", paragraph }];
  return citedStatements(comparison).flatMap((statement) => {
    const speaker = nameOf(evidence, statement);
    if (speaker === null || !tells(comparison, statement) || showsSpeaker(comparison, statement)) return [];
    const quoted = evidence.quotations.filter(({ span }) => overlapWith(statement.content, span) > 0);
    if (quoted.some((quotation) => namesWhoIsBesideCue(comparison, quotation))) return [];
    const paragraph = paragraphAt(evidence.article, statement.content[0]?.start ?? 0);
    return [{ code: "speaker-missing", speaker, paragraph }];
  });
}
