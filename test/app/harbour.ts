import { expect, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { buildManifest } from "../../src/adapters/platforms/slack/manifest.ts";
import { openEngine } from "../../src/app/engine.ts";
import { createPlatforms } from "../../src/app/platforms.ts";
import { openRooms } from "../../src/app/rooms.ts";
import { readConfig } from "../../src/config.ts";
import { nowhereElse } from "../../src/core/elsewhere.ts";
import type { Call, Inbox, Place } from "../../src/core/ports.ts";
import { replyText } from "../../src/core/reply.ts";
import { emptyFolder } from "../adapters/store/folder.ts";
import { Discord } from "../standins/discord/discord.ts";
import { TOKEN } from "../standins/discord/server.ts";
import { readVisible } from "../standins/discord/visible.ts";
import { readMessage } from "../standins/slack/reading.ts";
import { APP_TOKEN, BOT_TOKEN, SlackServer } from "../standins/slack/server.ts";
import { NEWS, Workspace } from "../standins/slack/workspace.ts";
import { gives, openWeb, type Route } from "../standins/web/web.ts";

const MINUTE = 60_000;

const page = (title: string, paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${paragraphs
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")}</article></body></html>`;

const FERRY = page("Ferry line to close for the winter", [
  "The ferry between Aldmouth and Brack will stop running on Friday, the harbour board said on Monday after a long meeting with its crews.",
  "“We cannot ask a crew to cross in that swell,” harbour master Ines Calder told reporters on the quay. The boats are forty years old.",
  "Brack's mayor, Tomas Wren, said the island would ask the county for a helicopter, and that the school would have to close without one.",
]);

const entry = (title: string, path: string): string => `<item><title>${title}</title><link>${path}</link></item>`;

/** A site with a feed, a Slack, a Discord and a database, and the bot between them, from three hours before its first digest. */
export interface Harbour {
  /** A channel of each chat. */
  readonly places: readonly Place[];
  /** Faults of ours that were kept. */
  readonly faults: readonly unknown[];
  /** What the operator was told. */
  readonly log: readonly string[];
  /** Every path the site was asked for. */
  readonly asked: readonly string[];
  /** Subscribes each channel and gives it a digest at 08:00. */
  subscribe(): Promise<void>;
  /** The ferry's story stands in the feed from now on. */
  publishFerry(): void;
  /** A process of the bot: what it works through until a time, looking at the clock every ten minutes. */
  run(until: number): Promise<void>;
  /** The words of all messages, of Slack and then of Discord. */
  texts(): readonly (readonly string[])[];
  /** All that was sent to both, to the byte. */
  sent(): string;
}

export async function openHarbour(settings: Readonly<Record<string, string>> = {}): Promise<Harbour> {
  let entries = entry("Long ago", "/old");
  const feed: Route = (_, response) => {
    response.writeHead(200, { "content-type": "application/rss+xml" });
    response.end(`<rss version="2.0"><channel><title>Harbour Post</title>${entries}</channel></rss>`);
  };
  const site = await openWeb({ "/feed.xml": feed, "/ferry": gives(FERRY) });
  const server = new SlackServer(new Workspace(buildManifest(commands, { type: "socket" })));
  await server.start();
  const discord = await new Discord().start();
  onTestFinished(async () => {
    await Promise.all([site.close(), server.stop(), discord.stop()]);
  });
  const places: readonly Place[] = [
    { platform: "slack", tenant: "T0TEAM", channel: NEWS, private: false, thread: null },
    { platform: "discord", tenant: discord.server.world.guild, channel: discord.general, private: false, thread: null },
  ];

  let clock = Date.UTC(2026, 10, 27, 5);
  const now = (): number => clock;
  const faults: unknown[] = [];
  const lines: string[] = [];
  const folder = await emptyFolder();
  const config = {
    ...readConfig({
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_API_URL: server.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: discord.server.apiUrl(),
      ...settings,
    }),
    web: site.web,
  };
  const log = { info: (line: string) => void lines.push(line), bug: () => undefined };
  const reportBug = (error: unknown): string => `fault ${faults.push(error)}`;

  async function run(until: number, before: (inbox: Inbox) => Promise<void> = async () => undefined): Promise<void> {
    const engine = await openEngine(folder, now, reportBug);
    const seated = await createPlatforms(config, engine.store, now, log);
    const platforms = seated.map(({ platform }) => platform);
    const { inbox, newsroom } = await openRooms({ config, engine, platforms, now, log, reportBug });
    await before(inbox);
    const works: Promise<void>[] = [];
    await engine.queue.work("digest", 2, (job, signal) => {
      const work = newsroom.work(job, signal);
      works.push(work);
      return work;
    });
    const { signal } = new AbortController();
    for (; clock < until; clock += 10 * MINUTE) {
      await newsroom.poll(10, signal);
      await newsroom.read(10, signal);
      if ((await newsroom.plan()) > 0) await expect.poll(() => works.length, { timeout: 5_000 }).toBeGreaterThan(1);
      await Promise.all(works);
    }
    await Promise.all([engine.queue.stop(), ...platforms.map((platform) => platform.stop())]);
    await engine.store.close();
  }

  return {
    places,
    faults,
    log: lines,
    asked: site.asked,
    subscribe: () =>
      run(clock + 10 * MINUTE, async (inbox) => {
        for (const place of places) {
          expect(await say(inbox, place, "source", `add ${site.link("/feed.xml")}`)).toContain("Added: Harbour Post");
          expect(await say(inbox, place, "digest", "add morning at:08:00 tz:UTC")).toContain("Next: Fri 27 Nov, 08:00");
        }
      }),
    publishFerry() {
      entries = entry("Ferry line to close for the winter", "/ferry") + entries;
    },
    run,
    texts: () => [
      server.workspace.fromBot().map((message) => readMessage(message).text),
      discord.posted().map((message) => readVisible(message).text),
    ],
    sent: () => JSON.stringify([server.calls, discord.server.handled]),
  };
}

async function say(inbox: Inbox, place: Place, name: string, line: string): Promise<string> {
  const person = { id: "p1", name: "Pat", manager: true };
  const call: Call = { place, person, signal: new AbortController().signal, elsewhere: nowhereElse };
  return replyText((await inbox.command({ ...call, name, input: { type: "line", line, uploads: [] } })).reply);
}
