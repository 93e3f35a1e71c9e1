import type { Article, Span } from "../article.ts";
import type { StoredArticle } from "../ports.ts";
import type { Statement } from "../statement.ts";

/** The engine's statements as plain data; offsets are those of the text as given. */
export function describeStatements({ article, statements }: StoredArticle): object {
  return { attributions: statements.map((statement) => describeStatement(article, statement)) };
}

function describeStatement(article: Article, statement: Statement): object {
  const { id, source, speaker, cue, content, kind, speechCue, stance, tier, within } = statement;
  return {
    statement: id,
    speaker: describeSpeaker(article, source, speaker),
    cue: cue === null ? null : cutSpan(article, cue),
    content: content.map((span) => cutSpan(article, span)),
    kind,
    speechCue,
    stance,
    tier,
    within,
  };
}

function describeSpeaker(article: Article, source: Span | null, speaker: Statement["speaker"]): object | null {
  const entity = speaker === null ? {} : { entity: speaker.name, entityKind: speaker.kind };
  const role = speaker?.role === undefined ? {} : { role: speaker.role };
  if (source !== null) return { ...cutSpan(article, source), ...entity, ...role };
  return speaker === null ? null : { text: speaker.name, ...entity, ...role };
}

const cutSpan = (article: Article, { start, end }: Span): object => ({
  start,
  end,
  text: article.text.slice(start, end),
});
