/** A line this long says something of its own. */
const LONGEST = 250;
/** What a page says of itself may be longer. */
const LONGEST_PHRASED = 500;

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
  /^(?:share (?:this|on)|like this|filed under|posted (?:in|by|on)|tags?|topics?|categories|schlagwörter|themen) ?:/i,
  /^(?:(?:story|article) continues|continue reading|click (?:here|on the)|view comments|show comments)\b/i,
  /^(?:©|\(c\) )/i,
];

/** What gives boilerplate away wherever it stands in a paragraph. */
const PHRASES =
  /this site is protected by recaptcha|this website uses cookies|all rights reserved|use of this site constitutes|by (?:signing up|clicking)[^.]{0,40}, you (?:agree|accept|confirm)|affiliate commission|extern(?:e[nr]?)? inhalte?n?\b[^.]{0,60}angezeigt|eingebettete inhalte|javascript (?:is disabled|aktivieren)|your browser does not support/i;

/** Nothing but when it was published, and where it stands: "28.04.2023 | 17:52 Uhr". */
const DATELINE =
  /^(?:\p{L}{2,12}[.,:]? ){0,3}\d{1,2}\s?[./]\s?\d{1,2}\s?[./]\s?\d{2,4}\b[^.!?]{0,60}$|^(?:published|updated|veröffentlicht|aktualisiert|stand|publié le|publicado)\b[^.!?]{0,60}\d{1,2}[:.]\d\d[^.!?]{0,20}$|^\d{1,2}[:.]\d\d(?: ?(?:uhr|[ap]\.?m\.?|[a-z]{2,4}))?$/iu;

/** Whether a paragraph is none of the article's but the page's: a label, a pointer elsewhere, a credit. */
export function isBoilerplate(text: string): boolean {
  if (text.length > LONGEST_PHRASED) return false;
  if (text.length > LONGEST) return PHRASES.test(text);
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    LABELS.has(text.toLowerCase()) ||
    PHRASES.test(text) ||
    DATELINE.test(text) ||
    OPENINGS.some((opening) => opening.test(text))
  );
}
