import { teamOf } from "./envelopes.ts";
import { type Fields, readFields, readList, readString } from "./fields.ts";
import { BUTTON_PREFIX } from "./limits.ts";
import { mentions } from "./markup.ts";

/**
 * What is to be done with an envelope, told from its content alone.
 * once: work that is done once under its key; pass: handled at once, doing it twice does no harm; ignore: not for us.
 */
export type Admission =
  | { readonly type: "once"; readonly key: string }
  | { readonly type: "pass" }
  | { readonly type: "ignore" };

/** The bot's own names. */
export interface Self {
  readonly userId: string;
  readonly botId: string;
}

const PASS: Admission = { type: "pass" };
export const IGNORE: Admission = { type: "ignore" };

/**
 * A message is known by channel and time, whichever event tells of it: a mention in a channel comes as `app_mention` and as
 * `message`, under two event ids. All else is known by its trigger, which a redelivery keeps.
 */
export function admit(body: Fields, self: Self): Admission {
  if (body.type === "event_callback") return admitEvent(body, readFields(body.event), self);
  if (body.type === "view_submission") return admitView(teamOf(body), readFields(body.view));
  const trigger = readString(body.trigger_id);
  if (trigger === null || isPaste(body)) return PASS;
  return { type: "once", key: `trigger:${teamOf(body)}:${trigger}` };
}

function admitEvent(body: Fields, event: Fields, self: Self): Admission {
  if (event.type !== "app_mention" && event.type !== "message") return PASS;
  const [team, channel, ts] = [teamOf(body), readString(event.channel), readString(event.ts)];
  if (team === "" || channel === null || ts === null || isFromBot(event, self) || !isNewMessage(event)) return IGNORE;
  return isAddressed(event, self) || readString(event.thread_ts) !== null
    ? { type: "once", key: `message:${team}:${channel}:${ts}` }
    : IGNORE;
}

/** Messages of any bot: two bots answering each other would never stop. */
const isFromBot = (event: Fields, self: Self): boolean =>
  readString(event.bot_id) !== null || readString(event.user) === null || event.user === self.userId;

/** Of the subtypes, these three are people's own new messages; edits, deletions and notices are not. */
const isNewMessage = ({ subtype }: Fields): boolean =>
  subtype === undefined || subtype === "file_share" || subtype === "thread_broadcast" || subtype === "me_message";

/** A direct message, or one that mentions the bot. */
export const isAddressed = (event: Fields, self: Self): boolean =>
  event.channel_type === "im" || event.type === "app_mention" || mentions(readString(event.text) ?? "", self.userId);

function admitView(team: string, view: Fields): Admission {
  const [id, hash] = [readString(view.id), readString(view.hash)];
  return id === null ? PASS : { type: "once", key: `view:${team}:${id}:${hash}` };
}

/** The button that opens the form to paste into: its trigger is good for three seconds, so it is never done later. */
export const isPaste = (body: Fields): boolean =>
  readList(body.actions).some((action) => readFields(action).action_id === `${BUTTON_PREFIX}paste`);
