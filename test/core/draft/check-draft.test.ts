import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftReply } from "../../../src/core/draft/reply.ts";
import { replyText } from "../../../src/core/reply.ts";
import { STORED, storeWith, TEXT } from "../verify/stored.ts";
import { check } from "./check.ts";

const verdicts = (draft: string) => check(draft, [STORED]).findings.map((finding) => finding.verdict);
const answer = (draft: string) => replyText(draftReply(check(draft, [STORED])));

describe("checkDraft", () => {
  it("finds the quotations of a draft right, with the article's words as receipts", () => {
    const { findings } = check("Tomas Reker called the plan “a gift to the lorries”.", [STORED]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ kind: "quotation", verdict: "right", reasons: [] });
    expect(findings[0]?.receipts.map((receipt) => receipt.quote)).toEqual(["a gift to the lorries"]);
  });

  it("tells altered words, another speaker's words and words of no place apart", () => {
    expect(verdicts('"We will lay off a single docker if the bridge is finished on time," Ines Obando said.')).toEqual([
      "altered",
    ]);
    expect(verdicts('"A gift to the lorries," Lena Hoff said.')).toEqual(["other-speaker"]);
    expect(verdicts('"I shall swim across the river," Lena Hoff said.')).toEqual(["not-in-text"]);
  });

  it("takes a quotation cut before its condition for altered", () => {
    expect(verdicts('"We will not lay off a single docker," Ines Obando said.')).toEqual(["altered"]);
  });

  it("does not pass over a speaker only because the sentence is hard to read", () => {
    const quoted = (name: string) => {
      const draft = `${name} told the council that it would be, to put it so, "a gift to the lorries".`;
      return check(draft, [STORED]).findings.find((finding) => finding.kind === "quotation")?.verdict;
    };
    expect(quoted("Tomas Reker")).toBe("right");
    expect(quoted("Lena Hoff")).toBe("other-speaker");
  });

  it("takes a sentence the article tells in its own words for nobody's", () => {
    expect(verdicts("Lena Hoff said that Obando later met Reker at the town hall.")).toEqual(["not-in-text"]);
  });

  it("lets a writer shorten with dots and explain in brackets, in one quotation and in its order", () => {
    const said = (words: string) => verdicts(`"${words}," Lena Hoff said.`);
    expect(said("My predecessor used to say … and he was right")).toEqual(["right"]);
    expect(said("[He] used to say, 'Ships do not vote,' and he was right")).toEqual(["right"]);
    expect(said("he was right … My predecessor used to say")).not.toEqual(["right"]);
    expect(said("My predecessor used to say … nobody can promise that")).not.toEqual(["right"]);
  });

  it("reads the speaker before a colon, as summaries list them", () => {
    expect(verdicts('• Tomas Reker: the plan is "a gift to the lorries"')).toEqual(["right"]);
    expect(verdicts('• Lena Hoff: the plan is "a gift to the lorries"')).toEqual(["other-speaker"]);
  });

  it("judges sentences that report somebody without quoting", () => {
    const right = "Mayor Tomas Reker said that 2.5 million tonnes of freight may move to the road.";
    expect(verdicts(right)).toEqual(["right"]);
    expect(verdicts(right.replace("2.5", "25"))).toEqual(["altered"]);
    expect(verdicts(right.replace("may", "will"))).toEqual(["altered"]);
    expect(verdicts(right.replace("Mayor Tomas Reker", "Lena Hoff"))).toEqual(["other-speaker"]);
    expect(verdicts("Lena Hoff said that the strike had cost nine jobs in Hamburg.")).toEqual(["not-in-text"]);
  });

  it("takes the article that has the words, of several", () => {
    const other = storeWith('"The tunnel stays shut," Kim Aalto said.', [
      ["Kim Aalto", "Kim Aalto", "said", '"The tunnel stays shut,"'],
    ]);
    const { findings } = check('"The tunnel stays shut," Kim Aalto said.', [STORED, other]);
    expect(findings.map((finding) => [finding.verdict, finding.receipts[0]?.articleId])).toEqual([
      ["right", other.article.id],
    ]);
  });

  it("is never thrown off by a draft", () => {
    const word = fc.constantFrom(...TEXT.split(/\s+/), '"', "“", "„", "''", "said", "\n", ":", "\uD800");
    const text = fc.oneof(
      fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (draft) => {
        for (const { span, words } of check(draft, [STORED]).findings) {
          expect(draft.slice(span.start, span.end)).toBe(words);
        }
        replyText(draftReply(check(draft, [STORED])));
      }),
    );
  });
});

describe("draftReply", () => {
  it("sums up first, singular and plural right", () => {
    const draft = '"A gift to the lorries," said Tomas Reker. "We will all go," said Lena Hoff.';
    expect(answer(draft).split("\n")[0]).toBe("2 quotations: 1 right, 1 not in the text.");
    expect(answer('"A gift to the lorries," said Tomas Reker.').split("\n")[0]).toBe("1 quotation: 1 right.");
    expect(answer("Nobody speaks.")).toBe("There is no quotation and no attributed sentence in this text to check.");
  });

  it("ends well only where everything is right", () => {
    const outcome = (draft: string) => draftReply(check(draft, [STORED])).outcome;
    expect(outcome('"A gift to the lorries," said Tomas Reker.')).toBe("ok");
    expect(outcome('"A gift to the lorries," said Lena Hoff.')).toBe("not-found");
    expect(outcome('"A present to the lorries," said Tomas Reker.')).toBe("not-found");
  });

  it("says how much of a very long draft it left unchecked", () => {
    const draft = '"A gift to the lorries," said Tomas Reker.\n\n'.repeat(201);
    const reply = draftReply(check(draft, [STORED]));
    expect(replyText(reply)).toContain("1 more was not checked");
    expect(reply.outcome).toBe("not-found");
  });

  it("says word by word what was changed", () => {
    const text = answer('"We will lay off every docker if the bridge is finished on time," said Ines Obando.');
    expect(text).toContain("Changed: a single → every. Left out: not.");
  });

  it("puts nothing in quotation marks that the article does not quote", () => {
    const draft =
      '"A present to all lorries," said Tomas Reker. "Freight may move to the road," said Tomas Reker. "Never," said Lena Hoff.';
    const marked = [...answer(draft).matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
    expect(marked.every((words) => TEXT.includes(words))).toBe(true);
  });
});
