import { type Row, textIn } from "../../database/sql.ts";

/** Rows of readings, the newest first, as they come in: an article read in several channels counts once, as it was read last. */
export class DistinctArticles {
  readonly #limit: number;
  readonly #rows = new Map<string, Row>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(rows: readonly Row[]): void {
    for (const row of rows) {
      const article = textIn(row, "article");
      if (!this.isFull() && !this.#rows.has(article)) this.#rows.set(article, row);
    }
  }

  isFull(): boolean {
    return this.#rows.size >= this.#limit;
  }

  rows(): readonly Row[] {
    return [...this.#rows.values()];
  }
}
