import type { Item } from "../feeds/feed.ts";
import type { StoredArticle } from "../ports.ts";
import { findNews, findStories, type News, type Story, type StoryItem, tellStories } from "../story/index.ts";
import { isPlanted } from "../text/planted.ts";
import { termsOf } from "../text/terms.ts";
import type { LeftStory, Selection, ToldStory } from "./digest.ts";

/** What a digest is made of. */
export interface Material {
  /** Entries seen since the last digest, newest first. */
  readonly fresh: readonly Item[];
  /** The articles of the last days' digests, and of the fresh entries that were read. */
  readonly articles: ReadonlyMap<string, StoredArticle>;
  /** Ids of articles that were told before. */
  readonly told: ReadonlySet<string>;
}

/** A story to be told, with what it is told from. */
export interface Choice {
  readonly told: ToldStory;
  readonly story: Story;
  /** The entries with something new, those with the story's own headline first. */
  readonly sources: readonly Source[];
}

/** One report: its entry, and its article where the page was read. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly url: string | null;
  readonly stored: StoredArticle | null;
}

export interface Composition {
  readonly choices: readonly Choice[];
  readonly left: readonly LeftStory[];
}

/** So far into a text a topic still tells what it is about. */
const LEAD_CHARACTERS = 1500;

/** Puts fresh entries together as stories, and chooses those worth telling; the rest is left out, each with its reason. Pure. */
export function compose(material: Material, selection: Selection): Composition {
  const items = storyItems(material);
  const stories = tellStories(items, findStories(items));
  const fresh = new Set(freshSources(material).map(({ id }) => id));
  const news = findNews(stories, material.told).filter(({ story }) => story.items.some(({ id }) => fresh.has(id)));
  const judged = news.map((one) => ({ news: one, reason: reasonAgainst(one, selection) }));
  const wanted = judged.flatMap(({ news, reason }) => (reason === null ? [news] : []));
  const left = [
    ...wanted.slice(selection.top).map(({ story }) => leftOut(story, "below top")),
    ...judged.flatMap(({ news, reason }) => (reason === null ? [] : [leftOut(news.story, reason)])),
    ...unreadable(material.fresh),
  ];
  return { choices: wanted.slice(0, selection.top).map((one) => choose(one, material, selection)), left };
}

/** The told articles first, so that a story keeps what was told as its first report. */
function storyItems(material: Material): readonly StoryItem[] {
  const { articles, told } = material;
  const before = [...told].flatMap((id) => articles.get(id) ?? []).map(itemOf);
  const now = freshSources(material)
    .filter(({ id }) => !told.has(id))
    .map(
      ({ id, title, stored, entry }): StoryItem =>
        stored === null ? { id, title, text: entry.summary, ...dateOf(entry.publishedAt) } : itemOf(stored),
    );
  return [...before, ...now];
}

const itemOf = ({ article }: StoredArticle): StoryItem => ({
  id: article.id,
  title: article.title ?? "",
  text: article.text,
  ...dateOf(article.publishedAt ?? null),
});

const dateOf = (publishedAt: string | null) => (publishedAt === null ? {} : { publishedAt });

/** Each article once, however many entries lead to it. */
function freshSources({ fresh, articles }: Material): readonly (Source & { readonly entry: Item })[] {
  const sources = fresh.filter(isUsable).map((entry) => {
    const stored = articles.get(entry.articleId ?? "") ?? null;
    const title = stored?.article.title ?? entry.title;
    return { id: stored?.article.id ?? entry.id, title, url: entry.url, stored, entry };
  });
  return [...new Map(sources.toReversed().map((source) => [source.id, source])).values()].toReversed();
}

const isUsable = ({ state, title }: Item): boolean => state !== "quarantined" && title !== "";

function reasonAgainst({ kind, story }: News, { topics, not }: Selection): LeftStory["reason"] | null {
  if (kind === "nothing") return "told before";
  if (not.some((topic) => isAbout(story, topic))) return "excluded";
  return topics.length === 0 || topics.some((topic) => isAbout(story, topic)) ? null : "other topic";
}

/** Every word of the topic stands in one report's title or lead. */
function isAbout({ items }: Story, topic: string): boolean {
  const wanted = termsOf(topic);
  return items.some(({ title, text }) => {
    const terms = new Set(termsOf(`${title} ${text.slice(0, LEAD_CHARACTERS)}`));
    return wanted.length > 0 && wanted.every((term) => terms.has(term));
  });
}

function choose({ story, kind, items }: News, material: Material, { topics }: Selection): Choice {
  const known = new Map(freshSources(material).map((source) => [source.id, source]));
  const sources = items
    .flatMap(({ id }) => known.get(id) ?? [])
    .toSorted((a, b) => Number(b.title === story.headline) - Number(a.title === story.headline))
    .map((source) => ({ ...source, title: headlineOf(source.title) }));
  const reports = story.items.flatMap(({ id }) => known.get(id) ?? []);
  return {
    story,
    sources,
    told: {
      headline: sources[0]?.title ?? headlineOf(story.headline),
      articles: sources.flatMap(({ stored }) => stored?.article.id ?? []),
      outlets: new Set(reports.map(outletOf)).size,
      origins: story.origins,
      topics: topics.filter((topic) => isAbout(story, topic)),
      news: kind === "more" ? "more" : "new",
    },
  };
}

/** Who published it: by name where the page gives one, else by address. */
function outletOf({ stored, url }: Source): string {
  return stored?.article.publisher ?? URL.parse(url ?? "")?.host.replace(/^www\./, "") ?? "";
}

const leftOut = ({ headline }: Story, reason: LeftStory["reason"]): LeftStory => ({
  headline: headlineOf(headline),
  reason,
});

const unreadable = (fresh: readonly Item[]): readonly LeftStory[] =>
  fresh
    .filter(({ state }) => state === "quarantined")
    .map(({ title }) => ({ headline: headlineOf(title), reason: "not readable" }));

/** What is written for programs, not for readers, is nobody's headline. */
const headlineOf = (title: string): string => (isPlanted(title) ? "A story without a headline" : title);
