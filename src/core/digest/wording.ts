import { countOf, listWords } from "../answer/wording.ts";
import { noteReply } from "../error-reply.ts";
import { type Part, plain, type Reply, strong, type Text } from "../reply.ts";
import type { Digest, LeftStory, Selection, Slot, SlotState, ToldStory } from "./digest.ts";
import { longDate, reportsWords } from "./reply.ts";
import { daysTyped, scheduleWords } from "./schedule.ts";
import { isAsked, type SlotTime } from "./slots.ts";

/** A digest with the times it goes out next. */
export interface ShownDigest {
  readonly digest: Digest;
  readonly next: readonly SlotTime[];
  /** What became of the last ones, newest first. */
  readonly past: readonly Slot[];
}

/** Whether a digest belongs to the channel the command was given in, or to another that was named. */
export type Where = "here" | "there";

/** What was set up or changed, and when it goes out next. */
export function digestSetReply(shown: ShownDigest, done: "Added" | "Changed" | "Goes out again", where: Where): Reply {
  const { digest } = shown;
  const head: Text = [plain(`${done}: `), strong(digest.name), plain(`, ${scheduleWords(digest.schedule)}.`)];
  return forAsker([{ type: "text", runs: head }, ...nextParts(shown), small(HOW_TO_GO_ON[where])], dataOf(shown));
}

const HOW_TO_GO_ON: Readonly<Record<Where, string>> = {
  here: "See it now: /digest preview. Give it sources: /source add",
  there: "It belongs to the channel you named. There, see it now: /digest preview. Give it sources: /source add",
};

/** One digest with everything about it. */
export function digestShownReply(shown: ShownDigest): Reply {
  const { digest, past } = shown;
  const lines: readonly Text[] = [
    [plain(`Goes out ${scheduleWords(digest.schedule)}`)],
    ...selectionLines(digest.selection),
    [plain(digest.empty === "skip" ? "Nothing new: nothing is posted" : "Nothing new: says so")],
    [plain(digest.missed === "send" ? "Missed: sent late, up to 6 hours" : "Missed: skipped")],
    ...past.map((slot): Text => [plain(`${slotDate(digest, slot)}: ${STATES[slot.state]}`)]),
  ];
  return forAsker(
    [
      { type: "heading", text: digest.name },
      { type: "list", items: lines },
      ...pausedParts(digest),
      ...nextParts(shown),
    ],
    dataOf(shown),
  );
}

/** All digests of a channel, a line each. */
export function digestListReply(digests: readonly Digest[]): Reply {
  if (digests.length === 0)
    return noteReply("There is no digest here yet. Try: /digest add morning at:08:00 on:mon-fri", "not-found", []);
  const items = digests.map(
    (digest): Text => [
      strong(digest.name),
      plain(` · ${scheduleWords(digest.schedule)}${digest.paused === null ? "" : ` · paused: ${digest.paused}`}`),
    ],
  );
  return forAsker(
    [{ type: "list", items }],
    digests.map(({ name, schedule, paused }) => ({ name, schedule, paused })),
  );
}

export const digestRemovedReply = ({ name }: Digest): Reply =>
  noteReply(`Removed: ${name}. Nothing more goes out under that name.`);

export const digestPausedReply = ({ name }: Digest, where: Where): Reply =>
  noteReply(`Paused: ${name}. It goes out again with /digest resume ${name}${where === "there" ? ", there" : ""}`);

/** To the owner, when the channel does not take their digest any more. */
export const pausedReply = ({ name }: Digest, reason: string): Reply => ({
  ...noteReply(`Your digest “${name}” could not be posted and is paused. ${reason} Then: /digest resume ${name}`),
  audience: "channel",
});

/** A digest somebody asked for now: what became of it, and how many stories it told. */
export interface SentNow {
  readonly digest: Digest;
  readonly state: SlotState | null;
  readonly told: number;
}

/** To whom asked for a digest now. */
export function sentNowReply({ digest: { name }, state, told }: SentNow): Reply {
  if (state === "sent") return noteReply(`Sent: ${name}, ${countOf(told, "story", "stories")}.`);
  if (state === "empty")
    return noteReply("There is nothing new since the last digest, so nothing was sent.", "not-found");
  return noteReply(`${name} could not be posted here. /digest show ${name} tells why.`, "forbidden");
}

/** A digest that was made, to be explained: as a whole, or one of its stories, counted from 1. */
export interface Explained {
  readonly digest: Digest;
  readonly slot: Slot;
  readonly story: number | null;
}

/** What put each story into the digest, and what was left out; or what put the one story there. */
export function whyReply({ digest, slot, story: number }: Explained): Reply {
  const { told = [], left = [] } = slot.edition ?? {};
  const chosen = told
    .map((story, index) => ({ story, number: index + 1 }))
    .filter((one) => (number ?? one.number) === one.number);
  const items = chosen.map(
    (one): Text => [
      plain(`${one.number} · `),
      strong(one.story.headline),
      plain(`: ${reasonsFor(one.story, digest.selection)}`),
    ],
  );
  const parts: Part[] = [
    { type: "heading", text: `${digest.name} · ${slotDate(digest, slot)}` },
    ...(items.length > 0
      ? [{ type: "list", items } as const]
      : [{ type: "text", runs: [plain("Nothing was told.")] } as const]),
    ...(number === null ? leftParts(left) : []),
  ];
  return forAsker(parts, { digest: digest.name, date: slot.date, told: chosen.map(({ story }) => story), left });
}

function reasonsFor(story: ToldStory, { topics, top }: Selection): string {
  const about = topics.length === 0 ? [] : [`it is about ${listWords(story.topics)}`];
  const news = story.news === "more" ? "somebody said something new since it was told last" : "it was not told before";
  return `${[`${reportsWords(story)} tell it`, ...about, news].join("; ")}. The ${top} most reported come first; of equals, the newest.`;
}

const LEFT: Readonly<Record<LeftStory["reason"], string>> = {
  "below top": "told by fewer outlets, or older",
  "other topic": "about none of the topics",
  excluded: "about something left out with not:",
  "told before": "told before, and nobody said anything new",
  "not readable": "could not be read",
};
const MOST_LEFT = 15;

function leftParts(left: readonly LeftStory[]): readonly Part[] {
  if (left.length === 0) return [small("Nothing was left out.")];
  const items = left.slice(0, MOST_LEFT).map(({ headline, reason }): Text => [plain(`${headline} · ${LEFT[reason]}`)]);
  const more = left.length - items.length;
  return [
    { type: "text", runs: [plain("Left out:")] },
    { type: "list", items },
    ...(more > 0 ? [small(`And ${countOf(more, "other", "others")}.`)] : []),
  ];
}

const STATES: Readonly<Record<SlotState, string>> = {
  planned: "on its way",
  built: "on its way",
  sent: "sent",
  empty: "nothing to tell",
  missed: "missed",
  refused: "could not be posted",
};

const slotDate = (digest: Digest, slot: SlotTime): string =>
  `${longDate(slot.at, digest.schedule.zone)}${isAsked(slot) ? ", asked for" : ""}`;

function selectionLines({ sources, topics, not, top }: Selection): readonly Text[] {
  return [
    [plain(sources.length === 0 ? "All sources of this channel" : `Sources: ${sources.join(", ")}`)],
    ...(topics.length === 0 ? [] : [[plain(`Only about: ${topics.join(", ")}`)]]),
    ...(not.length === 0 ? [] : [[plain(`Never about: ${not.join(", ")}`)]]),
    [plain(`At most ${countOf(top, "story", "stories")}`)],
  ];
}

const pausedParts = ({ paused }: Digest): readonly Part[] => (paused === null ? [] : [small(`Paused: ${paused}`)]);

function nextParts({ digest, next }: ShownDigest): readonly Part[] {
  if (next.length === 0) return [];
  const { zone } = digest.schedule;
  const times = next.map(({ at }) => new Intl.DateTimeFormat("en-GB", { ...TIME, timeZone: zone }).format(at));
  return [{ type: "text", runs: [plain(`Next: ${times.join(" · ")} (${zone})`)] }];
}

const TIME = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" } as const;

const small = (text: string): Part => ({ type: "meta", text });

const dataOf = ({ digest, next }: ShownDigest): unknown => ({
  name: digest.name,
  schedule: { ...digest.schedule, on: daysTyped(digest.schedule.days) },
  ...digest.selection,
  empty: digest.empty,
  missed: digest.missed,
  paused: digest.paused,
  next: next.map(({ at }) => new Date(at).toISOString()),
});

const forAsker = (parts: readonly Part[], data: unknown): Reply => ({ parts, audience: "asker", outcome: "ok", data });
