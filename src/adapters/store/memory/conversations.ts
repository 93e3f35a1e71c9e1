import type { ConversationStore, Place, Turn } from "../../../core/ports.ts";
import { LAST_TURNS } from "../limits.ts";

/** What places have been talking about, as long as the process lasts. */
export class MemoryConversations implements ConversationStore {
  readonly #conversations = new Map<string, { readonly place: Place; readonly turns: readonly Turn[] }>();

  #told: (place: Place, articleId: string) => void = () => {};

  /** Tells of the article of every turn to come. */
  onTurn(told: (place: Place, articleId: string) => void): void {
    this.#told = told;
  }

  async append(place: Place, ...turns: readonly Turn[]): Promise<void> {
    const last = [...(await this.read(place)), ...turns].slice(-LAST_TURNS);
    this.#conversations.set(keyOf(place), { place, turns: last });
    for (const { articleId } of turns) this.#told(place, articleId);
  }

  async read(place: Place): Promise<readonly Turn[]> {
    return this.#conversations.get(keyOf(place))?.turns ?? [];
  }

  async forget(place: Place): Promise<void> {
    this.#conversations.delete(keyOf(place));
  }

  /** Removes the turns taken before that time, milliseconds since 1970. */
  expire(before: number): void {
    for (const [key, { place, turns }] of this.#conversations) {
      this.#conversations.set(key, { place, turns: turns.filter(({ at }) => at >= before) });
    }
  }

  /** Removes the turns about an article from the places that `isAffected` holds for. */
  forgetArticle(articleId: string, isAffected: (place: Place) => boolean): void {
    for (const [key, { place, turns }] of this.#conversations) {
      if (!isAffected(place)) continue;
      this.#conversations.set(key, { place, turns: turns.filter((turn) => turn.articleId !== articleId) });
    }
  }
}

const keyOf = ({ platform, tenant, channel, thread }: Place): string =>
  JSON.stringify([platform, tenant, channel, thread]);
