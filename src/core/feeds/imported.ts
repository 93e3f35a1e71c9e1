import { type Answered, asIs } from "../answered.ts";
import type { ArticleRef } from "../command/index.ts";
import type { Call } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { SourceDesk } from "./desk.ts";
import { importedReply } from "./wording.ts";

/** Adds the sources of a list, and then tells how far their first reading has come. */
export async function importAnswered(desk: SourceDesk, list: ArticleRef, call: Call): Promise<Answered> {
  const imported = await desk.importFrom(list, call);
  async function* steps(): AsyncGenerator<Reply> {
    for await (const reading of desk.readFirst(imported.added, call)) yield importedReply(imported, reading);
  }
  return { ...asIs(importedReply(imported, null)), steps: steps() };
}
