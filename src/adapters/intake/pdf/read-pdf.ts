import { extractTextItems, getDocumentProxy } from "unpdf";
import { UserError } from "../../../core/errors.ts";
import { layOutPages, type PdfItem, type PdfPage } from "./layout.ts";

const MOST_BYTES = 10_000_000;
const MOST_PAGES = 200;
/** A picture that says it is larger is not unpacked. */
const MOST_PIXELS = 16_777_216;
/** A scan may carry a stamp or a page number as text. */
const LEAST_LETTERS = 40;

/**
 * The text of a PDF, its paragraphs parted by blank lines and its pages by form feeds. Throws UserError "encrypted",
 * "scanned", "damaged" or "too-large".
 */
export async function readPdf(bytes: Uint8Array): Promise<string> {
  if (bytes.length > MOST_BYTES) throw unreadable("too-large", "is larger than 10 MB; give the pages that matter");
  const text = joinPages(layOutPages(await readItems(bytes)));
  if ((text.match(/\p{L}/gu)?.length ?? 0) < LEAST_LETTERS)
    throw unreadable("scanned", "holds pictures of pages and no text; paste the text instead");
  return text;
}

/** pdf.js takes no Buffer, and throws errors of many names for files that are not as they should be. */
async function readItems(bytes: Uint8Array): Promise<readonly (readonly PdfItem[])[]> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { maxImageSize: MOST_PIXELS, verbosity: 0 });
    if (document.numPages > MOST_PAGES)
      throw unreadable("too-large", `has more than ${MOST_PAGES} pages; give those that matter`);
    return (await extractTextItems(document)).items;
  } catch (error) {
    if (error instanceof UserError) throw error;
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw isLocked
      ? unreadable("encrypted", "is locked with a password; unlock it, or paste the text instead")
      : unreadable("damaged", "is damaged and cannot be read; paste the text instead");
  }
}

/** A sentence that goes on over the page stays whole: the page ends inside it. */
function joinPages(pages: readonly PdfPage[]): string {
  const text = pages.map(({ paragraphs, goesOn }) => `${paragraphs.join("\n\n")}${goesOn ? " \f" : "\n\n\f"}`).join("");
  return text.trimEnd().toWellFormed();
}

const unreadable = (code: string, finding: string): UserError =>
  new UserError("unreadable", code, `That PDF ${finding}.`);
