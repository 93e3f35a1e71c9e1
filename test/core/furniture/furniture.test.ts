import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeArticle, storyLines } from "../../../src/core/article.ts";

const kindsOf = (text: string, title?: string): readonly string[] => {
  const article = makeArticle(title === undefined ? { text } : { text, title });
  return article.lines.map((line) => line.furniture?.kind ?? "story");
};

const STORY = "The harbour council voted on Tuesday to close the old swing bridge for two years, its clerk said.";
const MORE = "Ferries will carry people across the river until the new bridge opens, according to the plan.";
const HEAD = "Harbour council votes to close swing bridge";

describe("findFurniture", () => {
  it("finds the headline above the story and leaves the story alone", () => {
    const article = makeArticle({ text: `${HEAD}\n\n${STORY}\n\n${MORE}` });
    expect(article.title).toBe(HEAD);
    expect(kindsOf(article.text)).toEqual(["headline", "story", "story"]);
  });

  it("keeps a first line that leads on to what was written", () => {
    const text = `In a letter to the council, Ruiz wrote:\n\n“${STORY}”\n\n${MORE}`;
    expect(kindsOf(text)).toEqual(["story", "story", "story"]);
  });

  it("tells captions glued above the headline from the headline", () => {
    const text = `Mayor Ann Lund (left) and the clerk on the quay\nLund spoke with dockers on Monday\n${HEAD}\n\n${STORY}`;
    expect(kindsOf(text)).toEqual(["caption", "caption", "headline", "story"]);
    expect(makeArticle({ text }).title).toBe(HEAD);
  });

  it("knows bylines, times, credits, links and newsletter lines by their wording", () => {
    const signs: readonly (readonly [string, string])[] = [
      ["By Ann Lee and Bo Chan", "byline"],
      ["(Reporting by Ann Lee; Editing by Bo Chan)", "byline"],
      ["20 minutes ago", "time"],
      ["Updated 3 May 2023, 10:15 GMT", "time"],
      ["vor 20 Minuten", "time"],
      ["20分钟前", "time"],
      ["Photo: Ann Lee", "caption"],
      ["People wait at the quay on Monday. (AP Photo/Ann Lee)", "caption"],
      ["Ann Lee via Getty Images", "credit"],
      ["© 2023 Harbour News", "credit"],
      ["Read more: Who pays for the ferries?", "related link"],
      ["Lesen Sie auch: Wer zahlt die Fähren?", "related link"],
      ["https://harbour.example/ferries", "related link"],
      ["Sign up for our daily newsletter.", "newsletter"],
      ["Advertisement", "newsletter"],
    ];
    for (const [line, kind] of signs) {
      expect(kindsOf(`${HEAD}\n\n${STORY}\n\n${line}\n\n${MORE}`), line).toEqual(["headline", "story", kind, "story"]);
    }
  });

  it("takes one line without a sentence between paragraphs for a sub-heading, also one that quotes", () => {
    for (const line of ["A bridge 'older than the town'", "Who pays?", "WHAT COMES NEXT"]) {
      expect(kindsOf(`${HEAD}\n\n${STORY}\n\n${line}\n\n${MORE}`)[2], line).toBe("sub-heading");
    }
  });

  it("takes several in a row, or any after the story, for links", () => {
    expect(kindsOf(`${STORY}\n\nA year of ferries\n\nThe town and its river\n\n${MORE}`)).toEqual([
      "story",
      "related link",
      "related link",
      "story",
    ]);
    expect(kindsOf(`${STORY}\n\n${MORE}\n\nA year of ferries`).at(-1)).toBe("related link");
  });

  it("takes a quotation that stands alone and repeats the story for a repetition", () => {
    const said = 'Lund said: "We have waited for this bridge for forty years and we are done waiting."';
    const pulled = '"We have waited for this bridge for forty years"';
    const article = makeArticle({ text: `${STORY}\n\n${pulled}\n\n${said}` });
    expect(article.lines[1]?.furniture).toEqual({ kind: "repetition", reason: "repeats words of ¶3" });
  });

  it("finds the story in what people copy from a page, buttons and all", () => {
    const page = [
      `${HEAD}\nPublished\n2 hours ago`,
      "Share\nCopy link\nImage source, Getty Images\nImage caption,\nThe bridge was built in 1911",
      "The quay on Tuesday.\nThe quay on Tuesday. Photograph: Ann Lee/Agency",
      STORY,
      "Sign up to our morning email",
      MORE,
      "More on this story\nWho pays for the ferries?\n3 May",
      "Related topics\nbridges\nnews\nReuse this content",
    ].join("\n\n");
    const article = makeArticle({ text: page });
    expect(article.title).toBe(HEAD);
    expect(storyLines(article).map(({ span }) => page.slice(span.start, span.end))).toEqual([STORY, MORE]);
  });

  it("keeps lists, transcripts, introductions and unfinished sentences in the story", () => {
    const lines = ["LUND: Thank you all", "Lund continued:", "- Two ferries an hour", "Lund said no"];
    for (const line of lines) expect(kindsOf(`${STORY}\n\n${line}\n\n${MORE}`)[1], line).toBe("story");
  });

  it("marks the given title where the text repeats it, with or without a stop", () => {
    expect(kindsOf(`${HEAD}.\n\n${STORY}`, HEAD)).toEqual(["headline", "story"]);
    expect(makeArticle({ text: STORY, title: HEAD }).title).toBe(HEAD);
  });

  it("never makes a title up", () => {
    expect(makeArticle({ text: `${STORY}\n\n${MORE}` }).title).toBeNull();
    expect(makeArticle({ text: "Ferries and bridges" }).title).toBeNull();
    expect(makeArticle({ text: "" }).lines).toEqual([]);
  });

  it("gives every line a reason in words, inside its paragraph, on any text", () => {
    const pieces = fc.constantFrom(
      "\n",
      "\n\n",
      "By Ann",
      "20 minutes ago",
      STORY,
      HEAD,
      '"a b c d e"',
      "读",
      " ",
      "\r\n",
      "!",
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const article = makeArticle({ text: parts.join("") });
        for (const line of article.lines) {
          const paragraph = article.paragraphs[line.paragraph - 1];
          expect(paragraph && paragraph.start <= line.span.start && line.span.end <= paragraph.end).toBe(true);
          if (line.furniture) expect(line.furniture.reason).not.toBe("");
        }
        if (article.title !== null) expect(article.text).toContain(article.title);
      }),
    );
  });

  const seed = "../shared/seed/article.txt";
  it.skipIf(!existsSync(seed))("finds the seven lines of furniture and the headline in the canonical article", () => {
    const article = makeArticle({ text: readFileSync(seed, "utf8") });
    expect(article.title).toBe("China's top diplomat to meet Putin in Moscow");
    expect(article.lines.filter((line) => line.furniture).map((line) => line.paragraph)).toEqual([
      1, 1, 1, 2, 9, 14, 15,
    ]);
  });

  const corpus = "../shared/attribution/polnear/dev.jsonl";
  it.skipIf(!existsSync(corpus))("loses next to no sentence in which somebody speaks", () => {
    const rows = readFileSync(corpus, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    let spoken = 0;
    let lost = 0;
    for (const { text, title, attributions } of rows) {
      const article = makeArticle({ text, title });
      const story = storyLines(article);
      const headline = article.lines.find((line) => line.furniture?.kind === "headline")?.span;
      for (const { content } of attributions) {
        const at: number = content[0].start;
        if (headline && headline.start <= at && at < headline.end) continue;
        spoken += 1;
        if (!story.some(({ span }) => span.start <= at && at < span.end)) lost += 1;
      }
    }
    expect(lost / spoken).toBeLessThan(0.005);
  });
});
