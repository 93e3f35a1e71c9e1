import { commands } from "../../commands/index.ts";
import type { Config } from "../config.ts";
import { createCore } from "../core/core.ts";
import { UserError } from "../core/errors.ts";
import { createInbox } from "../core/inbox/index.ts";
import { createNewsroom, type Newsroom } from "../core/newsroom.ts";
import type { Inbox, Intake, Place, Platform } from "../core/ports.ts";
import type { Log } from "../log/log.ts";
import { createTurns } from "../turns.ts";
import type { Engine } from "./engine.ts";

export interface RoomParts {
  readonly config: Config;
  readonly engine: Engine;
  /** Where replies can be posted. */
  readonly platforms: readonly Platform[];
  readonly now: () => number;
  readonly log: Log;
  readonly reportBug: (error: unknown) => string;
}

/** What people ask, and what goes on without being asked. */
export interface Rooms {
  readonly inbox: Inbox;
  readonly newsroom: Newsroom;
  readonly intake: Intake;
}

/** The rooms of the core, over what is kept, what is read, and the platforms replies go to. */
export async function openRooms({ config, engine, platforms, now, log, reportBug }: RoomParts): Promise<Rooms> {
  const { createReaders } = await import("../adapters/intake/intake.ts");
  const { store, queue } = engine;
  const { intake, feeds: reader } = createReaders({ ...config.web, now });
  const turn = createTurns();
  const platformOf = (place: Place): Platform => {
    const found = platforms.find(({ name }) => name === place.platform);
    if (found !== undefined) return found;
    throw new UserError("not-found", "no-platform", `Nothing runs for ${place.platform} here.`);
  };
  const opened = config.model === null ? null : (await import("./writer.ts")).openWriter(config, store, now, log);
  const writer = opened === null ? {} : { writer: opened };
  const newsroom = createNewsroom({
    ...writer,
    store,
    queue,
    intake,
    reader,
    readOutlines: async (file) => (await import("../adapters/intake/opml.ts")).readOpml(file),
    post: async (place, reply, key) => platformOf(place).post(place, reply, key),
    tell: async (person, place, reply, key) => platformOf(place).tell(person, place.tenant, reply, key),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now,
    random: Math.random,
    turn,
    report: reportBug,
  });
  const core = createCore({ intake, store, newsroom, now, ...writer });
  return { inbox: createInbox({ core, commands, turn, reportBug }), newsroom, intake };
}
