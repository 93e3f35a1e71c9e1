import type { Article, Span } from "../article.ts";
import { findQuotations } from "../attribution/quotations.ts";
import type { Point } from "../briefing/briefing.ts";
import { citesOf } from "../briefing/cites.ts";
import { capitalize, opensWithPronoun } from "../briefing/opening.ts";
import { proofsOf, receiptsOf } from "../briefing/proofs.ts";
import { overlap } from "../briefing/span.ts";
import type { StoredArticle } from "../ports.ts";
import { cutFact, type Receipt } from "../receipt.ts";
import { plain, type Text, textOf } from "../reply.ts";
import type { Statement } from "../statement.ts";
import { isPlanted } from "../text/planted.ts";
import { countWords } from "../text/terms.ts";
import { evidenceOf } from "../verify/evidence.ts";
import { reasonText, verifySentence } from "../verify/index.ts";
import { findTornOut } from "./deletions.ts";
import type { DraftItem } from "./draft.ts";
import { type Filled, fillQuotations } from "./fill-quotations.ts";
import { MARKUP } from "./markup.ts";
import { nameOpening } from "./name-opening.ts";
import { findOwnSentence } from "./own-sentence.ts";
import type { Sheet } from "./sheet.ts";
import { findUsurper } from "./speaks.ts";
import { foreignWords, matterOf } from "./support.ts";
import { squeeze, tidy } from "./tidy.ts";

/** A model's sentence as it may be posted; or why it may not, a sentence each. */
export type Composed =
  | { readonly point: Point; readonly faults: readonly [] }
  | { readonly point: null; readonly faults: readonly string[] };

/** More sentences than these are no source any more. */
const MOST_SENTENCES = 5;
/** A sentence with fewer words of matter tells nothing. */
const LEAST_MATTER = 3;

/**
 * Turns what a model wrote into a point of a briefing: quotations cut from the article, proofs counted up, and everything judged
 * by the same checker as a stranger's sentence, and more strictly. `most` is its length in words.
 */
export function composeItem(stored: StoredArticle, sheet: Sheet, item: DraftItem, most: number): Composed {
  const text = tidy(item.text);
  const unknown = [
    ...item.sentences
      .filter((number) => !sheet.sentences.has(number))
      .map((number) => `There is no sentence ${number}.`),
    ...item.statements.filter((id) => !sheet.statements.has(id)).map((id) => `There is no statement ${id}.`),
  ];
  if (unknown.length > 0) return refuse(unknown);
  if (isPlanted(text)) return refuse([NO_NEWS]);
  const named = item.statements.flatMap((id) => sheet.statements.get(id) ?? []);
  const cited = findCited(sheet, item, named);
  const own = findOwnSentence(stored, sheet, cited, text);
  const filled = own ?? fillWithin(stored, sheet, cited, text, most);
  if (own === null && filled.runs.some((run) => run.look !== "quote" && MARKUP.test(run.text)))
    return refuse([NO_NEWS]);
  if (filled.faults.length > 0) return refuse(filled.faults);
  const point = makePoint(stored, sheet, item, filled.runs, filled.used);
  if (point === null) return refuse(["It does not say which sentences it rests on."]);
  const faults = faultsOf(stored, point, most);
  if (faults.length > 0) return refuse(faults);
  if (!opensWithPronoun(textOf(point.runs))) return { point, faults: [] };
  const better = nameOpening(stored, point, toldIn(stored, point), most);
  const left = better === null ? [NAMELESS] : faultsOf(stored, better, most);
  return better === null || left.length > 0 ? refuse(left) : { point: better, faults: [] };
}

const NO_NEWS = "It holds a link, markup, or words that are no news.";
const NAMELESS = "It begins with a pronoun: name who is meant.";

const faultsOf = (stored: StoredArticle, point: Point, most: number): readonly string[] => [
  ...formFaults(point, most),
  ...matterFaults(stored, point),
];

/** What joins a quotation to the one before it. */
const JOINERS = [", and ", " and ", ", ", "; "];

/** The text without its last quotation and what joins it; as it is where something else stands before or behind it. */
function withoutLast(text: string): string {
  const last = findQuotations(text, [{ start: 0, end: text.length }]).at(-1);
  if (last === undefined || text.slice(last.span.end).replace(".", "") !== "") return text;
  const before = text.slice(0, last.span.start);
  const joiner = JOINERS.find((words) => before.endsWith(words));
  return joiner === undefined ? text : before.slice(0, -joiner.length);
}

/**
 * Quotations whole where they fit into `most` words, else as many whole sentences of each as its share of them takes, else without
 * the last of several.
 */
function fillWithin(stored: StoredArticle, sheet: Sheet, cited: readonly Span[], text: string, most: number): Filled {
  const whole = fillQuotations(stored, sheet.statements, cited, text, most);
  const quotations = whole.runs.filter(({ look }) => look === "quote").length;
  const own = countWords(textOf(whole.runs.filter(({ look }) => look !== "quote")));
  if (quotations === 0 || countWords(textOf(whole.runs)) <= most) return whole;
  const shared = fillQuotations(stored, sheet.statements, cited, text, Math.floor((most - own) / quotations));
  const shorter = withoutLast(text);
  if (shared.faults.length === 0 || quotations === 1 || shorter === text) return shared;
  return fillWithin(stored, sheet, cited, shorter, most);
}

const refuse = (faults: readonly string[]): Composed => ({ point: null, faults });

function makePoint(
  { article }: StoredArticle,
  sheet: Sheet,
  item: DraftItem,
  runs: Text,
  quoted: readonly Statement[],
): Point | null {
  const named = item.statements.flatMap((id) => sheet.statements.get(id) ?? []);
  const cited = findCited(sheet, item, [...quoted, ...named]);
  const [sentence, ...also] = cited;
  if (sentence === undefined || cited.length > MOST_SENTENCES) return null;
  const told = named.filter((statement) => !quoted.includes(statement) && isTold(article, runs, statement));
  const receipts = [
    ...runs.flatMap((run) => (run.look === "quote" && isUsed(run.receipt) ? [run.receipt] : [])),
    ...told.flatMap((statement) => receiptsOf(article, statement, statement.sentence)),
  ];
  const [first, ...rest] = receipts.length > 0 ? receipts : cited.flatMap((span) => proofs(span));
  if (first === undefined) return null;
  return {
    kind: [first, ...rest].some(({ kind }) => kind !== "fact") ? "reported" : "fact",
    runs: tidyRuns(runs),
    speakers: [...new Set([first, ...rest].flatMap(({ speaker }) => speaker?.name ?? []))],
    receipts: [first, ...rest],
    sentence,
    ...(also.length === 0 ? {} : { also }),
  };

  function isUsed({ statementId }: Receipt): boolean {
    return quoted.some(({ id }) => id === statementId);
  }

  /** Without a statement named: those told in the sentence, or the reporter's sentence itself. */
  function proofs(span: Span): readonly Receipt[] {
    const here = [...sheet.statements.values()].filter(({ content }) => content.some((piece) => overlap(piece, span)));
    return here.length > 0 ? proofsOf(article, here, span) : [cutFact(article, span)];
  }
}

/** A statement that is named and not quoted proves only a sentence that has some of its words. */
function isTold({ text }: Article, runs: Text, { content }: Statement): boolean {
  const words = new Set(content.flatMap(({ start, end }) => matterOf(text.slice(start, end))));
  return matterOf(textOf(runs)).filter((word) => words.has(word)).length >= LEAST_TOLD;
}

const LEAST_TOLD = 2;

/** The sentences a model names and those its statements stand in, in reading order. */
function findCited(sheet: Sheet, item: DraftItem, statements: readonly Statement[]): readonly Span[] {
  return [...sheet.sentences].flatMap(([number, span]) =>
    item.sentences.includes(number) || statements.some(({ sentence }) => overlap(sentence, span)) ? [span] : [],
  );
}

function tidyRuns(runs: Text): Text {
  return runs.map((run, index) =>
    run.look === "plain" ? plain(index === 0 ? capitalize(squeeze(run.text).trimStart()) : squeeze(run.text)) : run,
  );
}

function formFaults({ runs }: Point, most: number): readonly string[] {
  const text = textOf(runs);
  const words = countWords(text);
  return [
    ...(words > most ? [`It has ${words} words; at most ${most} are wanted.`] : []),
    ...(matterOf(text).length < LEAST_MATTER ? ["It says next to nothing."] : []),
  ];
}

const toldIn = ({ statements }: StoredArticle, { receipts }: Point): readonly Statement[] =>
  statements.filter(({ id }) => receipts.some(({ statementId }) => statementId === id));

function matterFaults(stored: StoredArticle, point: Point): readonly string[] {
  const { article } = stored;
  const cites = citesOf(article, point);
  const speakers = point.receipts.flatMap(({ speaker }) => speaker ?? []);
  const foreign = foreignWords(article, point.runs, cites, speakers);
  const told = toldIn(stored, point);
  const usurper = findUsurper(stored, point.runs, told, cites);
  const torn = findTornOut(evidenceOf(stored), textOf(point.runs), cites, told);
  const { reasons } = verifySentence(stored, { text: textOf(point.runs), cites });
  return [
    ...(foreign.length === 0 ? [] : [`The sentences it rests on do not have: ${foreign.join(", ")}.`]),
    ...reasons.map(reasonText),
    ...(torn === null ? [] : [`Without these words it says something else: ${torn}.`]),
    ...(usurper === null ? [] : [`Here ${usurper} seems to speak, and does not.`]),
  ];
}
