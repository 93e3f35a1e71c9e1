import type { ArticleInput } from "../../../core/article.ts";
import { UserError } from "../../../core/errors.ts";
import { findSignature } from "../signatures.ts";
import { readText } from "../text.ts";
import { decodePage } from "./decode.ts";
import { articleOf } from "./doubt.ts";
import { type Fetched, fetchLink } from "./fetch.ts";
import type { Waiting } from "./host-lanes.ts";
import { looksLikeHtml } from "./html.ts";
import type { PageWorker } from "./page-worker.ts";
import type { Web } from "./web.ts";

/** Reads the article a link leads to: a page, or a plain text. Throws UserError that says what it found instead. */
export async function readLink(
  link: string,
  web: Web,
  waiting: Waiting,
  worker: PageWorker,
  signal: AbortSignal,
): Promise<ArticleInput> {
  const fetched = await fetchLink(link, web, signal, { waiting });
  refuseOtherTypes(fetched);
  const { bytes, contentType, url } = fetched;
  if (!isHtml(fetched)) return { ...readText({ name: "The text at that link", bytes }), url };
  return articleOf(await worker.read(decodePage(bytes, contentType), url));
}

/** Pages are served as text by mistake, and as nothing at all. */
const isHtml = ({ bytes, contentType }: Fetched): boolean => /html/.test(contentType) || looksLikeHtml(bytes);

const READ = /^(?:text\/|application\/(?:xhtml\+xml|octet-stream)|$)/;

/** What the link leads to by its first bytes, then by its label. */
function refuseOtherTypes({ bytes, contentType }: Fetched): void {
  const signature = findSignature(bytes);
  if (signature !== null) throw otherType(signature);
  const [type = ""] = contentType.split(";");
  if (/pdf/.test(type)) throw otherType("a PDF");
  if (/^(?:image|video|audio)\//.test(type)) throw otherType(`of the type ${type.split("/")[0]}`);
  if (!READ.test(type.trim())) throw otherType("neither a page nor a text");
}

const otherType = (finding: string): UserError =>
  new UserError("unreadable", "not-a-page", `What that link leads to is ${finding}; paste the text instead.`);
