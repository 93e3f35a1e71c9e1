import { createHash } from "node:crypto";
import { UserError } from "../errors.ts";
import { requireManager } from "../permission.ts";
import type { Call, Place } from "../ports.ts";
import type { Reply } from "../reply.ts";
import { findNearest } from "../text/nearest.ts";
import { type DeliveryParts, deliverSlot } from "./deliver.ts";
import type { Digest, Slot } from "./digest.ts";
import { changeDigest, type DigestDraft, readName } from "./draft.ts";
import { makeEdition } from "./make.ts";
import { slotJob } from "./planner.ts";
import type { Schedule } from "./schedule.ts";
import { askedSlot, nextSlots } from "./slots.ts";
import type { Explained, SentNow, ShownDigest } from "./wording.ts";

/** What people do with digests. Changes are for managers. A name that is left out means the channel's only digest. */
export interface DigestDesk {
  add(draft: DigestDraft, call: Call): Promise<ShownDigest>;
  edit(draft: DigestDraft, call: Call): Promise<ShownDigest>;
  list(call: Call): Promise<readonly Digest[]>;
  show(name: string | null, call: Call): Promise<ShownDigest>;
  pause(name: string | null, call: Call): Promise<Digest>;
  resume(name: string | null, call: Call): Promise<ShownDigest>;
  remove(name: string | null, call: Call): Promise<Digest>;
  /** As it would go out now; nothing is posted or remembered. */
  preview(name: string | null, call: Call): Promise<Reply>;
  /** Posts it here now; what it tells is not told again. */
  send(name: string | null, call: Call): Promise<SentNow>;
  /** Its last slot. */
  why(name: string | null, call: Call): Promise<Explained>;
  /** What a "why" button is about. */
  whyStory(subject: string, call: Call): Promise<Explained>;
  suggest(typed: string, call: Call): Promise<readonly string[]>;
}

export interface DeskParts extends DeliveryParts {
  /** Where nobody has said which: that of the machine. */
  readonly zone: string;
  /** Brings the channel's sources up to date, where no service does that all the time. */
  refresh(call: Call): Promise<void>;
}

const MOST_DIGESTS = 20;
const NEXT_SHOWN = 3;
const PAST_SHOWN = 3;
/** If this process ends before an asked digest stands, the queue goes on with it after so long. */
const RESCUE_AFTER = 2 * 60_000;

const NEW: Pick<Digest, "selection" | "empty" | "missed"> = {
  selection: { sources: [], topics: [], not: [], top: 5 },
  empty: "skip",
  missed: "send",
};

export function createDigestDesk(parts: DeskParts): DigestDesk {
  const { store, now } = parts;

  async function find(name: string | null, { place }: Call): Promise<Digest> {
    const digests = await store.digests.list(place);
    const [only, ...others] = digests;
    const found =
      name === null ? (others.length === 0 ? only : undefined) : digests.find((digest) => isNamed(digest, name));
    if (found === undefined) throw notFound(name, digests);
    return found;
  }

  /** The digest, and its sources brought up to date. Throws UserError where the channel has none. */
  async function findReady(name: string | null, call: Call): Promise<Digest> {
    const digest = await find(name, call);
    if ((await store.subscriptions.list(call.place)).length === 0) throw noSource();
    await parts.refresh(call);
    return digest;
  }

  async function save(digest: Digest): Promise<ShownDigest> {
    const next = digest.paused === null ? upcoming(digest) : [];
    const saved = { ...digest, next: next[0] ?? null };
    await store.digests.save(saved);
    return { digest: saved, next, past: [] };
  }

  const upcoming = (digest: Digest) => nextSlots(digest.schedule, now(), digest.lastDate, NEXT_SHOWN);

  async function addDigest(draft: DigestDraft, call: Call): Promise<ShownDigest> {
    requireManager(call);
    const digests = await store.digests.list(call.place);
    const name = readName(draft.name ?? "digest");
    if (digests.some((digest) => isNamed(digest, name))) throw nameTaken(name);
    if (digests.length >= MOST_DIGESTS) throw tooMany();
    const place: Place = { ...call.place, thread: null };
    const createdAt = now();
    const zone = digests.at(-1)?.schedule.zone ?? parts.zone;
    const otherwise: Schedule = { at: "08:00", days: [1, 2, 3, 4, 5, 6, 7], zone };
    const frame = { id: idOf(place, name, createdAt), place, name, owner: call.person.id, createdAt };
    const fresh: Digest = { ...frame, ...NEW, schedule: otherwise, paused: null, lastDate: null, next: null };
    return save(changeDigest(fresh, draft));
  }

  return {
    add: addDigest,

    async edit(draft, call) {
      requireManager(call);
      return save(changeDigest(await find(draft.name ?? null, call), draft));
    },

    list: ({ place }) => store.digests.list(place),

    async show(name, call) {
      const digest = await find(name, call);
      const next = digest.paused === null ? upcoming(digest) : [];
      return { digest, next, past: await store.slots.recent(digest.id, PAST_SHOWN) };
    },

    async pause(name, call) {
      requireManager(call);
      const digest = await find(name, call);
      await store.digests.save({ ...digest, paused: `by ${call.person.name}`, next: null });
      return digest;
    },

    async resume(name, call) {
      requireManager(call);
      return save({ ...(await find(name, call)), paused: null });
    },

    async remove(name, call) {
      requireManager(call);
      const digest = await find(name, call);
      await store.digests.remove(call.place, digest.id);
      return digest;
    },

    async preview(name, call) {
      const digest = await findReady(name, call);
      const { reply } = await makeEdition(parts, digest, askedSlot(now()), call.signal);
      return { ...reply, audience: "asker" };
    },

    async send(name, call) {
      requireManager(call);
      const digest = await findReady(name, call);
      const slot = askedSlot(now());
      const named = { digestId: digest.id, date: slot.date };
      await store.planner.ask(digest.id, slot, slotJob(named), now() + RESCUE_AFTER);
      const state = await deliverSlot(parts, named, call.signal);
      const told = (await store.slots.find(digest.id, slot.date))?.edition?.told.length ?? 0;
      return { digest, state, told };
    },

    async why(name, call) {
      const digest = await find(name, call);
      const [slot] = await store.slots.recent(digest.id, 1);
      return { digest, slot: requireEdition(digest, slot), story: null };
    },

    async whyStory(subject, call) {
      const [, id = "", date = "", number] = /^([^:]+):(.+):(\d+)$/.exec(subject) ?? [];
      const digest = (await store.digests.list(call.place)).find((one) => one.id === id);
      if (digest === undefined)
        throw new UserError("not-found", "no-digest", "That digest has been removed. See the others: /digest list");
      return { digest, slot: requireEdition(digest, await store.slots.find(id, date)), story: Number(number) };
    },

    async suggest(typed, { place }) {
      const names = (await store.digests.list(place)).map(({ name }) => name);
      return names.filter((name) => name.toLowerCase().includes(typed.trim().toLowerCase()));
    },
  };
}

function requireEdition({ name }: Digest, slot: Slot | null | undefined): Slot {
  if (slot?.edition) return slot;
  throw new UserError(
    "not-found",
    "no-slot",
    `No edition of ${name} is kept. See what it would tell now: /digest preview ${name}`,
  );
}

const isNamed = (digest: Digest, name: string): boolean => digest.name.toLowerCase() === name.trim().toLowerCase();

function notFound(name: string | null, digests: readonly Digest[]): UserError {
  const names = digests.map((digest) => digest.name);
  if (names.length === 0)
    return new UserError(
      "not-found",
      "no-digest",
      "There is no digest here yet. Try: /digest add morning at:08:00 on:mon-fri",
    );
  if (name === null)
    return new UserError(
      "usage",
      "which-digest",
      `Which one? There are ${names.join(", ")}. Try: /digest show ${names[0]}`,
    );
  const nearest = findNearest(name, names);
  const hint = nearest === null ? `There are ${names.join(", ")}.` : `Did you mean ${nearest}?`;
  return new UserError(
    "not-found",
    "no-digest",
    `There is no digest “${name}” here. ${hint} Try: /digest show ${nearest ?? names[0]}`,
  );
}

const noSource = (): UserError =>
  new UserError(
    "not-found",
    "no-source",
    "This channel reads no source yet. Try: /source add https://example.org/feed.xml",
  );

const nameTaken = (name: string): UserError =>
  new UserError(
    "usage",
    "name-taken",
    `There is a digest “${name}” here already. Change it: /digest edit ${name} at:08:00`,
  );

const tooMany = (): UserError =>
  new UserError("usage", "too-many-digests", `A channel has at most ${MOST_DIGESTS} digests. Remove one: /digest list`);

const idOf = ({ platform, tenant, channel }: Place, name: string, at: number): string =>
  createHash("sha256")
    .update(JSON.stringify([platform, tenant, channel, name, at]))
    .digest("hex")
    .slice(0, 12);
