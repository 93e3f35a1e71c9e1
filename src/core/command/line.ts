import { UserError } from "../errors.ts";
import type { Upload } from "../ports.ts";
import { findNearest } from "../text/nearest.ts";
import { type Command, exampleOf, mainOption, type Options, type RawValues, type Verb } from "./index.ts";

/** A verb and what was given to it, not yet checked. */
export interface ParsedLine {
  readonly verb: Verb;
  readonly raw: RawValues;
}

/** A word of a typed line: bare, or an option with its value (null for `--key` whose value is the next word). */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly key: string | null;
  readonly value: string | null;
}

/** A line of more words is a text or a question, in which a colon is punctuation. */
const SHORT_LINE = 3;

const KEY_VALUE = /^([a-z]{2,16}):(?!\/\/)(\S.*)$/su;
const DASHED = /^--([a-z]{2,16})(?:=(.*))?$/su;
const QUOTE_PAIRS: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“", "«": "»" };

/**
 * Reads what was typed after a command's name. Options stand before or after the main argument and nowhere inside it:
 * the argument itself, an article perhaps, is handed on as it was typed. Throws UserError for an unknown verb or key.
 */
export function parseLine(command: Command, line: string, uploads: readonly Upload[]): ParsedLine {
  const { verb, rest } = takeVerb(command, line);
  const parsed = readWords(command, verb, rest, splitWords(rest));
  return { verb, raw: withUploads(verb.options, parsed, uploads) };
}

/** Options a platform has already told apart. Throws UserError for an unknown verb. */
export function chooseVerb(command: Command, name: string | null): Verb {
  const verb = command.verbs.find((candidate) => candidate.name === name);
  if (verb === undefined) throw unknownVerb(command, name ?? "");
  return verb;
}

function takeVerb(command: Command, line: string): { verb: Verb; rest: string } {
  const [first] = command.verbs;
  if (first.name === null) return { verb: first, rest: line.trim() };
  const typed = /^\s*(\S*)/.exec(line)?.[1] ?? "";
  const verb = command.verbs.find((candidate) => candidate.name === typed.toLowerCase());
  if (verb === undefined) throw unknownVerb(command, typed);
  return { verb, rest: line.slice(line.indexOf(typed) + typed.length).trim() };
}

function unknownVerb(command: Command, typed: string): UserError {
  const names = command.verbs.flatMap((verb) => verb.name ?? []);
  const nearest = findNearest(typed, names);
  const verb = command.verbs.find(({ name }) => name === nearest) ?? command.verbs[0];
  const known = nearest === null ? `It knows ${names.join(", ")}.` : `Did you mean ${nearest}?`;
  const heard =
    typed === "" ? `/${command.name} needs to know what to do.` : `/${command.name} does not know “${typed}”.`;
  return new UserError("usage", "unknown-verb", `${heard} ${known} Try: ${exampleOf(command, verb)}`);
}

/** Options from both ends; what is left between them is the main argument. */
function readWords(command: Command, verb: Verb, line: string, words: readonly Word[]): Record<string, string> {
  const raw: Record<string, string> = {};
  const take = (index: number): number => takeOption(command, verb, words, index, raw);
  let first = 0;
  for (let taken = take(first); taken > 0; taken = take(first)) first += taken;
  let last = words.length;
  while (last > first) {
    const from = last - 2 >= first && awaitsValue(words[last - 2]) ? last - 2 : last - 1;
    if (take(from) === 0) break;
    last = from;
  }
  const main = mainOption(verb.options);
  const rest = first < last ? line.slice(words[first]?.start, words[last - 1]?.end) : "";
  if (rest === "") return raw;
  if (main === null)
    throw new UserError("usage", "too-much", `“${rest}” is more than this takes. Try: ${exampleOf(command, verb)}`);
  raw[main] = unwrapLink(rest);
  return raw;
}

/** `--key`: its value is the next word. */
const awaitsValue = (word: Word | undefined): boolean => word !== undefined && word.key !== null && word.value === null;

/**
 * Reads the option at `index` into `raw`; how many words it took, 0 when the word is part of the main argument.
 * A key nobody knows is a slip of the pen beside a link or an id, and a word like any other in a text.
 */
function takeOption(
  command: Command,
  verb: Verb,
  words: readonly Word[],
  index: number,
  raw: Record<string, string>,
): number {
  const word = words[index];
  if (word === undefined || word.key === null) return 0;
  if (verb.options[word.key] === undefined) {
    const dashed = word.text.startsWith("--");
    const nearest = findNearest(word.key, Object.keys(verb.options));
    if (!dashed && nearest === null && words.length > SHORT_LINE) return 0;
    const known = nearest === null ? `It knows ${keysOf(verb.options)}.` : `Did you mean ${nearest}:?`;
    throw new UserError(
      "usage",
      "unknown-option",
      `There is no option “${word.key}”. ${known} Try: ${exampleOf(command, verb)}`,
    );
  }
  const next = words[index + 1];
  const value = word.value ?? (next === undefined ? null : unquote(next.text));
  if (value === null)
    throw new UserError("usage", "no-value", `${word.key} needs a value. Try: ${exampleOf(command, verb)}`);
  raw[word.key] = unwrapLink(value);
  return word.value === null ? 2 : 1;
}

const keysOf = (options: Options): string =>
  Object.entries(options)
    .filter(([, option]) => !option.main)
    .map(([name]) => `${name}:`)
    .join(", ") || "no options";

/** Words at white space; a quoted value (`focus:"two words"`, `--focus “two words”`) is one word. */
function splitWords(line: string): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line[at] ?? "")) {
      at += 1;
      continue;
    }
    const end = wordEnd(line, at);
    words.push(toWord(line.slice(at, end), at, end));
    at = end;
  }
  return words;
}

function wordEnd(line: string, start: number): number {
  const space = nextSpace(line, start);
  const opening = /^(?:[a-z]{2,16}:|--[a-z]{2,16}=)?(["“„«])/u.exec(line.slice(start, space));
  if (opening === null) return space;
  const close = line.indexOf(QUOTE_PAIRS[opening[1] ?? ""] ?? "", start + opening[0].length);
  return close === -1 || line.slice(start, close).includes("\n") ? space : nextSpace(line, close);
}

function nextSpace(line: string, from: number): number {
  const space = line.slice(from).search(/\s/);
  return space === -1 ? line.length : from + space;
}

/** One word of a line, or one argument of a shell, which has already taken its quotation marks off. */
function toWord(text: string, start: number, end: number): Word {
  const dashed = DASHED.exec(text);
  const keyed = dashed === null ? KEY_VALUE.exec(text) : null;
  const value = dashed?.[2] ?? keyed?.[2];
  return {
    start,
    end,
    text,
    key: dashed?.[1] ?? keyed?.[1] ?? null,
    value: value === undefined ? null : unquote(value),
  };
}

function unquote(value: string): string {
  const close = QUOTE_PAIRS[value[0] ?? ""];
  return close !== undefined && value.length > 1 && value.endsWith(close) ? value.slice(1, -1) : value;
}

/** A link as chat clients wrap it, `<https://…|label>`, is the link. */
function unwrapLink(value: string): string {
  return /^<(https?:\/\/[^\s|>]+)(?:\|[^>]*)?>$/u.exec(value)?.[1] ?? value;
}

function withUploads(options: Options, raw: Record<string, string>, uploads: readonly Upload[]): RawValues {
  const [upload] = uploads;
  const main = mainOption(options);
  if (upload === undefined || main === null || raw[main] !== undefined || options[main]?.type !== "article") return raw;
  return { ...raw, [main]: upload };
}
