/**
 * A feature as data: a number that tells it apart from the others of its model, and up to three slots of a decision
 * whose values it combines, in this order.
 */
export type Template<Slot extends string> = readonly [number, Slot?, Slot?, Slot?];

/** Where each value of a decision stands in its row of slots. */
export type Places<Slot extends string> = Readonly<Record<Slot, number>>;

/** Place 0 is no slot's: it holds 0, which stands for the slots a template does not name. */
const NOTHING = 0;

export function placeSlots<Slot extends string>(names: readonly Slot[]): Places<Slot> {
  return Object.fromEntries(names.map((name, index) => [name, index + 1])) as Places<Slot>;
}

/** A row of slots for one decision after another. */
export const newSlots = (places: Places<string>): Int32Array => new Int32Array(Object.keys(places).length + 1);

/** A list of templates as the loop over it reads them: one element a template in each list. */
export interface Templates {
  /** What the template's number makes of a hash. */
  readonly seeds: Int32Array;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly third: Uint8Array;
}

export function readTemplates<Slot extends string>(
  places: Places<Slot>,
  templates: readonly Template<Slot>[],
): Templates {
  const placeOf = (slot: Slot | undefined): number => (slot === undefined ? NOTHING : places[slot]);
  return {
    seeds: Int32Array.from(templates, ([number]) => Math.imul(number + 1, 0x9e3779b1)),
    first: Uint8Array.from(templates, ([, slot]) => placeOf(slot)),
    second: Uint8Array.from(templates, ([, , slot]) => placeOf(slot)),
    third: Uint8Array.from(templates, ([, , , slot]) => placeOf(slot)),
  };
}
