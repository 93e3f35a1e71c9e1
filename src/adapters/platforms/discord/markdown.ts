import { cleanText } from "../escape.ts";

/**
 * Escapes Discord's markup, so that a text shows as it is: no style, no link, no mention, time stamp or emoji of its own.
 * Links are undone at their colon: Discord links whatever reads `http://` or `https://`.
 * Which characters: https://support.discord.com/hc/en-us/articles/210298617; a backslash shows any punctuation mark as itself.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text).replaceAll(ANYWHERE, "\\$&").replaceAll(LINE_START, "$1\\$2").replaceAll(NUMBERED, "$1\\$2");
}

/** The most a text can take once it is escaped, wherever in a line it comes to stand: never less for two pieces than for the whole. */
export function escapedLength(text: string): number {
  const clean = cleanText(text);
  return clean.length + (clean.match(ANYWHERE)?.length ?? 0) + (clean.match(AT_A_START)?.length ?? 0);
}

const ANYWHERE = /[\\`*_~|<>[\]@:]/g;
/** Headings, small print and lists begin a line. */
const LINE_START = /^([ \t]*)([-#+])/gm;
const AT_A_START = /[-#+.)]/g;
const NUMBERED = /^([ \t]*\d{1,9})([.)])/gm;

/** A masked link, or the bare title where the address is none a browser may open. `url` must be one that was fetched. */
export function linkMarkdown(title: string, url: string): string {
  const address = webAddress(url);
  return address === null ? escapeMarkdown(title) : `[${escapeMarkdown(title)}](<${address}>)`;
}

/** The address as it goes into a link; null for anything but http and https. */
export function webAddress(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") return null;
  // A text fragment is one only after ":~:" as it stands: https://wicg.github.io/scroll-to-text-fragment/#the-fragment-directive.
  return href.replaceAll(
    /[()<>[\]\\|*_`@]|~(?!:text=)/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
