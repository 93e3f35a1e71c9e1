import { type ArticleInput, makeArticle } from "../../core/article.ts";
import { UserError } from "../../core/errors.ts";
import type { FeedReader } from "../../core/feeds/ports.ts";
import type { Intake, Source, Upload } from "../../core/ports.ts";
import { isPdf } from "./signatures.ts";
import { StatementFinder } from "./statements/finder.ts";
import { readPasted, readText } from "./text.ts";
import { looksLikeHtml } from "./web/html.ts";
import type { Web } from "./web/web.ts";
import type { WebReader } from "./web/web-reader.ts";

/** What reads for the core. Both ask the web as one: never two requests at once of the same host. */
export interface Readers {
  readonly intake: Intake;
  readonly feeds: FeedReader;
}

interface WebReaders {
  readonly pages: WebReader;
  readonly feeds: FeedReader;
}

/** Reads what people give and what feeds hold; `web` replaces parts of the public web. */
export function createReaders(web: Partial<Web> = {}): Readers {
  let opened: Promise<WebReaders> | null = null;
  const finder = new StatementFinder();
  const open = (): Promise<WebReaders> => {
    opened ??= openWeb(web);
    return opened;
  };
  return {
    intake: {
      read: async (source, signal) =>
        makeArticle(requireReadable(await readSource(source, async () => (await open()).pages, signal))),
      findStatements: (article) => finder.find(article),
    },
    feeds: {
      fetch: async (url, state, signal) => (await open()).feeds.fetch(url, state, signal),
      discover: async (url, signal) => (await open()).feeds.discover(url, signal),
    },
  };
}

/** Reads what people give: pasted text, files, links. */
export const createIntake = (web: Partial<Web> = {}): Intake => createReaders(web).intake;

/** What reads pages and feeds is loaded with the first of them. */
async function openWeb(parts: Partial<Web>): Promise<WebReaders> {
  const [{ createWeb }, { Robots }, { createWebReader }, { createFeedReader }] = await Promise.all([
    import("./web/web.ts"),
    import("./web/robots.ts"),
    import("./web/web-reader.ts"),
    import("./feed/feed-reader.ts"),
  ]);
  const web = createWeb(parts);
  const robots = new Robots(web);
  return { pages: createWebReader(web, robots), feeds: createFeedReader(web, robots) };
}

async function readSource(
  source: Source,
  openPages: () => Promise<WebReader>,
  signal: AbortSignal,
): Promise<ArticleInput> {
  switch (source.type) {
    case "text":
      return readPasted(source.text);
    case "upload":
      return readUpload(source.upload, openPages);
    case "url":
      return (await openPages()).readLink(source.url, signal);
    case "entry":
      return (await openPages()).readEntry(source.url, signal);
  }
}

async function readUpload(upload: Upload, openPages: () => Promise<WebReader>): Promise<ArticleInput> {
  return looksLikeHtml(upload.bytes) || isPdf(upload.bytes)
    ? (await openPages()).readFile(upload.bytes)
    : readText(upload);
}

/** Characters, some 33,000 words: to brief and answer from more would hold up everybody else. */
const LONGEST = 200_000;

function requireReadable(input: ArticleInput): ArticleInput {
  if (input.text.length <= LONGEST) return input;
  throw new UserError("unreadable", "too-long", "That is longer than 200,000 characters; paste the part you need.");
}
