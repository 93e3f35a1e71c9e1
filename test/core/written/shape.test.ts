import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BRIEFING_DRAFT } from "../../../src/core/written/draft.ts";
import { readJson } from "../../../src/core/written/shape.ts";
import { CAREFUL } from "./bench.ts";

const validate = new Ajv2020().compile(BRIEFING_DRAFT.schema);

const item = fc.record({
  text: fc.oneof(fc.string(), fc.constant(null)),
  statements: fc.array(fc.oneof(fc.string(), fc.integer())),
  sentences: fc.oneof(fc.array(fc.oneof(fc.integer(), fc.double())), fc.constant("1")),
});
const draft = fc.record({
  headline: fc.option(item),
  lead: fc.option(item),
  bullets: fc.array(item),
  next: fc.option(item),
});

describe("what a draft must be", () => {
  it("is the same to us as to the schema we send", () => {
    expect(validate(CAREFUL)).toBe(true);
    expect(BRIEFING_DRAFT.read(CAREFUL)).toEqual(CAREFUL);
    fc.assert(
      fc.property(fc.oneof(draft, fc.jsonValue()), (value) => {
        // What is missing counts as null with us: servers without schemas leave it out.
        if (validate(value)) expect(BRIEFING_DRAFT.read(value)).toEqual(value);
        else if (isWhole(value)) expect(BRIEFING_DRAFT.read(value)).toBeUndefined();
      }),
    );
  });

  it("asks for every field and allows no other, as strict mode has it", () => {
    const objects = JSON.stringify(BRIEFING_DRAFT.schema).match(/"type":"object"/g) ?? [];
    expect(JSON.stringify(BRIEFING_DRAFT.schema).match(/"additionalProperties":false/g)).toHaveLength(objects.length);
    expect(validate({ ...CAREFUL, next: undefined })).toBe(false);
    expect(validate({ ...CAREFUL, url: "https://example.org" })).toBe(false);
  });

  it("leaves out what nobody asked for", () => {
    const read = BRIEFING_DRAFT.read({ ...CAREFUL, url: "https://example.org" });
    expect(read).toEqual(CAREFUL);
  });
});

/** Nothing is missing that may be null. */
const isWhole = (value: unknown): boolean =>
  typeof value !== "object" || value === null || ["headline", "lead", "next"].every((key) => key in value);

describe("a model's JSON", () => {
  it.each(['{"a":1}', ' \n{"a":1} ', '```json\n{"a":1}\n```', '```\n{"a":1}```'])("is read from %j", (text) => {
    expect(readJson(text)).toEqual({ a: 1 });
  });

  it.each(["", "{", "Here it is: {}", '{"a":1} {"b":2}'])("is none in %j", (text) => {
    expect(readJson(text)).toBeUndefined();
  });
});
