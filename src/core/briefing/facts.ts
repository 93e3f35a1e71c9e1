import { type Article, storyLines } from "../article.ts";
import { countWords } from "../text/terms.ts";
import type { Facts } from "./briefing.ts";

/** Silent reading of English non-fiction (Brysbaert 2019, a meta-analysis of 190 studies). */
const WORDS_A_MINUTE = 238;

/** Words and minutes count the whole text: what a reader would have had to read. */
export function readFacts(article: Article): Facts {
  const words = countWords(article.text);
  const time = timeLine(article);
  const dated = time !== null && NAMES_A_DAY.test(time);
  return {
    words,
    minutes: Math.max(1, Math.round(words / WORDS_A_MINUTE)),
    source: article.publisher ?? hostOf(article.url),
    date: article.publishedAt === undefined ? (dated ? time : null) : dayOf(article.publishedAt),
    age: dated ? null : time,
    readAgo: 0,
  };
}

const NAMES_A_DAY = /\b(?:19|20)\d\d\b|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/;

/** The first line above or below the headline that is a time; a live report's later times date nothing. */
function timeLine(article: Article): string | null {
  const story = storyLines(article)[0]?.span.start ?? article.text.length;
  const line = article.lines.find(({ furniture, span }) => furniture?.kind === "time" && span.start < story);
  return line ? article.text.slice(line.span.start, line.span.end) : null;
}

/** The day of an ISO 8601 time, else the date as it was given. */
const dayOf = (given: string): string => /^\d{4}-\d\d-\d\d(?=T)/.exec(given)?.[0] ?? given.trim();

function hostOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  return new URL(url).hostname.replace(/^www\./, "") || null;
}
