import type { Span } from "../article.ts";
import { attributionFaults } from "./attribution-kept.ts";
import { type Comparison, compareWithSource, type Term } from "./comparison.ts";
import { type Evidence, overlap } from "./evidence.ts";
import { isSpeakerWord, namesSpeaker } from "./frame.ts";
import { gapFaults } from "./gap.ts";
import { quotedFaults } from "./quoted-parts.ts";
import type { Reason } from "./reason.ts";
import { isCue, isFunctionWord } from "./word-lists.ts";

/** A sentence of a briefing, an answer or a draft, with the places of the article it rests on. */
export interface SentenceClaim {
  readonly text: string;
  readonly cites: readonly Span[];
}

/** Judges a sentence by the cited ones: whose words, what was said, how surely. */
export function judgeSentence(evidence: Evidence, { text, cites }: SentenceClaim): readonly Reason[] {
  if (cites.length === 0) return [{ code: "no-citation" }];
  if (!cites.every((cite) => isInside(cite, evidence.article.text.length))) return [{ code: "citation-outside" }];
  const comparison = compareWithSource(evidence, text, cites);
  if (comparison === null) return [{ code: "too-long" }];
  if (comparison.claim.length === 0) return [{ code: "no-words" }];
  if (isVerbatim(comparison)) return attributionFaults(comparison);
  return [
    ...quotedFaults(comparison),
    ...comparison.gaps.flatMap((gap) => gapFaults(comparison, gap)),
    ...orderFaults(comparison),
    ...supportFaults(comparison),
    ...attributionFaults(comparison),
  ];
}

/** Word for word the cited sentences, with quotation marks only where they have them. */
function isVerbatim({ evidence, source, claim, pairs, gaps }: Comparison): boolean {
  if (gaps.length > 0) return false;
  const quoted = pairs.flatMap(([from, to]) => (claim[to]?.quoted ? (source[from] ?? []) : []));
  return quoted.every((term) => evidence.quotations.some(({ span }) => overlap(span, term) > 0));
}

const isInside = ({ start, end }: Span, length: number): boolean => 0 <= start && start < end && end <= length;

/** So many of the words that carry its matter a sentence may have from elsewhere. */
const OWN_WORDS = 0.25;

function supportFaults(comparison: Comparison): readonly Reason[] {
  const known = new Set(comparison.source.map((term) => term.stem));
  const speakers = speakerTerms(comparison);
  const matter = comparison.claim.filter(({ text }) => !isFunctionWord(text) && !isCue(text));
  const foreign = matter.filter((term) => !known.has(term.stem) && !speakers.has(term));
  if (foreign.length <= OWN_WORDS * matter.length) return [];
  return [{ code: "unsupported", words: foreign.map((term) => term.raw) }];
}

/** Names in another order than in their sentence have changed parts; a speaker may be named first or last. */
function orderFaults(comparison: Comparison): readonly Reason[] {
  const { source, claim } = comparison;
  const speakers = speakerTerms(comparison);
  const names = claim.filter(
    (term) => isName(term) && !speakers.has(term) && isUnique(claim, term) && isUnique(source, term),
  );
  const places = names.map((term) => source.find((each) => each.stem === term.stem));
  const moved = places.find((place, index) => place !== undefined && comesBefore(place, places[index - 1]));
  return moved === undefined ? [] : [{ code: "moved", word: moved.raw }];
}

/** What the claim adds to name who speaks in the cited sentences. */
const speakerTerms = (comparison: Comparison): ReadonlySet<Term> =>
  new Set(
    comparison.gaps
      .filter((gap) => namesSpeaker(comparison, gap, gap.added.filter(isName)))
      .flatMap(({ added }) => added.filter((term) => isName(term) || isSpeakerWord(comparison, term))),
  );

const isName = ({ name, quoted }: Term): boolean => name && !quoted;

const comesBefore = (one: Term, other: Term | undefined): boolean =>
  other !== undefined && one.sentence === other.sentence && one.start < other.start;

const isUnique = (terms: readonly Term[], { stem }: Term): boolean =>
  terms.filter((each) => each.stem === stem).length === 1;
