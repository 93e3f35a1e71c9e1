import type { Call } from "../../../core/ports.ts";
import { PLATFORM } from "./begin.ts";
import { type Hints, type People, personOf, type Standing } from "./people.ts";

/** What an envelope tells of where it was sent from. */
export interface Origin extends Hints {
  readonly team: string;
  readonly thread: string | null;
}

/** Public and private channels, as a mention of one gives them: https://docs.slack.dev/reference/objects/conversation-object */
const CHANNEL = /^#([CG][A-Z0-9]+)$/;

/** The call of somebody who stands there so. */
export function callOf(origin: Origin, standing: Standing, people: People, signal: AbortSignal): Call {
  const { team: tenant, channel, thread } = origin;
  return {
    place: { platform: PLATFORM, tenant, channel, thread, private: standing.private },
    person: personOf(origin.user, standing),
    signal,
    async elsewhere(named) {
      const id = CHANNEL.exec(named)?.[1];
      const there = id === undefined ? null : { ...origin, channel: id, thread: null, private: null };
      const found = there === null ? null : await people.findIn(there);
      return there === null || found === null ? null : callOf(there, found, people, signal);
    },
  };
}
