import { ComponentType, MessageFlags } from "discord.js";

/** A message as a client sends it, as far as the rules look at it. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[] | null;
  readonly components?: readonly Component[] | null;
  readonly flags?: number | null;
  readonly nonce?: string;
  readonly enforce_nonce?: boolean;
  readonly allowed_mentions?: { readonly parse?: readonly string[]; readonly replied_user?: boolean } | null;
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists?: boolean } | null;
  readonly attachments?: readonly { readonly id: string | number; readonly filename?: string }[] | null;
}

export interface Component {
  readonly type: number;
  readonly id?: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly file?: { readonly url: string };
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
  readonly components?: readonly Component[];
}

/** Flags a sender may set. https://docs.discord.com/developers/resources/message#create-message */
const SETTABLE =
  MessageFlags.IsComponentsV2 |
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.Ephemeral;

/** Documented rules that a schema cannot say, each broken one a line. */
export function brokenRules(body: MessageBody, files: readonly string[]): readonly string[] {
  const all = flatten(body.components ?? []);
  const flags = body.flags ?? 0;
  const ids = all.flatMap(({ id }) => id ?? []);
  const customIds = all.flatMap(({ custom_id }) => custom_id ?? []);
  const length = all.reduce((sum, { type, content }) => sum + (isText(type) ? (content?.length ?? 0) : 0), 0);
  const modern = (flags & MessageFlags.IsComponentsV2) !== 0;
  const rules: readonly (readonly [boolean, string])[] = [
    [(body.content ?? "").length > 2000, "content: Must be 2000 or fewer in length."],
    [modern && Boolean(body.content || body.embeds?.length), "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2"],
    [!modern && all.some(({ type }) => type >= ComponentType.Section), "components: need the flag IS_COMPONENTS_V2"],
    [all.length > 40, "components: COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED"],
    [length > 4000, "components: COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED"],
    [all.some(({ type, content }) => isText(type) && content?.trim() === ""), "components: text may not be empty"],
    [new Set(customIds).size < customIds.length, "components: COMPONENT_CUSTOM_ID_DUPLICATED"],
    [new Set(ids).size < ids.length, "components: ids must be unique"],
    [all.some(({ label }) => (label ?? "x").length > 80), "label: Must be 80 or fewer in length."],
    [(flags & ~SETTABLE) !== 0, "flags: may not be set"],
    [!attachmentsExist(all, files), "components: a file component without its file"],
    [body.enforce_nonce === true && body.nonce === undefined, "enforce_nonce: needs a nonce"],
  ];
  return rules.flatMap(([broken, rule]) => (broken ? [rule] : []));
}

/** Components with the ones inside them, in order. */
export const flatten = (components: readonly Component[]): readonly Component[] =>
  components.flatMap((component) => [component, ...flatten(component.components ?? [])]);

const isText = (type: number): boolean => type === ComponentType.TextDisplay;

function attachmentsExist(all: readonly Component[], files: readonly string[]): boolean {
  return all
    .flatMap(({ file }) => file?.url ?? [])
    .every((url) => files.some((name) => url === `attachment://${name}`));
}
