import type { ArticleInput } from "../../core/article.ts";

const FENCE = /^ {0,3}(?:```|~~~)/;
const FRONT_MATTER = /^---\n((?:\w[\w-]{0,39}:.*\n|[ \t#-].*\n|\n){0,100}?)---\n/;

/**
 * Takes the markup out of Markdown (https://spec.commonmark.org): what is left is the text that every offset refers to.
 * Code, pictures, comments and link targets are not the article's words and go; front matter says what it is about.
 */
export function stripMarkdown(markdown: string): ArticleInput {
  const [front = "", fields = ""] = FRONT_MATTER.exec(markdown) ?? [];
  const lines = dropCode(markdown.slice(front.length).split("\n"));
  const heading = lines.find((line) => line.trim() !== "") ?? "";
  const title = readField(fields, "title") ?? (/^# \S/.test(heading) ? stripInline(stripLine(heading)) : null);
  const author = readField(fields, "author");
  const publishedAt = readField(fields, "date");
  return {
    text: stripInline(lines.map(stripLine).join("\n")).trim(),
    ...(title === null ? {} : { title }),
    ...(author === null ? {} : { author }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

function readField(fields: string, name: string): string | null {
  const line = fields.split("\n").find((one) => one.toLowerCase().startsWith(`${name}:`));
  const value = line?.slice(name.length + 1).trim() ?? "";
  return value.replace(/^(["'])(.*)\1$/, "$2") || null;
}

function dropCode(lines: readonly string[]): readonly string[] {
  let isCode = false;
  return lines.filter((line) => {
    const isFence = FENCE.test(line);
    if (isFence) isCode = !isCode;
    return !isFence && !isCode;
  });
}

/** A line without what makes it a heading, an item or a quoted line; empty where it is only markup. */
function stripLine(line: string): string {
  if (/^ {0,3}\[[^\]]{1,200}\]:/.test(line) || /^[\s>]{0,8}(?:[-*_=] ?){3,200}$/.test(line)) return "";
  return line
    .replace(/^(?: {0,3}> ?){1,8}/, "")
    .replace(/^ {0,3}#{1,6} {1,8}/, "")
    .replace(/^\s{0,20}(?:[-*+]|\d{1,3}[.)]) {1,4}(?:\[[ xX]\] )?/, "");
}

/** Words in order of what binds closest: escapes are kept from the rest by standing for themselves until the end. */
function stripInline(text: string): string {
  return text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(0xe000 + sign.charCodeAt(0)))
    .replace(/<!--[^<>]{0,2000}-->/g, "")
    .replace(
      /!\[[^[\]\n]{0,500}\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^[\]\n]{0,200}\])/g,
      "",
    )
    .replace(
      /\[([^[\]\n]{1,500})\](?:\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)|\[[^[\]\n]{0,200}\])/g,
      "$1",
    )
    .replace(/\[\^[^[\]\n]{1,50}\]/g, "")
    .replace(/<(https?:[^\s<>]{1,2000})>/g, "$1")
    .replace(/<\/?[a-z][^<>\n]{0,500}>/gi, "")
    .replace(/`{1,2}([^`\n]{1,500})`{1,2}/g, "$1")
    .replace(/(\*{1,3}|~~)(?=\S)([^*~\n]{1,2000}?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}_])/gu, "$2")
    .replace(/ {2,8}$/gm, "")
    .replace(/[\ue021-\ue07e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xe000));
}
