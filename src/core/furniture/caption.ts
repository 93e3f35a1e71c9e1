/** What stands before a caption in a text that has pictures' captions among its paragraphs. */
const LABEL = "Caption: ";

/** Longer ones would not be taken for captions: see the signs of furniture. */
export const MOST_CAPTION_WORDS = 60;

/** A caption as a paragraph that is known for one; null where it is too long to be. */
export const labelCaption = (caption: string): string | null =>
  caption.split(" ").length < MOST_CAPTION_WORDS ? `${LABEL}${caption}` : null;

/** Whether a paragraph was labelled as a caption. */
export const isLabelledCaption = (paragraph: string): boolean => paragraph.startsWith(LABEL);
