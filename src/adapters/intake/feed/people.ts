import { findWords, wordsOf } from "./elements.ts";
import type { XmlElement } from "./xml-tree.ts";

const ADDRESS = /[^\s@<>()"]{1,100}@[^\s@<>()"]{1,200}/;

/**
 * The name of whom an element names, or the mail address where there is no name; null where nobody is named. Atom gives
 * the two apart, RSS in one line: "mara@example.org (Mara Holt)", "Mara Holt <mara@example.org>".
 */
export function readPerson(element: XmlElement): string | null {
  const named = findWords(element, "name", "itunes:name", "email", "itunes:email");
  if (named !== null) return named;
  const line = wordsOf(element);
  const [address] = ADDRESS.exec(line) ?? [];
  if (address === undefined) return line === "" ? null : line;
  const name = line.replace(address, " ").replace(/mailto:|[()<>"]/g, " ");
  return name.replace(/\s+/g, " ").trim() || address;
}
