import type { Subscription } from "./feed.ts";

/** The sources as an OPML 2.0 list, https://opml.org/spec2.opml: other readers import it, and so does /source import. */
export function writeOpml(subscriptions: readonly Subscription[]): string {
  const outlines = subscriptions.map(
    ({ name, url, tags }) =>
      `    <outline type="rss" text="${escapeXml(name)}" title="${escapeXml(name)}" xmlUrl="${escapeXml(url)}"${categoryOf(tags)}/>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head><title>Sources</title></head>",
    "  <body>",
    ...outlines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

const categoryOf = (tags: readonly string[]): string =>
  tags.length === 0 ? "" : ` category="${escapeXml(tags.map((tag) => `/${tag}`).join(","))}"`;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** For an attribute. Characters XML 1.0 cannot hold are left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
