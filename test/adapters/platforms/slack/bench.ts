import { onTestFinished } from "vitest";
import { MemoryDeliveries } from "../../../standins/deliveries.ts";
import { FakeInbox } from "../../../standins/inbox.ts";
import { openSlack, type SlackChat, type SlackChatOptions } from "./chat.ts";

export interface Bench {
  readonly chat: SlackChat;
  readonly inbox: FakeInbox;
  readonly deliveries: MemoryDeliveries;
}

/** A running platform on its own stand-in, both gone when the test ends. */
export async function openBench(options: Partial<SlackChatOptions> = {}): Promise<Bench> {
  const inbox = new FakeInbox();
  const deliveries = new MemoryDeliveries();
  const chat = await openSlack({ via: "socket", inbox, deliveries, ...options });
  onTestFinished(async () => {
    await chat.platform.stop();
    await chat.close();
  });
  return { chat, inbox, deliveries };
}
