const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements that end a paragraph where they begin and where they end. */
export const blockElements = words(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 " +
    "h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul",
);

/** Block elements that are one paragraph themselves rather than a box around several. */
export const paragraphElements = words("caption dd dt h1 h2 h3 h4 h5 h6 li p pre summary td th");

/** Elements whose words are never the article's: code, controls, pictures, navigation. */
export const droppedElements = words(
  "audio button canvas datalist dialog embed footer iframe input label link map math menu nav noscript " +
    "object option picture script select source style svg template textarea title track video",
);

export const isHeading = (name: string): boolean => /^h[1-6]$/.test(name);
