/** The words on one line, every run of white space one space. */
export const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();
