import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Tier } from "../src/core/statement.ts";
import { atLeast, type Row } from "./table.ts";
import type { GoldArticle } from "./train/gold.ts";

interface Figures {
  readonly P: number;
  readonly R: number;
  readonly F1: number;
}
type Kinds = Readonly<Record<"all" | "direct" | "mixed" | "indirect", Figures>>;

/** What of the scorer's result is printed here. */
interface Scores {
  readonly a_quotedSegments: { readonly withSpeaker: Figures };
  readonly b_content: { readonly iou: Kinds };
  readonly b_pieces: { readonly content: { readonly words: Figures } };
  readonly c_speaker: { readonly all: { readonly entity: number | null; readonly entN: number } };
  readonly d_endToEnd: Kinds;
}
type Score = (gold: readonly object[], found: readonly object[], options?: { speech: boolean }) => Scores;

export const readJsonLines = (file: string): readonly GoldArticle[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line));

async function loadScorer(shared: string): Promise<Score> {
  const module: { score: Score } = await import(pathToFileURL(join(shared, "attribution/score.mjs")).href);
  return module.score;
}

/** The rows of "Who said what" for some articles and what was found in them. */
export async function attributionRows(
  shared: string,
  gold: readonly GoldArticle[],
  found: readonly object[],
): Promise<readonly Row[]> {
  const score = await loadScorer(shared);
  const speech = score(gold, found, { speech: true });
  const all = score(gold, found);
  const percent = ({ F1 }: Figures): number => 100 * F1;
  return [
    atLeast("speech: quoted segment + speaker", percent(speech.a_quotedSegments.withSpeaker), 96.5),
    atLeast("speech: content + speaker", percent(speech.d_endToEnd.all), 86),
    atLeast("speech: content + speaker, precision", 100 * speech.d_endToEnd.all.P, 90),
    atLeast("  direct", percent(speech.d_endToEnd.direct), 97),
    atLeast("  mixed", percent(speech.d_endToEnd.mixed), 87),
    atLeast("  indirect", percent(speech.d_endToEnd.indirect), 77),
    atLeast("all: quoted segment + speaker", percent(all.a_quotedSegments.withSpeaker), 92),
    atLeast("all: content + speaker", percent(all.d_endToEnd.all), 65),
    atLeast("all: exact content pieces", percent(all.b_pieces.content.words), 60),
  ];
}

/** How often source and content of the statements of each tier are right. Only "sure" has a goal: it is worded "X said". */
export async function tierRows(
  shared: string,
  gold: readonly GoldArticle[],
  found: readonly object[],
): Promise<readonly Row[]> {
  const score = await loadScorer(shared);
  const precision = (tier: Tier): number => {
    const ofTier = found.map((article) => ({
      ...article,
      attributions: attributionsOf(article).filter((attribution) => attribution.tier === tier),
    }));
    return 100 * score(gold, ofTier).d_endToEnd.all.P;
  };
  return [
    atLeast("tier sure: right", precision("sure"), 90),
    { metric: "tier likely: right", ours: precision("likely"), goal: "", ok: null },
    { metric: "tier unsure: right", ours: precision("unsure"), goal: "", ok: null },
  ];
}

const attributionsOf = (article: object): readonly { readonly tier?: Tier }[] =>
  "attributions" in article && Array.isArray(article.attributions) ? article.attributions : [];

/** Whom "he" and "she" are taken for, where the words were found. */
export async function heSheRows(
  shared: string,
  gold: readonly GoldArticle[],
  found: readonly object[],
): Promise<readonly Row[]> {
  const score = await loadScorer(shared);
  const entities: Record<string, Record<string, string>> = JSON.parse(
    readFileSync(join(shared, "attribution/polnear/dev.entities.json"), "utf8"),
  );
  const named = gold.map((article) => ({
    ...article,
    attributions: article.attributions.map((attribution) => {
      const { speaker } = attribution;
      const entity = speaker === null ? undefined : entities[article.id]?.[`${speaker.start}-${speaker.end}`];
      return speaker === null || entity === undefined || !/^(?:he|she)$/i.test(speaker.text)
        ? attribution
        : { ...attribution, speaker: { ...speaker, entity } };
    }),
  }));
  const { entity, entN } = score(named, found).c_speaker.all;
  return [atLeast(`he/she → right person, of ${entN} found`, 100 * (entity ?? 0), 88)];
}

/** Statements found and speakers resolved, of those the canonical article requires. */
export async function seedRows(
  shared: string,
  gold: readonly GoldArticle[],
  found: readonly object[],
): Promise<readonly Row[]> {
  const score = await loadScorer(shared);
  const { b_content, c_speaker } = score(gold, found);
  const required = gold
    .flatMap(({ attributions }) => attributions)
    .filter((attribution) => !("optional" in attribution && attribution.optional)).length;
  const { entity, entN } = c_speaker.all;
  return [
    atLeast("statements found", b_content.iou.all.R * required, required),
    atLeast("speakers resolved, of those found", (entity ?? 0) * entN, required),
  ];
}
