import type { Place } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { Schedule } from "./schedule.ts";
import type { SlotTime } from "./slots.ts";

/** What goes into a digest. */
export interface Selection {
  /** Names or tags of the channel's sources; empty means all of them. */
  readonly sources: readonly string[];
  /** A story must be about one of them; empty means any story. */
  readonly topics: readonly string[];
  /** A story about one of them is left out. */
  readonly not: readonly string[];
  /** How many stories at most. */
  readonly top: number;
}

/** A scheduled set of stories for one channel. */
export interface Digest {
  readonly id: string;
  /** Where it is posted, and whose it is. */
  readonly place: Place;
  /** Unique in its channel, whatever the case. */
  readonly name: string;
  /** The id of the person who set it up: they are told when it cannot be posted any more. */
  readonly owner: string;
  readonly schedule: Schedule;
  readonly selection: Selection;
  /** What to do when there is nothing to tell. */
  readonly empty: "skip" | "say";
  /** What to do when its time has passed while nothing ran. */
  readonly missed: "send" | "skip";
  /** Why it does not go out at present; null while it does. */
  readonly paused: string | null;
  /** The local date that was planned last: never planned again, whatever the clock says. */
  readonly lastDate: string | null;
  /** Null while paused. */
  readonly next: SlotTime | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** A story that was told. */
export interface ToldStory {
  readonly headline: string;
  /** Articles that tell it, the one quoted first. */
  readonly articles: readonly string[];
  /** Different publishers. */
  readonly outlets: number;
  /** Reports that are no copies of another. */
  readonly origins: number;
  /** Those of the digest's topics it is about. */
  readonly topics: readonly string[];
  /** more: told before, and somebody has said something new. */
  readonly news: "new" | "more";
}

/** A story that was left out, and why. */
export interface LeftStory {
  readonly headline: string;
  readonly reason: "below top" | "other topic" | "excluded" | "told before" | "not readable";
}

/** A digest as it is posted: kept before it is, so that a second try posts the same words. */
export interface Edition {
  readonly reply: Reply;
  readonly told: readonly ToldStory[];
  readonly left: readonly LeftStory[];
}

/**
 * planned: its job waits · built: the words are kept, it may stand already · sent: it stands · empty: there was nothing to
 * tell · missed: its window passed · refused: its channel does not take it.
 */
export type SlotState = "planned" | "built" | "sent" | "empty" | "missed" | "refused";

/** One time a digest was due, and what became of it. */
export interface Slot extends SlotTime {
  readonly digestId: string;
  readonly state: SlotState;
  /** Milliseconds since 1970; null before it was built. */
  readonly builtAt: number | null;
  readonly edition: Edition | null;
}
