import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeFeed } from "../../../../src/adapters/intake/feed/describe-feed.ts";
import { readFeed } from "../../../../src/adapters/intake/feed/read-feed.ts";
import { UserError } from "../../../../src/core/errors.ts";

const read = (xml: string) =>
  describeFeed(
    readFeed({ bytes: Buffer.from(xml), url: null, contentType: "", contentLocation: "", contentLanguage: "" }),
  );

const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>`;

describe("a feed that means harm", () => {
  it("has none of its entities expanded, and no file read", () => {
    expect(read(`${laughs}<rss><channel><title>&c;</title></channel></rss>`).title).toBe("&c;");
    const file = '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>';
    expect(read(`${file}<rss><channel><title>&f;</title></channel></rss>`).title).toBe("&f;");
  });

  it("changes no prototype", () => {
    const feed = read(
      '<rss xmlns:__proto__="http://purl.org/dc/elements/1.1/"><channel><__proto__><polluted>yes</polluted></__proto__>' +
        '<item __proto__="x" constructor="y"><title>t</title><constructor>z</constructor></item></channel></rss>',
    );
    expect(feed.items).toMatchObject([{ title: "t" }]);
    expect(read('{"version":"https://jsonfeed.org/version/1","__proto__":{"polluted":1},"items":[]}').items).toEqual(
      [],
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("of 100,000 items gives the first 500", () => {
    const items = "<item><title>t</title><guid>#</guid></item>";
    const xml = `<rss><channel>${Array.from({ length: 100_000 }, (_, at) => items.replace("#", String(at))).join("")}`;
    expect(read(xml).items).toHaveLength(500);
  });

  it.each([
    ["nested 50,000 deep", "<rss><channel>".concat("<a>".repeat(50_000))],
    ["of a million elements", `<rss><channel>${"<a/>".repeat(1_000_000)}`],
  ])("%s is refused", (_name, xml) => {
    expect(() => read(xml)).toThrow(expect.objectContaining({ code: "too-complex" }));
  });

  it.each([
    ["a page", "<!doctype html><html><head><title>Halden Post</title></head><body><p>News</p></body></html>"],
    ["nothing", ""],
    ["spaces", "   \n"],
    ["JSON that is no feed", '{"title":"x"}'],
    ["JSON that is broken", '{"items":['],
    ["JSON that is a list", "[1,2]"],
    ["a picture", "\x89PNG\r\n\x1a\n"],
  ])("that is %s is refused", (_name, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ name: "UserError", code: "not-a-feed" }));
  });

  it.each([
    ["cut short", "<rss><channel><title>Halden Post</title><item><title>Ferry ru"],
    ["with CDATA left open", "<rss><channel><item><title><![CDATA[Ferry ru"],
    ["with tags closed out of turn", "<rss><channel><item><title>Ferry ru</item></title></channel>"],
    ["with NUL characters", "<rss><channel><item><ti\0tle>Ferry\0 ru</title></item></channel></rss>"],
    ["with words before it", "\n\n oops <rss><channel><item><title>Ferry ru</title></item></channel></rss>"],
    ["in capitals", "<RSS><CHANNEL><ITEM><TITLE>Ferry ru</TITLE></ITEM></CHANNEL></RSS>"],
    ["without its root", "<channel><item><title>Ferry ru</title></item></channel>"],
  ])("%s is read as far as it goes", (_name, xml) => {
    expect(read(xml).items).toMatchObject([{ title: "Ferry ru" }]);
  });

  it("never throws but to say what it is", () => {
    const pieces = fc.constantFrom(
      ..."<rss> <channel> <item> </item> <title> </title> <![CDATA[ ]]> <!-- --> <?xml ?> &#x110000; &#xd800; &amp &".split(
        " ",
      ),
      ...[
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        '<entry xml:base="http://[">',
        '<link href="//">',
        "<!ENTITY",
        "\0",
        "é",
        '"',
        "{",
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          read(parts.join(""));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});
