/** What would be markup where it is shown, braces left over from marks included. What is quoted is the article's own. */
export const MARKUP = /[<>[\]`|\\#*_~^{}]/;
