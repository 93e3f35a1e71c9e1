import { type Answered, withBetter } from "../answered.ts";
import type { ArticleRef } from "../command/index.ts";
import type { Core } from "../core.ts";
import type { Call } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { BriefingOptions } from "./briefing.ts";
import { briefingReply } from "./reply.ts";

/** A briefing at once, in the article's own sentences; and, where there is a model, what it makes of it, to stand in its place. */
export async function briefAnswered(
  core: Core,
  article: ArticleRef,
  options: BriefingOptions,
  audience: Reply["audience"],
  call: Call,
): Promise<Answered> {
  const briefing = await core.brief(article, options, call);
  const written = core.rewrite(briefing, call);
  return withBetter(
    briefingReply(briefing, audience),
    written.then((better) => (better === null ? null : briefingReply(better, audience))),
  );
}
