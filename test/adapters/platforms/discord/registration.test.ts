import { ApplicationCommandUpdateRequestSchema } from "discord-api-spec/zod";
import { describe, expect, test } from "vitest";
import { commands } from "../../../../commands/index.ts";
import { isRegistered, registrationOf } from "../../../../src/adapters/platforms/discord/registration.ts";
import { type Command, defineCommand } from "../../../../src/core/command/index.ts";
import { Clock } from "../../../standins/discord/clock.ts";
import { Commands } from "../../../standins/discord/commands.ts";
import { faultsIn } from "../../../standins/discord/spec.ts";
import { World } from "../../../standins/discord/world.ts";
import { sayToAsker } from "../../../standins/inbox.ts";

const ours = registrationOf(commands);

/** A command with these options; `required` ones last, where Discord does not want them. */
const command = (description = "what it takes"): Command =>
  defineCommand({
    name: "try",
    description: "Try it",
    examples: [""],
    options: {
      article: { type: "article", main: true, required: true, description },
      who: { type: "text", suggest: async () => [], description: "who" },
      how: { type: "choice", choices: ["a", "b"], required: true, description: "how" },
    },
    run: async () => sayToAsker("tried"),
  });

test("every command is one Discord takes, by its own description and its documented rules", () => {
  for (const body of ours) expect(faultsIn(ApplicationCommandUpdateRequestSchema, body), body.name).toEqual([]);
  expect(() => new Commands(new World(new Clock())).replace(ours)).not.toThrow();
});

test("every command and its verbs are registered, and the three entries of a message's menu", () => {
  const names = ours.map((body) => body.name);
  expect(names).toEqual([...commands.map(({ name }) => name), "Brief this", "Who said what", "Check quotes"]);
});

test("options come typed: choices to choose from, names suggested, articles as words or as a file, required ones first", () => {
  expect(registrationOf([command()])[0]).toMatchObject({
    options: [
      {
        name: "how",
        type: 3,
        required: true,
        choices: [
          { name: "a", value: "a" },
          { name: "b", value: "b" },
        ],
      },
      { name: "article", type: 3 },
      { name: "file", type: 11 },
      { name: "who", type: 3, autocomplete: true },
    ],
  });
});

describe("what is registered already", () => {
  const registered = (...list: readonly Command[]): unknown =>
    new Commands(new World(new Clock())).replace(registrationOf(list));

  test("is recognised in Discord's own spelling, in any order", () => {
    const answer = new Commands(new World(new Clock())).replace(ours);
    expect(isRegistered(ours, JSON.parse(JSON.stringify([...answer].reverse())))).toBe(true);
  });

  test("is not what it was after a change of any word, option or command", () => {
    const wanted = registrationOf([command()]);
    expect(isRegistered(wanted, registered(command()))).toBe(true);
    expect(isRegistered(wanted, registered(command("what it takes now")))).toBe(false);
    expect(isRegistered(wanted, registered({ ...command(), description: "Try it now" }))).toBe(false);
    expect(isRegistered(wanted, registered(command(), { ...command(), name: "old" }))).toBe(false);
    expect(isRegistered(wanted, [])).toBe(false);
  });
});
