import type { Upload } from "../../../core/ports.ts";

/** A message shortcut: a command run on the message it is used on. */
export interface Shortcut {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** The command, and the option that takes the message. */
  readonly command: string;
  readonly option: string;
  /** What of the message is taken: the article it links to where it is little more than a link, or always its words. */
  readonly takes: "article" | "words";
}

/** Slack shows them in the menu of every message; inside a thread they are the only way, slash commands do not work there. */
export const shortcuts: readonly Shortcut[] = [
  {
    id: "brief_this",
    name: "Brief this",
    description: "Brief the article this message links to or holds",
    command: "brief",
    option: "article",
    takes: "article",
  },
  {
    id: "who_said_what",
    name: "Who said what",
    description: "List who is quoted in the article of this message",
    command: "said",
    option: "in",
    takes: "article",
  },
  {
    id: "check_quotes",
    name: "Check quotes",
    description: "Check the quotations of this message against the last article",
    command: "check",
    option: "draft",
    takes: "words",
  },
];

/** A message with more words than this beside its link is itself what is meant. */
const FEW_WORDS = 30;

/** The value of the shortcut's option: a link, a file of the message, or its text as a file. */
export function takeMessage({ takes }: Shortcut, text: string, uploads: readonly Upload[]): string | Upload {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  const words = text.match(/\S+/g)?.length ?? 0;
  if (takes === "article" && link !== undefined && words <= FEW_WORDS) return link;
  const [file] = uploads;
  if (file !== undefined && words <= FEW_WORDS) return file;
  return { name: "message.txt", bytes: new TextEncoder().encode(text) };
}
