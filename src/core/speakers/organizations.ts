import { Entity, type NameMention } from "./entity.ts";
import { isFunctionWord } from "./function-words.ts";
import { endsName, isPersonNoun, kindOfNoun } from "./nouns.ts";
import { isPlace, isSeat, isState } from "./places.ts";
import type { ProperName } from "./proper-name.ts";

/** Companies, outlets and movements whose names say nothing of what they are. */
const KNOWN: ReadonlySet<string> = new Set(
  `adidas airbnb airbus al-jazeera al-qaeda alibaba alphabet amazon amnesty apple aramco axios bild bloomberg bmw boeing breitbart
  buzzfeed chevron citigroup comcast daimler deloitte disney ebay europol exxon exxonmobil facebook fatah fifa fitch forbes fortune
  foxconn frontex gallup gazprom gizmodo goldman google greenpeace guardian hamas hezbollah houthis huawei huffpost ibm ikea infowars
  ing instagram intel interfax interpol isis jpmorgan kpmg lego likud lufthansa lukoil mckinsey mcdonald's mercedes meta microsoft
  monmouth monsanto moody's mozilla msnbc nasa nasdaq nestle netflix netscape newsweek nielsen nike nintendo nissan nokia novartis
  nvidia openai opec oracle oxfam paypal pegida pepsi pfizer pew philips pixar podemos politico politifact porsche propublica
  quinnipiac rand rasmussen reddit renault reuters rootstrikers rosneft ryanair salon samsung sap shell siemens sky slate snopes
  snapchat solidarity sony spacex spiegel spotify starbucks syriza taliban target tass telemundo telegram tesla thyssenkrupp tiktok
  toyota twitter uber unesco unicef unilever univision verizon viacom vodafone volkswagen vox walmart wagner waymo whatsapp
  wikileaks wikipedia wired xinhua yahoo youtube yougov zillow zoom`.split(/\s+/),
);

/** Capitals that are no body's: "TV", "HIV". */
const NO_BODY: ReadonlySet<string> = new Set(
  "tv id ok dm dvd cd aids hiv covid gdp dna rsvp asap faq usb gps gmt est edt pst utc vip sos lgbt lgbtq diy pdf sms".split(
    " ",
  ),
);

/** A folded word that is an organization's whole name. */
export const isKnownOrganization = (word: string): boolean => KNOWN.has(word);

/** The organizations an article has named, found by whole name, by its last words or by its initials. */
export class Organizations {
  readonly #byName = new Map<string, Entity>();

  /** The organization of this name, new or known by a fuller or shorter one. */
  introduce(mention: NameMention): Entity {
    const { folded } = mention;
    const known = this.#byName.get(folded.join(" "));
    const organization = known ?? new Entity("organization", mention.name.words, folded, null);
    if (known === undefined) for (const key of keysOf(folded)) this.#remember(key, organization);
    return organization;
  }

  #remember(key: string, organization: Entity): void {
    if (!this.#byName.has(key)) this.#byName.set(key, organization);
  }
}

/** "Federal Bureau of Investigation" is "Bureau of Investigation" and "FBI" too. */
function keysOf(folded: readonly string[]): readonly string[] {
  const endings = folded.slice(0, -1).map((_, index) => folded.slice(index).join(" "));
  const initials = folded.filter((word) => !/^(?:of|for|and|the)$/.test(word)).map((word) => word.charAt(0));
  return [folded.join(" "), ...endings, ...(initials.length > 1 ? [initials.join("")] : [])];
}

/** States, ministries, companies, papers: by the map, their capitals or the word they end in. */
export function isOrganization(name: ProperName): boolean {
  const lower = name.words.map((word) => word.toLowerCase().replace(/\.$/, ""));
  const joined = lower.join(" ");
  const last = lower.at(-1) ?? "";
  if (isState(joined) || isKnownOrganization(joined)) return true;
  if (isPlace(joined)) return isSeat(joined) && name.definite;
  if (/^(?:\p{Lu}{2,6}|(?:\p{Lu}\.){2,5})$/u.test(name.words.at(-1) ?? ""))
    return (
      !isPersonNoun(last) &&
      !isHeading(name) &&
      !isFunctionWord(last) &&
      !NO_BODY.has(last) &&
      (last.length > 2 || name.definite)
    );
  if (lower.some((word) => word === "of" || word === "for"))
    return lower.some((word) => kindOfNoun(word) === "organization");
  return name.words.length > 1 && (kindOfNoun(last) === "organization" || endsName(last));
}

/** A dateline or a heading in capitals is no acronym. */
const isHeading = (name: ProperName): boolean =>
  name.words.length > 1 && name.words.every((word) => /^\p{Lu}+$/u.test(word));
