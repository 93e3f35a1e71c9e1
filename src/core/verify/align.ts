/** One word of each side that are the same word: index into the first, index into the second. */
export type Pair = readonly [number, number];

/** Longer texts are not compared word by word: the table grows with the product of both lengths. */
export const MOST_WORDS = 400;

/** Two words that stand together on both sides count for more than two that do not: phrases are kept whole. */
const TOGETHER = 2;

/**
 * Which word of one list is which word of the other, in order: the heaviest such choice.
 * Compares at most MOST_WORDS of each.
 */
export function align(
  from: readonly string[],
  to: readonly string[],
  weigh: (word: string) => number = () => 1,
): readonly Pair[] {
  const rows = Math.min(from.length, MOST_WORDS);
  const columns = Math.min(to.length, MOST_WORDS);
  const best = new Table(rows, columns);
  const taken = new Table(rows, columns);
  for (let row = rows - 1; row >= 0; row--) {
    const word = from[row] ?? "";
    const weight = weigh(word);
    for (let column = columns - 1; column >= 0; column--) {
      const rest = Math.max(best.at(row + 1, column + 1), taken.at(row + 1, column + 1) + TOGETHER);
      const take = word === to[column] ? weight + rest : 0;
      if (take > 0) taken.set(row, column, take);
      best.set(row, column, Math.max(take, best.at(row + 1, column), best.at(row, column + 1)));
    }
  }
  return follow(best, taken, rows, columns);
}

/** Reads the choice off the tables. */
function follow(best: Table, taken: Table, rows: number, columns: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [row, column, together] = [0, 0, false];
  while (row < rows && column < columns) {
    const take = taken.at(row, column);
    if (take > 0 && (take === best.at(row, column) || (together && take + TOGETHER >= best.at(row, column)))) {
      pairs.push([row++, column++]);
      together = true;
      continue;
    }
    together = false;
    if (best.at(row + 1, column) >= best.at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** Numbers by row and column, 0 outside. */
class Table {
  readonly #cells: Uint16Array;
  readonly #width: number;
  constructor(rows: number, columns: number) {
    this.#width = columns + 1;
    this.#cells = new Uint16Array((rows + 1) * this.#width);
  }
  at(row: number, column: number): number {
    return this.#cells[row * this.#width + column] ?? 0;
  }
  set(row: number, column: number, value: number): void {
    this.#cells[row * this.#width + column] = value;
  }
}
