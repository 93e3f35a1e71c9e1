import { readFileSync } from "node:fs";
import { type Prompt, parsePrompt } from "../core/prompt.ts";
import type { Prompts } from "../core/written/index.ts";

/** Every prompt of `prompts/`. Throws SyntaxError for one that is not as `parsePrompt` takes it. */
export const loadPrompts = (): Prompts => ({
  answer: loadPrompt("answer"),
  briefing: loadPrompt("briefing"),
  digest: loadPrompt("digest"),
  translate: loadPrompt("translate"),
});

const loadPrompt = (name: string): Prompt =>
  parsePrompt(name, readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), "utf8"));
