import { paragraphAt } from "../article.ts";
import { readStance, showsStance } from "../stance.ts";
import type { Statement } from "../statement.ts";
import type { Comparison } from "./comparison.ts";
import { overlapWith } from "./evidence.ts";
import { citedStatements, invents, namesWhoIsBesideCue, showsSpeaker, tells } from "./frame.ts";
import type { Reason } from "./reason.ts";
import { nameOf } from "./speakers.ts";

/** What the article reports as somebody's has to stay theirs, and what nobody asserted must not become asserted. */
export function attributionFaults(comparison: Comparison): readonly Reason[] {
  const { evidence, source } = comparison;
  const paragraph = paragraphAt(evidence.article, source[0]?.start ?? 0);
  if (invents(comparison)) return [{ code: "nobody-said", paragraph }];
  return citedStatements(comparison).flatMap((statement) => statementFault(comparison, statement) ?? []);
}

function statementFault(comparison: Comparison, statement: Statement): Reason | null {
  const { evidence } = comparison;
  const speaker = nameOf(evidence, statement);
  if (speaker === null || !tells(comparison, statement)) return null;
  const paragraph = paragraphAt(evidence.article, statement.content[0]?.start ?? 0);
  if (!keepsStance(comparison, statement)) return { code: "not-asserted", claimed: speaker, paragraph };
  if (showsSpeaker(comparison, statement)) return null;
  const quoted = evidence.quotations.filter(({ span }) => overlapWith(statement.content, span) > 0);
  if (quoted.some((quotation) => namesWhoIsBesideCue(comparison, quotation))) return null;
  return { code: "speaker-missing", speaker, paragraph };
}

/** "denied", "declined to say", "is expected to": a claim that tells what was not asserted says so too. */
function keepsStance({ evidence, text }: Comparison, statement: Statement): boolean {
  const stance = readStance(evidence.article, statement);
  return stance === "said" || statement.kind === "direct" || showsStance(text, stance);
}
