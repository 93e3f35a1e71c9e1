import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadPrompts } from "../../src/app/prompts.ts";
import { fillPrompt, parsePrompt } from "../../src/core/prompt.ts";

const SOURCE = "inputs: article, most\n\n# System\nBe brief.\n\n# User\nAt most {{most}}.\n{{article}}\n";

describe("a prompt's file", () => {
  it("gives what stands under its headings, and a version that changes with any letter of it", () => {
    const prompt = parsePrompt("briefing", SOURCE);
    expect(prompt).toMatchObject({ system: "Be brief.", user: "At most {{most}}.\n{{article}}", again: "" });
    expect(prompt.version).toMatch(/^briefing@[0-9a-f]{8}$/);
    expect(parsePrompt("briefing", SOURCE.replace("brief.", "brief!")).version).not.toBe(prompt.version);
  });

  it.each([
    ["an input nobody uses", SOURCE.replace("article, most", "article, most, limit"), "limit"],
    ["an input nobody declares", SOURCE.replace("{{most}}", "{{most}} {{limit}}"), "limit"],
    ["inputs in its standing part", SOURCE.replace("Be brief.", "Be {{most}}."), "takes no inputs"],
    ["no user's part", SOURCE.split("# User")[0] ?? "", "# User"],
    ["no inputs line", SOURCE.replace("inputs:", "input:"), "inputs:"],
  ])("is refused with %s", (_, source, said) => {
    expect(() => parsePrompt("briefing", source)).toThrow(SyntaxError);
    expect(() => parsePrompt("briefing", source)).toThrow(said);
  });
});

describe("filling", () => {
  it("is done once: what looks like a placeholder in a value stays text", () => {
    expect(fillPrompt("{{a}} and {{b}}", { a: "{{b}} $& $1", b: "two" })).toBe("{{b}} $& $1 and two");
  });

  it("wants every value", () => {
    expect(() => fillPrompt("{{a}}", {})).toThrow(TypeError);
  });
});

it("every file of prompts/ is one, and is used", () => {
  const files = readdirSync(new URL("../../prompts", import.meta.url)).filter((file) => file !== "README.md");
  expect(Object.values(loadPrompts()).map(({ version }) => `${version.split("@")[0]}.md`)).toEqual(files);
});
