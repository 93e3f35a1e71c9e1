/** What the shell asked for. */
export type Request =
  | { readonly type: "prompt" }
  | { readonly type: "command"; readonly name: string; readonly line: string; readonly json: boolean }
  | { readonly type: "batch"; readonly name: string; readonly articles: string | null };

/**
 * Reads the arguments after `npm start --`. Options keep the grammar of a typed line; an argument the shell has
 * unquoted is quoted again, so that `--focus "two words"` and `focus:"two words"` both stay one value.
 */
export function readArguments(argv: readonly string[]): Request {
  const [name, ...rest] = argv;
  if (name === undefined || name === "prompt") return { type: "prompt" };
  if (name === "--help" || name === "-h") return { type: "command", name: "verbatim", line: "help", json: false };
  if (name === "--version") return { type: "command", name: "verbatim", line: "about", json: false };
  if (rest.includes("--jsonl")) return { type: "batch", name, articles: flagValue(rest, "--articles") };
  const words = rest.filter((word) => word !== "--json");
  return { type: "command", name: name.replace(/^\//, ""), line: joinWords(words), json: words.length < rest.length };
}

function flagValue(words: readonly string[], flag: string): string | null {
  const at = words.indexOf(flag);
  return at === -1 ? null : (words[at + 1] ?? null);
}

function joinWords(words: readonly string[]): string {
  return words
    .map((word, index) => {
      const keyed = /^(?:--[a-z]{2,16}=|[a-z]{2,16}:(?!\/\/))(?=\S)/.exec(word)?.[0];
      if (keyed !== undefined && /\s/.test(word) && !word.includes('"')) return `${keyed}"${word.slice(keyed.length)}"`;
      const isValue = /^--[a-z]{2,16}$/.test(words[index - 1] ?? "");
      return isValue && /\s/.test(word) && !word.includes('"') ? `"${word}"` : word;
    })
    .join(" ");
}
