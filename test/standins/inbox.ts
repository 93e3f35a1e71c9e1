import { type Answered, asIs } from "../../src/core/answered.ts";
import type { Inbox } from "../../src/core/ports.ts";
import { plain, type Reply } from "../../src/core/reply.ts";

type CommandCall = Parameters<Inbox["command"]>[0];
type MentionCall = Parameters<Inbox["mention"]>[0];
type PressCall = Parameters<Inbox["press"]>[0];
type SuggestCall = Parameters<Inbox["suggest"]>[0];

type Given = Reply | (Pick<Answered, "reply"> & Partial<Answered>);

/** An inbox that answers as told and remembers what it was asked. Untold, it says which of its doors was knocked at. */
export class FakeInbox implements Inbox {
  readonly commands: CommandCall[] = [];
  readonly mentions: MentionCall[] = [];
  readonly presses: PressCall[] = [];
  readonly suggestions: SuggestCall[] = [];
  onCommand: (call: CommandCall) => Given | Promise<Given> = () => sayToAsker("a command's answer");
  onMention: (call: MentionCall) => Given | null | Promise<Given | null> = () => sayToChannel("a mention's answer");
  onPress: (call: PressCall) => Given | Promise<Given> = () => sayToAsker("a button's answer");
  onSuggest: (call: SuggestCall) => readonly string[] = () => [];

  async command(call: CommandCall): Promise<Answered> {
    this.commands.push(call);
    return answered(await this.onCommand(call));
  }

  async mention(call: MentionCall): Promise<Answered | null> {
    this.mentions.push(call);
    const given = await this.onMention(call);
    return given === null ? null : answered(given);
  }

  async press(call: PressCall): Promise<Answered> {
    this.presses.push(call);
    return answered(await this.onPress(call));
  }

  async suggest(call: SuggestCall): Promise<readonly string[]> {
    this.suggestions.push(call);
    return this.onSuggest(call);
  }
}

const answered = (given: Given): Answered => ("reply" in given ? { ...asIs(given.reply), ...given } : asIs(given));

export const sayToAsker = (text: string): Reply => replyWith([{ type: "text", runs: [plain(text)] }], "asker");
export const sayToChannel = (text: string): Reply => replyWith([{ type: "text", runs: [plain(text)] }], "channel");

export function replyWith(parts: Reply["parts"], audience: Reply["audience"]): Reply {
  return { parts, audience, outcome: "ok", data: null };
}
