/** Likeness of two items, by their indexes; pairs that share nothing are left out. */
export interface Pair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

interface Nearest {
  readonly to: number;
  readonly likeness: number;
}

/**
 * Groups items by average-link agglomeration: the two groups whose items are on average most alike become one, as long
 * as they are at least `threshold` alike. Gives for each item the smallest index of its group.
 */
export function cluster(count: number, pairs: readonly Pair[], threshold: number): readonly number[] {
  const groups = new Groups(count, pairs);
  for (let next = groups.closest(); next !== null && next.likeness >= threshold; next = groups.closest()) {
    groups.merge(next.from, next.to);
  }
  return groups.labels();
}

/** Groups under way: the sums of likenesses between them, and for each the group nearest to it. */
class Groups {
  readonly #sums: Map<number, number>[];
  readonly #sizes: number[];
  readonly #label: number[];
  readonly #nearest = new Map<number, Nearest>();

  constructor(count: number, pairs: readonly Pair[]) {
    this.#sums = Array.from({ length: count }, () => new Map());
    this.#sizes = Array.from({ length: count }, () => 1);
    this.#label = Array.from({ length: count }, (_, index) => index);
    for (const { a, b, likeness } of pairs) {
      this.#sums[a]?.set(b, likeness);
      this.#sums[b]?.set(a, likeness);
    }
    for (let group = 0; group < count; group += 1) this.#findNearest(group);
  }

  /** The two groups that are most alike; null where no two have anything in common. */
  closest(): { readonly from: number; readonly to: number; readonly likeness: number } | null {
    let best: { from: number; to: number; likeness: number } | null = null;
    for (const [from, { to, likeness }] of this.#nearest) {
      if (best === null || likeness > best.likeness) best = { from, to, likeness };
    }
    return best;
  }

  /** The group with the smaller index takes the other in. */
  merge(a: number, b: number): void {
    const [kept, gone] = a < b ? [a, b] : [b, a];
    const around = this.#around(gone);
    for (const [other, sum] of around) {
      this.#around(other).delete(gone);
      if (other === kept) continue;
      const joined = (this.#around(kept).get(other) ?? 0) + sum;
      this.#around(kept).set(other, joined);
      this.#around(other).set(kept, joined);
    }
    this.#sizes[kept] = this.#size(kept) + this.#size(gone);
    this.#label[gone] = kept;
    this.#nearest.delete(gone);
    around.clear();
    this.#findNearest(kept);
    for (const other of this.#around(kept).keys()) this.#findNearest(other);
  }

  labels(): readonly number[] {
    return this.#label.map((_, index) => this.#root(index));
  }

  #root(index: number): number {
    let at = index;
    for (let label = this.#label[at]; label !== undefined && label !== at; label = this.#label[at]) at = label;
    return at;
  }

  #findNearest(group: number): void {
    let best: Nearest | null = null;
    for (const [to, sum] of this.#around(group)) {
      const likeness = sum / (this.#size(group) * this.#size(to));
      if (best === null || likeness > best.likeness) best = { to, likeness };
    }
    if (best === null) this.#nearest.delete(group);
    else this.#nearest.set(group, best);
  }

  #around(group: number): Map<number, number> {
    return this.#sums[group] ?? new Map();
  }

  #size(group: number): number {
    return this.#sizes[group] ?? 1;
  }
}
