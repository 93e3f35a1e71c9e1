/**
 * Namespaces by how their address begins, with the prefix this reader knows them by; "" is the vocabulary of feeds itself,
 * which RSS and Atom have written under many addresses.
 */
const NAMESPACES: readonly (readonly [address: string, prefix: string])[] = [
  ["http://www.w3.org/2005/atom", ""],
  ["http://purl.org/atom/", ""],
  ["http://purl.org/pie/", ""],
  ["http://purl.org/echo/", ""],
  ["http://purl.org/rss/1.0/modules/content", "content"],
  ["http://purl.org/rss/1.0/modules/", "module"],
  ["http://purl.org/rss/1.0", ""],
  ["http://purl.org/net/rss1.1", ""],
  ["http://channel.netscape.com/rdf/", ""],
  ["http://my.netscape.com/rdf/", ""],
  ["http://my.netscape.com/publish/formats/", ""],
  ["http://backend.userland.com/", ""],
  ["http://blogs.law.harvard.edu/tech/rss", ""],
  ["http://cyber.law.harvard.edu/rss", ""],
  ["http://www.rssboard.org/", ""],
  ["http://purl.org/dc/elements/1.", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://www.itunes.com/dtds/", "itunes"],
  ["http://example.com/dtds/podcast", "itunes"],
  ["http://search.yahoo.com/mrss", "media"],
];

/** The prefix a namespace is known by here; null for one that is not. Addresses are written in every case. */
export function knownPrefix(address: string): string | null {
  const lower = address.trim().toLowerCase();
  return NAMESPACES.find(([beginning]) => lower.startsWith(beginning))?.[1] ?? null;
}
