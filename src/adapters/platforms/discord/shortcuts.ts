/** A command on a message's menu, and what it does with the message: slash commands, one after the other. */
export interface Shortcut {
  readonly label: string;
  /** What is taken of the message: the first link in it where there is one, or always its words. */
  readonly follow: "link" | "words";
  /** The option that takes it; null where the command goes on with what the one before it read. */
  readonly steps: readonly { readonly command: string; readonly option: string | null }[];
}

/** In the order the menu shows them; Discord takes fifteen. https://docs.discord.com/developers/interactions/application-commands */
export const SHORTCUTS: readonly Shortcut[] = [
  { label: "Brief this", follow: "link", steps: [{ command: "brief", option: "article" }] },
  {
    label: "Who said what",
    follow: "link",
    steps: [
      { command: "brief", option: "article" },
      { command: "said", option: null },
    ],
  },
  { label: "Check quotes", follow: "words", steps: [{ command: "check", option: "draft" }] },
];
