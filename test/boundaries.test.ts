import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../commands/index.ts";
import { createIntake } from "../src/adapters/intake/intake.ts";
import { memoryStore } from "../src/adapters/store/memory.ts";
import { ConfigError, readConfig } from "../src/config.ts";
import { createCore } from "../src/core/core.ts";
import { nowhereElse } from "../src/core/elsewhere.ts";
import { UserError } from "../src/core/errors.ts";
import { createInbox } from "../src/core/inbox/index.ts";
import type { Call } from "../src/core/ports.ts";
import { settings } from "../src/settings.ts";
import { newsroomOver } from "./standins/newsroom.ts";

/** Whatever arrives at a door of the process is answered, or refused in a sentence; it is never a fault of ours. */

const ARTICLE = `Ferry line to close

"We cannot ask a crew to cross in that swell," harbour master Ines Calder told reporters on Monday. She denied that the boats were unsafe.
`;

const call: Call = {
  place: { platform: "test", tenant: "t", channel: "c", private: false, thread: null },
  person: { id: "p", name: "Pat", manager: true },
  signal: new AbortController().signal,
  elsewhere: nowhereElse,
};

const faults: unknown[] = [];
const intake = createIntake({ resolve: async () => [] });
const store = memoryStore(() => 0);
const inbox = createInbox({
  core: createCore({ intake, store, newsroom: newsroomOver(store, () => 0), now: () => 0 }),
  commands,
  turn: async () => undefined,
  reportBug: (error) => String(faults.push(error)),
});

/** Pieces that mean something to a door, between pieces that mean nothing. */
const PIECES = fc.oneof(
  fc.constantFrom(
    ...['"', "“", "”", "''", "«", "in:", "last", "7d", "length:", "speaker:", "--", "=", ",", "\n\n", "\0", "\u202E"],
    ...["Calder said ", "who said ", "she", "http://", "<@U1>", "@everyone", "__proto__", "constructor", "WALLACE: "],
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const text = fc.array(PIECES, { maxLength: 24 }).map((pieces) => pieces.join(""));
const anyCommand = fc.constantFrom(...commands.map(({ name }) => name), "", "toString", "__proto__");

async function expectNoFault(work: Promise<unknown>): Promise<void> {
  await work;
  expect(faults).toEqual([]);
}

describe("every door of the process", () => {
  it("answers any typed line", async () => {
    await inbox.command({ ...call, name: "brief", input: { type: "line", line: ARTICLE, uploads: [] } });
    const typed = fc.asyncProperty(anyCommand, text, (name, line) =>
      expectNoFault(inbox.command({ ...call, name, input: { type: "line", line, uploads: [] } })),
    );
    await fc.assert(typed, { numRuns: 400 });
  });

  it("answers any options a platform hands on", async () => {
    const values = fc.dictionary(fc.oneof(text, fc.constantFrom("article", "question", "in", "kind", "to")), text);
    const handed = fc.asyncProperty(anyCommand, fc.option(text), values, (name, verb, given) =>
      expectNoFault(inbox.command({ ...call, name, input: { type: "options", verb, values: given } })),
    );
    await fc.assert(handed, { numRuns: 300 });
  });

  it("answers any mention, question and draft", async () => {
    const said = fc.asyncProperty(text, async (words) => {
      await expectNoFault(inbox.mention({ ...call, text: words, uploads: [], addressed: true }));
      const options = { type: "options", verb: null, values: { draft: `${words} Calder said.`, in: "last" } } as const;
      await expectNoFault(inbox.command({ ...call, name: "check", input: options }));
    });
    await fc.assert(said, { numRuns: 200 });
  });

  it("reads any bytes, or says what to do instead", async () => {
    const files = fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), text), async (given) => {
      const bytes = typeof given === "string" ? new TextEncoder().encode(given) : given;
      const read = intake.read({ type: "upload", upload: { name: "file", bytes } }, call.signal);
      const outcome = await read.catch((error: unknown) => error);
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(UserError);
    });
    await fc.assert(files, { numRuns: 200 });
  });

  it("takes any settings, or lists what is wrong without a value", () => {
    const secret = fc.string({ minLength: 12, maxLength: 40 }).filter((value) => /^\S{12,}$/.test(value));
    const keys = settings.map(({ key }) => key);
    const configured = fc.property(fc.dictionary(fc.constantFrom(...keys), secret), (env) => {
      try {
        readConfig(env);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        for (const value of Object.values(env)) expect(error.message).not.toContain(value);
      }
    });
    fc.assert(configured, { numRuns: 300 });
  });
});
