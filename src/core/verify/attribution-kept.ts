import { paragraphAt } from "../article.ts";
import type { Comparison } from "./comparison.ts";
import { citedStatements, showsSpeaker, tells } from "./frame.ts";
import type { Reason } from "./reason.ts";
import { nameOf } from "./speakers.ts";

/** What the article reports as somebody's has to stay theirs. */
export function attributionFaults(comparison: Comparison): readonly Reason[] {
  return citedStatements(comparison)
    .filter((statement) => tells(comparison, statement) && !showsSpeaker(comparison, statement))
    .map((statement) => ({
      code: "speaker-missing",
      speaker: nameOf(comparison.evidence, statement) ?? "somebody else",
      paragraph: paragraphAt(comparison.evidence.article, statement.content[0]?.start ?? 0),
    }));
}
