import { createHash } from "node:crypto";

/** What a model is asked in one kind of call, as a file of `prompts/` has it. */
export interface Prompt {
  /** Name and content hash, "briefing@9f31c2a0": kept with everything the prompt led to. */
  readonly version: string;
  /** Sent first and always the same, so that a maker may keep it ready. */
  readonly system: string;
  readonly user: string;
  /** What is asked once more, when something in the answer failed its check; "" where nothing is. */
  readonly again: string;
}

/** Values by input name. */
export type PromptValues = Readonly<Record<string, string>>;

const HEADING = /^# (System|User|Again)$/m;
const PLACEHOLDER = /\{\{(\w+)\}\}/g;

/**
 * Reads `prompts/<name>.md`: an `inputs:` line, then `# System`, `# User` and perhaps `# Again`. Throws SyntaxError where one is
 * missing, where an input is declared and not used or used and not declared, and where the standing part takes inputs.
 */
export function parsePrompt(name: string, source: string): Prompt {
  const [head = "", ...sections] = source.split(HEADING);
  const parts = new Map(
    sections.flatMap((title, index) => (index % 2 === 0 ? [[title, sections[index + 1] ?? ""]] : [])),
  );
  const [system, user, again = ""] = ["System", "User", "Again"].map((title) => parts.get(title)?.trim());
  if (!head.startsWith("inputs:") || !system || !user)
    throw new SyntaxError(`prompts/${name}.md: expected "inputs: …", "# System" and "# User"`);
  const inputs = head
    .slice("inputs:".length)
    .split(",")
    .map((input) => input.trim());
  const used = placeholdersIn(user + again);
  const stray = [
    ...inputs.filter((input) => !used.includes(input)),
    ...used.filter((input) => !inputs.includes(input)),
  ];
  if (stray.length > 0)
    throw new SyntaxError(`prompts/${name}.md: expected to be declared and used: ${stray.join(", ")}`);
  if (placeholdersIn(system).length > 0) throw new SyntaxError(`prompts/${name}.md: "# System" takes no inputs`);
  const version = `${name}@${createHash("sha256").update(source).digest("hex").slice(0, 8)}`;
  return { version, system, user, again };
}

const placeholdersIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(PLACEHOLDER), ([, input = ""]) => input);

/** Puts the values in, each once: `{{…}}` inside a value stays text. Throws TypeError for a value that is missing. */
export const fillPrompt = (text: string, values: PromptValues): string =>
  text.replaceAll(PLACEHOLDER, (_, input: string) => {
    const value = values[input];
    if (value === undefined) throw new TypeError(`Expected a value for the prompt's input "${input}", got none`);
    return value;
  });
