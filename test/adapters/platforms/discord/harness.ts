import { MessageFlags, PermissionFlagsBits } from "discord.js";
import { commands } from "../../../../commands/index.ts";
import { createDiscord } from "../../../../src/adapters/platforms/discord/platform.ts";
import type { DeliveryStore, Inbox, Place, Platform } from "../../../../src/core/ports.ts";
import type { ButtonId } from "../../../../src/core/reply.ts";
import type { Chat, Other, Posted, Sent } from "../../../contracts/chat.ts";
import { Discord } from "../../../standins/discord/discord.ts";
import type { Interaction } from "../../../standins/discord/interactions.ts";
import { flatten } from "../../../standins/discord/message-rules.ts";
import { TOKEN } from "../../../standins/discord/server.ts";
import type { Message } from "../../../standins/discord/shapes.ts";
import { readVisible } from "../../../standins/discord/visible.ts";
import { MemorySettings } from "../../../standins/settings.ts";

/** What everybody may do in a channel they see. */
const SPEAKING = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.UseApplicationCommands;

/** A message of the bot, with what the suite asks about it. */
interface PostedMessage extends Posted {
  readonly id: string;
}

/** Discord as the suite for all platforms drives it. */
export class DiscordChat implements Chat {
  readonly platform: Platform;
  readonly place: Place;
  readonly discord: Discord;

  constructor(discord: Discord, platform: Platform) {
    this.discord = discord;
    this.platform = platform;
    const { world } = discord.server;
    this.place = { platform: "discord", tenant: world.guild, channel: discord.general, thread: null, private: false };
  }

  static async open(inbox: Inbox, deliveries: DeliveryStore, server?: Chat): Promise<DiscordChat> {
    const discord = server instanceof DiscordChat ? server.discord : await new Discord().start();
    const settings = { token: TOKEN, apiUrl: discord.server.apiUrl() };
    const now = () => discord.server.clock.now();
    const platform = createDiscord(settings, {
      commands,
      deliveries,
      settings: new MemorySettings(),
      now,
      log: () => {},
    });
    await platform.start(inbox);
    return new DiscordChat(discord, platform);
  }

  command(name: string, line: string): Sent {
    const interaction = this.discord.slash(name, this.#valuesOf(name, line));
    return this.#sentInteraction(interaction);
  }

  /** People pick from the channels they see; what is not among them is an id that nothing was told of. */
  listFor(other: Other): Sent {
    const channel = this.idOf(other);
    const permissions = {
      managed: SPEAKING | PermissionFlagsBits.ManageGuild,
      open: SPEAKING,
      left: PermissionFlagsBits.ManageGuild,
      missing: null,
    }[other];
    const picked = permissions === null ? {} : { picked: { channel, permissions } };
    return this.#sentInteraction(this.discord.slash("digest", { channel }, { verb: "list", ...picked }));
  }

  idOf(other: Other): string {
    if (other === "missing") return "1234567890";
    const { channels } = this.discord.server.world;
    const known = [...channels.values()].find(({ name }) => name === other);
    return known?.id ?? this.discord.server.world.channel(other, { open: other !== "left" });
  }

  mention(text: string, where: "channel" | "thread"): Sent {
    const { world } = this.discord.server;
    const thread = where === "thread" ? world.thread(this.discord.general, this.discord.alice) : null;
    return this.#sentMessage(this.discord.mention(text, { channel: thread ?? this.discord.general }), thread);
  }

  /** On Discord people go on by replying to what the bot said. */
  followUp(text: string, after: Sent): Sent {
    const last = this.discord.posted().at(-1);
    if (last === undefined) throw new Error("the bot has said nothing to reply to");
    return this.#sentMessage(this.discord.say(text, { replyTo: last.id, channel: last.channel_id }), after.thread);
  }

  mentionByBot(text: string): Sent {
    const other = this.discord.server.world.person("another-bot", { bot: true });
    return this.#sentMessage(this.discord.mention(text, { author: other }), null);
  }

  echo(posted: Posted): Sent {
    const message = this.#messageOf(posted);
    this.discord.server.tell(message);
    return this.#sentMessage(message, posted.thread);
  }

  press(posted: Posted, button: ButtonId): Sent {
    const message = this.#messageOf(posted);
    const id = flatten(message.components).find(({ custom_id }) => custom_id?.startsWith(`${button}:`))?.custom_id;
    return this.#sentInteraction(this.discord.press(message, id ?? ""));
  }

  posted(): readonly PostedMessage[] {
    return this.discord.posted().map((message) => this.#see(message));
  }

  async waitForPosts(count: number): Promise<readonly PostedMessage[]> {
    await this.discord.server.world.until(() => this.discord.posted().length >= count);
    return this.posted();
  }

  late(): readonly string[] {
    const { interactions } = this.discord.server;
    return [...interactions.late, ...interactions.unanswered()];
  }

  async close(): Promise<void> {
    await this.discord.stop();
    const { ownFaults } = this.discord.server;
    if (ownFaults.length > 0) throw new Error(`the stand-in said what Discord would not:\n${ownFaults.join("\n")}`);
  }

  /** Fills in options as a person does: `key:value` into the option of that name, all else into the first one. */
  #valuesOf(name: string, line: string): Record<string, string> {
    const options = this.discord.server.commands.find(name).options ?? [];
    const values: Record<string, string> = {};
    const rest: string[] = [];
    for (const word of line.split(" ")) {
      const [key = "", value] = word.split(/:(?!\/\/)/);
      if (value !== undefined && options.some((option) => option.name === key)) values[key] = value;
      else rest.push(word);
    }
    const main = options[0]?.name ?? "";
    return { [main]: rest.join(" "), ...values };
  }

  #sentInteraction(interaction: Interaction): Sent {
    return {
      acknowledged: interaction.answered.then(() => {}),
      thread: null,
      again: async () => {
        this.discord.repeat(interaction);
        await this.discord.server.gateway.delivered();
      },
    };
  }

  /** Discord's own name for a message is its id, whichever event tells of it. */
  #sentMessage(message: Message, thread: string | null): Sent {
    return {
      acknowledged: this.discord.server.gateway.delivered(),
      thread,
      again: async () => {
        this.discord.server.tell(message);
        await this.discord.server.gateway.delivered();
      },
    };
  }

  #messageOf(posted: Posted): Message {
    const message = this.discord.posted().find(({ id }) => "id" in posted && id === posted.id);
    if (message === undefined) throw new Error("that message was not posted here");
    return message;
  }

  #see(message: Message): PostedMessage {
    const { world } = this.discord.server;
    const parent = world.find(message.channel_id).parent_id;
    const toAsker = (message.flags & MessageFlags.Ephemeral) !== 0 || world.isDirect(message.channel_id);
    const buttons = flatten(message.components).flatMap(({ custom_id, label }) =>
      custom_id === undefined ? [] : [{ id: custom_id.split(":")[0] as ButtonId, label: label ?? "" }],
    );
    return {
      id: message.id,
      ...readVisible(message),
      audience: toAsker ? "asker" : "channel",
      thread: parent === undefined ? null : message.channel_id,
      buttons,
    };
  }
}
