import type { Answered } from "./answered.ts";
import type { Article } from "./article.ts";
import type { DigestStore, PlannerStore, SlotStore } from "./digest/ports.ts";
import type { ItemStore, SubscriptionStore, WatchStore } from "./feeds/ports.ts";
import type { ModelCallStore } from "./model.ts";
import type { ButtonId, Reply } from "./reply.ts";
import type { Statement } from "./statement.ts";

/** What may be seen from somewhere: the tenant's open channels, and the own channel. The store has no query without one. */
export interface Scope {
  readonly platform: string;
  /** Workspace or guild; for a direct message without either, the person's id. */
  readonly tenant: string;
  readonly channel: string;
  /** A direct message or private channel: what is read here is found only from here. */
  readonly private: boolean;
}

/** Where people talk. A thread is a conversation; outside threads the channel is one. */
export interface Place extends Scope {
  readonly thread: string | null;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  /** May change what concerns others in this channel, as the platform itself told us. */
  readonly manager: boolean;
  /** May change what concerns the whole tenant, too. */
  readonly administrator?: true;
}

/** A file somebody handed over; bytes as they came. */
export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Who asks, from where. Work stops when the signal aborts. */
export interface Call {
  readonly place: Place;
  readonly person: Person;
  readonly signal: AbortSignal;
  /** The same from another channel, as the platform names it, by what its person may do there. Null where they could not make it. */
  elsewhere(channel: string): Promise<Call | null>;
}

/** A typed line ("https://… length:line") with files beside it, or options a platform has already told apart. */
export type CommandInput =
  | { readonly type: "line"; readonly line: string; readonly uploads: readonly Upload[] }
  | {
      readonly type: "options";
      readonly verb: string | null;
      readonly values: Readonly<Record<string, string | Upload>>;
    };

/** What a platform hands to the core. Every method answers; none throws for anything a person did, nor does a better version. */
export interface Inbox {
  command(call: Call & { readonly name: string; readonly input: CommandInput }): Promise<Answered>;
  /** A mention, or a follow-up in a thread of ours; null where silence is the right answer. */
  mention(
    call: Call & { readonly text: string; readonly uploads: readonly Upload[]; readonly addressed: boolean },
  ): Promise<Answered | null>;
  press(call: Call & { readonly button: ButtonId; readonly subject: string }): Promise<Answered>;
  /** Values for an option while it is being typed, best first, at most 25. */
  suggest(
    call: Call & {
      readonly command: string;
      readonly verb: string | null;
      readonly option: string;
      readonly typed: string;
    },
  ): Promise<readonly string[]>;
}

/** A chat platform. Everything it alone knows stays behind these five. */
export interface Platform {
  readonly name: string;
  start(inbox: Inbox): Promise<void>;
  /**
   * Posts once, however often it is called with the same key; resolves when the message is known to stand. Needs no `start`.
   * Throws UserError where it can never stand there.
   */
  post(place: Place, reply: Reply, key: string): Promise<void>;
  /** The same in somebody's direct messages with the bot. */
  tell(person: string, tenant: string, reply: Reply, key: string): Promise<void>;
  /** Takes nothing new, finishes what is under way, then resolves. May be called twice. */
  stop(): Promise<void>;
}

/** What a person gave to be read. */
export type Source =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "url"; readonly url: string }
  /** A link out of a feed, which nobody pasted: read only where the site's robots.txt lets programs in. */
  | { readonly type: "entry"; readonly url: string }
  | { readonly type: "upload"; readonly upload: Upload };

/** Turns what a person gave into an article with its statements. Throws UserError "unreadable" with what to do instead. */
export interface Intake {
  read(source: Source, signal: AbortSignal): Promise<Article>;
  /** Who said what in it, as the engine finds it; a long text holds nobody else up. */
  findStatements(article: Article): Promise<readonly Statement[]>;
}

/** An article with what the engine found in it. */
export interface StoredArticle {
  readonly article: Article;
  readonly statements: readonly Statement[];
  /** Which engine found them: statements of another version are found anew. */
  readonly engine: string;
  /** Milliseconds since 1970, when it was last read in this scope. */
  readonly readAt: number;
}

export interface ArticleQuery {
  /** Words in text, title or speakers' names; without them the newest articles. */
  readonly words?: string;
  readonly url?: string;
  /** Only articles read at or after this time, milliseconds since 1970. */
  readonly since?: number;
  /** Only what was read in this very channel, not what its tenant's other open channels show. */
  readonly here?: true;
  readonly limit: number;
}

/** Articles by scope, newest first. What another scope owns is not there, exactly as what nobody owns. */
export interface ArticleStore {
  /** Durable when it resolves. The same article again in the same scope only renews `readAt`. */
  save(scope: Scope, stored: StoredArticle): Promise<void>;
  find(scope: Scope, id: string): Promise<StoredArticle | null>;
  search(scope: Scope, query: ArticleQuery): Promise<readonly StoredArticle[]>;
  /**
   * Names of speakers that start with, or have a word that starts with, what was typed; most statements first. With nothing
   * typed, the speakers of the newest articles.
   */
  speakers(scope: Scope, typed: string, limit: number): Promise<readonly string[]>;
  /** Deletes what was read in this channel (one article, or all), with every trace; how many articles went. */
  forget(scope: Scope, id: string | null): Promise<number>;
}

/** One exchange in a conversation: what was asked, about which article, and whose words the answer gave. */
export interface Turn {
  readonly articleId: string;
  /** Null for a briefing. */
  readonly question: string | null;
  readonly speakers: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a place has been talking about, oldest first; the last twenty turns are kept. */
export interface ConversationStore {
  append(place: Place, ...turns: readonly Turn[]): Promise<void>;
  read(place: Place): Promise<readonly Turn[]>;
  forget(place: Place): Promise<void>;
}

/** Values a person, channel or tenant has set. `level` "tenant" holds for all its channels. */
export interface SettingStore {
  read(scope: Scope, level: "channel" | "tenant", key: string): Promise<string | null>;
  /** Null removes it. */
  write(scope: Scope, level: "channel" | "tenant", key: string, value: string | null): Promise<void>;
}

export type DeliveryState = "accepted" | "sending" | "done" | "failed";

/** Something a platform asked for and must be answered once. */
export interface Delivery {
  readonly platform: string;
  /** The platform's own name for the event; the same event again has the same key. */
  readonly key: string;
  /** What is needed to do the work after a restart, as JSON. */
  readonly payload: string;
  readonly state: DeliveryState;
  /** When posting began, milliseconds since 1970: look for the message from here before posting again. */
  readonly sendingAt: number | null;
}

/** The outbox: accept → begin → finish. Each step is durable when it resolves. */
export interface DeliveryStore {
  /** False when the key is known already: somebody has this work. */
  accept(platform: string, key: string, payload: string): Promise<boolean>;
  /** Before anything is posted; gives the row as it was, null when there is none or it is done. */
  begin(platform: string, key: string, now: number): Promise<Delivery | null>;
  finish(platform: string, key: string, state: "done" | "failed"): Promise<void>;
  /** Accepted or sending: what a killed process left behind, oldest first. */
  unfinished(platform: string): Promise<readonly Delivery[]>;
}

/** Keeps the store from growing for ever. */
export interface Retention {
  /**
   * Lets go of articles last read before this time, milliseconds since 1970, in every scope; how many. One that a conversation
   * was about is left to whoever has its id, so that receipts that were posted can be shown; it is in no search, list or suggestion.
   * Entries go that their feed has no longer listed since before, editions of digests but the last, and feeds nobody reads.
   */
  expire(before: number): Promise<number>;
}

export interface Store {
  readonly articles: ArticleStore;
  readonly modelCalls: ModelCallStore;
  readonly conversations: ConversationStore;
  readonly settings: SettingStore;
  readonly deliveries: DeliveryStore;
  readonly retention: Retention;
  readonly digests: DigestStore;
  readonly planner: PlannerStore;
  readonly slots: SlotStore;
  readonly subscriptions: SubscriptionStore;
  readonly watches: WatchStore;
  readonly items: ItemStore;
  close(): Promise<void>;
}

/** Kinds of work that nobody waits for. */
export type JobKind = "digest" | "notice";

/** A piece of such work. */
export interface Job {
  readonly kind: JobKind;
  /** A job of the same kind and key that waits or runs already is the same job. */
  readonly key: string;
  /** What is needed to do it after a restart, as JSON knows it. Ids, never the text of an article: nothing forgets it here. */
  readonly data: unknown;
}

/** Work for later, done at least once: what a killed process had under way is done again. */
export interface Queue {
  /** Durable when it resolves. Not begun before `at`, milliseconds since 1970. */
  add(job: Job, at: number): Promise<void>;
  /**
   * Hands over due jobs of a kind, `atOnce` at most at a time. A handler that throws is called again, later each time, and after
   * the last try the job is kept as failed. The signal aborts when the queue stops or the job is taken away.
   */
  work(kind: JobKind, atOnce: number, handler: (job: Job, signal: AbortSignal) => Promise<void>): Promise<void>;
  /** Takes nothing new, waits some seconds for what is under way and gives back the rest. May be called twice. */
  stop(): Promise<void>;
}
