import { UserError } from "../errors.ts";
import type { Digest, Selection } from "./digest.ts";
import { readSchedule } from "./schedule.ts";

/** What somebody gives for a digest, as typed; what they leave out stays as it is. */
export interface DigestDraft {
  readonly name?: string | undefined;
  readonly at?: string | undefined;
  readonly on?: string | undefined;
  readonly tz?: string | undefined;
  readonly sources?: string | undefined;
  readonly topics?: string | undefined;
  readonly not?: string | undefined;
  readonly top?: string | undefined;
  readonly empty?: "skip" | "say" | undefined;
  readonly missed?: "send" | "skip" | undefined;
}

const MOST_STORIES = 20;

/** The digest with what was typed for it. Throws UserError, with an example, for what cannot be read. */
export function changeDigest(digest: Digest, draft: DigestDraft): Digest {
  const typed = { at: draft.at ?? null, on: draft.on ?? null, tz: draft.tz ?? null };
  return {
    ...digest,
    schedule: readSchedule(typed, digest.schedule),
    selection: readSelection(digest.selection, draft),
    empty: draft.empty ?? digest.empty,
    missed: draft.missed ?? digest.missed,
  };
}

function readSelection(known: Selection, draft: DigestDraft): Selection {
  return {
    sources: draft.sources === undefined ? known.sources : readList(draft.sources),
    topics: draft.topics === undefined ? known.topics : readList(draft.topics),
    not: draft.not === undefined ? known.not : readList(draft.not),
    top: draft.top === undefined ? known.top : readTop(draft.top),
  };
}

/** Words parted by commas; "all" and "none" mean that nothing is left out. */
function readList(typed: string): readonly string[] {
  const words = typed
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  return words.length === 1 && /^(?:all|any|none)$/i.test(words[0] ?? "") ? [] : words.slice(0, 20);
}

function readTop(typed: string): number {
  const top = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
  if (top >= 1 && top <= MOST_STORIES) return top;
  throw new UserError(
    "usage",
    "bad-top",
    `top: takes a number from 1 to ${MOST_STORIES}; “${typed}” is none. Try: top:5`,
  );
}

/** A name people can type. Throws UserError. */
export function readName(typed: string): string {
  const name = typed.trim();
  if (/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,39}$/u.test(name)) return name;
  throw new UserError(
    "usage",
    "bad-name",
    "A digest's name has letters and digits, 40 at most. Try: /digest add morning at:08:00",
  );
}
