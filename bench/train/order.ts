/** A fixed shuffle for each seed, so that the same corpus gives the same weights. */
export function shuffle<T>(items: readonly T[], seed: number): readonly T[] {
  const keys = items.map((item, at) => ({
    item,
    key: Math.imul(at + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b),
  }));
  const mixed = keys.map(({ item, key }) => ({ item, key: Math.imul(key ^ (key >>> 15), 0xc2b2ae35) ^ (key >>> 13) }));
  return mixed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** Cuts a list into neighbouring parts: every part, with all the rest. */
export function folds<T>(
  items: readonly T[],
  count: number,
): readonly { readonly part: readonly T[]; readonly rest: readonly T[] }[] {
  const foldOf = (at: number): number => Math.floor((at * count) / items.length);
  return Array.from({ length: count }, (_, fold) => ({
    part: items.filter((_item, at) => foldOf(at) === fold),
    rest: items.filter((_item, at) => foldOf(at) !== fold),
  }));
}
