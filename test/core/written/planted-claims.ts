import { existsSync, readFileSync } from "node:fs";
import { makeArticle, type Span } from "../../../src/core/article.ts";
import { ENGINE, findStatements } from "../../../src/core/attribution/index.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { composeItem } from "../../../src/core/written/compose.ts";
import type { DraftItem } from "../../../src/core/written/draft.ts";
import { type Sheet, writeSheet } from "../../../src/core/written/sheet.ts";

const SHARED = new URL("../../../../shared/", import.meta.url);
export const hasPlantedClaims = existsSync(SHARED);

/** A claim somebody planted, right or wrong. */
export interface PlantedClaim {
  readonly id: string;
  readonly class: string;
  readonly article: string;
  readonly expect: "accept" | "reject";
  readonly claim:
    | { readonly kind: "quote"; readonly speaker: string; readonly quote: string; readonly cites: readonly Span[] }
    | { readonly kind: "bullet"; readonly text: string; readonly cites: readonly Span[] };
}

const readLines = <T>(path: string): readonly T[] =>
  readFileSync(new URL(path, SHARED), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

/** The claims of a file with the articles they are about. */
export function readPlanted(claims: string, articles: string) {
  const stored = new Map<string, StoredArticle>();
  for (const { id, text, title } of readLines<{ id: string; text: string; title?: string }>(articles)) {
    const article = makeArticle(title === undefined ? { text } : { text, title });
    stored.set(id, { article, statements: findStatements(article), engine: ENGINE, readAt: 0 });
  }
  return { claims: readLines<PlantedClaim>(claims), stored };
}

/** How a model would write the claim, naming the sentences and statements it was planted at. */
export function itemOf({ claim }: PlantedClaim, sheet: Sheet): DraftItem {
  const text = claim.kind === "bullet" ? claim.text : `${claim.speaker} said: "${claim.quote}"`;
  const meets = ({ start, end }: Span): boolean => claim.cites.some((cite) => cite.start < end && start < cite.end);
  return {
    text,
    sentences: [...sheet.sentences].flatMap(([number, span]) => (meets(span) ? [number] : [])),
    statements: [...sheet.statements].flatMap(([id, { content }]) => (content.some(meets) ? [id] : [])),
  };
}

/** How many claims of each class stand, of how many. */
export function countStanding({ claims, stored }: ReturnType<typeof readPlanted>) {
  const sheets = new Map([...stored].map(([id, source]) => [id, writeSheet(source, 12_000)]));
  const classes = new Map<string, { expect: PlantedClaim["expect"]; standing: string[]; of: number; why: string[] }>();
  for (const claim of claims) {
    const [source, sheet] = [stored.get(claim.article), sheets.get(claim.article)];
    if (source === undefined || sheet === undefined) throw new Error(`no article ${claim.article}`);
    const row = classes.get(claim.class) ?? { expect: claim.expect, standing: [], of: 0, why: [] };
    const { point, faults } = composeItem(source, sheet, itemOf(claim, sheet), 60);
    classes.set(claim.class, {
      ...row,
      of: row.of + 1,
      standing: point === null ? row.standing : [...row.standing, claim.id],
      why: point === null ? [...row.why, `${claim.id}: ${faults.join(" ")}`] : row.why,
    });
  }
  return classes;
}
