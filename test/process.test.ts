import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** The terminal as people start it: a process of its own, its own data folder, no network. */
interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "verbatim-process-"));
});
afterAll(() => rm(folder, { recursive: true }));

function run(args: readonly string[], input = "", settings: Record<string, string> = {}): Promise<Ended> {
  const main = join(import.meta.dirname, "../src/main.ts");
  const env = { PATH: process.env.PATH ?? "", VERBATIM_DATA: join(folder, "data"), ...settings };
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, env });
  let output = "";
  let errors = "";
  child.stdout.on("data", (chunk) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, output, errors: errors.replaceAll(PATIENCE, "") }));
  });
}

/** A busy machine may need more than the second after which people are told that work goes on. */
const PATIENCE = "Still reading… (Ctrl-C stops)\n";

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

async function subFolder(name: string): Promise<string> {
  await mkdir(join(folder, name), { recursive: true });
  return `./${name}`;
}

const ARTICLE = `Ferry line to close for the winter

The ferry between Aldmouth and Brack will stop running on Friday, the harbour board said on Monday.

"We cannot ask a crew to cross in that swell," harbour master Ines Calder told reporters.
`;

describe("one command a process", () => {
  it("briefs a file, then answers about it from the store, with exit code 0", async () => {
    const briefed = await run(["brief", await file("ferry.txt", ARTICLE)]);
    expect(briefed).toMatchObject({ code: 0, errors: "" });
    expect(briefed.output).toContain("Ferry line to close for the winter\nPasted text");
    expect(briefed.output).toContain('"We cannot ask a crew to cross in that swell"');
    const answer = await run(["said", "who talked about the swell?"]);
    expect(answer.code).toBe(0);
    expect(answer.output).toContain("Ines Calder");
  });

  it("ends with 1 when something was not said", async () => {
    expect(await run(["said", "what did Calder say about Mars?", "in:last"])).toMatchObject({ code: 1 });
  });

  it("ends with 2 and one sentence when it is used wrongly", async () => {
    expect(await run(["breif"])).toMatchObject({ code: 2, output: expect.stringContaining("Did you mean /brief?") });
    expect(await run(["brief", "last", "--lenght", "line"])).toMatchObject({
      code: 2,
      output: expect.stringContaining("Did you mean length:?"),
    });
  });

  it("reads what is piped in", async () => {
    expect((await run(["brief", "-"], ARTICLE)).output).toContain("Ferry line to close");
    expect((await run(["brief"], ARTICLE)).output).toContain("Ferry line to close");
  });

  it("prints JSON for programs", async () => {
    const { output } = await run(["brief", "ferry.txt", "--json"]);
    expect(JSON.parse(output)).toMatchObject({
      outcome: "ok",
      data: { headline: "Ferry line to close for the winter" },
    });
  });

  it("works through a conversation that is piped in", async () => {
    const { output, code } = await run(
      [],
      "/brief ferry.txt length:line\n@verbatim who is quoted?\nand what did she say?\nexit\nnever read\n",
    );
    expect(code).toBe(0);
    expect(output).toContain("Ines Calder");
    expect(output).not.toContain("never read");
  });
});

describe("a source that cannot be read ends with 3 and one sentence that says what to do", () => {
  it.each([
    ["a missing file", async () => "nowhere.txt", "There is no file nowhere.txt."],
    ["a folder", () => subFolder("sub"), "./sub is a folder."],
    ["an empty file", () => file("empty.txt", ""), "empty.txt holds no words"],
    ["a binary file", () => file("binary.txt", new Uint8Array([1, 2, 0, 3, 0, 250])), "binary.txt"],
    ["an office document", () => file("paper.txt", "PK\x03\x04"), "paste the text instead"],
    ["more than 10 MB", () => file("large.txt", "words and more words\n".repeat(560_000)), "larger than 10 MB"],
  ])("%s", async (_, prepare, sentence) => {
    const { code, output, errors } = await run(["brief", await prepare()]);
    expect({ code, errors }).toEqual({ code: 3, errors: "" });
    expect(output).toContain(sentence);
    expect(output.trim().split("\n")).toHaveLength(1);
  });

  it("and nothing of it is stored", async () => {
    const data = { VERBATIM_DATA: join(folder, "fresh") };
    await run(["brief", "empty.txt"], "", data);
    expect((await run(["verbatim", "status"], "", data)).output).toContain("Nothing has been read here yet");
  });
});

describe("a text that gives little", () => {
  it("in windows-1252 is read as it was meant", async () => {
    const latin = Buffer.from(ARTICLE.replaceAll("Ines", "In\u00e9s"), "latin1");
    expect((await run(["brief", await file("latin.txt", latin)])).output).toContain("In\u00e9s Calder");
  });

  it("without a quotation says so", async () => {
    const { code, output } = await run([
      "brief",
      await file("quiet.txt", "Rain fell on Tuesday. The river rose by a metre and the road was closed until evening."),
    ]);
    expect(code).toBe(0);
    expect(output).toMatch(/no quotation|nobody is quoted/i);
  });

  it("in another language says which, and still finds what stands in quotation marks", async () => {
    const german =
      "Die Brücke bleibt bis Ostern gesperrt, teilte die Stadt am Montag mit.\n\n„Wir können das nicht verantworten“, sagte die Bürgermeisterin Anna Vogt den Reportern. Der Verkehr wird über den Ring geleitet, und die Busse fahren nicht.";
    const { output } = await run(["brief", await file("bruecke.txt", german)]);
    expect(output).toContain("This reads as German");
    const said = await run(["said", "who is quoted?"]);
    expect(said.output).toContain("German");
    expect(said.output).toContain('"Wir können das nicht verantworten"');
    expect((await run(["said", "was hat Anna Vogt gesagt?"])).output).not.toContain("not quoted");
  });
});

describe("a batch", () => {
  it("answers each line in its place and goes on after a bad one", async () => {
    const lines = [
      JSON.stringify({ id: "a", text: ARTICLE }),
      "not json",
      JSON.stringify({ id: "b" }),
      JSON.stringify({ id: "c", text: "Rain." }),
    ];
    const { code, output } = await run(["statements", "--jsonl"], lines.join("\n"));
    const answers = output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers).toMatchObject([
      { id: "a", attributions: expect.arrayContaining([expect.objectContaining({ kind: "direct" })]) },
      { line: 2, error: expect.any(String) },
      { id: "b", line: 3, error: expect.stringContaining("text") },
      { id: "c", attributions: [] },
    ]);
  });

  it("asks and checks about the articles of a file", async () => {
    const articles = ["--articles", await file("articles.jsonl", `${JSON.stringify({ id: "a", text: ARTICLE })}\n`)];
    const said = await run(
      ["said", "--jsonl", ...articles],
      JSON.stringify({ id: 1, article: "a", question: "who spoke of the swell?" }),
    );
    expect(JSON.parse(said.output)).toMatchObject({ id: 1, answerable: true, speakers: ["Ines Calder"] });
    const start = ARTICLE.indexOf('"We cannot');
    const claim = {
      kind: "quote",
      speaker: "Calder",
      quote: "We cannot ask a crew to cross in that swell",
      cites: [{ start, end: start + 46 }],
    };
    const check = await run(["check", "--jsonl", ...articles], JSON.stringify({ id: 2, article: "a", claim }));
    expect(JSON.parse(check.output)).toEqual({ id: 2, accept: true, reasons: [] });
    const lost = await run(["said", "--jsonl", ...articles], JSON.stringify({ id: 3, article: "z", question: "who?" }));
    expect(JSON.parse(lost.output)).toMatchObject({ id: 3, line: 1, error: expect.stringContaining('"z"') });
  });

  it("tells which items are one story", async () => {
    const items = [
      { id: "a", title: "Ferry line to close for the winter", text: ARTICLE },
      { id: "b", title: "Ferry to close", text: ARTICLE },
      {
        id: "c",
        title: "Wheat prices fall",
        text: "Wheat fell by a tenth in early trading on Friday, and barley with it.",
      },
    ];
    const { output } = await run(
      ["stories", "--jsonl"],
      ["nonsense", ...items.map((item) => JSON.stringify(item))].join("\n"),
    );
    expect(
      output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { line: 1, error: expect.any(String) },
      { id: "a", story: "a" },
      { id: "b", story: "a", copyOf: "a" },
      { id: "c", story: "c" },
    ]);
  });

  it("of an unknown kind names the kinds", async () => {
    expect(await run(["shout", "--jsonl"])).toMatchObject({ code: 2, errors: expect.stringContaining("statements") });
  });
});

describe("settings", () => {
  it("that are wrong end the start with one line each, without their values", async () => {
    const { code, errors } = await run([], "", { SLACK_BOT_TOKEN: "xoxb-your-token", DISCORD_TOKEN: "canary" });
    expect(code).toBe(2);
    expect(
      errors
        .trim()
        .split("\n")
        .map((line) => line.split(":")[0]),
    ).toEqual(["SLACK_BOT_TOKEN", "DISCORD_TOKEN", "SLACK_APP_TOKEN"]);
    expect(errors).not.toMatch(/canary|your-token/);
  });

  it("are read from .env, with its quotes and line ends", async () => {
    await file(".env", '\uFEFF# mine\r\nVERBATIM_DATA="elsewhere"\r\n');
    await run(["brief", "ferry.txt"], "", { VERBATIM_DATA: "" });
    expect((await run(["verbatim", "status"], "", { VERBATIM_DATA: "elsewhere" })).output).toContain(
      "1 article is kept here",
    );
  });
});
