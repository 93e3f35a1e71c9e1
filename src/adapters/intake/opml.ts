import { Parser } from "htmlparser2";
import { UserError } from "../../core/errors.ts";
import type { Outline, OutlineReader } from "../../core/feeds/ports.ts";
import { decodeText } from "./charset.ts";

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_OUTLINES = 2_000;

/** Reads an OPML list: every outline with an address, under the names of the folders it stands in. https://opml.org/spec2.opml */
export const readOpml: OutlineReader = async ({ bytes }) => {
  if (bytes.length > MOST_BYTES) throw unusable("That list is larger than 2 MB");
  const text = decodeText(bytes);
  if (text === null || !/<opml[\s>]/i.test(text.slice(0, 2_000))) throw unusable("That is no OPML list");
  const outlines = findOutlines(text);
  if (outlines.length === 0) throw unusable("That list names no feed");
  return outlines;
};

function findOutlines(text: string): readonly Outline[] {
  const found = new Map<string, Outline>();
  const folders: (string | null)[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name !== "outline") return;
        const value = (key: string): string | null => attributes[key]?.trim() || null;
        const [url, title] = [value("xmlurl"), value("title") ?? value("text")];
        const tags = [...folders, ...(value("category")?.split(",") ?? [])].flatMap(tagsOf);
        if (url !== null && !found.has(url) && found.size < MOST_OUTLINES)
          found.set(url, { url, name: title, tags: [...new Set(tags)].slice(0, 10) });
        folders.push(url === null ? title : null);
      },
      onclosetag(name) {
        if (name === "outline") folders.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  return [...found.values()];
}

/** "/World/Asia" is two tags, and so is a folder's name of two words one. */
const tagsOf = (name: string | null): readonly string[] =>
  (name ?? "")
    .split("/")
    .map((tag) => tag.trim().toLowerCase().replace(/\s+/g, "-"))
    .filter((tag) => tag !== "");

const unusable = (what: string): UserError =>
  new UserError("unreadable", "no-list", `${what}; export one from your feed reader and hand that file over.`);
