/** A hit with the words that weigh most: those of its headline and of the people it quotes. */
export interface Hit {
  readonly readAt: number;
  readonly titleWords: readonly string[];
  readonly speakerWords: readonly string[];
}

/** The best `limit` of the hits, newest first: a word in the headline or in a speaker's name counts; among equals the newest win. */
export function pickBest<H extends Hit>(hits: readonly H[], words: readonly string[], limit: number): readonly H[] {
  const scored = hits.map((hit) => ({ hit, score: scoreOf(hit, words) }));
  const best = scored.sort((a, b) => b.score - a.score || b.hit.readAt - a.hit.readAt).slice(0, limit);
  return best.map(({ hit }) => hit).sort((a, b) => b.readAt - a.readAt);
}

function scoreOf(hit: Hit, words: readonly string[]): number {
  const countIn = (found: readonly string[]) => words.filter((word) => found.includes(word)).length;
  return countIn(hit.titleWords) + countIn(hit.speakerWords);
}
