import type { Inbox } from "../../src/core/ports.ts";
import { plain, type Reply } from "../../src/core/reply.ts";

type CommandCall = Parameters<Inbox["command"]>[0];
type MentionCall = Parameters<Inbox["mention"]>[0];
type PressCall = Parameters<Inbox["press"]>[0];
type SuggestCall = Parameters<Inbox["suggest"]>[0];

/** An inbox that answers as told and remembers what it was asked. Untold, it says which of its doors was knocked at. */
export class FakeInbox implements Inbox {
  readonly commands: CommandCall[] = [];
  readonly mentions: MentionCall[] = [];
  readonly presses: PressCall[] = [];
  readonly suggestions: SuggestCall[] = [];
  onCommand: (call: CommandCall) => Reply | Promise<Reply> = () => sayToAsker("a command's answer");
  onMention: (call: MentionCall) => Reply | null | Promise<Reply | null> = () => sayToChannel("a mention's answer");
  onPress: (call: PressCall) => Reply | Promise<Reply> = () => sayToAsker("a button's answer");
  onSuggest: (call: SuggestCall) => readonly string[] = () => [];

  async command(call: CommandCall): Promise<Reply> {
    this.commands.push(call);
    return this.onCommand(call);
  }

  async mention(call: MentionCall): Promise<Reply | null> {
    this.mentions.push(call);
    return this.onMention(call);
  }

  async press(call: PressCall): Promise<Reply> {
    this.presses.push(call);
    return this.onPress(call);
  }

  async suggest(call: SuggestCall): Promise<readonly string[]> {
    this.suggestions.push(call);
    return this.onSuggest(call);
  }
}

export const sayToAsker = (text: string): Reply => replyWith([{ type: "text", runs: [plain(text)] }], "asker");
export const sayToChannel = (text: string): Reply => replyWith([{ type: "text", runs: [plain(text)] }], "channel");

export function replyWith(parts: Reply["parts"], audience: Reply["audience"]): Reply {
  return { parts, audience, outcome: "ok", data: null };
}
