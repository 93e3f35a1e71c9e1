import { paragraphElements } from "./elements.ts";

/** Attributes of an element, as the parser gives them. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * What a box is by its tag and attributes: "plain" until something speaks against it. "aside" is furniture that the
 * page may have mislabelled; "" describes a picture; "hidden" is not seen by readers; "comments" belong to them.
 */
export type BoxKind = "plain" | "aside" | "caption" | "hidden" | "comments";

/** Class names are read up to this length: nobody needs more to say "related". */
const MOST_NAME = 400;

/** Words to be found in names, by the first of their parts: "see" leads to "see-also". */
type Words = ReadonlyMap<string, readonly string[]>;

const words = (list: string): Words => Map.groupBy(list.split(" "), (word) => word.split("-", 1)[0] ?? word);

/** Words of class names and ids that speak of something beside the article; joined words stand with a hyphen. */
const ASIDE = words(
  "twitter-tweet instagram-media tiktok-embed bluesky-embed author authors autor excerpt post-card related " +
    "recommend recommended recommendation recommendations readmore read-more read-next read-also more-stories " +
    "more-news more-on more-from most-read most-popular most-viewed newsletter signup sign-up subscribe " +
    "subscription share shares sharing social promo promoted promotion sponsor sponsored outbrain taboola teaser " +
    "teasers breadcrumb breadcrumbs author-bio author-info author-box author-card author-details author-profile " +
    "bio byline tag tags tag-list tags-list topic-list topics-list copyright advert adverts advertisement " +
    "advertising ad-slot ad-container ad-wrapper ad-unit ad-banner ads sidebar paywall inline-related " +
    "inline-promo inline-link see-also also-read toolbar follow print-only sr-only visually-hidden visuallyhidden " +
    "skip-link skip-links screen-reader-text screen-reader-only video-player media-player audio-player gallery " +
    "slideshow donate donation donations feedback listen meta navigation menu pagination pager footer masthead " +
    "disclaimer trending popular widget login register poll quiz publicidad werbung popup pop-up overlay modal " +
    "tooltip toast notification notifications recirculation recirc carousel slide slides factbox fact-box " +
    "faktaboks relatedposts relatedarticles relatedlinks relatedcontent relatednews readalso mostread mostpopular " +
    "sharebar sharebuttons sharedaddy sharethis addthis addtoany zergnet revcontent authorbio authorbox " +
    "authorinfo authorprofile infobox info-box key-points keypoints key-takeaways premium abo piano regwall " +
    "give-article",
);

const CAPTION = words(
  "caption captions legende bildunterschrift image-text image-description image-info img-description imagetext " +
    "photo-text picture-text lightbox media-info credit credits",
);

const COMMENTS = words(
  "comment comments commentlist comment-list respond disqus discussion reply replies kommentar kommentare commentaire " +
    "commentaires comentarios",
);

const BODY = words(
  "article-body article-content article-text article-copy article-main articlebody articletext articlecontent " +
    "story-body story-content story-text storytext storybody entry-content post-content post-body post-text " +
    "main-content maincontent body-text body-content body-copy bodytext rich-text richtext content-body wysiwyg prose " +
    "artikel-text artikel-body texto news-text news-body news-content",
);

/** The first of these that stands in the name as whole words; null where none does. */
function findWord(list: Words, name: string): string | null {
  if (name === "") return null;
  const parts = name.split("-");
  for (const [index, part] of parts.entries()) {
    const word = list
      .get(part)
      ?.find((whole) => whole === part || `${parts.slice(index).join("-")}-`.startsWith(`${whole}-`));
    if (word !== undefined) return word;
  }
  return null;
}

const CONSENT =
  /onetrust|ot-sdk|didomi|usercentrics|cookiebot|sp_message|qc-cmp|fc-consent|cookie-?(?:banner|notice|consent|bar|policy)|gdpr|consent-(?:banner|modal|wall)/i;

/** Class and id as one name: "relatedArticles box__x" is "related-articles-box-x". */
export function nameOf({ class: classes, id }: Attributes): string {
  if (classes === undefined && id === undefined) return "";
  const name = `${classes ?? ""} ${id ?? ""}`.slice(0, MOST_NAME);
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-");
}

/** A dialog that asks for consent: nothing in it is the page's own. */
export const isConsent = (tag: string, { class: classes = "", id = "" }: Attributes): boolean =>
  tag !== "body" && tag !== "html" && classes + id !== "" && CONSENT.test(`${classes} ${id}`.slice(0, MOST_NAME));

/** Whether the page itself says that the article's words are in here. */
export const isBody = (name: string, attributes: Attributes): boolean =>
  attributes.itemprop === "articleBody" || findWord(BODY, name) !== null;

/** Class names that hide, but for those that show again on a wider screen. */
const HIDDEN = /(?:^| )(?:hidden|hide|d-none|is-hidden|u-hidden|display-none|invisible)(?: |$)/;
const SHOWN = /:(?:block|flex|grid|inline|contents|inline-block|table)(?: |$)|(?:^| )d-\w+-(?:block|flex|grid|inline)/;

/** Whether readers do not see what stands in here. */
export function isHidden({ style, hidden, class: classes = "", "aria-hidden": ariaHidden }: Attributes): boolean {
  if (hidden !== undefined || ariaHidden === "true") return true;
  if (style !== undefined && hidesText(style)) return true;
  const names = classes.slice(0, MOST_NAME);
  return HIDDEN.test(names) && !SHOWN.test(names);
}

/** Styles that take text out of sight: not shown, without size, or beside the screen. */
const hidesText = (style: string): boolean =>
  /display:none|visibility:hidden|font-size:0(?![.\d])|opacity:0(?![.\d])|(?:left|top|text-indent):-\d{3,}/.test(
    style.slice(0, 1000).replace(/\s+/g, "").toLowerCase(),
  );

const ROLES: ReadonlySet<string | undefined> = new Set([
  "navigation",
  "dialog",
  "contentinfo",
  "complementary",
  "banner",
]);

/** What speaks against a box. */
export interface Finding {
  readonly kind: BoxKind;
  /** The word that makes it an "aside"; for others what they are. */
  readonly word: string;
}

const found = (kind: BoxKind, word: string = kind): Finding => ({ kind, word });

/** What kind of box an element opens. */
export function findKind(tag: string, name: string, attributes: Attributes): Finding {
  if (tag === "html" || tag === "body") return found("plain");
  if (isHidden(attributes) || isConsent(tag, attributes)) return found("hidden");
  if (tag === "figcaption") return found("caption");
  if (tag === "article" || tag === "main") return found("plain");
  if (isBody(name, attributes)) return found("plain");
  if (!paragraphElements.has(tag) && findWord(COMMENTS, name) !== null) return found("comments");
  if (tag === "aside" || tag === "form") return found("aside", `<${tag}>`);
  if (ROLES.has(attributes.role)) return found("aside", `role ${attributes.role}`);
  const caption = findWord(CAPTION, name);
  if (caption !== null) return found("caption", caption);
  const word = findWord(ASIDE, name);
  return word === null ? found("plain") : found("aside", word);
}
