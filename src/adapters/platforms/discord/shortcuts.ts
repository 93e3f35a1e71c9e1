/** A command on a message's menu: a slash command run on the message. */
export interface Shortcut {
  readonly label: string;
  readonly command: string;
  /** The option that takes the message. */
  readonly option: string;
  /** What of the message is taken: the article it links to, where it is little more than a link, or always its words. */
  readonly takes: "article" | "words";
}

/** In the order the menu shows them; Discord takes fifteen. https://docs.discord.com/developers/interactions/application-commands */
export const SHORTCUTS: readonly Shortcut[] = [
  { label: "Brief this", command: "brief", option: "article", takes: "article" },
  { label: "Who said what", command: "said", option: "in", takes: "article" },
  { label: "Check quotes", command: "check", option: "draft", takes: "words" },
];
