import { countOf, listWords } from "../answer/wording.ts";
import { noteReply } from "../error-reply.ts";
import { type Part, plain, type Reply, strong, type Text } from "../reply.ts";
import { ageInWords } from "../text/age.ts";
import type { Imported, Sample, ShownSource } from "./desk.ts";
import type { Subscription } from "./feed.ts";
import type { FirstReading } from "./first-reading.ts";
import { writeOpml } from "./opml.ts";
import type { FeedLink } from "./ports.ts";

/** The new source, and what is to be expected of it. */
export function sourceAddedReply({
  subscription,
  watch,
  others,
}: ShownSource & { readonly others: readonly FeedLink[] }): Reply {
  const head: Text = [plain("Added: "), strong(subscription.name), plain(` (${subscription.url}).`)];
  const state = watch?.failing
    ? `It cannot be read at present: ${watch.failing.reason} I go on trying.`
    : "What it has now counts as old; what is new from here on goes into the digests.";
  return forAsker(
    [
      { type: "text", runs: head },
      { type: "text", runs: [plain(state)] },
      ...otherParts(others),
      small("See it: /digest preview. Set a time: /digest add morning at:08:00"),
    ],
    dataOf(subscription),
  );
}

function otherParts(others: readonly FeedLink[]): readonly Part[] {
  if (others.length === 0) return [];
  const items = others.slice(0, 10).map(({ url, title }): Text => [plain(title === null ? url : `${title} · ${url}`)]);
  return [
    { type: "text", runs: [plain("The page names other feeds too:")] },
    { type: "list", items },
  ];
}

/** All sources of a channel, a line each. */
export function sourceListReply(sources: readonly ShownSource[]): Reply {
  if (sources.length === 0) return noteReply(NONE, "not-found", []);
  const items = sources.map((source): Text => [strong(source.subscription.name), plain(` · ${lineOf(source)}`)]);
  return forAsker(
    [{ type: "list", items }],
    sources.map(({ subscription }) => dataOf(subscription)),
  );
}

const NONE = "There is no source here yet. Try: /source add https://example.org/feed.xml";

function lineOf({ subscription: { url, tags, paused }, watch, at }: ShownSource): string {
  const read = watch?.fetchedAt == null ? "not read yet" : `read ${ageInWords(at - watch.fetchedAt)}`;
  const state = paused ? "paused" : watch?.failing ? `failing: ${watch.failing.reason}` : read;
  return [url, ...(tags.length === 0 ? [] : [listWords(tags)]), state].join(" · ");
}

/** Those that fail, since when and why. */
export function sourceErrorsReply(sources: readonly ShownSource[]): Reply {
  if (sources.length === 0) return noteReply("All sources here can be read.", "ok", []);
  const items = sources.map(({ subscription, watch, at }): Text => {
    const failing = watch?.failing;
    const since = failing
      ? ` · since ${ageInWords(at - failing.since).replace(/ ago$/, "")}, ${countOf(failing.times, "try", "tries")} · ${failing.reason}`
      : "";
    return [strong(subscription.name), plain(since)];
  });
  return forAsker(
    [{ type: "list", items }],
    sources.map(({ subscription, watch }) => ({ ...dataOf(subscription), failing: watch?.failing })),
  );
}

export const sourceRemovedReply = ({ name }: Subscription): Reply =>
  noteReply(`Removed: ${name}. Nothing more comes from it.`);

export const sourcePausedReply = ({ name, paused }: Subscription): Reply =>
  noteReply(paused ? `Paused: ${name}. It comes again with /source resume ${name}` : `Comes again: ${name}.`);

/** What a source has, and how it would be added. */
export function sampleReply({ url, title, entries, others }: Sample): Reply {
  const items = entries
    .slice(0, 3)
    .map(
      (entry): Text => [
        plain(
          [entry.title ?? entry.summary.slice(0, 80), entry.publishedAt].filter((part) => part !== null).join(" · "),
        ),
      ],
    );
  return forAsker(
    [
      { type: "heading", text: title ?? url },
      small(`${countOf(entries.length, "entry", "entries")} · ${url}`),
      ...(items.length === 0 ? [] : [{ type: "list", items } as const]),
      ...otherParts(others),
    ],
    { url, title, entries: entries.slice(0, 3), others },
  );
}

/** What became of an import, and how far the first reading of its feeds has come; null before it. */
export function importedReply({ added, known, refused }: Imported, reading: FirstReading | null): Reply {
  const notes = [
    `Added ${countOf(added.length, "source", "sources")}`,
    ...(known > 0 ? [`${known} ${known === 1 ? "was" : "were"} here already`] : []),
    ...(refused > 0 ? [`${refused} ${refused === 1 ? "has" : "have"} no usable address, or no room here`] : []),
  ];
  const rest = added.length === 0 ? "" : ` ${reading === null ? TO_BE_READ : firstReading(reading)}`;
  const data = { added: added.map(dataOf), known, refused, ...(reading === null ? {} : { reading }) };
  return noteReply(`${notes.join("; ")}.${rest}`, "ok", data);
}

const TO_BE_READ = "They are read within a few minutes; what they have then counts as old.";

function firstReading({ read, failed, of }: FirstReading): string {
  if (read + failed < of) return `${read + failed} of them have been looked at so far. ${TO_BE_READ}`;
  const old = "What they have now counts as old.";
  if (failed === 0) return `${of === 1 ? "It" : "All"} can be read. ${old}`;
  return `${failed} of them cannot be read at present: see /source errors. ${old}`;
}

/** The sources as a file other programs read. */
export function exportedReply(sources: readonly Subscription[]): Reply {
  if (sources.length === 0) return noteReply(NONE, "not-found", []);
  const file = { type: "file", name: "sources.opml", mediaType: "text/x-opml", text: writeOpml(sources) } as const;
  return forAsker([file], sources.map(dataOf));
}

const dataOf = ({ url, name, tags, paused }: Subscription) => ({ url, name, tags, paused });

const small = (text: string): Part => ({ type: "meta", text });

const forAsker = (parts: readonly Part[], data: unknown): Reply => ({ parts, audience: "asker", outcome: "ok", data });
