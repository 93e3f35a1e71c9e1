import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
  TextInputStyle,
} from "discord.js";
import { LIMITS } from "./limits.ts";

/** What the text of a form is for: an option of a command. */
export interface FormPurpose {
  readonly command: string;
  readonly option: string;
}

/** One field takes 4,000 characters; articles longer than that go on in the next. */
const FIELDS = ["The text", "… it goes on here, if it is longer", "… and here", "… and here to its end"];
const FORM = "paste";

/** The form that asks for a text: a slash command's option takes one line only. */
export function formOf({ command, option }: FormPurpose): APIModalInteractionResponseCallbackData {
  return { custom_id: `${FORM}:${command}:${option}`, title: "Paste the text", components: FIELDS.map(field) };
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

/** The text somebody pasted and what it is for; null for a form that is none of ours. */
export function readForm({ custom_id, components }: APIModalSubmission): (FormPurpose & { text: string }) | null {
  const [form, command = "", option = ""] = custom_id.split(":");
  if (form !== FORM || option === "") return null;
  const values = components.flatMap((row) => {
    if (row.type === ComponentType.Label && row.component.type === ComponentType.TextInput)
      return [row.component.value];
    return [];
  });
  return { command, option, text: values.filter((value) => value.trim() !== "").join("\n\n") };
}
