import type { DigestDesk } from "./digest/desk.ts";
import type { Shelf } from "./digest/shelf.ts";
import type { SlotName } from "./digest/slots.ts";
import type { SourceDesk } from "./feeds/desk.ts";
import type { Post, Tell } from "./feeds/notices.ts";
import type { FeedReader, OutlineReader } from "./feeds/ports.ts";
import { withholdUnproven } from "./inbox/withhold.ts";
import type { Call, Intake, Job, Queue, Store, StoredArticle } from "./ports.ts";
import type { Reply } from "./reply.ts";
import type { Writer } from "./written/writer.ts";

/** What reading feeds and sending digests needs of the process around it. */
export interface NewsroomParts {
  readonly store: Store;
  readonly intake: Intake;
  readonly reader: FeedReader;
  readonly readOutlines: OutlineReader;
  readonly queue: Pick<Queue, "add">;
  readonly post: Post;
  readonly tell: Tell;
  /** IANA name: the machine's time zone, for digests that name none. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
  /** Resolves when the next piece of work may begin: acknowledgements come first. */
  turn(): Promise<void>;
  /** Lets a language model tell the stories of digests; made when it is first needed. Left out where there is no model. */
  readonly writer?: () => Promise<Pick<Writer, "tell">>;
  /** Keeps a fault of ours. */
  report(error: unknown): void;
}

/** Sources and digests: what people do with them, and the work that goes on by itself. Each part is loaded when it is first needed. */
export interface Newsroom {
  sources(): Promise<SourceDesk>;
  digests(): Promise<DigestDesk>;
  /** Makes slots and jobs of all digests that are due; gives how many were. */
  plan(): Promise<number>;
  /** Asks feeds that are due, so many at once; gives how many. */
  poll(limit: number, signal: AbortSignal): Promise<number>;
  /** Reads pages of new entries, so many at once; gives how many. */
  read(limit: number, signal: AbortSignal): Promise<number>;
  /** Does a job of kind "digest" or "notice". Throws where it is to be tried again. The signal ends waiting, not the job. */
  work(job: Job, signal: AbortSignal): Promise<void>;
}

/** As many new entries are read for one person who waits. */
const READ_FOR_ONE = 40;

export function createNewsroom(parts: NewsroomParts): Newsroom {
  const { store, report } = parts;
  let opened: Promise<Shelf> | null = null;
  const openShelf = (): Promise<Shelf> => {
    opened ??= import("./digest/shelf.ts").then(({ createShelf }) => createShelf(parts));
    return opened;
  };

  const check = (reply: Reply, articles: readonly StoredArticle[]): Promise<Reply> => {
    const open = async (id: string): Promise<StoredArticle> => {
      const stored = articles.find(({ article }) => article.id === id);
      if (stored === undefined) throw new RangeError(`Expected article ${id} among those a digest tells from`);
      return stored;
    };
    return withholdUnproven(reply, open, (withheld) =>
      report(new Error(`Withheld from a digest: ${withheld.map(({ code }) => code).join(", ")}`)),
    );
  };

  const sources = async (): Promise<SourceDesk> => (await import("./feeds/desk.ts")).createSourceDesk(parts);

  const read = async (limit: number, signal: AbortSignal): Promise<number> =>
    (await import("./feeds/library.ts")).readEntries(parts, limit, signal);

  return {
    sources,
    read,

    async digests() {
      const { createDigestDesk } = await import("./digest/desk.ts");
      const refresh = async (call: Call): Promise<void> => {
        await (await sources()).refresh(call);
        await read(READ_FOR_ONE, call.signal);
      };
      return createDigestDesk({ ...parts, shelf: await openShelf(), check, refresh });
    },

    plan: async () => (await import("./digest/planner.ts")).planDigests(parts),

    poll: async (limit, signal) => (await import("./feeds/poller.ts")).pollFeeds(parts, limit, signal),

    async work(job, signal) {
      if (job.kind === "notice") return (await import("./feeds/notices.ts")).postNotice(job, store, parts.post);
      const { deliverSlot } = await import("./digest/deliver.ts");
      await deliverSlot({ ...parts, shelf: await openShelf(), check }, job.data as SlotName, signal);
    },
  };
}
