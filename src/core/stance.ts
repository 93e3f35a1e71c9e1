import type { Article, Span } from "./article.ts";
import type { Stance, Statement } from "./statement.ts";

const DENIAL =
  /\b(?:den(?:y|ies|ied|ying|ials?)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?|disavow(?:s|ed|ing)?)\b/i;
/** "dismissed claims that": not "dismissed the report as nonsense", which says something. */
const DISMISSAL =
  /\b(?:reject|dismiss|brush|wav)(?:s|es|ed|ing)?(?: off| aside| away)?(?: [\p{L}’'-]+){0,2} (?:claims?|reports?|suggestions?|allegations?|accusations?|rumou?rs?|ideas?|notions?|charges?|speculation) (?:that|of|about)\b/iu;
const REFUSAL = /\b(?:declin|refus)(?:e|es|ed|ing)\b/i;
const NEGATION = /\b(?:not|never|neither|nor|cannot|without)\b|n['’]t\b/i;
const NOBODY = /^(?:neither|nobody|no one|none|no|few)\b/i;
const AHEAD = /\b(?:is|are|was|were|be) (?:also |widely |not )?(?:expected|due|set|scheduled|likely|going)\b/i;
/** What follows may never have been said: "if an inquiry finds", "whether she had told". */
const CONDITION = /\b(?:if|whether|unless|until)(?: (?:the|an?|his|her|its|their))?\s*$/i;
const CONDITION_WORD = /\b(?:if|whether|unless|until)\b/i;
/** "Solberg denied reports that" before another speaker: their words are part of what is denied. */
const TOLD_UNDER = /(?:\s[\p{L}’'-]+){0,4}\sthat(?: (?:the|an?|his|her|its|their))?\s*$/iu;

const COMING = /\b(?:will|would|may|might|could)\b/i;

/** Whether these words themselves tell that something was denied, left unsaid or is yet to be said. */
export function showsStance(words: string, stance: Exclude<Stance, "said">): boolean {
  const negative = NEGATION.test(words) || NOBODY.test(words.trim());
  switch (stance) {
    case "denied":
      return negative || DENIAL.test(words) || DISMISSAL.test(words);
    case "unsaid":
      return negative || REFUSAL.test(words) || CONDITION_WORD.test(words);
    case "expected":
      return negative || AHEAD.test(words) || COMING.test(words);
  }
}

/** So far around a cue its own clause reaches. */
const REACH = 40;

/**
 * Whether the speaker stands behind the words, read once more from the sentence, apart from the engine that found the
 * statement: nothing that was denied, left unsaid or is yet to come may be shown as said.
 */
export function readStance(article: Article, statement: Statement): Stance {
  const { cue, stance } = statement;
  if (cue === null) return stance;
  const { text } = article;
  const clause = clauseOf(text, statement, cue);
  if (stance === "denied" || (stance === "said" && isDenied(text, statement, clause))) {
    if (isSaidFirst(statement, cue)) return "said";
    return UNDENIED.test(clause) ? "unsaid" : "denied";
  }
  if (REFUSAL.test(clause) || isNobody(text, statement) || isHypothetical(text, statement)) return "unsaid";
  return stance === "said" && AHEAD.test(text.slice(cue.start, cue.end)) ? "expected" : stance;
}

/** "has neither confirmed nor denied", "did not deny". */
const UNDENIED = /\b(?:not|never|nor)\b.{0,40}\bden|n['’]t\b.{0,40}\bden/i;

/** The cue with the words of its clause around it: from the speaker, or the last joint after them, to what was said. */
function clauseOf(text: string, { source, content, sentence }: Statement, cue: Span): string {
  const from = source !== null && source.end <= cue.start ? source.end : Math.max(sentence.start, cue.start - REACH);
  const first = content.find(({ start }) => start >= cue.end);
  const to = first !== undefined && first.start - cue.end <= REACH ? first.start : cue.end;
  const before = text.slice(from, cue.start).split(JOINT).at(-1) ?? "";
  return before + text.slice(cue.start, to);
}

const JOINT = /[,;:()"“”„«»–—]|\s(?:and|but|who|which)\s/;

function isDenied(text: string, { content }: Statement, clause: string): boolean {
  const [first] = content;
  const opening = first === undefined ? "" : text.slice(first.start, Math.min(first.end, first.start + REACH));
  return DENIAL.test(clause) || DISMISSAL.test(`${clause.trim()} ${opening}`);
}

/** `"It is not true," Marsh denied`: what stands in quotation marks before the cue is what the speaker did say. */
const isSaidFirst = ({ kind, content }: Statement, cue: Span): boolean =>
  kind === "direct" && content.every(({ end }) => end <= cue.start);

const isNobody = (text: string, { source }: Statement): boolean =>
  source !== null && NOBODY.test(text.slice(source.start, source.end));

/** The clause itself hangs on a condition, or on somebody's denial. */
function isHypothetical(text: string, { source, sentence }: Statement): boolean {
  if (source === null || source.start < sentence.start) return false;
  const before = text.slice(Math.max(sentence.start, source.start - 2 * REACH), source.start);
  const under = TOLD_UNDER.exec(before);
  return CONDITION.test(before) || (under !== null && DENIAL.test(before.slice(0, under.index + under[0].length)));
}
