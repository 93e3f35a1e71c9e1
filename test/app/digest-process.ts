import { openEngine } from "../../src/app/engine.ts";
import { createPlatforms } from "../../src/app/platforms.ts";
import { openPostgresEngine } from "../../src/app/postgres-engine.ts";
import { openWriter } from "../../src/app/writer.ts";
import { readConfig } from "../../src/config.ts";
import type { Place, Platform, Store } from "../../src/core/ports.ts";
import type { Reply } from "../../src/core/reply.ts";
import { newsroomOver } from "../standins/newsroom.ts";

/**
 * A process that plans and delivers every digest that is due, from a folder's file or a postgres:// address, until there is none
 * left. Run by digest-kill.test.ts; it kills itself, as SIGKILL does, when it comes to a point of a delivery for the so-many-th time.
 */
const [where = "", environment = "{}", place = "{}", point = "none", times = "0"] = process.argv.slice(2);

let passed = 0;
/** Names a point of a delivery; at the one that was told this process is no more. */
function pass(name: string): void {
  if (name !== point) return;
  passed += 1;
  if (passed === Number(times)) process.kill(process.pid, "SIGKILL");
}

const log = { info: () => undefined, bug: (_: string, error: unknown) => console.error(error) };
const now = (): number => Date.now();
const open = where.startsWith("postgres:") ? openPostgresEngine : openEngine;
const { store, queue, close } = await open(where, now, (error) => console.error(error));
const config = readConfig(JSON.parse(environment));
const [seated] = await createPlatforms(config, store, now, log);
if (seated === undefined) throw new Error("Expected a platform");
const { platform } = seated;
const writer = openWriter(config, watched(store), now, log);
const newsroom = newsroomOver(watched(store), now, {
  queue,
  post: (...given) => post(platform, ...given),
  ...(writer === null ? {} : { writer }),
});
await queue.work("digest", 4, async (job, signal) => {
  pass("after claim");
  await newsroom.work(job, signal);
});
await newsroom.plan();
process.send?.("at work");
await done();
await queue.stop();
await platform.stop();
await close();
process.disconnect();

async function post(to: Platform, at: Place, reply: Reply, key: string): Promise<void> {
  pass("before send");
  await to.post(at, reply, key);
  pass("after send");
}

/** The store, with a point before an answer of a model is kept, and one before a slot is marked. */
function watched({ slots, modelCalls, ...rest }: Store): Store {
  return {
    ...rest,
    modelCalls: {
      find: (...given) => modelCalls.find(...given),
      about: (...given) => modelCalls.about(...given),
      spent: (...given) => modelCalls.spent(...given),
      record: async (...given) => {
        pass("before keep");
        await modelCalls.record(...given);
      },
    },
    slots: {
      find: (...given) => slots.find(...given),
      build: (...given) => slots.build(...given),
      recent: (...given) => slots.recent(...given),
      forget: (...given) => slots.forget(...given),
      finish: async (...given) => {
        pass("before mark");
        await slots.finish(...given);
      },
    },
  };
}

/** Resolves when every digest's slot of today has come to its end. */
async function done(): Promise<void> {
  const scope = JSON.parse(place) as Place;
  for (;;) {
    const digests = await store.digests.list(scope);
    const slots = await Promise.all(digests.map(({ id, lastDate }) => store.slots.find(id, lastDate ?? "")));
    if (slots.every((slot) => slot !== null && slot.state !== "planned" && slot.state !== "built")) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
