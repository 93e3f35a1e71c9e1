import { Parser } from "htmlparser2";
import { UserError } from "../../../core/errors.ts";
import { nameOf } from "./boxes.ts";
import { type Facts, FactsReader } from "./facts.ts";
import { type Layout, LayoutReader } from "./layout.ts";

/** A page in one pass: what readers see of it, and what it says of itself. */
export interface Outline {
  readonly layout: Layout;
  readonly facts: Facts;
}

/** Browsers stop nesting at 512; the parser's stack costs its depth with every element. */
const DEEPEST = 1_000;
const MOST_ELEMENTS = 200_000;

/** Reads a page. Throws UserError "too-complex" for one nested too deep or made of too many elements. */
export function readOutline(html: string): Outline {
  const layout = new LayoutReader();
  const facts = new FactsReader();
  let depth = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      depth += 1;
      elements += 1;
      if (depth > DEEPEST || elements > MOST_ELEMENTS) throw tooComplex();
      const name = nameOf(attributes);
      facts.open(tag, attributes, name);
      layout.open(tag, attributes, name);
    },
    onclosetag(tag) {
      depth -= 1;
      facts.close();
      layout.close(tag);
    },
    ontext(text) {
      facts.addText(text);
      layout.addText(text);
    },
  });
  parser.end(html);
  return { layout: layout.finish(), facts: facts.finish() };
}

const tooComplex = (): UserError =>
  new UserError("unreadable", "too-complex", "That page is built too intricately to be read; paste the text instead.");
