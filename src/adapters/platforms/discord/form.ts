import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { LIMITS } from "./limits.ts";

/** One field takes 4,000 characters; articles longer than that go on in the next. */
const FIELDS = ["The article's text", "… it goes on here, if it is longer", "… and here", "… and here to its end"];
const FORM = "paste";

/** The form that asks for an article's text. */
export function formOf(subject: string): APIModalInteractionResponseCallbackData {
  return { custom_id: `${FORM}:${subject}`, title: "Paste the text", components: FIELDS.map(field) };
}

const field = (label: string, index: number): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  component: {
    type: ComponentType.TextInput,
    custom_id: `text${index}`,
    style: TextInputStyle.Paragraph,
    required: index === 0,
    max_length: LIMITS.modalField,
  },
});

/** The text somebody pasted; null for a form that is none of ours. */
export function readForm({ custom_id, components }: APIModalSubmission): string | null {
  if (!custom_id.startsWith(`${FORM}:`)) return null;
  const values = components.flatMap((row) => {
    if (row.type === ComponentType.Label && row.component.type === ComponentType.TextInput)
      return [row.component.value];
    return [];
  });
  return values.filter((value) => value.trim() !== "").join("\n\n");
}
