import type { Answer } from "./answer/index.ts";
import type { Asked } from "./asked.ts";
import type { Briefing, BriefingOptions } from "./briefing/index.ts";
import type { ArticleRef, ArticlesRef } from "./command/index.ts";
import type { DigestDesk } from "./digest/desk.ts";
import type { DraftReport } from "./draft/index.ts";
import type { SourceDesk } from "./feeds/desk.ts";
import { createLibrary } from "./library/index.ts";
import { type PreferenceLevel, type Preferences, readPreferences, writePreferences } from "./library/preferences.ts";
import { findProof, type Proof, parseReceiptId } from "./library/proof.ts";
import type { Newsroom } from "./newsroom.ts";
import { requireAdministrator, requireManager } from "./permission.ts";
import type { Call, Intake, Store, StoredArticle } from "./ports.ts";
import { issueToken, revokeToken } from "./push/token.ts";
import type { WrittenAnswer } from "./written/answer-reply.ts";
import type { ModelStatus, Writer } from "./written/index.ts";

/** What a place keeps, for `status`. */
export interface Status {
  /** At most `COUNTED`: beyond it there are more. */
  readonly articles: number;
  readonly last: StoredArticle | null;
  /** Milliseconds since the last article was read; null without one. */
  readonly age: number | null;
  /** What the language model cost here today; null without one. */
  readonly model: ModelStatus | null;
}

/** What `forget` deleted, or would delete. */
export interface Forgotten {
  readonly articles: readonly StoredArticle[];
  readonly done: boolean;
}

/** The use cases, over the ports. Commands know this and nothing behind it. */
export interface Core {
  brief(ref: ArticleRef, options: BriefingOptions, call: Call): Promise<Briefing>;
  /** What a language model makes of a briefing, checked; null where there is no model, or nothing for it to do. */
  rewrite(briefing: Briefing, call: Call): Promise<Briefing | null>;
  /** What of the newest briefing a model wrote of this article failed its check, a line each; only for those who manage the place. */
  withheld(articleId: string, call: Call): Promise<readonly string[]>;
  /** Null articles: the one this place talks about. */
  ask(asked: Asked, articles: ArticlesRef | null, call: Call): Promise<Answer>;
  /** What a language model makes of an answer from one article, checked; null where there is no model, or nothing for it to do. */
  phrase(answer: Answer, articles: ArticlesRef | null, call: Call): Promise<WrittenAnswer | null>;
  check(draft: ArticleRef, articles: ArticlesRef | null, call: Call): Promise<DraftReport>;
  /** The article itself, with what the engine found in it. */
  open(ref: ArticleRef, call: Call): Promise<StoredArticle>;
  /** A receipt by its number in the last briefing here, or by its id. */
  proof(receipt: string, call: Call): Promise<Proof>;
  status(call: Call): Promise<Status>;
  /** "all", "last" or an article's id; deletes only when confirmed. */
  forget(what: string, confirmed: boolean, call: Call): Promise<Forgotten>;
  exportArticles(call: Call): Promise<readonly StoredArticle[]>;
  /** What holds for this person here; from another level on, what holds for everybody who has not chosen. */
  preferences(call: Call, from?: PreferenceLevel): Promise<Preferences>;
  /** Names of stored speakers that fit what was typed, at most 25. */
  suggestSpeakers(typed: string, call: Call): Promise<readonly string[]>;
  /** The feeds this channel reads. */
  sources(): Promise<SourceDesk>;
  /** What it is sent of them, and when. */
  digests(): Promise<DigestDesk>;
  /** The bot has spoken in this thread in the last seven days and was not told to stop. */
  isListening(call: Call): Promise<boolean>;
  endConversation(call: Call): Promise<void>;
  /** A token with which programs may hand articles to this channel; the one before it ends. For managers. */
  issueToken(call: Call): Promise<string>;
  /** Ends this channel's token. For managers. */
  revokeToken(call: Call): Promise<void>;
  changePreferences(
    level: PreferenceLevel,
    changes: { [K in keyof Preferences]?: Preferences[K] | undefined },
    call: Call,
  ): Promise<void>;
}

/** `status` counts so far and no further. */
export const COUNTED = 100;
/** `export` writes so many articles at most. */
const MOST_EXPORTED = 1000;

/** More choices than this, no platform shows while an option is typed. */
const MOST_SUGGESTIONS = 25;
/** A thread goes quiet after seven idle days. */
const LISTENING_TIME = 7 * 24 * 60 * 60 * 1000;

/** The pure stages, each loaded when it is first needed: a question needs no briefing, a briefing no checker. */
const stages = {
  asked: () => import("./asked.ts"),
  briefing: () => import("./briefing/index.ts"),
  draft: () => import("./draft/index.ts"),
};

/** What the core stands on. */
export interface CoreParts {
  readonly intake: Intake;
  readonly store: Store;
  readonly newsroom: Pick<Newsroom, "sources" | "digests">;
  readonly now: () => number;
  /** Lets a language model write; made when it is first needed. Left out where there is no model. */
  readonly writer?: () => Promise<Writer>;
}

/** Joins the pure stages to what is kept and read. */
export function createCore({ intake, store, newsroom, now, writer }: CoreParts): Core {
  const library = createLibrary(intake, store, now);
  const { articles, conversations } = store;

  async function remember(
    articleId: string | undefined,
    question: string | null,
    speakers: readonly string[],
    { place }: Call,
  ): Promise<void> {
    if (articleId !== undefined) await conversations.append(place, { articleId, question, speakers, at: now() });
  }

  /** As a model has put it before, where that was; else in the article's own sentences. */
  async function writeBriefing(stored: StoredArticle, options: BriefingOptions, call: Call): Promise<Briefing> {
    const written = (await stages.briefing()).writeBriefing(stored, options);
    const shortcomings: Briefing["shortcomings"] =
      options.lang === undefined || writer !== undefined
        ? written.shortcomings
        : [...written.shortcomings, "no translator"];
    const extractive = { ...written, shortcomings, facts: { ...written.facts, readAgo: now() - stored.readAt } };
    return (await (await writer?.())?.recall(extractive, stored, call)) ?? extractive;
  }

  async function chooseForgotten(what: string, call: Call): Promise<readonly StoredArticle[]> {
    if (what === "all") return articles.search(call.place, { here: true, limit: MOST_EXPORTED });
    return [await library.fetch(what === "last" ? { type: "last" } : { type: "stored", id: what }, call)];
  }

  return {
    async brief(ref, options, call) {
      const stored = await library.fetch(ref, call);
      await remember(stored.article.id, null, [], call);
      return writeBriefing(stored, options, call);
    },

    async rewrite(briefing, call) {
      if (writer === undefined || briefing.written !== undefined) return null;
      const stored = await library.fetch({ type: "stored", id: briefing.article.id }, call);
      return (await writer()).brief(briefing, stored, call);
    },

    async ask(asked, ref, call) {
      const history = await conversations.read(call.place);
      const sources = await library.fetchAll(ref, call);
      const { askQuestion } = await stages.asked();
      const { question, answer } = askQuestion(asked, sources, history);
      const days = ref === null ? question.days : null;
      const final =
        days === null
          ? answer
          : askQuestion(asked, await library.fetchAll({ type: "since", days }, call), history).answer;
      // What asks nothing is not part of the conversation: a follow-up leans on the question before it.
      if (final.type !== "unclear") await remember(sources.at(-1)?.article.id, question.text, final.speakers, call);
      return final;
    },

    async phrase(answer, ref, call) {
      if (writer === undefined) return null;
      const [source, ...others] = await library.fetchAll(ref, call);
      if (source === undefined || others.length > 0 || answer.sources > 1) return null;
      return (await writer()).answer(answer, source, call);
    },

    open: (ref, call) => library.fetch(ref, call),

    async check(draft, ref, call) {
      const sources = await library.fetchAll(ref, call);
      return (await stages.draft()).checkDraft(await library.readDraft(draft, call), sources);
    },

    async proof(receipt, call) {
      const named = parseReceiptId(receipt);
      const stored = await library.fetch(
        named === null ? { type: "last" } : { type: "stored", id: named.articleId },
        call,
      );
      const { receipts } = await writeBriefing(stored, { length: "short", focus: null }, call);
      const span = named?.span ?? receipts[Number(receipt) - 1]?.span ?? { start: 0, end: 0 };
      return findProof(stored.article, stored.statements, span);
    },

    async status(call) {
      const found = await articles.search(call.place, { here: true, limit: COUNTED });
      const last = found[0] ?? null;
      const model = (await (await writer?.())?.status(call)) ?? null;
      return { articles: found.length, last, age: last === null ? null : now() - last.readAt, model };
    },

    async forget(what, confirmed, call) {
      const word = what.toLowerCase();
      const chosen = await chooseForgotten(word, call);
      if (!confirmed) return { articles: chosen, done: false };
      requireManager(call);
      for (const { article } of chosen) {
        await articles.forget(call.place, article.id);
        await store.slots.forget(call.place, article.id);
      }
      // Beyond what is listed: more than a listing holds, and what has expired and is kept for its receipts.
      if (word === "all") {
        await articles.forget(call.place, null);
        await conversations.forget(call.place);
      }
      return { articles: chosen, done: true };
    },

    async withheld(articleId, call) {
      if (writer === undefined || !call.person.manager) return [];
      const { article } = await library.fetch({ type: "stored", id: articleId }, call);
      return (await writer()).withheld(article.id, call);
    },

    exportArticles: (call) => articles.search(call.place, { here: true, limit: MOST_EXPORTED }),

    preferences: (call, from = "me") => readPreferences(store.settings, from, call),

    sources: newsroom.sources,
    digests: newsroom.digests,

    suggestSpeakers: (typed, call) => articles.speakers(call.place, typed, MOST_SUGGESTIONS),

    async isListening({ place }) {
      const last = (await conversations.read(place)).at(-1);
      return place.thread !== null && last !== undefined && now() - last.at < LISTENING_TIME;
    },

    endConversation: ({ place }) => conversations.forget(place),

    async issueToken(call) {
      requireManager(call);
      return issueToken(store.settings, call.place);
    },

    async revokeToken(call) {
      requireManager(call);
      await revokeToken(store.settings, call.place);
    },

    async changePreferences(level, changes, call) {
      if (level === "channel") requireManager(call);
      if (level === "workspace") requireAdministrator(call);
      await writePreferences(store.settings, level, changes, call);
    },
  };
}
