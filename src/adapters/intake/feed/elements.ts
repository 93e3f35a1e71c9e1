import type { XmlElement } from "./xml-tree.ts";

const isElement = (child: XmlElement | string): child is XmlElement => typeof child !== "string";

/** The elements directly inside one. */
export const elementsOf = (element: XmlElement): readonly XmlElement[] => element.children.filter(isElement);

/** Those of them that have one of these names. */
export const findAll = (element: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  elementsOf(element).filter(({ name }) => names.includes(name));

/** The first of the names that is there and says something; null where none does. */
export function findFirst(element: XmlElement, names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = findAll(element, name).find((one) => one.children.length > 0);
    if (found !== undefined) return found;
  }
  return null;
}

/** All the words in an element, without the space around them. */
export function wordsOf(element: XmlElement): string {
  let words = "";
  const collect = ({ children }: XmlElement): void => {
    for (const child of children) {
      if (typeof child === "string") words += child;
      else collect(child);
    }
  };
  collect(element);
  return words.trim();
}

/** The words of the first of these names that has any; null where none has. */
export function findWords(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    const words = findAll(element, name).map(wordsOf).find(Boolean);
    if (words !== undefined) return words;
  }
  return null;
}
