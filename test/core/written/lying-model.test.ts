import { describe, expect, it } from "vitest";
import { loadPrompts } from "../../../src/app/prompts.ts";
import { writeBriefing } from "../../../src/core/briefing/index.ts";
import { briefingReply } from "../../../src/core/briefing/reply.ts";
import { replyText } from "../../../src/core/reply.ts";
import { verifyReply } from "../../../src/core/verify/index.ts";
import { finishBriefing, prepareBriefing } from "../../../src/core/written/brief.ts";
import { judgeDraft } from "../../../src/core/written/judge.ts";
import { writeSheet } from "../../../src/core/written/sheet.ts";
import { STORY_TOKENS } from "../../../src/core/written/story.ts";
import { FakeModel } from "../../standins/model/fake-model.ts";
import { BY_RULE, digestOf } from "./digest-of.ts";
import { countStanding, hasPlantedClaims, itemOf, readPlanted } from "./planted-claims.ts";

const FILES = [
  ["the canonical article", "quality/claims.seed.jsonl", "seed/statements.jsonl", 0.95],
  ["news nobody tuned on", "quality/claims.dev.jsonl", "attribution/polnear/dev.jsonl", 0.87],
] as const;

describe.skipIf(!hasPlantedClaims)("a model that writes planted claims (needs ../shared)", () => {
  it.each(FILES)(
    "has none of its lies about %s posted, and most of what is right",
    { timeout: 120_000 },
    (_, claims, articles, kept) => {
      const classes = countStanding(readPlanted(claims, articles));
      const lies = [...classes].filter(([, { expect }]) => expect === "reject");
      expect(lies.length).toBeGreaterThan(15);
      expect(lies.flatMap(([, { standing }]) => standing)).toEqual([]);
      const truths = [...classes.values()].filter(({ expect }) => expect === "accept");
      const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
      expect(sum(truths.map(({ standing }) => standing.length)) / sum(truths.map(({ of }) => of))).toBeGreaterThan(
        kept,
      );
    },
  );

  it.each(FILES)(
    "has none of its lies about %s told in a digest",
    { timeout: 120_000 },
    async (_, claims, articles) => {
      const planted = readPlanted(claims, articles);
      const told = { accept: 0, reject: 0 };
      const of = { accept: 0, reject: 0 };
      for (const claim of planted.claims) {
        const source = planted.stored.get(claim.article);
        if (source === undefined) throw new Error(`no article ${claim.article}`);
        const story = itemOf(claim, writeSheet(source, STORY_TOKENS));
        if (story.sentences.length === 0) continue;
        of[claim.expect] += 1;
        const reply = await digestOf(source, new FakeModel(() => ({ story })));
        expect(verifyReply(reply, [source])).toEqual([]);
        if (!replyText(reply).includes(BY_RULE)) told[claim.expect] += 1;
      }
      expect(of.reject).toBeGreaterThan(40);
      expect(told.reject).toBe(0);
      expect(told.accept / of.accept).toBeGreaterThan(0.7);
    },
  );

  it("leaves a briefing whose every quotation passes the check of all replies", { timeout: 120_000 }, () => {
    const { claims, stored } = readPlanted(FILES[1][1], FILES[1][2]);
    const desk = { model: { name: "liar" } } as Parameters<typeof prepareBriefing>[3];
    for (const [id, source] of stored) {
      const extractive = writeBriefing(source, { length: "full", focus: null });
      const call = {} as Parameters<typeof prepareBriefing>[4];
      const prepared = prepareBriefing(source, extractive, loadPrompts().briefing, desk, call);
      const about = claims.filter(({ article }) => article === id);
      if (prepared === null || about.length === 0) continue;
      const bullets = about.map((claim) => itemOf(claim, prepared.sheet));
      const draft = { headline: null, lead: bullets[0] ?? null, bullets, next: null };
      const reply = briefingReply(
        finishBriefing(prepared, "liar", judgeDraft(source, prepared.sheet, draft, "full")),
        "asker",
      );
      expect(verifyReply(reply, [source])).toEqual([]);
      const lies = about.filter((one) => one.expect === "reject");
      const said = replyText(reply);
      expect(lies.filter((lie) => said.includes(itemOf(lie, prepared.sheet).text))).toEqual([]);
    }
  });
});
