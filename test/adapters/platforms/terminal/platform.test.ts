import { PassThrough, Writable } from "node:stream";
import { commands } from "../../../../commands/index.ts";
import { Terminal } from "../../../../src/adapters/platforms/terminal/platform.ts";
import type { Inbox } from "../../../../src/core/ports.ts";
import type { Chat, Posted, Sent } from "../../../contracts/chat.ts";
import { testPlatform } from "../../../contracts/platform.ts";

const ONE_PERSON = "a terminal has one person in it and no threads";
const ONE_PLACE = "a terminal is one place";
const NO_EVENTS = "a typed line arrives once and nobody else writes";

testPlatform({
  name: "the terminal",
  skip: {
    "shows a private reply to the asker alone and an open one to the channel": ONE_PERSON,
    "shows the channel one version of an answer, the better one": ONE_PERSON,
    "shows in one message how far long work has come, and how it ended": ONE_PERSON,
    "shows the first version until there is a better one": "what is printed stays printed, so one version is",
    "hands on a mention in a thread with that thread's place and answers there": ONE_PERSON,
    "says what the asker may do in another channel: the managed one": ONE_PLACE,
    "says what the asker may do in another channel: the open one": ONE_PLACE,
    "answers a mention once when its event comes again": NO_EVENTS,
    "answers a mention once when another event about it comes again": NO_EVENTS,
    "answers a command once when its event comes again": NO_EVENTS,
    "answers neither itself nor another bot": NO_EVENTS,
    "splits a long reply without losing a word or cutting a quotation": "a terminal has no limit to split at",
    "calls nobody and forges no link, whatever the text":
      "a terminal has neither; its control characters are tested with its rendering",
    "hands on a button with what it is about, also after a restart": "a terminal has no buttons",
    "shows an error to the asker alone, with a reference":
      "the inbox makes the reference; nothing of the terminal's can fail after it",
    "posts once under one key, also after a restart": "nothing is delivered to a terminal nobody sits at",
    "does after a restart what it had accepted before": "nothing is accepted for later",
  },
  async open(inbox) {
    return openTerminal(inbox);
  },
});

/** A prompt whose keyboard and screen the test holds. */
function openTerminal(inbox: Inbox): Chat {
  const screen: Posted[] = [];
  const waiting: (() => void)[] = [];
  const keyboard = new PassThrough();
  const output = new Writable({
    write(chunk, _encoding, done) {
      screen.push(read(String(chunk)));
      for (const check of waiting) check();
      done();
    },
  });
  const door = watchDoor(inbox);
  const terminal = new Terminal({ type: "prompt" }, commands, { input: keyboard, output, errors: new PassThrough() });
  const running = terminal.start(door.inbox);
  const type = (line: string): Sent => {
    const acknowledged = door.nextCall();
    keyboard.write(`${line}\n`);
    return { acknowledged, again: () => Promise.reject(new Error(NO_EVENTS)), thread: null };
  };
  return {
    platform: terminal,
    place: { platform: "terminal", tenant: "local", channel: "main", private: true, thread: null },
    command: (name, line) => type(`/${name} ${line}`),
    listFor: (other) => type(`/digest list channel:${other}`),
    idOf: (other) => other,
    mention: (text) => type(`@verbatim ${text}`),
    followUp: (text) => type(text),
    mentionByBot: () => type(""),
    echo: () => type(""),
    press: () => type(""),
    posted: () => screen,
    waitForPosts: (count) =>
      new Promise((resolve) => {
        const check = (): void => void (screen.length >= count && resolve(screen));
        waiting.push(check);
        check();
      }),
    late: () => [],
    async close() {
      keyboard.end();
      await running;
    },
  };
}

const read = (text: string): Posted => ({
  text: text.replaceAll("  • ", "").trimEnd(),
  audience: "asker",
  thread: null,
  buttons: [],
  pings: [],
  links: [],
});

/** The same inbox, and a promise for the next time something is handed to it. */
function watchDoor(inbox: Inbox): { inbox: Inbox; nextCall(): Promise<void> } {
  const knocks: (() => void)[] = [];
  const knock = (): void => knocks.shift()?.();
  return {
    nextCall: () => new Promise((resolve) => void knocks.push(resolve)),
    inbox: {
      command(call) {
        knock();
        return inbox.command(call);
      },
      mention(call) {
        knock();
        return inbox.mention(call);
      },
      press: (call) => inbox.press(call),
      suggest: (call) => inbox.suggest(call),
    },
  };
}
