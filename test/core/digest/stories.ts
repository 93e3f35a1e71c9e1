/** What a model writes of a story, resting on these. */
export const story = (text: string, statements: readonly string[], sentences: readonly number[]) => ({
  story: { text, statements, sentences },
});

/** What a careful model writes of the ferry, and what one that mixes people up does. */
export const CAREFUL = story("Harbour master Ines Calder told reporters on the quay: {s2}", ["s2"], [2]);
export const SWAPPED = story("Tomas Wren said {s2}", ["s2"], [2]);
