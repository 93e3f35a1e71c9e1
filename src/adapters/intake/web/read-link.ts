import type { ArticleInput } from "../../../core/article.ts";
import { UserError } from "../../../core/errors.ts";
import type { ReadingThread } from "../reading-thread.ts";
import { findSignature, isPdf } from "../signatures.ts";
import { readText, type TextForm } from "../text.ts";
import { decodeReadable } from "./decode.ts";
import { articleOf } from "./doubt.ts";
import { type Fetched, fetchLink } from "./fetch.ts";
import type { Waiting } from "./host-lanes.ts";
import { looksLikeHtml } from "./html.ts";
import type { PageWorker } from "./page-worker.ts";
import type { Web } from "./web.ts";

/** Threads that read what links lead to. */
export interface Threads {
  readonly worker: PageWorker;
  readonly pdfs: ReadingThread<Uint8Array, string>;
}

/** Reads the article a link leads to: a page, a PDF, a plain or a Markdown text. Throws UserError that says what it found instead. */
export async function readLink(
  link: string,
  web: Web,
  waiting: Waiting,
  { worker, pdfs }: Threads,
  signal: AbortSignal,
): Promise<ArticleInput> {
  const fetched = await fetchLink(link, web, signal, { waiting });
  const { bytes, contentType, url } = fetched;
  if (isPdf(bytes)) return { text: await pdfs.read(bytes), url };
  refuseOtherTypes(fetched);
  if (!isHtml(fetched)) return { ...readText({ name: "The text at that link", bytes }, formOf(fetched)), url };
  return articleOf(await worker.read(decodeReadable(bytes, contentType), url));
}

const formOf = ({ contentType, url }: Fetched): TextForm =>
  /markdown/.test(contentType) || /\.(?:md|markdown)$/i.test(new URL(url).pathname) ? "markdown" : "plain";

/** Pages are served as text by mistake, and as nothing at all. */
const isHtml = ({ bytes, contentType }: Fetched): boolean => /html/.test(contentType) || looksLikeHtml(bytes);

/** How feeds and other XML begin, behind a byte order mark, a declaration and a comment. */
const FEED =
  /^(?:\xef\xbb\xbf)?\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[^>]{0,500}-->\s{0,100})?<(?:rss|feed|rdf:rdf)[\s>]/i;
const FEED_TYPE = /^(?:application|text)\/(?:rss|atom|rdf|feed)\+(?:xml|json)/;

const READ = /^(?:text\/|application\/(?:xhtml\+xml|octet-stream)|$)/;

/** What the link leads to by its first bytes, then by its label. */
function refuseOtherTypes({ bytes, contentType }: Fetched): void {
  const beginning = Buffer.from(bytes.subarray(0, 1_024)).toString("latin1");
  if (FEED.test(beginning) || FEED_TYPE.test(contentType)) throw isFeed();
  const signature = findSignature(bytes);
  if (signature !== null) throw otherType(signature);
  const [type = ""] = contentType.split(";");
  if (/^(?:image|video|audio)\//.test(type)) throw otherType(`of the type ${type.split("/")[0]}`);
  if (!READ.test(type.trim())) throw otherType("neither a page nor a text");
}

const isFeed = (): UserError =>
  new UserError(
    "unreadable",
    "feed",
    "That link leads to a feed, which is no article; give the link of one of its articles, or paste the text instead.",
  );

const otherType = (finding: string): UserError =>
  new UserError("unreadable", "not-a-page", `What that link leads to is ${finding}; paste the text instead.`);
