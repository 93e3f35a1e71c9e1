import { type Answered, asIs } from "../../../core/answered.ts";
import { errorReply } from "../../../core/error-reply.ts";
import { UserError } from "../../../core/errors.ts";
import type { Inbox } from "../../../core/ports.ts";
import { buttonIds } from "../../../core/reply.ts";
import { isAddressed, isPaste } from "./admission.ts";
import { type AcceptFirstApp, KEY } from "./app.ts";
import {
  askedByCommand,
  askedByInteraction,
  askedByMessage,
  responseOf,
  teamOf,
  threadOfMessage,
  threadOfPress,
} from "./envelopes.ts";
import { type Fields, readFields, readList, readString } from "./fields.ts";
import { openHome, showHome } from "./home.ts";
import type { Installations } from "./installations.ts";
import { BUTTON_PREFIX, CHOICE_PREFIX } from "./limits.ts";
import { readLine, readText } from "./markup.ts";
import { PASTE_FORM, pasteForm, readPasteForm } from "./paste.ts";
import type { ResponseUrl } from "./response-url.ts";
import { shortcuts, takeMessage } from "./shortcuts.ts";
import { fetchUploads } from "./uploads.ts";
import type { Asked, Worker } from "./worker.ts";
import type { Workspaces } from "./workspaces.ts";

export interface ListenerParts {
  readonly workspaces: Workspaces;
  readonly worker: Worker;
  /** Null without OAuth. */
  readonly installations: Installations | null;
  readonly inbox: Inbox;
  readonly now: () => number;
}

/** Joins what Slack sends to what the core answers. Every envelope was accepted and acknowledged before it comes here. */
export function listen(app: AcceptFirstApp, parts: ListenerParts): void {
  const listeners = new Listeners(parts);
  app.command(/./, ({ body, context }) => listeners.command(readFields(body), keyIn(context)));
  app.event("app_mention", ({ body, context }) => listeners.message(readFields(body), keyIn(context)));
  app.event("message", ({ body, context }) => listeners.message(readFields(body), keyIn(context)));
  app.event("app_home_opened", ({ body }) => openHome(parts, readFields(body)));
  app.event("app_uninstalled", async ({ body }) => {
    await parts.installations?.remove(teamOf(readFields(body)));
  });
  app.shortcut(/./, ({ body, context }) => listeners.shortcut(readFields(body), keyIn(context)));
  app.action(/./, ({ body, context }) => listeners.action(readFields(body), keyIn(context)));
  app.view(/./, ({ body, context }) => listeners.form(readFields(body), keyIn(context)));
}

/** The key under which the envelope was accepted; empty for one that needs none. */
const keyIn = (context: Fields): string => readString(context[KEY]) ?? "";

/** Forms open at most; an older one's answer goes to a direct message. */
const MOST_FORMS = 500;

class Listeners {
  readonly #parts: ListenerParts;
  /** View id → the way back to who opened the form. */
  readonly #forms = new Map<string, ResponseUrl>();

  constructor(parts: ListenerParts) {
    this.#parts = parts;
  }

  async command(body: Fields, key: string): Promise<void> {
    const { worker, inbox, now } = this.#parts;
    const name = (readString(body.command) ?? "").replace(/^\//, "");
    await worker.run(askedByCommand(body, key, now()), (call, { self }) => {
      const line = readLine(readString(body.text) ?? "", self.userId);
      return inbox.command({ ...call, name, input: { type: "line", line, uploads: [] } });
    });
  }

  async message(body: Fields, key: string): Promise<void> {
    const { workspaces, worker, inbox } = this.#parts;
    const event = readFields(body.event);
    const workspace = await workspaces.find(teamOf(body));
    const addressed = workspace !== null && isAddressed(event, workspace.self);
    await worker.run(askedByMessage(body, key, addressed), async (call, { client, self }) => {
      const text = readText(readString(event.text) ?? "", self.userId);
      const uploads = await fetchUploads(client, event.files, call.signal);
      return inbox.mention({ ...call, text, uploads, addressed });
    });
  }

  async shortcut(body: Fields, key: string): Promise<void> {
    const { worker, inbox, now } = this.#parts;
    const message = readFields(body.message);
    const shortcut = shortcuts.find(({ id }) => id === body.callback_id);
    await worker.run(askedByInteraction(body, key, now(), threadOfMessage(body)), async (call, { client, self }) => {
      if (shortcut === undefined) return unknownControl();
      const uploads = await fetchUploads(client, message.files, call.signal);
      const value = takeMessage(shortcut, readText(readString(message.text) ?? "", self.userId), uploads);
      const input = { type: "options", verb: null, values: { [shortcut.option]: value } } as const;
      return inbox.command({ ...call, name: shortcut.command, input });
    });
  }

  async action(body: Fields, key: string): Promise<void> {
    if (isPaste(body)) return this.#openForm(body);
    const { worker, inbox, now } = this.#parts;
    const action = readFields(readList(body.actions)[0]);
    const choice = readChoice(action);
    if (choice !== null) return this.#choose(body, key, choice);
    const button = buttonIds.find((id) => BUTTON_PREFIX + id === action.action_id);
    await worker.run(askedByInteraction(body, key, now(), threadOfPress(body)), async (call) =>
      button === undefined
        ? unknownControl()
        : inbox.press({ ...call, button, subject: readString(action.value) ?? "" }),
    );
  }

  /** What is chosen in the Home tab is answered there. */
  async #choose(body: Fields, key: string, { name, line }: ChosenLine): Promise<void> {
    const { worker, inbox, now } = this.#parts;
    const { type, private_metadata: direct } = readFields(body.view);
    const pressed = askedByInteraction(body, key, now(), threadOfPress(body));
    const asked = type === "home" ? { ...pressed, channel: readString(direct) ?? pressed.channel } : pressed;
    await worker.run(asked, async (call) => {
      const answered = await inbox.command({ ...call, name, input: { type: "line", line, uploads: [] } });
      if (type !== "home") return answered;
      await showHome(this.#parts, asked, answered.reply);
      return null;
    });
  }

  async #openForm(body: Fields): Promise<void> {
    const { workspaces, now } = this.#parts;
    const { team, channel, thread, private: hidden } = askedByInteraction(body, "", now(), threadOfPress(body));
    const view = pasteForm({ channel, thread, private: hidden });
    const workspace = await workspaces.find(team);
    const result = await workspace?.client.call("views.open", { trigger_id: body.trigger_id, view });
    const response = responseOf(body, now());
    if (result?.type !== "ok" || response === null) return;
    if (this.#forms.size >= MOST_FORMS) this.#forms.clear();
    this.#forms.set(readString(readFields(result.answer.view).id) ?? "", response);
  }

  async form(body: Fields, key: string): Promise<void> {
    const { worker, inbox } = this.#parts;
    const { text, origin } = readPasteForm(body.view);
    const id = readString(readFields(body.view).id) ?? "";
    const response = this.#forms.get(id) ?? null;
    this.#forms.delete(id);
    const channel = readString(origin.channel) ?? "";
    const asked: Asked = {
      ...askedByInteraction({ ...body, channel: { id: channel } }, key, 0, readString(origin.thread)),
      private: origin.private !== false,
      response,
    };
    const input = { type: "options", verb: null, values: { article: text } } as const;
    await worker.run(asked, async (call) =>
      readFields(body.view).callback_id === PASTE_FORM
        ? inbox.command({ ...call, name: "brief", input })
        : unknownControl(),
    );
  }
}

/** A command as a choice in a menu runs it. */
interface ChosenLine {
  readonly name: string;
  readonly line: string;
}

/** Null for what is no menu of ours. */
function readChoice(action: Fields): ChosenLine | null {
  const id = readString(action.action_id) ?? "";
  const value = readString(readFields(action.selected_option).value);
  if (!id.startsWith(CHOICE_PREFIX) || value === null) return null;
  const [name = "", ...line] = id.slice(CHOICE_PREFIX.length).split(" ");
  return { name, line: line.join(" ") + value };
}

/** A button or shortcut of a version that is gone. */
function unknownControl(): Answered {
  const advice = "I do not know that control any more. Type /verbatim help to see what I can do.";
  return asIs(errorReply(new UserError("usage", "unknown-control", advice)));
}
