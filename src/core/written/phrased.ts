import type { Point } from "../briefing/briefing.ts";
import type { StoredArticle } from "../ports.ts";
import { composeItem } from "./compose.ts";
import type { Checked } from "./desk.ts";
import type { DraftItem } from "./draft.ts";
import type { Sheet } from "./sheet.ts";

/** One sentence of a model: as it stood its check, or null where it did not; null itself where the model has none. */
export type Phrased = { readonly point: Point | null } | null;

/** The same check as a briefing's sentence, of at most so many words; `faultsOf` says what else is wrong with one that stands. */
export function judgeSentence(
  stored: StoredArticle,
  sheet: Sheet,
  item: DraftItem | null,
  most: number,
  faultsOf: (point: Point) => readonly string[] = () => [],
): Checked<Phrased> {
  if (item === null) return { value: null, withheld: [] };
  const { point, faults } = composeItem(stored, sheet, item, most);
  const wrong = point === null ? faults : faultsOf(point);
  if (wrong.length === 0) return { value: { point }, withheld: [] };
  return { value: { point: null }, withheld: [`${item.text} → ${wrong.join(" ")}`] };
}
