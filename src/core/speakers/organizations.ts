import { Entity, type NameMention } from "./entity.ts";
import { isFunctionWord } from "./function-words.ts";
import { isKnownOrganization } from "./known-organizations.ts";
import { foldWord } from "./name-words.ts";
import { endsName, isPersonNoun, kindOfNoun } from "./nouns.ts";
import { isPlace, isSeat, isState } from "./places.ts";
import type { ProperName } from "./proper-name.ts";

/** Capitals that are no body's: "TV", "HIV". */
const NO_BODY: ReadonlySet<string> = new Set(
  `tv id ok dm dvd cd aids hiv covid gdp dna rsvp asap faq usb gps gmt est edt pst utc vip sos lgbt lgbtq diy pdf sms`.split(
    /\s+/,
  ),
);

/** The organizations an article has named, found by whole name, by its last words or by its initials. */
export class Organizations {
  readonly #byName = new Map<string, Entity>();

  /** The organization of this name, new or known by a fuller or shorter one. */
  introduce(mention: NameMention): Entity {
    const { words, folded } = withOwner(mention);
    const known = this.#byName.get(folded.join(" "));
    const organization = known ?? new Entity("organization", words, folded, null);
    if (known === undefined) for (const key of keysOf(folded)) this.#remember(key, organization);
    return organization;
  }

  #remember(key: string, organization: Entity): void {
    if (!this.#byName.has(key)) this.#byName.set(key, organization);
  }
}

const PUBLIC_BODY =
  /^(?:ministry|department|government|parliament|court|army|navy|police|embassy|bank|council|senate|congress|agency|office)$/;

/** "Russia's Foreign Ministry": whose it is belongs to the name of a public body. */
function withOwner({
  name,
  folded,
  passage,
}: NameMention): Pick<NameMention, "folded"> & { readonly words: readonly string[] } {
  const [owner, possessive] = passage.tokens.slice(Math.max(0, name.from - 2), name.from);
  const owned = /^['’]s?$/.test(possessive?.text ?? "") && PUBLIC_BODY.test(folded.at(-1) ?? "");
  if (owner === undefined || possessive === undefined || !owned || !/^\p{Lu}/u.test(owner.text))
    return { words: name.words, folded };
  return { words: [`${owner.text}${possessive.text}`, ...name.words], folded: [foldWord(owner.text), ...folded] };
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
