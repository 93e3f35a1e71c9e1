import { makeArticle } from "../../core/article.ts";
import { UserError } from "../../core/errors.ts";
import type { Intake } from "../../core/ports.ts";
import { readPasted, readText } from "./text.ts";

/** Reads what people give: pasted text and text files. */
export function createIntake(): Intake {
  return {
    async read(source) {
      switch (source.type) {
        case "text":
          return makeArticle(readPasted(source.text));
        case "upload":
          return makeArticle(readText(source.upload));
        case "url":
          throw new UserError(
            "unreadable",
            "no-links",
            "Links are not read yet. Paste the article's text, or give a text file.",
          );
      }
    },
  };
}
