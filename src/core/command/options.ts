import { UserError } from "../errors.ts";
import type { Upload } from "../ports.ts";
import { findNearest } from "../text/nearest.ts";
import type { ArticleRef, ArticlesRef, Option, Options, RawValues, Values } from "./index.ts";

/** Checks what was given against a definition: the one place where all platforms meet. Throws UserError naming the option. */
export function readOptions<S extends Options>(options: S, raw: RawValues): Values<S> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(options)) {
    const given = raw[name];
    const value = typeof given === "string" && given.trim() === "" ? undefined : given;
    if (value === undefined && option.required) {
      throw new UserError("usage", "missing-option", `Something is missing: ${option.description}.`);
    }
    values[name] = value === undefined ? undefined : readValue(name, option, value);
  }
  return values as Values<S>;
}

function readValue(name: string, option: Option, value: string | Upload): unknown {
  if (option.type === "article") return readArticle(value);
  if (option.type === "articles") return readArticles(name, value);
  if (typeof value !== "string") throw new UserError("usage", "no-file-here", `${name} takes words, not a file.`);
  if (option.type === "text" || option.type === "channel") return value.trim();
  const choice = option.choices.find((candidate) => candidate === value.trim().toLowerCase());
  if (choice !== undefined) return choice;
  const nearest = findNearest(value.trim(), option.choices);
  const hint = nearest === null ? "" : ` Did you mean ${name}:${nearest}?`;
  throw new UserError(
    "usage",
    "bad-choice",
    `${name} takes ${option.choices.join(", ")}; “${value}” is none of them.${hint}`,
  );
}

/** Content ids are twelve hexadecimal digits (article.ts). */
const ID = /^[0-9a-f]{12}$/;

function readArticle(value: string | Upload): ArticleRef {
  if (typeof value !== "string") return { type: "upload", upload: value };
  const word = value.trim();
  if (word.toLowerCase() === "last") return { type: "last" };
  if (ID.test(word)) return { type: "stored", id: word };
  if (/^https?:\/\/\S+$/i.test(word)) return { type: "url", url: word };
  return { type: "text", text: value };
}

function readArticles(name: string, value: string | Upload): ArticlesRef {
  if (typeof value !== "string") return [readArticle(value)];
  const word = value.trim().toLowerCase();
  const days = word === "today" ? "1" : /^(\d{1,3})d$/.exec(word)?.[1];
  if (days !== undefined) return { type: "since", days: Number(days) };
  const articles = value
    .split(/[,\s]+/)
    .filter((part) => part !== "")
    .map(readArticle);
  if (articles.some((article) => article.type === "text")) {
    throw new UserError(
      "usage",
      "bad-range",
      `${name} takes last, an article's id, a link, today, or days such as 7d; got “${value}”.`,
    );
  }
  return articles;
}
