import { type Text, textOf } from "../reply.ts";
import { countWords } from "../text/terms.ts";
import type { Point } from "./briefing.ts";
import type { Focus } from "./focus.ts";
import { likeness, type Ranked } from "./rank.ts";
import { sentencePoint } from "./sentence-point.ts";
import { within } from "./span.ts";
import { speakerPoints } from "./speaker-point.ts";
import type { Told } from "./told.ts";

/** What the points of a briefing are chosen from. */
export interface Story extends Told {
  readonly ranked: readonly Ranked[];
  readonly focus: Focus;
}

/** A point with the sentence it comes from. */
export interface Choice {
  readonly point: Point;
  readonly from: Ranked;
}

/** A bullet that could be. */
export interface Candidate extends Choice {
  readonly words: number;
  readonly value: number;
}

/** What makes a bullet worth more or less than its sentence. */
const WORTH = {
  quoted: 0.3,
  reported: 0.15,
  fact: -0.2,
  newSpeaker: 0.35,
  speakerFirst: 0.1,
  speakerReported: -0.25,
  danglingQuote: -0.2,
  firstClause: -0.3,
  surnameAlone: -0.25,
  likeChosen: -0.8,
  focus: 2,
  perWordOverComfort: -0.02,
};
/** The share of the longest bullet's words up to which length costs nothing. */
const COMFORT = 0.6;
const FEWEST_WORDS = 5;
/** Sentences so alike say the same. */
const SAME = 0.85;

/** Every bullet of at most `longest` words the story offers: whole sentences, and statements under their speakers. */
export function findCandidates({ ranked, focus, ...story }: Story, longest: number): readonly Candidate[] {
  const { article, statements } = story;
  return ranked.flatMap((from) => {
    const here = statements.filter(({ content }) => content[0] !== undefined && within(content[0], from.span));
    const sentence = sentencePoint(from.span, story);
    const forms = here.flatMap((statement) =>
      speakerPoints(article, statement, longest).map((point, form) => ({ point, worth: form * WORTH.firstClause })),
    );
    return [...(sentence === null ? [] : [{ point: sentence, worth: 0 }]), ...forms].flatMap(
      ({ point, worth }): readonly Candidate[] => {
        const words = wordsOf(point);
        if (words > longest || words < FEWEST_WORDS) return [];
        const value = worth + worthOf(point, Math.max(0, words - longest * COMFORT)) + WORTH.focus * focus(from, point);
        return [{ point, from, words, value: from.score + value }];
      },
    );
  });
}

/** The words of a point and its marks, as they are posted. */
export const wordsOf = ({ runs, receipts }: Point): number => countWords(textOf(runs)) + receipts.length;

/** The best candidate that may follow what is chosen already and is no longer than its room; null without one. */
export function chooseNext(
  candidates: readonly Candidate[],
  chosen: readonly Choice[],
  roomFor: (candidate: Candidate) => number,
): Candidate | null {
  const heard = new Set(chosen.flatMap(({ point }) => point.speakers));
  const taken = new Set(chosen.map(({ from }) => from.index));
  let best: Candidate | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.words > roomFor(candidate) || taken.has(candidate.from.index)) continue;
    const { kind, speakers } = candidate.point;
    const isHeard = speakers.length > 0 && speakers.every((name) => heard.has(name));
    if (kind === "fact" && isHeard) continue;
    const fresh = kind === "reported" && speakers.length > 0 && !speakers.some((name) => heard.has(name));
    const like = chosen.reduce((most, { from }) => Math.max(most, likeness(from.vector, candidate.from.vector)), 0);
    if (like >= SAME) continue;
    const value = candidate.value + WORTH.likeChosen * like + (fresh ? WORTH.newSpeaker : 0);
    if (value > most) [best, most] = [candidate, value];
  }
  return best;
}

function worthOf({ kind, runs, speakers }: Point, wordsOver: number): number {
  const length = wordsOver * WORTH.perWordOverComfort;
  if (kind === "fact") return length + WORTH.fact;
  const known = speakers.every((name) => showsName(textOf(runs), name)) ? 0 : WORTH.surnameAlone;
  return (
    length + known + worthOfForm(runs) + (runs.some(({ look }) => look === "quote") ? WORTH.quoted : WORTH.reported)
  );
}

/** "Weiss said" tells a reader less than "Johanna Weiss said". */
const showsName = (text: string, name: string): boolean => name.split(" ").every((word) => text.includes(word));

/** A speaker before a quotation reads best; "is reported as saying" is a last resort. */
function worthOfForm([first, second, third, ...rest]: Text): number {
  if (first?.look !== "strong") return 0;
  if (second?.text.startsWith(" is reported")) return WORTH.speakerReported;
  if (third?.look !== "quote") return 0;
  const dangles =
    DANGLING.test(third.text) || rest.some(({ look, text }) => look === "quote" && ABOUT_OTHERS.test(text));
  return dangles ? WORTH.danglingQuote : WORTH.speakerFirst;
}

/** Words about somebody or something named before the quotation. */
const DANGLING = /^"(?:he|she|it|they|this|that|these|those|his|her|its|their)\b/i;

/** The same of people: what an "it" of a later quotation is, the first one tells more often. */
const ABOUT_OTHERS = /^"(?:he|she|they|his|her|their)\b/i;
