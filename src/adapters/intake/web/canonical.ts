/**
 * The address an article is kept under: the one its page gives itself, without what led a reader there, as long as it is on
 * the same host; else the one it was read from. Sites that call every page by their front page's address are not believed.
 */
export function findAddress(canonical: string | null, url: string): string {
  const here = URL.parse(url);
  const own = canonical === null || here === null ? null : URL.parse(canonical.trim(), here.href);
  if (own === null || here === null || own.host !== here.host || own.pathname === "/") return url;
  return own.protocol === "https:" || own.protocol === here.protocol ? own.href : url;
}
