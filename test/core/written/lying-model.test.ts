import { describe, expect, it } from "vitest";
import { loadPrompts } from "../../../src/app/prompts.ts";
import { writeBriefing } from "../../../src/core/briefing/index.ts";
import { briefingReply } from "../../../src/core/briefing/reply.ts";
import { replyText } from "../../../src/core/reply.ts";
import { verifyReply } from "../../../src/core/verify/index.ts";
import { finishBriefing, prepareBriefing } from "../../../src/core/written/brief.ts";
import { judgeDraft } from "../../../src/core/written/judge.ts";
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
