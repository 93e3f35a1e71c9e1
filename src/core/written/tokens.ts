/** OpenAI's rule of thumb for English: four bytes a token. https://help.openai.com/en/articles/4936856 */
const BYTES_A_TOKEN = 4;

/** About how many tokens a text takes, where nobody has counted them. */
export function estimateTokens(text: string): number {
  let bytes = 0;
  for (const { length } of text.match(/[\0-\x7f]+/g) ?? []) bytes += length;
  // Outside ASCII a UTF-16 unit takes two or three bytes of UTF-8: three counts Han rightly, and Cyrillic too high.
  bytes += 3 * (text.length - bytes);
  return Math.ceil(bytes / BYTES_A_TOKEN);
}
