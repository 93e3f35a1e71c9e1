import type { Doubt } from "../../../core/batch/read.ts";
import { UserError } from "../../../core/errors.ts";
import { isHeading } from "./elements.ts";
import type { Facts } from "./facts.ts";
import { type DataNode, hasType } from "./json-ld.ts";
import type { Layout } from "./layout.ts";
import { measure } from "./measure.ts";

/** A page as far as it has been read. */
export interface ReadSoFar {
  readonly layout: Layout;
  readonly facts: Facts;
  readonly nodes: readonly DataNode[];
  readonly data: DataNode | null;
  readonly title: string | null;
  /** The text found on it. */
  readonly text: string;
}

/** What a page can be instead of an article, and how it is told apart. */
interface Other {
  readonly code: string;
  readonly says: string;
  readonly is: (page: ReadSoFar) => boolean;
}

/** A page whose text is longer is what it looks like, whatever it says beside it. */
const SHORT = 1_200;
/** No article is as short. */
const LEAST = 120;
/** A page of teasers has at least as many headlines that are links. */
const MANY_TEASERS = 12;
/** A live ticker has at least as many boxes for its entries. */
const MANY_ENTRIES = 5;

/** Names of the boxes a live ticker's entries stand in. */
const ENTRY =
  /(?:^|-)(?:live-?(?:blog|ticker)?-?(?:entry|event|post|update|item|block)|(?:ticker|liveblog)-(?:entry|item|post))(?:-|$)/;

const PAYWALL: Other = {
  code: "paywall",
  says: "That page shows only the beginning of its article to readers without a subscription",
  is: ({ data, text, layout }) =>
    measure(text) < SHORT &&
    (/^false$/i.test(String(data?.isAccessibleForFree)) ||
      mentions(
        /subscri(?:be|ption) (?:now )?to (?:continue|keep|read)|to continue reading|continue reading (?:this article )?with|already a subscriber|this article is for subscribers|for subscribers only|jetzt weiterlesen|weiterlesen mit|nur für abonnenten|réservé aux abonnés|solo para suscriptores|только для подписчиков|会員限定/i,
        words(layout),
      )),
};

/** Pages with a text that is no whole article of its own: they are read, and never briefed. */
const DOUBTS: readonly Other[] = [
  {
    code: "live-ticker",
    says: "That page is a live ticker, whose entries are not one article",
    is: ({ nodes, layout: { boxes } }) =>
      nodes.some((node) => hasType(node, /^LiveBlogPosting$/)) ||
      boxes.filter(({ name }) => ENTRY.test(name)).length >= MANY_ENTRIES,
  },
  PAYWALL,
];

/** Pages without a text to read, most certain first. */
const REFUSALS: readonly Other[] = [
  {
    code: "captcha",
    says: "That page asks whether a person is reading it",
    is: ({ title, text, layout }) =>
      measure(text) < SHORT &&
      mentions(
        /just a moment|attention required|are you a (?:human|robot)|verify (?:that )?you are (?:a )?human|unusual traffic|enable javascript and cookies|captcha|security check|access denied|pardon our interruption/i,
        title,
        words(layout),
      ),
  },
  {
    code: "consent-wall",
    says: "That page shows nothing before somebody agrees to its cookies",
    is: ({ title, text, layout }) =>
      measure(text) < SHORT &&
      mentions(
        /before you continue|consent to (?:the use of )?cookies|accept (?:all )?(?:cookies|and continue)|we value your privacy|your privacy choices|mit werbung (?:und cookies )?(?:weiter)?lesen|zustimmen und weiter|cookies zustimmen|accepter et continuer/i,
        title,
        words(layout),
      ),
  },
  { ...PAYWALL, is: (page) => measure(page.text) < LEAST && PAYWALL.is(page) },
  {
    code: "login",
    says: "That page asks to sign in first",
    is: ({ facts, text }) => facts.asksPassword && measure(text) < SHORT / 2,
  },
  {
    code: "error-page",
    says: "That page says that it found nothing or that something went wrong",
    is: ({ title, text }) =>
      measure(text) < SHORT / 2 &&
      mentions(
        /\b(?:404|410|500|502|503)\b|page (?:was )?not found|not be found|no longer available|seite nicht gefunden|page introuvable|something went wrong|service unavailable|internal server error/i,
        title,
        text,
      ),
  },
  {
    code: "several-articles",
    says: "That page lists several articles",
    is: ({ layout, data, text }) => data === null && measure(text) < SHORT && countTeasers(layout) >= MANY_TEASERS,
  },
  {
    code: "empty-page",
    says: "No article's text was found on that page",
    is: ({ text }) => measure(text) < LEAST,
  },
];

/** Throws UserError where the page has no text that can be read. */
export function refuseOther(page: ReadSoFar): void {
  const other = REFUSALS.find(({ is }) => is(page));
  if (other !== undefined) throw new UserError("unreadable", other.code, sentence(other));
}

/** Why a page's text is not to be summarised as one article; null for an article. */
export function findDoubt(page: ReadSoFar): Doubt | null {
  const other = DOUBTS.find(({ is }) => is(page));
  return other === undefined ? null : { code: other.code, message: sentence(other) };
}

const sentence = ({ says }: Other): string => `${says}; paste the text instead.`;

const mentions = (pattern: RegExp, ...texts: readonly (string | null)[]): boolean =>
  texts.some((text) => text !== null && pattern.test(text));

/** The page's words, as far as a wall needs to say what it is. */
function words({ blocks }: Layout): string {
  let found = "";
  for (const { text } of blocks) {
    if (found.length > 20_000) break;
    found += `${text}\n`;
  }
  return found;
}

const countTeasers = ({ blocks }: Layout): number =>
  blocks.filter(({ tag, linked }) => isHeading(tag) && linked > 0.8).length;
