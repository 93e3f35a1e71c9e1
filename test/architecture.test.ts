import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

const IMPORT =
  /^\s*(?:import|export)\b[^'"]*?from\s*["']([^"']+)["']|^\s*import\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** What each room may import: a folder's path, a file, or a package by name. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  "src/core/": ["src/core/", "node:crypto", "temporal-polyfill"],
  "commands/": ["commands/", "src/core/"],
  "src/adapters/platforms/slack/": [
    "src/core/",
    "src/adapters/platforms/slack/",
    "src/adapters/platforms/escape.ts",
    "@slack/",
    "node:",
  ],
  "src/adapters/platforms/discord/": [
    "src/core/",
    "src/adapters/platforms/discord/",
    "src/adapters/platforms/escape.ts",
    "discord.js",
    "node:",
  ],
  "src/adapters/platforms/terminal/": [
    "src/core/",
    "src/adapters/platforms/terminal/",
    "src/adapters/platforms/escape.ts",
    "node:",
  ],
  "src/adapters/database/": ["src/core/", "src/adapters/database/", "pg", "node:"],
  "src/adapters/store/": ["src/core/", "src/adapters/database/", "src/adapters/store/", "node:"],
  "src/adapters/queue/": ["src/core/", "src/adapters/database/", "src/adapters/queue/", "pg-boss", "node:"],
  "src/adapters/model/": ["src/core/", "src/adapters/model/", "openai"],
  "src/adapters/intake/": [
    "src/core/",
    "src/adapters/intake/",
    "entities",
    "htmlparser2",
    "robots-parser",
    "unpdf",
    "node:",
  ],
  "src/adapters/http/": ["src/core/", "src/adapters/http/", "prom-client", "node:"],
  "src/log/": ["src/log/", "pino"],
  "src/main.ts": ["src/app.ts", "src/config.ts", "src/node-version.ts", "src/compile-cache.cjs"],
};

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? "")
    .map((to) => (to.startsWith(".") ? normalize(join(dirname(file), to)) : to));

const filesIn = (room: string): readonly string[] => (room.endsWith(".ts") ? [room] : globSync(`${room}**/*.ts`));

function strays(room: string, pattern: RegExp): readonly string[] {
  return filesIn(room).filter((file) => pattern.test(readFileSync(file, "utf8")));
}

describe("the dependency rule", () => {
  it.each(Object.entries(rooms))("%s imports only what its room allows", (room, allowed) => {
    const found = filesIn(room).flatMap((file) =>
      importsOf(file)
        .filter((to) => !allowed.some((path) => to === path || (/[/:]$/.test(path) && to.startsWith(path))))
        .map((to) => `${file} → ${to}`),
    );
    expect(found).toEqual([]);
  });

  it("every room that is listed exists", () => {
    expect(Object.keys(rooms).filter((room) => filesIn(room).length === 0)).toEqual([]);
  });
});

describe("what belongs in one place stays there", () => {
  it("only config.ts reads the environment", () => {
    expect(strays("src/", /process\.env/)).toEqual(["src/config.ts"]);
  });

  it("only app.ts passes the clock", () => {
    expect([
      ...strays("src/core/", /Date\.now|new Date\(\)|Math\.random/),
      ...strays("commands/", /Date\.now|Math\.random/),
    ]).toEqual([]);
  });

  it("only receipt.ts makes a Receipt", () => {
    expect(strays("src/", /\bas Receipt\b/)).toEqual(["src/core/receipt.ts"]);
  });

  it("core and commands know no platform's words", () => {
    const words = /\b(slack|discord|thread_ts|ephemeral|embeds?|blocks)\b/;
    expect([...strays("src/core/", words), ...strays("commands/", words)]).toEqual([]);
  });

  it("no file is longer than 300 lines", () => {
    const long = globSync("{src,commands,test,bench}/**/*.ts").filter(
      (file) => readFileSync(file, "utf8").split("\n").length > 301,
    );
    expect(long).toEqual([]);
  });
});
