import { type Draft, draft } from "./draft.ts";
import type { Token } from "./tokens.ts";

type Tokens = readonly Token[];

/** 谁说的, 说了什么 and their like. Chinese writes no spaces, so expressions are looked for in the running characters. */
export function readChinese(tokens: Tokens): Draft | null {
  const text = tokens.map((token) => (token.type === "word" ? token.text : "\n")).join("\u0001");
  const quotation = tokens.find((token) => token.type === "quotation");
  const has = (...expressions: readonly string[]): boolean =>
    expressions.some((expression) => text.includes([...expression].join("\u0001")));
  if (has("谁")) {
    if (quotation) return draft("who-said", { words: [quotation] });
    if (has("引用", "发言", "讲话")) return draft("speakers");
    const topic = has("关于") ? between(tokens, TOWARDS, ["谁"]) : after(tokens, MENTIONING);
    if (topic.length > 0) return draft("who-about", { topic });
    const words = after(tokens, SAYING);
    return words.length > 0 ? draft("who-said", { words }) : draft("speakers");
  }
  const speaker = before(tokens, [...TOWARDS, ...SAYING, ...MENTIONING, "是", "怎"]);
  if (speaker.length === 0) return null;
  if (has("什么", "怎么", "哪些", "如何")) {
    return draft("what-said", { speakers: [speaker], topic: between(tokens, TOWARDS, [...SAYING, "有", "的", "怎"]) });
  }
  if (!has("说", "表示", "提", "谈")) return null;
  const words = quotation ? [quotation] : after(tokens, SAYING);
  return has("吗") || quotation ? draft("did-say", { speakers: [speaker], words }) : null;
}

const SAYING: readonly string[] = ["说", "讲", "表", "称"];
const MENTIONING: readonly string[] = ["提", "谈"];
const TOWARDS: readonly string[] = ["对", "就", "关"];
/** Particles that may follow a verb or end a question. */
const PARTICLES: readonly string[] = [..."了过的到示论起于吗呢是么什话"];

const findFirst = (tokens: Tokens, characters: readonly string[]): number =>
  tokens.findIndex((token) => token.type === "word" && characters.includes(token.text));

function before(tokens: Tokens, characters: readonly string[]): Tokens {
  const end = findFirst(tokens, characters);
  return end === -1 ? [] : tokens.slice(0, end).filter((token) => token.type === "word");
}

function after(tokens: Tokens, characters: readonly string[]): Tokens {
  const start = findFirst(tokens, characters);
  return start === -1 ? [] : trimParticles(tokens.slice(start + 1));
}

function between(tokens: Tokens, from: readonly string[], to: readonly string[]): Tokens {
  const start = findFirst(tokens, from);
  if (start === -1) return [];
  const rest = trimParticles(tokens.slice(start + 1));
  const end = findFirst(rest, to);
  return end === -1 ? rest : rest.slice(0, end);
}

function trimParticles(tokens: Tokens): Tokens {
  const words = tokens.filter((token) => token.type === "word");
  const start = words.findIndex((token) => !PARTICLES.includes(token.text));
  if (start === -1) return [];
  const end = words.findLastIndex((token) => !PARTICLES.includes(token.text));
  return words.slice(start, end + 1);
}
