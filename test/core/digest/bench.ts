import { commands } from "../../../commands/index.ts";
import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { createCore } from "../../../src/core/core.ts";
import { nowhereElse } from "../../../src/core/elsewhere.ts";
import { createInbox } from "../../../src/core/inbox/index.ts";
import type { Newsroom } from "../../../src/core/newsroom.ts";
import type { Call, Inbox, Job, Place, Store } from "../../../src/core/ports.ts";
import { type Reply, replyText } from "../../../src/core/reply.ts";
import type { Writer } from "../../../src/core/written/index.ts";
import { placeIn } from "../../contracts/store/stored.ts";
import { News } from "../../standins/feeds.ts";
import { newsroomOver } from "../../standins/newsroom.ts";

export const FEED = "https://example.org/feed.xml";
const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const FERRY = `The ferry between Aldmouth and Brack will stop running on Friday, the harbour board said on Monday.

"We cannot ask a crew to cross in that swell," harbour master Ines Calder told reporters on the quay.

Brack's mayor, Tomas Wren, said the island would ask the county for a helicopter.`;

export const FERRY_LATER = `The ferry between Aldmouth and Brack stopped running on Friday, the harbour board said.

"The island has been left without a doctor for the winter," mayor Tomas Wren told a meeting in Brack.`;

export const GRAIN = `Farmers along the Ossa have asked for more grain wagons, their union said on Monday.

"The silos are full and the harvest is not," union leader Sela Okoro told a meeting in the valley.`;

export const callFrom = (channel: string, manager = true): Call => ({
  place: placeIn(channel),
  person: { id: "p1", name: "Pat", manager },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
});

/** A channel with the whole core behind it, a web of feeds before it, and a clock that only a test moves. */
export class Bench {
  clock = Date.UTC(2026, 10, 26, 12);
  readonly news = new News();
  readonly jobs: Job[] = [];
  readonly posts: { readonly place: Place; readonly reply: Reply; readonly key: string }[] = [];
  readonly told: { readonly person: string; readonly text: string }[] = [];
  /** What every post is answered with; null while the chat takes them. */
  refusal: unknown = null;
  readonly store: Store;
  readonly newsroom: Newsroom;
  readonly inbox: Inbox;

  /** Queues a job, unless it waits already. */
  readonly #add = async (job: Job): Promise<void> => {
    if (this.jobs.every(({ key }) => key !== job.key)) this.jobs.push(job);
  };
  readonly #now = (): number => this.clock;

  /** `openWriter` gives what lets a model tell the stories; nothing does where it is left out. */
  constructor(openWriter?: (store: Store) => Writer) {
    this.store = memoryStore(this.#now, this.#add);
    const written = openWriter?.(this.store);
    this.newsroom = this.openNewsroom(written);
    const parts = { intake: this.news.intake, store: this.store, newsroom: this.newsroom, now: this.#now };
    const core = createCore({ ...parts, ...(written === undefined ? {} : { writer: async () => written }) });
    this.inbox = createInbox({ core, commands, turn: async () => undefined, reportBug: (error) => String(error) });
  }

  /** One more process over the same store, feeds and chat; `report` keeps faults where a test expects some. */
  openNewsroom(written?: Writer, report?: (error: unknown) => void): Newsroom {
    return newsroomOver(this.store, this.#now, {
      ...(report === undefined ? {} : { report }),
      ...(written === undefined ? {} : { writer: async () => written }),
      reader: this.news,
      intake: this.news.intake,
      queue: { add: this.#add },
      post: async (place, reply, key) => {
        if (this.refusal !== null) throw this.refusal;
        if (this.posts.every((post) => post.key !== key)) this.posts.push({ place, reply, key });
      },
      tell: async (person, _place, reply) => void this.told.push({ person, text: replyText(reply) }),
    });
  }

  async command(name: string, line: string, call = callFrom("desk")): Promise<Reply> {
    const answered = await this.inbox.command({ ...call, name, input: { type: "line", line, uploads: [] } });
    return answered.reply;
  }

  async say(name: string, line: string, call = callFrom("desk")): Promise<string> {
    return replyText(await this.command(name, line, call));
  }

  /** A source with something old in it, and a digest called morning. */
  async openDesk(options = "at:08:00 tz:UTC"): Promise<void> {
    this.news.publish(FEED, "Long ago", "It was there before anybody asked.");
    await this.command("source", `add ${FEED}`);
    await this.command("digest", `add morning ${options}`);
  }

  /** Everything that goes on by itself until then: a look at the clock every five minutes. */
  async runUntil(time: number): Promise<void> {
    const { signal } = new AbortController();
    for (; this.clock < time; this.clock += 5 * MINUTE) {
      await this.newsroom.poll(10, signal);
      await this.newsroom.read(10, signal);
      await this.newsroom.plan();
      for (const job of this.jobs.splice(0)) await this.work(job);
    }
  }

  work(job: Job): Promise<void> {
    return this.newsroom.work(job, new AbortController().signal);
  }

  texts(): readonly string[] {
    return this.posts.map(({ reply }) => replyText(reply));
  }
}
