import { describe, expect, it } from "vitest";
import { renderReply } from "../../src/adapters/platforms/terminal/render.ts";
import { ENGINE, findStatements } from "../../src/core/attribution/index.ts";
import { writeBriefing } from "../../src/core/briefing/index.ts";
import { briefingReply } from "../../src/core/briefing/reply.ts";
import {
  findMisses,
  findWrongSpeakers,
  fixtureNames,
  furnitureOf,
  readFixture,
  readGolden,
  readGoldenBriefing,
} from "./golden.ts";

/** A terminal without colours. */
const PAGE = { width: 100, style: (_: string, text: string) => text };

describe.each(fixtureNames())("the article %s", (name) => {
  const article = readFixture(name);
  const statements = findStatements(article);

  it("is as long as wire copy", () => {
    const words = article.text.match(/\S+/g)?.length ?? 0;
    expect(words).toBeGreaterThanOrEqual(200);
    expect(words).toBeLessThanOrEqual(700);
  });

  it("has the furniture a person leaves out", () => {
    expect(furnitureOf(article)).toEqual(readGolden(name).furniture);
  });

  it("has every statement found as a person reads it, but for the known misses", () => {
    const golden = readGolden(name);
    expect(findMisses(article, golden, statements)).toEqual(golden.misses);
  });

  it("has no quotation under somebody else, but for the known ones", () => {
    const golden = readGolden(name);
    expect(findWrongSpeakers(article, golden, statements)).toEqual(golden.wrongSpeakers);
  });

  it("has the briefing a person has read and approved", ({ skip }) => {
    const { briefingHeldBack } = readGolden(name);
    skip(briefingHeldBack !== null, briefingHeldBack ?? undefined);
    const stored = { article, statements, engine: ENGINE, readAt: 0 };
    const reply = briefingReply(writeBriefing(stored, { length: "short", focus: null }), "asker");
    expect(renderReply(reply, PAGE)).toBe(readGoldenBriefing(name));
  });
});
