import type { Answered } from "../answered.ts";
import type { Core } from "../core.ts";
import type { Call, Source, Upload } from "../ports.ts";
import type { Reply } from "../reply.ts";

/** What an option takes: a form with typed fields and a typed line are read by the same definition. */
export type Option = {
  /** What to give, in at most 100 characters, the strictest platform's limit for a description. */
  readonly description: string;
  /** The argument without a key: one per verb. */
  readonly main?: true;
  readonly required?: true;
} & (
  | { readonly type: "text"; readonly suggest?: Suggest }
  | { readonly type: "choice"; readonly choices: readonly string[] }
  /** An article to read or already read: link, text, file, `last`, or its id. */
  | { readonly type: "article" }
  /** Which stored articles to look in: an article, several parted by commas, `today`, or `7d`. */
  | { readonly type: "articles" }
  /** Another channel, in which the command runs as if given there by a manager. For verbs whose reply quotes nothing: quotations are checked from here. */
  | { readonly type: "channel" }
);
/** Values that fit what has been typed so far in that place, best first. */
export type Suggest = (typed: string, call: Call, core: Core) => Promise<readonly string[]>;

export type Options = Readonly<Record<string, Option>>;

/** An article somebody means. */
export type ArticleRef =
  | Source
  | { readonly type: "last" }
  | { readonly type: "stored"; readonly id: string }
  /** The same as its page says now, though it was read today. */
  | { readonly type: "fresh"; readonly article: ArticleRef };
/** Some articles, or all that were read in the last so many days. */
export type ArticlesRef = readonly ArticleRef[] | { readonly type: "since"; readonly days: number };

type Value<O extends Option> = O extends { type: "choice" }
  ? O["choices"][number]
  : O extends { type: "article" }
    ? ArticleRef
    : O extends { type: "articles" }
      ? ArticlesRef
      : string;
export type Values<S extends Options> = {
  readonly [K in keyof S]: S[K] extends { required: true } ? Value<S[K]> : Value<S[K]> | undefined;
};

/** What people gave, by option name, before it is checked. */
export type RawValues = Readonly<Record<string, string | Upload>>;

/** One thing a command does: data and a function that returns what to say. */
export interface Verb<S extends Options = Options> {
  /** Null for the one nameless verb of a command without verbs. */
  readonly name: string | null;
  readonly description: string;
  /** What follows the command's name, ready to be tried. */
  readonly examples: readonly string[];
  readonly options: S;
  run(request: { readonly options: Values<S>; readonly call: Call; readonly core: Core }): Promise<Reply | Answered>;
}

/** A slash command: either one nameless verb, or several named ones, never both, since not every platform knows a third way. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly verbs: readonly [Verb, ...Verb[]];
}

/** A command that does one thing. */
export function defineCommand<const S extends Options>(
  command: Omit<Verb<S>, "name"> & { readonly name: string },
): Command & { readonly verbs: readonly [Verb<S>] } {
  return { name: command.name, description: command.description, verbs: [{ ...command, name: null }] };
}

/** One verb of a command that has several. */
export function defineVerb<const S extends Options>(verb: Verb<S> & { readonly name: string }): Verb<S> {
  return verb;
}

/** The option that takes what is typed without a key. */
export function mainOption(options: Options): string | null {
  return Object.keys(options).find((name) => options[name]?.main) ?? null;
}

/** "/brief <article> length:line|short|full focus:…", as help and manifests show it. */
export function usageOf(command: Command, verb: Verb): string {
  const options = Object.entries(verb.options).map(([name, option]) => {
    if (option.main) return option.required ? `<${name}>` : `[${name}]`;
    return option.type === "choice" ? `${name}:${option.choices.join("|")}` : `${name}:…`;
  });
  return [`/${command.name}`, ...(verb.name === null ? [] : [verb.name]), ...options].join(" ");
}

/** A verb's first example as one would type it: "/brief https://example.org/news/story". */
export const exampleOf = (command: Command, verb: Verb): string => callOf(command, verb, verb.examples[0] ?? "");

/** A command, its verb and what follows, as one would type them. */
export const callOf = (command: Command, verb: Verb, rest: string): string =>
  [`/${command.name}`, verb.name ?? "", rest].filter((word) => word !== "").join(" ");
