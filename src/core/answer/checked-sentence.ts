import { plain, type Text } from "../reply.ts";
import type { Answer } from "./answer.ts";
import type { Passage } from "./passage.ts";
import type { Shown } from "./shown.ts";
import { capitalize, listWords, repeatTyped, saidSentence } from "./wording.ts";

type Checked = Answer & { readonly type: "checked" };

/** "Yes.", "No, the contrary.", "No. That is Wang Yi: …", "No. Nobody says it." */
export function checkedSentence(answer: Checked, shown: Shown): Text {
  const proof: Text = shown.inline
    ? [...saidSentence(shown.inline), plain(".")]
    : [plain(`${listWords(answer.speakers)} [1].`)];
  switch (answer.by) {
    case "asked":
      return [plain(`${opening(answer)} `), ...proof];
    case "other":
      return [plain(`${byOther(answer)} `), ...proof, ...ownWords(answer)];
    case "nobody":
      return [plain(`No. Nobody here is reported as saying it.`), ...ownWords(answer)];
  }
}

/** Somebody else's denial of it says nothing of who said it. */
const byOther = ({ asked, passages }: Checked): string =>
  passages[0]?.stance === "said" ? `No, not ${repeatTyped(asked, "them")}.` : "Not as far as the article tells.";

function opening({ verdict, likeness, question, passages }: Checked): string {
  const circumstance = question.kind === "circumstance";
  if (verdict === "yes") return circumstance ? "The article tells no more of it than this:" : "Yes.";
  const stance = passages[0]?.stance ?? "said";
  if (stance === "denied") return "No, on the contrary.";
  if (stance === "unsaid") return "No.";
  if (stance === "expected") return "Not yet, as far as the article tells.";
  return likeness === "opposite" ? "No, the contrary." : "No, not so.";
}

/** What the person asked about did say, so that the answer does not end in a no. */
function ownWords({ own, asked }: Checked): Text {
  if (own === null) return [plain(` ${capitalize(repeatTyped(asked, "That name"))} is not quoted.`)];
  const said: Passage = own;
  return [plain(" "), ...saidSentence(said), plain(".")];
}
