import { App, type AppOptions, type ReceiverEvent } from "@slack/bolt";
import type { UnderWay } from "./under-way.ts";

/** What a listener finds in its context: the key of the work, null for what needs none. */
export const KEY = "deliveryKey";

/** Decides about an envelope before anything is done: its key, null where it has none, or that nobody is to hear of it. */
export type Accept = (event: ReceiverEvent) => Promise<{ readonly key: string | null } | "drop">;

/**
 * Bolt acknowledges an event before any listener sees it. Here acceptance comes first, for every kind of envelope: what
 * `accept` resolves is durable, then Slack is told, then Bolt's listeners work. Where `accept` rejects nothing is
 * acknowledged, and Slack sends the event again.
 */
export class AcceptFirstApp extends App {
  readonly #accept: Accept;
  readonly #underWay: UnderWay;

  constructor(options: AppOptions, accept: Accept, underWay: UnderWay) {
    super(options);
    this.#accept = accept;
    this.#underWay = underWay;
  }

  override async processEvent(event: ReceiverEvent): Promise<void> {
    await this.#underWay.track(this.#process(event));
  }

  /** Hands an accepted envelope to the listeners; also one a former process accepted and left behind. */
  async work(event: Omit<ReceiverEvent, "ack">, key: string | null): Promise<void> {
    await this.#underWay.track(
      super.processEvent({
        ...event,
        ack: async () => undefined,
        customProperties: { ...event.customProperties, [KEY]: key },
      }),
    );
  }

  async #process(event: ReceiverEvent): Promise<void> {
    const accepted = await this.#accept(event);
    await event.ack();
    if (accepted !== "drop") await this.work(event, accepted.key);
  }
}
