import type { Article } from "../article.ts";
import type { Statement } from "../statement.ts";
import { findDrafts } from "./drafts.ts";

/** Stored with every article: a new version finds the statements of old articles anew. */
export const ENGINE = "linear-1";

/** Everything anybody is reported to have said, thought or written, in reading order. Never throws on any text. */
export function findStatements(article: Article): readonly Statement[] {
  return findDrafts(article).map((draft, index): Statement => {
    const name = draft.source === null ? null : article.text.slice(draft.source.start, draft.source.end);
    return {
      id: `s${index + 1}`,
      articleId: article.id,
      kind: draft.kind,
      speaker: name === null ? null : { name, kind: "person" },
      source: draft.source,
      cue: draft.cue,
      speechCue: draft.speechCue,
      stance: "said",
      content: draft.content,
      quotations: draft.quotations,
      sentence: draft.sentence,
      within: null,
      tier: "likely",
    };
  });
}
