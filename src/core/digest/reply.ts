import { countOf } from "../answer/wording.ts";
import { type Button, mark, type Part, plain, type Reply, type Text } from "../reply.ts";
import { insteadLine, type Written, writtenNote } from "../written/written.ts";
import type { Choice } from "./compose.ts";
import type { Digest, LeftStory } from "./digest.ts";
import type { SlotTime } from "./slots.ts";
import type { Voice } from "./voice.ts";

/** A story with the sentence it is told in; null where no report of it could be read. */
export interface Told {
  readonly choice: Choice;
  readonly voice: Voice | null;
}

/** One digest, before it has words. */
export interface Contents {
  readonly digest: Digest;
  readonly slot: SlotTime;
  readonly late: boolean;
  readonly stories: readonly Told[];
  /** Null where no model had its try. */
  readonly written: Written | null;
  readonly left: readonly LeftStory[];
}

/** The digest as people see it. */
export function digestReply(contents: Contents): Reply {
  const { digest, slot, late, stories } = contents;
  const parts: readonly Part[] = [
    { type: "heading", text: `${digest.name} · ${longDate(slot.at, digest.schedule.zone)}` },
    ...(late ? [small(`Late: it was due at ${digest.schedule.at}.`)] : []),
    ...(stories.length === 0 ? [{ type: "text", runs: [plain(NOTHING)] } as const] : []),
    ...stories.flatMap((story, index) => storyParts(story, index + 1, `${digest.id}:${slot.date}`)),
    ...footParts(contents),
  ];
  return { parts, audience: "channel", outcome: stories.length > 0 ? "ok" : "not-found", data: dataOf(contents) };
}

const OWN_SENTENCES = "these are the articles' own sentences";
const NOTHING = "Nothing new since the last digest.";

const small = (text: string): Part => ({ type: "meta", text });

/** "Friday 27 November", where the digest is read. */
export const longDate = (at: number, zone: string): string =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: zone })
    .format(at)
    .replace(",", "");

function storyParts({ choice, voice }: Told, number: number, slot: string): readonly Part[] {
  const { title, url } = voice?.source ?? choice.sources[0] ?? { title: choice.told.headline, url: null };
  const heading = { type: "heading", text: `${number} · ${title}` } as const;
  const article = voice?.source.stored?.article.id;
  const about = (id: "brief" | "said", label: string): readonly Button[] =>
    article === undefined ? [] : [{ id, label, subject: article }];
  return [
    url === null ? heading : { ...heading, url },
    { type: "text", runs: sentence(choice, voice) },
    {
      type: "buttons",
      buttons: [
        ...about("brief", "Brief"),
        ...about("said", "Who said what"),
        { id: "why", label: "Why?", subject: `${slot}:${number}` },
      ],
    },
  ];
}

/** `Wang Yi said ties are "solid as a rock" [¶10] · 2 outlets, 1 origin`. */
function sentence({ told }: Choice, voice: Voice | null): Text {
  const notes = [reportsWords(told), told.news === "more" ? "more on a story told before" : ""].filter(
    (note) => note !== "",
  );
  const words: Text = voice === null ? [] : [...voice.runs, plain(" "), mark(`[¶${voice.paragraph}]`), plain(" · ")];
  return [...words, plain(notes.join(" · "))];
}

/** "2 outlets, 1 origin". */
export const reportsWords = ({ outlets, origins }: Choice["told"]): string =>
  `${countOf(outlets, "outlet", "outlets")}, ${countOf(origins, "origin", "origins")}`;

function footParts({ digest, written, left }: Contents): readonly Part[] {
  const failed = left.filter(({ reason }) => reason === "not readable").length;
  const notes = [
    ...(written === null ? [] : [writtenNote(written) ?? insteadLine(written, OWN_SENTENCES) ?? ""]),
    ...(failed > 0
      ? [`${countOf(failed, "article", "articles")} could not be read and ${wasOrWere(failed)} left out.`]
      : []),
    ...(left.length > failed
      ? [`Left out: ${countOf(left.length - failed, "story", "stories")}. /digest why ${digest.name} tells which.`]
      : []),
  ];
  return notes.map(small);
}

const wasOrWere = (count: number): string => (count === 1 ? "was" : "were");

function dataOf({ digest, slot, late, stories, written, left }: Contents): unknown {
  return {
    digest: digest.name,
    date: slot.date,
    late,
    stories: stories.map(({ choice, voice }) => ({
      ...choice.told,
      url: (voice?.source ?? choice.sources[0])?.url ?? null,
      text: voice?.runs.map(({ text }) => text).join("") ?? null,
      paragraph: voice?.paragraph ?? null,
    })),
    written,
    left,
  };
}
