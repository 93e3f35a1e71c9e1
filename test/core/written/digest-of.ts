import { memoryStore } from "../../../src/adapters/store/memory.ts";
import { phraseStories } from "../../../src/core/digest/phrase.ts";
import { digestReply } from "../../../src/core/digest/reply.ts";
import type { StoredArticle } from "../../../src/core/ports.ts";
import { plain, type Reply } from "../../../src/core/reply.ts";
import type { FakeModel } from "../../standins/model/fake-model.ts";
import { writerOver } from "../../standins/writer.ts";
import { digestIn } from "../digest/digests.ts";

/** Stands in a digest where no sentence of the model does. */
export const BY_RULE = "What the rules tell.";

const fail = (error: unknown): never => {
  throw error;
};

/** A digest with one story, told by a model where what it says stood its check. */
export async function digestOf(stored: StoredArticle, model: FakeModel): Promise<Reply> {
  const { id } = stored.article;
  const source = { id, title: "A headline", url: null, stored };
  const digest = digestIn("desk");
  const slot = { date: "2026-11-27", at: 0 };
  const told = { headline: "A headline", articles: [id], outlets: 1, origins: 1, topics: [], news: "new" } as const;
  const story = { id, headline: "A headline", items: [], origins: 1 };
  const voice = { source, runs: [plain(BY_RULE)], paragraph: 1 };
  const writer = writerOver(
    model,
    memoryStore(() => 0),
  );
  const phrased = await phraseStories(
    { now: () => 0, writer: async () => writer, report: fail },
    [{ choice: { told, story, sources: [source] }, voice }],
    digest,
    slot,
    new AbortController().signal,
  );
  return digestReply({ digest, slot, late: false, left: [], ...phrased });
}
