import { type Fields, readFields, readList, readString } from "./fields.ts";

/** The form's own name; a submission carries it back. */
export const PASTE_FORM = "paste_text";
const BLOCK = "text";
const ACTION = "article";

/** The form to paste an article into; `origin` comes back with it. A rich-text input, for a plain one ends at 3,000 characters. */
export function pasteForm(origin: Fields): Fields {
  return {
    type: "modal",
    callback_id: PASTE_FORM,
    private_metadata: JSON.stringify(origin),
    title: { type: "plain_text", text: "Paste the text" },
    submit: { type: "plain_text", text: "Brief it" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      {
        type: "input",
        block_id: BLOCK,
        label: { type: "plain_text", text: "The article" },
        element: { type: "rich_text_input", action_id: ACTION },
      },
    ],
  };
}

/** What was pasted, and the origin the form was opened with. */
export function readPasteForm(view: unknown): { readonly text: string; readonly origin: Fields } {
  const { private_metadata: metadata, state } = readFields(view);
  const input = readFields(readFields(readFields(readFields(state).values)[BLOCK])[ACTION]);
  return { text: readRichText(input.rich_text_value), origin: readOrigin(metadata) };
}

function readOrigin(metadata: unknown): Fields {
  try {
    return readFields(JSON.parse(readString(metadata) ?? "{}"));
  } catch {
    return {};
  }
}

/** Rich text as it reads: formatting gone, line breaks and addresses kept. */
function readRichText(value: unknown): string {
  return readList(readFields(value).elements).map(readElement).join("\n").trim();
}

function readElement(element: unknown): string {
  const { type, text, url, elements } = readFields(element);
  if (type === "rich_text_list") return readList(elements).map(readElement).join("\n");
  if (elements !== undefined) return readList(elements).map(readElement).join("");
  return readString(text) ?? readString(url) ?? "";
}
