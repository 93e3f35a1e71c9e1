import { paragraphAt } from "../article.ts";
import { mark, plain, type Run, type Text } from "../reply.ts";
import { showsStance } from "../stance.ts";
import type { Stance, Statement } from "../statement.ts";
import { fragmentLink } from "../text-fragment.ts";
import type { Passage } from "./passage.ts";
import { passageWords } from "./passage-words.ts";

/** "A", "A and B", "A, B and C". */
export function listWords(words: readonly string[], and = "and"): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${and} ${last}`;
}

/** A speaker's name inside a sentence: "A report" at the start of the article's sentence is "a report" here. */
export const nameInside = (name: string): string =>
  name.replace(/^(?:A|An|The|Some|Many|Both) (?=\S)/, (word) => word.toLowerCase());

/** What somebody typed, if it is a name or a few plain words; anything else is not repeated in the bot's voice. */
export const repeatTyped = (typed: string, otherwise: string): string =>
  /^[\p{L}\p{M}\p{N} .'’&-]{1,60}$/u.test(typed) ? typed : otherwise;

export const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);

export const countOf = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const UNNAMED = "Somebody the article does not name";
/** The rules have a guess, and it is not good enough to be repeated. */
const UNSURE = "Somebody (the text leaves open who)";

/** The speaker as a sentence begins with them: "Dmitry Peskov (Kremlin spokesman)". */
function nameWithRole(passage: Passage): string {
  const { person, statement } = passage;
  const role = statement.speaker?.role;
  if (person === null) return statement.speaker === null ? UNNAMED : UNSURE;
  if (statement.tier === "unsure") return `Probably ${nameInside(person)}`;
  return role === undefined ? `${articleOf(passage, person)}${person}` : `${person} (${role})`;
}

/** "the " where the article says "the Kremlin" in that very place. */
function articleOf({ source, statement }: Passage, name: string): string {
  if (statement.source === null || statement.speaker?.kind !== "organization") return "";
  const mention = source.article.text.slice(statement.source.start, statement.source.end).toLowerCase();
  return mention.startsWith(`the ${name.toLowerCase()}`) ? "the " : "";
}

/** A sentence's first letter. */
export const capitalize = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** Where the words stand, and whether they are quoted: "[¶5, direct]". */
export const placeOf = ({ source: { article }, statement: { content, kind } }: Passage): Run => {
  const span = content[0] ?? { start: 0, end: 0 };
  return mark(`[¶${paragraphAt(article, span.start)}, ${kind}]`, fragmentLink(article, span));
};

/**
 * `Dmitry Peskov said: "…" [¶5, direct]`, `Wang Yi is reported as saying that … [¶14, mixed]`, or, where the article
 * tells with which verb, `Wang Yi is reported to have urged …`; what is no speech keeps the article's verb, `Wang Yi
 * expects that …`. Only what stands wholly in quotation marks and is sure
 * is worded "said"; what was denied, left unsaid or is yet to be said is worded so.
 */
export const saidSentence = (passage: Passage): Text => [
  plain(`${capitalize(nameWithRole(passage))} ${sayingOf(passage)}`),
  ...passageWords(passage),
  plain(" "),
  placeOf(passage),
];

/** "The owners' accountants are", "Wang Yi is". */
export const isOrAre = ({ statement }: Passage): string => (statement.speaker?.kind === "group" ? "are" : "is");

function sayingOf(passage: Passage): string {
  const { source, statement, stance } = passage;
  const { kind, tier } = statement;
  if (stance !== "said") return `${ownClause(passage) ?? `${isOrAre(passage)} ${UNASSERTED[stance]}`} `;
  if (kind === "direct") return tier === "sure" ? "said: " : `${isOrAre(passage)} reported as saying: `;
  const clause = statement.speechCue ? null : clauseOf(passage);
  if (clause !== null && !/ed$/.test(clause)) return `${clause} `;
  const cue = statement.cue === null ? "" : source.article.text.slice(statement.cue.start, statement.cue.end);
  return `${isOrAre(passage)} ${reportedBy(cue, statement, source.article.text)}`;
}

const UNASSERTED: Readonly<Record<Exclude<Stance, "said">, string>> = {
  denied: "reported to have denied this:",
  unsaid: "not reported as having said this:",
  expected: "yet to say this:",
};

/** Longer clauses hold more than a verb. */
const LONGEST_CLAUSE = 50;

/** The article's own words between speaker and content, where they show a stance: "did not say", "denied reports"; else null. */
export function ownClause(passage: Passage): string | null {
  const { stance, statement, source } = passage;
  const clause = stance === "said" ? null : clauseOf(passage);
  if (clause === null || stance === "said") return null;
  const speaker =
    statement.source === null ? "" : source.article.text.slice(statement.source.start, statement.source.end);
  return showsStance(`${speaker} ${clause}`, stance) ? clause : null; // "neither side would say"
}

/** The article's own words between speaker and content: "expects", "took issue with"; null where there is more than a verb. */
function clauseOf({ source: { article }, statement: { source, cue, content } }: Passage): string | null {
  const [first] = content;
  const from = source?.end ?? cue?.start;
  if (from === undefined || first === undefined || from >= first.start) return null;
  const clause = article.text.slice(from, first.start).replace(/^,/, "").trim().replace(/\s+/g, " ");
  return clause !== "" && clause.length <= LONGEST_CLAUSE && !/[.,;:()"“”„«»]/.test(clause) ? clause : null;
}

/** A regular past tense is a participle too: "urged" makes "is reported to have urged". */
function reportedBy(cue: string, statement: Statement, text: string): string {
  const [first] = statement.content;
  const verb = /(?:^|\s)([a-z]+ed)$/.exec(cue)?.[1];
  if (verb === "reported") return "reported as saying ";
  if (verb !== undefined) return `reported to have ${verb}${wordsBetween(statement, text)} `;
  if (!statement.speechCue) return "reported: ";
  const opening = first === undefined ? "" : text.slice(first.start, first.end);
  if (/^that\s/.test(opening)) return "reported as saying ";
  const joins = /^(?:said|says|say|told|tells|saying)$/.test(cue) && /^["“'‘]*\p{Ll}/u.test(opening);
  return joins ? "reported as saying " : "reported as saying: ";
}

/** "warned of", "called for": the few words between the cue and what was said belong to the verb. */
function wordsBetween({ cue, content }: Statement, text: string): string {
  const [first] = content;
  const between = cue === null || first === undefined ? "" : text.slice(cue.end, first.start).trim();
  return /^[a-z]+(?: [a-z]+)?$/.test(between) ? ` ${between}` : "";
}
