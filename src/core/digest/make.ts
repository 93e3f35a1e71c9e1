import type { Item, Subscription } from "../feeds/feed.ts";
import type { Store, StoredArticle } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { Digest, Edition, Slot } from "./digest.ts";
import { type PhraseParts, phraseStories } from "./phrase.ts";
import { ON_TIME } from "./plan.ts";
import { digestReply, type Told } from "./reply.ts";
import type { Shelf } from "./shelf.ts";
import { isAsked, type SlotTime } from "./slots.ts";
import { findVoice } from "./voice.ts";

const DAY = 24 * 60 * 60 * 1000;
/** A story that was told so long ago may be told again as if it were new. */
const REMEMBERED = 3 * DAY;
/** So many slots back it is looked for; as many entries as one digest looks through. */
const LAST_SLOTS = 20;
const MOST_ENTRIES = 100;
/** A digest that was paused for longer does not catch up with all of it. */
const LONGEST_LOOK = 8 * DAY;
/** As many reports of one story are looked through for somebody's words. */
const MOST_SOURCES = 3;

export interface MakerParts extends PhraseParts {
  readonly store: Store;
  readonly shelf: Shelf;
  /** Resolves when the next piece of work may begin: acknowledgements come first. */
  turn(): Promise<void>;
  /** The reply without what fails its own check against the articles it tells from. */
  check(reply: Reply, articles: readonly StoredArticle[]): Promise<Reply>;
}

/** Makes one digest: everything new since the last one, put together and chosen, in checked words. The signal ends waiting for a model. */
export async function makeEdition(
  parts: MakerParts,
  digest: Digest,
  slot: SlotTime,
  signal: AbortSignal,
): Promise<Edition> {
  const { store, shelf, now } = parts;
  const before = (await store.slots.recent(digest.id, LAST_SLOTS)).filter(({ state }) => state !== "refused");
  const told = new Set(before.filter((past) => isRemembered(past, now())).flatMap(articlesOf));
  const fresh = await findFresh(store, digest, before[0] ?? null, isAsked(slot), now());
  const articles = await shelf.find([...told, ...fresh.flatMap(({ articleId }) => articleId ?? [])]);
  const { choices, left } = await shelf.compose({ fresh, articles, told }, digest.selection);
  const known = [...told].flatMap((id) => articles.get(id) ?? []);
  const found: Told[] = [];
  for (const choice of choices) {
    const voice = await findVoice(shelf, choice.sources.slice(0, MOST_SOURCES), known);
    found.push({ choice, voice });
  }
  const { stories, written } = await phraseStories(parts, found, digest, slot, signal);
  const shown = stories.flatMap(({ voice }) => voice?.source.stored ?? []);
  await keepShown(parts, digest, shown);
  const late = !isAsked(slot) && now() - slot.at > ON_TIME;
  const reply = digestReply({ digest, slot, late, stories, written, left });
  return {
    reply: await parts.check(reply, shown),
    told: stories.map(({ choice }) => choice.told),
    left,
  };
}

const isRemembered = ({ builtAt }: Slot, now: number): boolean => builtAt !== null && builtAt >= now - REMEMBERED;

const articlesOf = ({ edition }: Slot): readonly string[] => edition?.told.flatMap(({ articles }) => articles) ?? [];

/**
 * What the digest's sources have had since its last slot; a day where there was none. Who asks for a first digest also gets what
 * the feeds had that day before anybody subscribed.
 */
async function findFresh(store: Store, digest: Digest, last: Slot | null, asked: boolean, now: number) {
  const subscriptions = await store.subscriptions.list(digest.place);
  const chosen = subscriptions.filter((one) => !one.paused && isChosen(one, digest));
  const addedAt = new Map(chosen.map((one) => [one.url, one.addedAt]));
  const since = Math.max(last?.builtAt ?? now - DAY, now - LONGEST_LOOK);
  const items = await store.items.since([...addedAt.keys()], since, MOST_ENTRIES);
  const isNews = ({ old, seenAt, feed }: Item): boolean => !old && seenAt > (addedAt.get(feed) ?? now);
  if (!asked || last !== null) return items.filter(isNews);
  return items.filter((item) => isNews(item) || Date.parse(item.publishedAt ?? "") >= now - DAY);
}

/** By name or tag, whatever the case. */
function isChosen({ name, tags }: Subscription, { selection: { sources } }: Digest): boolean {
  const names = [name, ...tags].map((word) => word.toLowerCase());
  return sources.length === 0 || sources.some((source) => names.includes(source.toLowerCase()));
}

/** What a digest shows is an article of its channel: buttons and questions find it there, the first story as the last one talked about. */
async function keepShown({ store, now, turn }: MakerParts, { place }: Digest, shown: readonly StoredArticle[]) {
  if (shown.length === 0) return;
  await turn();
  const at = now();
  await Promise.all(shown.map((stored) => store.articles.save(place, { ...stored, readAt: at })));
  const turns = shown.map(({ article }) => ({ articleId: article.id, question: null, speakers: [], at }));
  await store.conversations.append(place, ...turns.toReversed());
}
