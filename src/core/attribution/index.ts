import type { Article } from "../article.ts";
import { resolveSpeakers } from "../speakers/index.ts";
import type { Statement } from "../statement.ts";
import { findDrafts } from "./drafts.ts";

/** Stored with every article: a new version finds the statements of old articles anew. */
export const ENGINE = "linear-1";

/** Everything anybody is reported to have said, thought or written, in reading order. Never throws on any text. */
export function findStatements(article: Article): readonly Statement[] {
  const drafts = findDrafts(article);
  const speakers = resolveSpeakers(article, drafts);
  return drafts.map(
    (draft, index): Statement => ({
      id: `s${index + 1}`,
      articleId: article.id,
      kind: draft.kind,
      speaker: speakers[index] ?? null,
      source: draft.source,
      cue: draft.cue,
      speechCue: draft.speechCue,
      stance: "said",
      content: draft.content,
      quotations: draft.quotations,
      sentence: draft.sentence,
      within: null,
      tier: "sure",
    }),
  );
}
