/** What writers put in place of words they leave out or explain: "…", "[the bridge]". */
const EDITED = /\[[^\][]{0,80}\]|…|\.{3}/;

/** The parts of a quotation between a writer's ellipses and brackets; none where there are none. */
export function piecesOf(words: string): readonly string[] {
  const pieces = words.split(EDITED).filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return EDITED.test(words) ? pieces : [];
}
