import { describe, expect, it } from "vitest";
import { readArguments } from "../../../../src/adapters/platforms/terminal/arguments.ts";

describe("shell arguments", () => {
  it("alone open the prompt", () => {
    expect(readArguments([])).toEqual({ type: "prompt" });
    expect(readArguments(["prompt"])).toEqual({ type: "prompt" });
  });

  it.each([
    [["brief", "a.txt", "length:line"], "a.txt length:line"],
    [["brief", "a.txt", "--focus", "two words"], 'a.txt --focus "two words"'],
    [["brief", "a.txt", "focus:two words"], 'a.txt focus:"two words"'],
    [["said", "who said that?"], "who said that?"],
    [["brief", "https://example.org/a b"], "https://example.org/a b"],
  ])("%j keep the grammar of a typed line", (argv, line) => {
    expect(readArguments(argv)).toMatchObject({ type: "command", line, json: false });
  });

  it("know --json, --jsonl, --help and --version", () => {
    expect(readArguments(["brief", "--json", "a.txt"])).toEqual({
      type: "command",
      name: "brief",
      line: "a.txt",
      json: true,
    });
    expect(readArguments(["said", "--jsonl", "--articles", "a.jsonl"])).toEqual({
      type: "batch",
      name: "said",
      articles: "a.jsonl",
    });
    expect(readArguments(["--help"])).toMatchObject({ name: "verbatim", line: "help" });
    expect(readArguments(["--version"])).toMatchObject({ name: "verbatim", line: "about" });
  });
});
