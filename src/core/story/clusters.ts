import type { Likenesses } from "./likeness.ts";

interface Nearest {
  readonly group: number;
  readonly likeness: number;
}

/**
 * Groups items by average-link agglomeration: groups whose items are on average most alike become one, as long as they
 * are at least `threshold` alike. Gives for each item the smallest index of its group.
 *
 * It follows chains of nearest neighbours: two groups that are nearest to each other are joined at once. That brings
 * them nearer to no third (Murtagh 1983), so the outcome is that of joining the closest two every time.
 */
export function cluster(likenesses: readonly Likenesses[], threshold: number): readonly number[] {
  const groups = new Groups(likenesses);
  for (let start = 0; start < likenesses.length; start += 1) {
    const chain = groups.has(start) ? [start] : [];
    for (let group = chain.at(-1); group !== undefined; group = chain.at(-1)) {
      const before = chain.at(-2);
      const nearest = groups.findNearest(group, before);
      if (nearest.likeness < threshold) {
        chain.pop();
      } else if (nearest.group === before) {
        groups.merge(group, before);
        chain.length -= 2;
        if (chain.length === 0) chain.push(start);
      } else {
        chain.push(nearest.group);
      }
    }
  }
  return groups.labels();
}

/** Groups under way, each named by the smallest index in it. */
class Groups {
  readonly #likenesses: readonly Likenesses[];
  readonly #groupOf: Int32Array;
  readonly #members: number[][];
  /** Scratch: the sums of likenesses between the group looked at and every other. */
  readonly #sums: Float64Array;

  constructor(likenesses: readonly Likenesses[]) {
    this.#likenesses = likenesses;
    this.#groupOf = Int32Array.from(likenesses, (_, index) => index);
    this.#members = likenesses.map((_, index) => [index]);
    this.#sums = new Float64Array(likenesses.length);
  }

  /** Whether a group has this name: no longer where it was taken in by one with a smaller index. */
  has(group: number): boolean {
    return this.#groupOf[group] === group;
  }

  /** The group most like this one; of equals the one before it in the chain, or a chain would turn in circles. */
  findNearest(group: number, before: number | undefined): Nearest {
    const members = this.#membersOf(group);
    const touched = this.#sum(group, members);
    let best: Nearest = { group: -1, likeness: 0 };
    for (const other of touched) {
      const likeness = (this.#sums[other] ?? 0) / (members.length * this.#membersOf(other).length);
      const isNearer = likeness > best.likeness || (likeness === best.likeness && isFirst(other, best.group, before));
      if (isNearer) best = { group: other, likeness };
      this.#sums[other] = 0;
    }
    return best;
  }

  /** The group with the smaller index takes the other in. */
  merge(a: number, b: number): void {
    const [kept, gone] = a < b ? [a, b] : [b, a];
    for (const item of this.#membersOf(gone)) this.#groupOf[item] = kept;
    this.#membersOf(kept).push(...this.#membersOf(gone).splice(0));
  }

  labels(): readonly number[] {
    return [...this.#groupOf];
  }

  /** Adds up the likenesses from the members of one group to every other; gives the groups that got any. */
  #sum(group: number, members: readonly number[]): readonly number[] {
    const touched: number[] = [];
    for (const item of members) {
      const { others = [], likeness = [] } = this.#likenesses[item] ?? {};
      for (let at = 0; at < others.length; at += 1) {
        const other = this.#groupOf[others[at] ?? 0] ?? 0;
        if (other === group) continue;
        if (this.#sums[other] === 0) touched.push(other);
        this.#sums[other] = (this.#sums[other] ?? 0) + (likeness[at] ?? 0);
      }
    }
    return touched;
  }

  #membersOf(group: number): number[] {
    return this.#members[group] ?? [];
  }
}

const isFirst = (group: number, than: number, before: number | undefined): boolean =>
  group === before || (than !== before && group < than);
