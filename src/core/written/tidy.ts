/** Nothing a reader sees: controls, zero-width, direction and tag characters, variation selectors, soft hyphens. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu;

/** A text as a reader sees it, on one line. What goes to a model and what comes from one is tidied alike. */
export const tidy = (text: string): string => squeeze(text).trim();

/** The same with the space around it, so that pieces of a sentence fit together again. */
export const squeeze = (text: string): string => text.toWellFormed().replaceAll(/\s+/g, " ").replaceAll(INVISIBLE, "");
