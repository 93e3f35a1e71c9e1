/**
 * Takes their meaning from the three characters Slack's texts are parsed by. Applied last, to cleaned text.
 * https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * What somebody typed, out of Slack's markup: links become addresses, channels and people their names or ids, entities characters.
 * The bot's own mention is left out.
 */
export function readText(markup: string, botUser: string): string {
  return markup
    .replaceAll(`<@${botUser}>`, " ")
    .replaceAll(/<([@#!][^<>]*|[a-z]{2,10}:[^<>]*)>/gi, (_, inner: string) => readReference(inner))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

/**
 * A command's line. Channels come by their ids, for a name may be anybody's: "<#C1|news>" → "#C1". A bare domain, which Slack makes
 * a link of, is what was typed again: "<http://example.org|example.org>" → "example.org".
 */
export function readLine(markup: string, botUser: string): string {
  const typed = markup
    .replaceAll(/<#([CG][A-Z0-9]+)(?:\|[^<>]*)?>/g, "#$1")
    .replaceAll(/<http:\/\/([^<>|]+)\|\1>/g, "$1");
  return readText(typed, botUser);
}

/** "https://a.example|label" → the address; "@U1|ana" → "@ana"; "#C1|news" → "#news"; "!date^…|2 May" → "2 May". */
function readReference(inner: string): string {
  const bar = inner.indexOf("|");
  const target = bar === -1 ? inner : inner.slice(0, bar);
  const label = bar === -1 ? "" : inner.slice(bar + 1);
  if (target.startsWith("mailto:")) return label || target.slice("mailto:".length);
  if (target.startsWith("@") || target.startsWith("#")) return target.charAt(0) + (label || target.slice(1));
  if (target.startsWith("!")) return label || `@${target.slice(1)}`;
  return target;
}

/** Does the message call the bot? */
export const mentions = (markup: string, botUser: string): boolean => markup.includes(`<@${botUser}>`);
