import { describe, expect, it } from "vitest";
import { describeFeed } from "../../../../src/adapters/intake/feed/describe-feed.ts";
import { type FeedBytes, readFeed } from "../../../../src/adapters/intake/feed/read-feed.ts";

const served = (body: string | Uint8Array, rest: Partial<FeedBytes> = {}): FeedBytes => ({
  bytes: typeof body === "string" ? Buffer.from(body) : body,
  url: "https://news.test/feeds/all.xml",
  contentType: "",
  contentLocation: "",
  contentLanguage: "",
  ...rest,
});

const read = (body: string | Uint8Array, rest: Partial<FeedBytes> = {}) => describeFeed(readFeed(served(body, rest)));
const readItem = (inside: string, root = 'rss version="2.0"') =>
  read(`<${root}><channel><item>${inside}</item></channel></${root.split(" ")[0]}>`).items[0];
const readAtomEntry = (inside: string, attributes = "") =>
  read(`<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}><entry>${inside}</entry></feed>`).items[0];

const expected = {
  title: "Halden Post",
  siteUrl: "https://news.test/",
  language: "en-GB",
  items: [
    {
      identity: "item-1",
      url: "https://news.test/ferry",
      title: "Ferry runs again",
      summary: "The quay is safe.",
      author: "Mara Holt",
      publishedAt: "2026-03-06T10:15:00+01:00",
      tags: ["Harbour"],
    },
  ],
};

describe("a feed is read the same in every format:", () => {
  it("RSS 2.0", () => {
    const feed = read(`<?xml version="1.0"?><rss version="2.0"><channel><title>Halden Post</title>
      <link>https://news.test/</link><language>en-GB</language>
      <image><title>Logo</title><link>https://news.test/logo</link></image>
      <item><guid isPermaLink="false">item-1</guid><link>https://news.test/ferry</link><title>Ferry runs again</title>
      <description>&lt;p&gt;The quay is safe.&lt;/p&gt;</description><author>mara@news.test (Mara Holt)</author>
      <pubDate>Fri, 06 Mar 2026 10:15:00 +0100</pubDate><category>Harbour</category></item></channel></rss>`);
    expect(feed).toEqual(expected);
  });

  it("Atom 1.0", () => {
    const feed = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB" xml:base="https://news.test/">
      <title>Halden Post</title><link rel="self" href="/feeds/all.xml"/><link href="/"/>
      <entry><id>item-1</id><title type="html">Ferry &lt;b&gt;runs&lt;/b&gt; again</title><link rel="alternate" href="ferry"/>
      <summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">The <em>quay</em> is safe.</div></summary>
      <author><name>Mara Holt</name><email>mara@news.test</email></author><category term="Harbour"/>
      <published>2026-03-06T10:15:00+01:00</published><updated>2026-03-07T10:15:00+01:00</updated></entry></feed>`);
    expect(feed).toEqual(expected);
  });

  it("Atom 0.3, under another prefix", () => {
    const feed =
      read(`<a:feed version="0.3" xmlns:a="http://purl.org/atom/ns#" xml:lang="en-GB"><a:title>Halden Post</a:title>
      <a:link rel="alternate" type="text/html" href="https://news.test/"/>
      <a:entry><a:id>item-1</a:id><a:title mode="base64">RmVycnkgcnVucyBhZ2Fpbg==</a:title>
      <a:link rel="alternate" href="https://news.test/ferry"/><a:summary mode="escaped">The quay is safe.</a:summary>
      <a:author><a:name>Mara Holt</a:name></a:author><a:category term="Harbour"/>
      <a:issued>2026-03-06T10:15:00+01:00</a:issued></a:entry></a:feed>`);
    expect(feed).toEqual(expected);
  });

  it("RDF (RSS 1.0), with Dublin Core", () => {
    const feed = read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>Halden Post</title><link>https://news.test/</link>
      <d:language>en-GB</d:language></channel><item rdf:about="item-1"><link>https://news.test/ferry</link>
      <title>Ferry runs again</title><description>The quay is safe.</description><d:creator>Mara Holt</d:creator>
      <d:subject>Harbour</d:subject><d:date>2026-03-06T10:15:00+01:00</d:date></item></rdf:RDF>`);
    expect(feed).toEqual(expected);
  });

  it("CDF", () => {
    const feed = read(`<CHANNEL HREF="https://news.test/" xml:lang="en-GB"><TITLE>Halden Post</TITLE>
      <ITEM HREF="https://news.test/ferry" LASTMOD="2026-03-06T10:15:00+01:00"><TITLE>Ferry runs again</TITLE>
      <ABSTRACT>The quay is safe.</ABSTRACT></ITEM></CHANNEL>`);
    const [item] = expected.items;
    expect(feed).toEqual({ ...expected, items: [{ ...item, identity: item?.url, author: null, tags: [] }] });
  });

  it("JSON Feed", () => {
    const feed = read(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Halden Post",
        home_page_url: "/",
        language: "en-GB",
        items: [
          {
            id: "item-1",
            url: "/ferry",
            title: "Ferry runs again",
            content_html: "<p>The quay is safe.</p>",
            authors: [{ name: "Mara Holt" }],
            tags: ["Harbour"],
            date_published: "2026-03-06T10:15:00+01:00",
          },
        ],
      }),
    );
    expect(feed).toEqual(expected);
  });
});

describe("words", () => {
  it.each([
    ["AT&amp;T", "AT&T"],
    ["AT&amp;amp;T", "AT&T"],
    ["Fish &#38;amp;amp; chips", "Fish &amp; chips"],
    ["&lt;b&gt;Bold&lt;/b&gt; move", "Bold move"],
    ["<![CDATA[<b>Bold</b> move]]>", "Bold move"],
    ["<![CDATA[Tom & Jerry]]>", "Tom & Jerry"],
    ["2 &lt; 3 and 3 &gt; 2", "2 < 3 and 3 > 2"],
    ["List&lt;String&gt; explained", "List<String> explained"],
    ["Caf&eacute; &nbsp; open", "Café open"],
    ["<![CDATA[one<script>alert(1)</script><br>two]]>", "one two"],
    ["don&#146;t", "don’t"],
    ["  \n  spread \n out ", "spread out"],
  ])("of an RSS title are decoded once and stripped: %s", (written, title) => {
    expect(readItem(`<title>${written}</title>`)?.title).toBe(title);
  });

  it("of an Atom text are what they say, of an Atom html what they show", () => {
    expect(readAtomEntry("<title>&lt;b&gt; &amp;amp; you</title>")?.title).toBe("<b> &amp; you");
    expect(readAtomEntry('<title type="html">&lt;b&gt;a&lt;/b&gt; &amp;amp; you</title>')?.title).toBe("a & you");
  });

  it("of a podcast or a media feed are found too", () => {
    const root = 'rss xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"';
    const item = readItem(
      "<link>https://news.test/1</link><m:group><m:title>On air</m:title><m:description>Talk.</m:description></m:group><i:author>Mara Holt</i:author>",
      root,
    );
    expect(item).toMatchObject({ title: "On air", summary: "Talk.", author: "Mara Holt" });
  });
});

describe("a long feed", () => {
  it("is read the same wherever its pieces end", () => {
    const item = "<item><title>AT&amp;T <![CDATA[& Söhne]]> 😀 &#233;</title><link>/a</link></item>";
    for (let shift = 0; shift < item.length; shift++) {
      const padding = " ".repeat(65_536 - shift - "<rss><channel>".length);
      expect(read(`<rss><channel>${padding}${item}</channel></rss>`).items).toMatchObject([
        { title: "AT&T & Söhne 😀 é", url: "https://news.test/a" },
      ]);
    }
    const long = "The quay is safe. ".repeat(10_000);
    const [entry] = readFeed(
      served(`<rss><channel><item><description><![CDATA[${long}]]></description></item>`),
    ).entries;
    expect(entry?.summary?.value).toBe(long.trim());
  });
});

describe("links", () => {
  it.each([
    ["<link>/a</link>", "https://news.test/a"],
    ["<link>\n https://news.test/a \n</link>", "https://news.test/a"],
    ["<guid>https://news.test/a</guid>", "https://news.test/a"],
    ['<guid isPermaLink="false">https://news.test/a</guid>', null],
    ["<guid>a-17</guid>", null],
    ["<link>javascript:alert(1)</link>", null],
    ["<link>data:text/html,x</link>", null],
    ["<link>mailto:mara@news.test</link>", null],
  ])("%s leads to %s", (written, url) => {
    expect(readItem(`<title>t</title>${written}`)?.url).toBe(url);
  });

  it("refer to xml:base, to Content-Location, to the feed, in this order", () => {
    const entry = '<entry><title>t</title><link href="a"/></entry>';
    const atom = (attributes: string) => `<feed xmlns="http://www.w3.org/2005/Atom" ${attributes}>${entry}</feed>`;
    const urlOf = (attributes: string, contentLocation: string) =>
      read(atom(attributes), { contentLocation }).items[0]?.url;
    expect(urlOf("", "")).toBe("https://news.test/feeds/a");
    expect(urlOf("", "/other/")).toBe("https://news.test/other/a");
    expect(urlOf('xml:base="https://base.test/x/"', "/other/")).toBe("https://base.test/x/a");
    expect(urlOf('xml:base="x/"', "/other/")).toBe("https://news.test/other/x/a");
  });
});

describe("identity", () => {
  const rss = (...items: readonly string[]) =>
    read(`<rss><channel>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`).items;

  it("outlives a changed date and changed words", () => {
    const [before] = rss("<guid>7</guid><title>Old</title><pubDate>Fri, 06 Mar 2026 10:15:00 GMT</pubDate>");
    const [after] = rss("<guid>7</guid><title>New</title><pubDate>Sat, 07 Mar 2026 10:15:00 GMT</pubDate>");
    expect(after?.identity).toBe(before?.identity);
  });

  it("is the link where there is no guid, and the words where there is no link", () => {
    expect(rss("<link>https://news.test/a</link><title>Old</title>")[0]?.identity).toBe("https://news.test/a");
    const dated = (day: string) => rss(`<title>Same words</title><pubDate>${day} Mar 2026</pubDate>`)[0]?.identity;
    expect(dated("6")).toBe(dated("7"));
  });

  it("tells pages apart that share a guid, and drops an entry given twice", () => {
    const shared = (path: string) => `<guid isPermaLink="false">x</guid><link>https://news.test/${path}</link>`;
    const items = rss(shared("a"), shared("b"), shared("a"));
    expect(items.map(({ url }) => url)).toEqual(["https://news.test/a", "https://news.test/b"]);
    expect(new Set(items.map(({ identity }) => identity)).size).toBe(2);
  });

  it("no two items share it, and dates that are none are null", () => {
    const items = rss("<title>a</title><pubDate>soon</pubDate>", "<title>a</title>", "<title>b</title>", "");
    expect(items).toMatchObject([
      { title: "a", publishedAt: null },
      { title: "b", publishedAt: null },
    ]);
  });
});

describe("bytes", () => {
  const rss = (words: string, encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><rss><channel><title>${words}</title></channel></rss>`;
  const swapped = (bytes: Buffer) => bytes.swap16();
  const utf32 = (text: string) => Buffer.from([...text].flatMap((letter) => [...u32(letter.codePointAt(0) ?? 0)]));
  const u32 = (code: number) => [0, code >> 16, (code >> 8) & 0xff, code & 0xff];
  const raw = (encoding: string, hex: string) =>
    Buffer.from(rss("##", encoding).replace("##", Buffer.from(hex, "hex").toString("latin1")), "latin1");

  it.each([
    ["UTF-8", Buffer.from(rss("Привет", "utf-8")), "Привет"],
    ["UTF-8 that calls itself something else", Buffer.from(rss("Привет", "iso-8859-1")), "Привет"],
    ["UTF-16 with a mark", Buffer.from(`\ufeff${rss("Привет", "utf-16")}`, "utf16le"), "Привет"],
    ["UTF-16 without one", Buffer.from(rss("Привет", "utf-16"), "utf16le"), "Привет"],
    ["UTF-16, the other way round", swapped(Buffer.from(rss("Привет", "utf-16"), "utf16le")), "Привет"],
    ["UTF-32", utf32(rss("Привет 😀", "utf-32")), "Привет 😀"],
    ["KOI8-R", raw("koi8-r", "f0d2c9d7c5d4"), "Привет"],
    ["Shift_JIS", raw("shift_jis", "82b182f182c982bf82cd"), "こんにちは"],
    ["ISO-2022-JP", raw("iso-2022-jp", "1b24422433247324" + "4b24412" + "44f1b2842"), "こんにちは"],
    ["GB18030", raw("gb2312", "c4e3bac3"), "你好"],
    ["windows-1252", raw("iso-8859-1", "936361669394"), "“caf“”"],
    ["an encoding nobody knows", raw("klingon", "e9"), "é"],
  ])("in %s are read", (_name, bytes, title) => {
    expect(read(bytes).title).toBe(title);
  });

  it("are read as the server says where the feed says nothing", () => {
    const bytes = Buffer.from(
      raw("koi8-r", "f0d2c9d7c5d4")
        .toString("latin1")
        .replace(/<\?.*?\?>/, ""),
      "latin1",
    );
    expect(read(bytes, { contentType: "text/xml; charset=koi8-r" }).title).toBe("Привет");
  });
});
