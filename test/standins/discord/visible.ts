import { ComponentType } from "discord.js";
import { type Component, flatten } from "./message-rules.ts";
import type { Message } from "./shapes.ts";

/** What people see of a message, and what it does when it is shown. */
export interface Visible {
  readonly text: string;
  /** Mentions of people, roles, channels, commands and everybody, time stamps and emoji: whatever Discord makes more of than text. */
  readonly pings: readonly string[];
  readonly links: readonly string[];
}

/** Reads a message as Discord's clients read its markup. https://support.discord.com/hc/en-us/articles/210298617 */
export function readVisible(message: Message): Visible {
  const texts = flatten(message.components).flatMap(textOf);
  const read = [message.content, ...texts].filter((text) => text !== "").map(readMarkdown);
  return {
    text: read.map(({ text }) => text).join("\n"),
    pings: read.flatMap(({ pings }) => pings),
    links: read.flatMap(({ links }) => links),
  };
}

const textOf = ({ type, content }: Component): readonly string[] =>
  type === ComponentType.TextDisplay && content !== undefined ? [content] : [];

/** Shapes a line begins with: headings, small print, quotes, lists. */
const LINE_SHAPE = /^\s*(?:#{1,3} |-# |>>> |> |[-*+] |\d+\. )/;

const LINK = /^\[((?:\\.|[^\]\\])*)\]\(<?(https?:\/\/[^\s)>]+)>?\)/;
const BARE_LINK = /^https?:\/\/[^\s<>]+/;
const SPECIAL = /^(?:<(?:@[!&]?|#|t:|a?:|\/|id:)[^>\s]*>|@everyone|@here)/;
const ESCAPED = /^\\([^0-9A-Za-z\s])/;
const STYLE = /^(?:\*|_|~~|\|\||`)/;

/** One text of a component. Style that is not escaped is taken off, as a reader would not see it. */
export function readMarkdown(markdown: string): Visible {
  const pings: string[] = [];
  const links: string[] = [];
  const lines = markdown.split("\n").map((line) => readLine(line.replace(LINE_SHAPE, ""), pings, links));
  return { text: lines.join("\n"), pings, links };
}

function readLine(line: string, pings: string[], links: string[]): string {
  let text = "";
  let rest = line;
  const take = (found: RegExpExecArray): void => {
    rest = rest.slice(found[0].length);
  };
  while (rest !== "") {
    const escaped = ESCAPED.exec(rest);
    const link = LINK.exec(rest);
    const bare = BARE_LINK.exec(rest);
    const special = SPECIAL.exec(rest);
    const style = STYLE.exec(rest);
    if (escaped !== null) {
      text += escaped[1];
      take(escaped);
    } else if (link !== null) {
      links.push(link[2] ?? "");
      text += readLine(link[1] ?? "", pings, links);
      take(link);
    } else if (bare !== null) {
      links.push(bare[0]);
      text += bare[0];
      take(bare);
    } else if (special !== null) {
      pings.push(special[0]);
      text += special[0];
      take(special);
    } else if (style !== null) {
      take(style);
    } else {
      text += rest[0];
      rest = rest.slice(1);
    }
  }
  return text;
}
