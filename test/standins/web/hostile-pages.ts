/** A paragraph as articles have them. */
export const PARAGRAPH = `<p>${"The harbour office counted the ships again, and found one more. ".repeat(5)}</p>`;

/** Pages made to cost more than they are long. */
export const hostilePages: Readonly<Record<string, string>> = {
  "2,000 nested boxes": `${"<div>".repeat(2_000)}${PARAGRAPH}`,
  "20,000 nested boxes": `${"<div>".repeat(20_000)}${PARAGRAPH}`,
  "200,000 nested boxes": "<div>".repeat(200_000),
  "900 nested boxes around an article": `${"<div>".repeat(900)}${PARAGRAPH.repeat(20)}`,
  "900 nested boxes named like furniture": `${'<div class="related share promo sidebar">'.repeat(900)}${PARAGRAPH.repeat(2_000)}`,
  "nested links": '<a href="/x">'.repeat(50_000),
  "nested bold text": "<b>".repeat(100_000),
  "100,000 open paragraphs": "<p>word".repeat(100_000),
  "tables never closed": "<table><tr><td>".repeat(30_000),
  "text beside the cells of a table": `<table>${`loose<tr>words<td>cell</td>${PARAGRAPH}</tr>`.repeat(2_000)}`,
  "paragraphs that begin alike": `<p>${"a b c d e x ".repeat(100_000)}</p>${"<p>a b c d e f</p>".repeat(1_000)}`,
  "8,000 paragraphs": PARAGRAPH.repeat(8_000),
  "100,000 attributes": `<div ${Array.from({ length: 100_000 }, (_, index) => `a${index}="1"`).join(" ")}>${PARAGRAPH}`,
  "one attribute of four megabytes": `<div class="${"related-".repeat(500_000)}">${PARAGRAPH}</div>`,
  "two million entities": "&amp;".repeat(2_000_000),
  "an unfinished tag": `<div ${"a".repeat(3_000_000)}`,
  "an unfinished comment": `<!--${"-".repeat(3_000_000)}`,
  "closing tags without an opening": "</section>".repeat(300_000),
  "closing tags under deep nesting": `${"<i>".repeat(900)}${"</x>".repeat(300_000)}`,
  "three million spaces": `<p>${" ".repeat(3_000_000)}x</p>`,
  "line breaks": `<p>${"<br>".repeat(190_000)}x</p>`,
  "nested pictures": "<svg>".repeat(100_000),
  "deep JSON-LD": `<script type="application/ld+json">${'{"@graph":['.repeat(50_000)}</script>${PARAGRAPH}`,
  "quotation marks in a script": `<script>${'"\\"'.repeat(700_000)}</script>${PARAGRAPH}`,
  "a byline of a megabyte": `<span class="byline">${"By von by von ".repeat(70_000)}</span>${PARAGRAPH}`,
  "NUL characters": "\0".repeat(1_000_000),
  "a prototype's names": `<div __proto__="x" constructor="y"><meta name="__proto__" content="z">${PARAGRAPH}`,
};
