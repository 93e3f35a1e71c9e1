import type { MessageBody } from "./message-rules.ts";
import type { Message } from "./shapes.ts";
import type { World } from "./world.ts";

/** "The past few minutes", as the documentation says of enforce_nonce. https://docs.discord.com/developers/resources/message#create-message */
const MEMORY_MS = 3 * 60_000;

/** Which nonces were used lately. */
export class Nonces {
  readonly #world: World;
  readonly #used = new Map<string, { readonly message: Message; readonly at: number }>();
  /** Whether nonces are held against repetition at all. */
  honoured = true;

  constructor(world: World) {
    this.#world = world;
  }

  /** The message that stands under an enforced nonce; null where there is none. */
  find(channel: string, { nonce, enforce_nonce }: MessageBody): Message | null {
    if (!this.honoured || !enforce_nonce || nonce === undefined) return null;
    const used = this.#used.get(`${channel}:${nonce}`);
    return used !== undefined && this.#world.clock.now() - used.at < MEMORY_MS ? used.message : null;
  }

  keep(channel: string, { nonce }: MessageBody, message: Message): void {
    if (nonce !== undefined) this.#used.set(`${channel}:${nonce}`, { message, at: this.#world.clock.now() });
  }
}
