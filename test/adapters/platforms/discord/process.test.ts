import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { Discord } from "../../../standins/discord/discord.ts";
import type { Interaction } from "../../../standins/discord/interactions.ts";
import { TOKEN } from "../../../standins/discord/server.ts";
import type { Message } from "../../../standins/discord/shapes.ts";
import { readVisible } from "../../../standins/discord/visible.ts";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const STORY = readFileSync(join(ROOT, "test/fixtures/articles/grain-road.txt"), "utf8");
const NOBODY_SAID = "Who said anything about a matter of trucks?";

/** The bot as an operator starts it, on a Discord of its own. */
async function startProcess() {
  const discord = await new Discord().start();
  const folder = mkdtempSync(join(tmpdir(), "verbatim-discord-"));
  const env = {
    PATH: process.env.PATH ?? "",
    VERBATIM_DATA: folder,
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.server.apiUrl(),
  };
  const child = spawn(process.execPath, [join(ROOT, "src/main.ts")], { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += String(data)));
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    await discord.stop();
    rmSync(folder, { recursive: true });
  });
  await discord.server.gateway.identified();
  await discord.server.commands.registered();
  const end = async () => {
    child.kill("SIGTERM");
    return { code: (await ended)[0], output };
  };
  return { discord, end };
}

/** The message the bot answers with to what is done. */
async function answerTo(discord: Discord, doing: () => Interaction | Message): Promise<Message> {
  const before = discord.posted().length;
  doing();
  await discord.server.world.until(() => discord.posted().length > before);
  const answer = discord.posted().at(-1);
  if (answer === undefined) throw new Error("nothing was posted");
  return answer;
}

test("a story given as a file is briefed, shared, asked about, and found from nowhere else", {
  timeout: 60_000,
}, async () => {
  const { discord, end } = await startProcess();
  const { server, alice } = discord;
  const file = server.attach("story.txt", Buffer.from(STORY));

  const briefing = await answerTo(discord, () => discord.slash("brief", { file: file.id }, { file }));
  expect(readVisible(briefing).text).toContain("near a deal on the grain road");
  expect(readVisible(briefing).text).toMatch(/\[1\].*¶/);

  const speakers = await answerTo(discord, () => discord.press(briefing, buttonOf(briefing, "said")));
  expect(readVisible(speakers).text).toContain("Dario Venn");

  const shared = await answerTo(discord, () => discord.press(briefing, buttonOf(briefing, "share")));
  expect(shared.flags & 64).toBe(0);
  expect(readVisible(shared).text).toContain("near a deal on the grain road");

  const answer = await answerTo(discord, () => discord.say("what did Okoro say?", { replyTo: shared.id }));
  expect(readVisible(answer).text).toContain("I have seen signatures freeze in the pen");

  const bob = server.world.person("bob");
  const elsewhere = [
    () => discord.slash("said", { question: NOBODY_SAID }, { user: bob, channel: server.world.direct(bob.id) }),
    () => discord.slash("said", { question: NOBODY_SAID }, { user: bob, channel: server.world.direct(alice.id) }),
  ];
  const texts = [];
  for (const ask of elsewhere) texts.push(readVisible(await answerTo(discord, ask)).text);
  expect(texts[0]).toBe(texts[1]);
  expect(texts[0]).not.toMatch(/Venn|trucks, not|grain road/);

  const { code, output } = await end();
  expect(code).toBe(0);
  expect(output).not.toContain(TOKEN);
  expect(server.ownFaults).toEqual([]);
});

function buttonOf({ components }: Message, button: string): string {
  const all = components.flatMap((container) => container.components ?? []).flatMap((row) => row.components ?? []);
  return all.find(({ custom_id }) => custom_id?.startsWith(`${button}:`))?.custom_id ?? "";
}
