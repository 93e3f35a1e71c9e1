import { MOST_CAPTION_WORDS } from "./caption.ts";
import type { Furniture, FurnitureKind } from "./kind.ts";
import type { Shape } from "./shape.ts";
import { isTimeLine } from "./time-line.ts";

/** A wording that gives a line away, whatever stands around it. */
interface Sign {
  readonly kind: FurnitureKind;
  readonly reason: string;
  /** Longer lines are prose that happens to use the words. */
  readonly words: number;
  readonly pattern: RegExp;
}

const SIGNS: readonly Sign[] = [
  {
    kind: "caption",
    reason: "tells who stands where in a picture",
    words: 32,
    pattern:
      /\((?:(?:far |second |third |top |bottom )?(?:right|left|centre|center)|pictured|above|below|file photo)(?:, [^)]{1,30})?\)/i,
  },
  {
    kind: "caption",
    reason: "opens as a caption does",
    words: MOST_CAPTION_WORDS,
    pattern: /^(?:photo|image|picture|pictured|caption|image caption|graphic|foto|bild|photo d'illustration)\s?[:|]/i,
  },
  {
    kind: "caption",
    reason: "credits its picture",
    words: 60,
    pattern: /(?:^|[.!?] )(?:photograph|photo|picture|composite)s?: \p{Lu}/iu,
  },
  {
    kind: "caption",
    reason: "speaks of the picture",
    words: 45,
    pattern: /\b(?:file (?:photo|picture|image)|archive (?:photo|picture)|(?:seen|pictured) here)\b/i,
  },
  {
    kind: "caption",
    reason: "ends with a photographer's credit",
    words: 60,
    pattern:
      /[([](?:(?:AP|AFP|PA|EPA|Reuters|TASS|dpa) ?(?:Photo|Images?|Pictures?|Wire|via|\/)|Getty|Photo|Image|Picture|Credit|Courtesy)[^()[\]]{0,80}[)\]]\.?$/i,
  },
  {
    kind: "credit",
    reason: "credits a picture",
    words: 14,
    pattern:
      /^(?:(?:photo|photograph|photography|image|picture|video|graphic|illustration)s? ?(?:by|credits?|courtesy)\b|credits?:|source:|fotos?:|©|\(c\)\s|copyright\b)/i,
  },
  {
    kind: "credit",
    reason: "names a picture agency",
    words: 8,
    pattern:
      /\bGetty Images\b|^(?:AP Photo|AFP|Reuters|EPA|Shutterstock|Alamy)(?:\s?[/|].{0,60})?\.?$|\b(?:via (?:Getty|AP|AFP|Reuters))\b/,
  },
  { kind: "credit", reason: "keeps the rights", words: 40, pattern: /\ball rights reserved\b/i },
  {
    kind: "byline",
    reason: "names the author",
    words: 14,
    pattern: /^(?:By|BY|by|Von|Par|Por|Words by|Text by|Story by|Автор:?)\s(?!the\b|The\b|then\b)[\p{Lu}][^.!?]*\.?$/u,
  },
  {
    kind: "byline",
    reason: "names who worked on the report",
    words: 50,
    pattern:
      /^[([]?(?:additional reporting|reporting|writing|edited|editing|compiled|reported|written) (?:by|and editing by) \p{Lu}/iu,
  },
  {
    kind: "byline",
    reason: "names who worked on the report",
    words: 30,
    pattern:
      /^\p{Lu}.{2,120}\b(?:contributed (?:reporting|to this (?:report|story|article))|reported from \p{Lu}[\p{L} .,]{2,40}\.?$)/u,
  },
  {
    kind: "related link",
    reason: "leads to another page",
    words: 24,
    pattern:
      /^(?:read|see|watch|listen|click|tap|view)\s(?:more|also|next|the (?:full|rest|whole|original)\b.{0,40}\bhere|here|the rest|full story)\b/i,
  },
  {
    kind: "related link",
    reason: "leads to another page",
    words: 24,
    pattern:
      /^(?:more|read|also read|related(?: (?:articles?|stories|content|topics|links))?|further reading|recommended|watch|listen|don['’]t miss|in pictures|you (?:may|might) also (?:like|be interested in)|up next|more (?:on|about) this(?: story)?|top stories|most (?:read|popular|viewed)|trending|lesen sie auch|mehr zum thema|à lire aussi|lire aussi|lea también|leer más|читайте также|相关阅读)\s?(?:[:|»>›]|$)/iu,
  },
  {
    kind: "related link",
    reason: "is nothing but an address",
    words: 4,
    pattern: /^(?:https?:\/\/|www\.)\S+$/i,
  },
  {
    kind: "newsletter",
    reason: "asks the reader to subscribe or follow",
    words: 40,
    pattern:
      /^(?:sign up|subscribe|register)\b.{0,120}\b(?:newsletter|e-?mail|inbox|briefing|updates|alerts|podcast|here|now|free)/i,
  },
  {
    kind: "newsletter",
    reason: "asks the reader to subscribe or follow",
    words: 40,
    pattern:
      /^(?:(?:get|receive) .{0,80}\b(?:newsletter|inbox)|follow .{0,60}(?:\b(?:twitter|facebook|instagram|telegram)\b|@\w)|download (?:our|the) .{0,40}\bapp\b)/i,
  },
  {
    kind: "newsletter",
    reason: "asks the reader to subscribe or follow",
    words: 40,
    pattern:
      /^(?:privacy (?:notice|policy)\b|our standards:|support our journalism|join the conversation|thank(?:s| you) for (?:reading|subscribing))/i,
  },
  {
    kind: "newsletter",
    reason: "belongs to the page's controls",
    words: 10,
    pattern:
      /^(?:advertisement|advertising|sponsored(?: content)?|promoted|share(?: this(?: article| story)?)?|print|comments?|loading|(?:story|article) continues below.{0,40}|continue reading.{0,60}|skip (?:to|past) .{0,60}|after newsletter promotion|reuse this content|scroll (?:down|to) .{0,40}|view comments|anzeige|werbung|publicité|publicidad|реклама|广告)[.:…]?$/iu,
  },
];

/** What the line's own wording gives away; null where it could be the story's. */
export function readSigns(shape: Shape): Furniture | null {
  if (isTimeLine(shape.text)) return { kind: "time", reason: "nothing but a time" };
  const text = shape.text.replace(/^["“]/, "");
  const sign = SIGNS.find(({ words, pattern }) => shape.words <= words && pattern.test(text));
  return sign ? { kind: sign.kind, reason: sign.reason } : null;
}
