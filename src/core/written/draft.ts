import { fields, list, maybe, text, whole } from "./shape.ts";

/** One sentence of a model, with what it says it rests on. */
const item = fields({ text, statements: list(text), sentences: list(whole) });

/** What is asked of a model for a briefing. */
export const BRIEFING_DRAFT = fields({
  headline: maybe(item),
  lead: maybe(item),
  bullets: list(item),
  next: maybe(item),
});

/** What is asked of a model for an answer. */
export const ANSWER_DRAFT = fields({ answer: maybe(item) });

/** What is asked of a model for a story of a digest. */
export const STORY_DRAFT = fields({ story: maybe(item) });

/** What is asked of a model for a translation: `id` is the number of the piece. */
export const TRANSLATION_DRAFT = fields({ translations: list(fields({ id: whole, text })) });

type ValueOf<S> = S extends { read(value: unknown): infer T } ? NonNullable<T> : never;

/** A sentence as a model writes it: `{s3}` in its text stands for the words of statement s3. */
export type DraftItem = ValueOf<typeof item>;
export type AnswerDraft = ValueOf<typeof ANSWER_DRAFT>;
export type BriefingDraft = ValueOf<typeof BRIEFING_DRAFT>;
export type StoryDraft = ValueOf<typeof STORY_DRAFT>;
export type TranslationDraft = ValueOf<typeof TRANSLATION_DRAFT>;
