import { type ArticleInput, makeArticle } from "../../core/article.ts";
import type { Intake, Source, Upload } from "../../core/ports.ts";
import { readPasted, readText } from "./text.ts";
import type { Web } from "./web/connect.ts";
import { looksLikeHtml } from "./web/html.ts";
import type { WebReader } from "./web/web-reader.ts";

/** Reads what people give: pasted text, files, links. What reads pages is loaded with the first page. */
export function createIntake(web: Partial<Web> = {}): Intake {
  let reader: Promise<WebReader> | null = null;
  const openReader = (): Promise<WebReader> => {
    reader ??= import("./web/web-reader.ts").then(({ createWebReader }) => createWebReader(web));
    return reader;
  };

  async function readUpload(upload: Upload): Promise<ArticleInput> {
    return looksLikeHtml(upload.bytes) ? (await openReader()).readFile(upload.bytes) : readText(upload);
  }

  async function readSource(source: Source, signal: AbortSignal): Promise<ArticleInput> {
    if (source.type === "text") return readPasted(source.text);
    if (source.type === "upload") return readUpload(source.upload);
    return (await openReader()).readLink(source.url, signal);
  }

  return {
    async read(source, signal) {
      return makeArticle(await readSource(source, signal));
    },
  };
}
