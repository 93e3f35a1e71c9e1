import { UserError } from "../errors.ts";
import { findNearest } from "../text/nearest.ts";
import type { Subscription } from "./feed.ts";

const LONGEST_NAME = 60;
const MOST_TAGS = 10;

/** The source that is meant by its name or address. Throws UserError with the nearest name. */
export function findSource(known: readonly Subscription[], typed: string): Subscription {
  const wanted = typed.trim().toLowerCase();
  const found = known.find(({ name, url }) => name.toLowerCase() === wanted || url === typed.trim());
  if (found !== undefined) return found;
  if (known.length === 0)
    throw new UserError(
      "not-found",
      "no-source",
      "There is no source here yet. Try: /source add https://example.org/feed.xml",
    );
  const nearest =
    findNearest(
      wanted,
      known.map(({ name }) => name),
    ) ?? known.find(({ name }) => name.toLowerCase().includes(wanted))?.name;
  const hint = nearest === undefined ? "See all: /source list" : `Did you mean ${nearest}?`;
  throw new UserError("not-found", "no-source", `There is no source “${typed}” here. ${hint}`);
}

/** A name people can type. Throws UserError. */
export function readSourceName(typed: string): string {
  const name = typed.trim();
  if (name !== "" && name.length <= LONGEST_NAME && !/[\p{C}"]/u.test(name)) return name;
  throw new UserError(
    "usage",
    "bad-name",
    `A source's name has at most ${LONGEST_NAME} characters. Try: /source add https://example.org/feed.xml name:Example`,
  );
}

/** "news, world": words parted by commas or spaces, lower case. */
export const readTags = (typed: string | null): readonly string[] =>
  [...new Set((typed ?? "").toLowerCase().split(/[,\s]+/))].filter((tag) => tag !== "").slice(0, MOST_TAGS);

/** The name a feed gives itself, shortened and with a number where it is taken. */
export function freeName(wished: string, known: readonly Subscription[]): string {
  const name =
    wished
      .replace(/[\p{C}"\s]+/gu, " ")
      .trim()
      .slice(0, LONGEST_NAME - 4)
      .trim() || "source";
  const taken = new Set(known.map((one) => one.name.toLowerCase()));
  if (!taken.has(name.toLowerCase())) return name;
  const number = known.findIndex((_, index) => !taken.has(`${name} ${index + 2}`.toLowerCase()));
  return `${name} ${number === -1 ? known.length + 2 : number + 2}`;
}
