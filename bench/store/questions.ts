import { loadavg } from "node:os";
import type { Place, Store } from "../../src/core/ports.ts";
import { atMost, fact, type Row } from "../table.ts";
import { type Newsroom, PLACES, STORY } from "./newsroom.ts";

/** Goals for questions in a thread and over all a workspace has read, in milliseconds. */
const THREAD = 10;
const TENANT = 120;

/** Questions before it counts: the runtime compiles what has run for a while. */
const WARM_UP = 20;

const [desk] = PLACES as [Place];
const thread: Place = { ...desk, thread: "42" };

/** Has a thread talk about an article. */
export async function talk({ articles, conversations }: Store, newsroom: Newsroom): Promise<void> {
  const last = newsroom.article(0);
  await articles.save(thread, last);
  await conversations.append(thread, { articleId: last.article.id, question: null, speakers: [], at: 1 });
}

/** A kind of question; `ask` asks another one every round. */
interface Kind {
  readonly name: string;
  readonly goal: number;
  readonly ask: (round: number) => Promise<unknown>;
}

function kindsOf({ articles, conversations }: Store, newsroom: Newsroom, count: number): readonly Kind[] {
  const tenant = (name: string, ask: Kind["ask"]): Kind => ({ name, goal: TENANT, ask });
  const search = (words: string) => articles.search(desk, { words, limit: 5 });
  const inThread = async (): Promise<unknown> => {
    const [turn] = await conversations.read(thread);
    return articles.find(thread, turn?.articleId ?? "");
  };
  return [
    { name: "the thread's article", goal: THREAD, ask: inThread },
    tenant("the commonest word", () => search(newsroom.word(0))),
    tenant("two common words", (round) => search(`${newsroom.word(1 + (round % 20))} ${newsroom.word(30)}`)),
    tenant("words of middling rank", (round) => search(newsroom.word(100 + round * 10))),
    tenant("rare words", (round) => search(newsroom.word(9_000 + round))),
    tenant("a story of once", (round) => search(newsroom.storyAt((round * STORY) % count))),
    tenant("no such word", () => search("xylophonist")),
    tenant("the newest", () => articles.search(desk, { limit: 25 })),
    tenant("speakers as typed", (round) => articles.speakers(desk, newsroom.name(round).slice(0, 3), 25)),
    tenant("speakers, nothing typed", () => articles.speakers(desk, "", 25)),
  ];
}

export interface Size {
  /** Articles stored. */
  readonly articles: number;
  /** Questions of each kind. */
  readonly rounds: number;
}

/** How long questions of each kind take, with what they cost this process. */
export async function askAll(
  engine: string,
  store: Store,
  newsroom: Newsroom,
  { articles, rounds }: Size,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const before = process.cpuUsage();
  const kinds = kindsOf(store, newsroom, articles);
  for (const { name, goal, ask } of kinds) {
    const times = await time(ask, rounds);
    rows.push(atMost(`${engine}, ${articles} articles: ${name}, p99 ms`, quantile(times, 0.99), goal));
    console.error(`${engine}: ${name}, median ${quantile(times, 0.5).toFixed(1)} ms`);
  }
  const { user, system } = process.cpuUsage(before);
  const ownCpu = (user + system) / 1_000 / ((rounds + WARM_UP) * kinds.length);
  return [...rows, fact(`${engine}: own CPU of a question, ms`, ownCpu), fact("load average then", loadavg()[0] ?? 0)];
}

/** Milliseconds a question, the shortest first; the first few are not counted. */
async function time(ask: Kind["ask"], rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < WARM_UP; round += 1) await ask(round);
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now();
    await ask(round);
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((a, b) => a - b);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
