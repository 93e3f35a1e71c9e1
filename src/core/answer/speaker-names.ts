import type { Answer } from "./answer.ts";
import type { Passage } from "./passage.ts";

/**
 * Whose words, for programs. Who was asked for by an office or a house is named with it, "Mark Jones, scientist at Rice
 * University"; whom the article calls by initials, with those: "Associated Press (AP)".
 */
export function namesOf({ speakers, passages, question }: Answer): readonly string[] {
  return speakers.map((name) => {
    const own = passages.filter(({ person }) => person === name);
    const isAsked =
      question.speakers.length === 0 || question.speakers.some(({ match }) => match?.names.includes(name) ?? false);
    const role = own[0]?.statement.speaker?.role;
    if (!isAsked && role !== undefined) return `${name}, ${role}`;
    const [initials] = own.flatMap((passage) => initialsIn(passage, name));
    return initials === undefined ? name : `${name} (${initials})`;
  });
}

/** "AP" where the article has "the AP" for the Associated Press. */
function initialsIn({ source, statement }: Passage, name: string): readonly string[] {
  if (statement.source === null) return [];
  const mention = source.article.text.slice(statement.source.start, statement.source.end).replace(/^the /i, "");
  const initials = Array.from(name.matchAll(/(?<![\p{L}\p{N}])\p{Lu}/gu), ([letter]) => letter).join("");
  return initials.length > 1 && mention.replaceAll(".", "") === initials ? [mention] : [];
}
