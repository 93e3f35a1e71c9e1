/**
 * The absolute form of a link a feed gives; as it is written where it is absolute already, or relative to nothing known.
 * Null where it is empty or runs something.
 */
export function resolveLink(link: string, base: string | null): string | null {
  const trimmed = link.trim();
  if (trimmed === "") return null;
  const url = URL.parse(trimmed) ?? URL.parse(trimmed, base ?? undefined);
  if (url !== null && RUNS.test(url.protocol)) return null;
  return url === null || URL.canParse(trimmed) ? trimmed : url.href;
}

/** Schemes that lead to no place but carry what is to be done or shown. */
const RUNS = /^(?:javascript|vbscript|data|file|about|blob):$/;
