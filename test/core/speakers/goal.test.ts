import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeArticle, type Span } from "../../../src/core/article.ts";
import { resolveSpeakers, sameName } from "../../../src/core/speakers/index.ts";

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly title?: string;
  readonly attributions: readonly {
    readonly speaker: (Span & { readonly entity?: string | readonly string[] }) | null;
    readonly cue: Span | null;
    readonly content: readonly Span[];
    readonly optional?: boolean;
  }[];
}

const shared = new URL("../../../../shared/", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, shared), "utf8");
const readGold = (path: string): readonly Gold[] =>
  read(path)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Gold);

const resolve = ({ text, title, attributions }: Gold) =>
  resolveSpeakers(
    makeArticle({ text, ...(title === undefined ? {} : { title }) }),
    attributions.map(({ speaker, cue, content }) => ({ source: speaker, cue, content })),
  );

describe.skipIf(!existsSync(shared))("figures (need ../shared)", () => {
  it("resolves every speaker of the canonical article", () => {
    const [gold] = readGold("seed/statements.jsonl");
    expect(gold).toBeDefined();
    if (gold === undefined) return;
    const speakers = resolve(gold);
    const wrong = gold.attributions.filter(({ speaker, optional }, index) => {
      const entities = [speaker?.entity ?? []].flat();
      const name = speakers[index]?.name ?? "";
      return optional !== true && !entities.some((entity) => sameName(entity, name));
    });
    expect(wrong).toEqual([]);
  });

  it("says who he and she are for nine in ten", () => {
    const people = JSON.parse(read("attribution/polnear/dev.entities.json")) as Record<string, Record<string, string>>;
    let all = 0;
    let right = 0;
    for (const gold of readGold("attribution/polnear/dev.jsonl")) {
      const speakers = resolve(gold);
      gold.attributions.forEach(({ speaker, content }, index) => {
        const person = people[gold.id]?.[`${speaker?.start}-${content[0]?.start}`];
        if (person === undefined) return;
        all += 1;
        if (sameName(person, speakers[index]?.name ?? "")) right += 1;
      });
    }
    expect(all).toBe(258);
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });
});
