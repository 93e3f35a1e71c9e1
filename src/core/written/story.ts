import { LONGEST_SENTENCE } from "../digest/voice.ts";
import type { StoredArticle } from "../ports.ts";
import type { Prompt } from "../prompt.ts";
import { isCovered } from "../text/language.ts";
import { type Asker, type Desk, jobKey } from "./desk.ts";
import { STORY_DRAFT, type StoryDraft } from "./draft.ts";
import { judgeSentence, type Phrased } from "./phrased.ts";
import { writeSheet } from "./sheet.ts";
import type { Task } from "./task.ts";

/** Tokens of an article's first sentences that its story is told from: the news stands at the top. */
export const STORY_TOKENS = 600;
/** Models count badly: fewer words are asked for than are taken. */
const WORDS_ASKED = 24;

/**
 * Prepares one sentence of a digest; null where its words could not be checked. Nothing of the digest goes in, so that the same
 * article has the same sentence in every channel of a tenant.
 */
export function prepareStory(
  stored: StoredArticle,
  prompt: Prompt,
  desk: Desk,
  call: Asker,
): Task<StoryDraft, Phrased> | null {
  const sheet = writeSheet(stored, STORY_TOKENS);
  if (sheet.sentences.size === 0 || !isCovered(stored.article.text)) return null;
  const inputs = { sentences: sheet.text, speakers: sheet.speakers, words: String(WORDS_ASKED) };
  const key = jobKey(desk.model, prompt, Object.values(inputs));
  return {
    inputs,
    job: { call, articleId: stored.article.id, prompt, key, shape: STORY_DRAFT },
    judge: ({ story }) => judgeSentence(stored, sheet, story, LONGEST_SENTENCE),
  };
}
