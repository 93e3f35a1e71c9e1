/** A line this long says something of its own. */
const LONGEST = 250;

/** Whole lines that every page carries, by language. */
const LABELS = new Set(
  (
    "advertisement|anzeige|werbung|publicité|publicidad|реклама|annonse|annons|reklam|広告|pubblicità|share|teilen|partager|" +
    "compartir|condividi|print|drucken|email|e-mail|copy link|facebook|twitter|whatsapp|x|linkedin|save|merken|comments|" +
    "comment|kommentare|read more|loading|getty images|imago|dpa|ap|reuters|afp|story continues below advertisement"
  ).split("|"),
);

/** How lines begin that lead elsewhere, credit a picture, or ask for something. */
const OPENINGS: readonly RegExp[] = [
  /^(?:read (?:more|also|next)|see also|also read|related(?: articles?| stories)?|more on this|recommended|more:)(?!\p{L})/iu,
  /^(?:lesen sie (?:auch|mehr)|lest auch|mehr zum thema|auch interessant|lire aussi|à lire aussi|leer más|lea también)(?!\p{L})/iu,
  /^(?:leggi anche|czytaj (?:więcej|także|też)|les også|läs också|läs mer|les mer|читайте также|関連記事|関連キーワード|おすすめ情報)(?!\p{L})/iu,
  /^(?:sign up|subscribe|log ?in|register|join the conversation|skip to content|get the latest|newsletter|follow us|download (?:our|the) app)\b/i,
  /^\(?(?:image|photo|foto|fotos|bild|image credit|photograph|credit|source|quelle|fuente|getty images) ?(?:by|:|：|credit)/i,
  /^(?:©|\(c\) )/i,
];

/** What gives boilerplate away wherever it stands in a line. */
const PHRASES =
  /this site is protected by recaptcha|this website uses cookies|all rights reserved|use of this site constitutes/i;

/** Whether a paragraph is none of the article's but the page's: a label, a pointer elsewhere, a credit. */
export function isBoilerplate(text: string): boolean {
  if (text.length > LONGEST) return false;
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    LABELS.has(text.toLowerCase()) ||
    PHRASES.test(text) ||
    OPENINGS.some((opening) => opening.test(text))
  );
}
