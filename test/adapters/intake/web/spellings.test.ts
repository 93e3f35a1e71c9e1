import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../../src/adapters/intake/web/addresses.ts";
import { fetchLink } from "../../../../src/adapters/intake/web/fetch.ts";
import { parseLink } from "../../../../src/adapters/intake/web/link.ts";
import { findRedirect } from "../../../../src/adapters/intake/web/redirects.ts";
import { openWeb, type StandinWeb } from "../../../standins/web/web.ts";

const never = new AbortController().signal;

/** Addresses nobody but the machine, its network or its cloud has: https://www.iana.org/assignments/iana-ipv4-special-registry. */
const PRIVATE = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "168.63.129.16/32",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
];

const toNumber = (address: string): number => address.split(".").reduce((sum, byte) => sum * 256 + Number(byte), 0);
const bytesOf = (value: number): readonly number[] => [24, 16, 8, 0].map((shift) => (value / 2 ** shift) & 0xff);
const dotted = (value: number): string => bytesOf(value).join(".");

/** The first, a middle and the last address of each block. */
const addresses = PRIVATE.flatMap((block) => {
  const [first = "", bits = "32"] = block.split("/");
  const size = 2 ** (32 - Number(bits));
  return [0, Math.floor(size / 2), size - 1].map((offset) => toNumber(first) + offset);
});

const hex = (value: number, digits = 0): string => value.toString(16).padStart(digits, "0");
const groups = (value: number): string => `${hex(value >>> 16)}:${hex(value & 0xffff)}`;
const circled = "⓪①②③④⑤⑥⑦⑧⑨";

/** Every way a browser reads an IPv4 address from, and the IPv6 addresses that carry one. */
const SPELLINGS: Readonly<Record<string, (value: number) => string>> = {
  dotted,
  "with a dot at the end": (value) => `${dotted(value)}.`,
  "one number": (value) => String(value),
  "one hexadecimal number": (value) => `0x${hex(value)}`,
  "one octal number": (value) => `0${value.toString(8)}`,
  "hexadecimal bytes": (value) =>
    bytesOf(value)
      .map((byte) => `0x${hex(byte)}`)
      .join("."),
  "octal bytes": (value) =>
    bytesOf(value)
      .map((byte) => `0${byte.toString(8)}`)
      .join("."),
  "octal bytes with zeros": (value) =>
    bytesOf(value)
      .map((byte) => byte.toString(8).padStart(7, "0"))
      .join("."),
  "two numbers": (value) => `${value >>> 24}.${value & 0xffffff}`,
  "three numbers": (value) => `${value >>> 24}.${(value >>> 16) & 0xff}.${value & 0xffff}`,
  "mixed bases": (value) =>
    bytesOf(value)
      .map((byte, at) => (at % 2 === 0 ? `0x${hex(byte)}` : String(byte)))
      .join("."),
  "percent signs": (value) => [...dotted(value)].map((sign) => `%${hex(sign.charCodeAt(0))}`).join(""),
  "circled digits": (value) => dotted(value).replace(/\d/g, (digit) => circled[Number(digit)] ?? digit),
  "wide digits": (value) => dotted(value).replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  "ideographic stops": (value) => dotted(value).replaceAll(".", "。"),
  "IPv4 in IPv6": (value) => `[::ffff:${dotted(value)}]`,
  "IPv4 in IPv6, hexadecimal": (value) => `[::ffff:${groups(value)}]`,
  "IPv4 in IPv6, old": (value) => `[::${groups(value)}]`,
  translated: (value) => `[64:ff9b::${groups(value)}]`,
  "6to4": (value) => `[2002:${groups(value)}::1]`,
  "behind a name": (value) => `public.test@${dotted(value)}`,
};

const IPV6 =
  "[::1] [::] [fe80::1] [fc00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] [2001::1] [100::1] [3fff::1] [5f00::1]";

describe("a private address is refused, however it is written", () => {
  let site: StandinWeb;
  beforeAll(async () => {
    site = await openWeb({});
  });
  afterAll(() => site.close());

  /** What became of links whose names nobody resolves, on the port the canary hears. */
  async function wronglyRead(hosts: readonly string[]): Promise<readonly string[]> {
    const web = { ...site.web, isPublic: isPublicAddress, resolve: () => Promise.reject(new Error("no such name")) };
    const found: string[] = [];
    for (const host of hosts) {
      const outcome = await fetchLink(`http://${host}:${site.canary.port}/`, web, never).then(
        () => "read",
        (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
      );
      if (outcome !== "not-public" && outcome !== "bad-link") found.push(`${host}: ${outcome}`);
    }
    return found;
  }

  it.each(Object.entries(SPELLINGS))("%s", async (_name, spell) => {
    expect(await wronglyRead(addresses.map(spell))).toEqual([]);
    expect(site.canary.heard).toBe(0);
  });

  it("IPv6", async () => {
    expect(await wronglyRead(IPV6.split(" "))).toEqual([]);
    expect(site.canary.heard).toBe(0);
  });

  it("as an address, mapped, translated and tunnelled", () => {
    const forms = addresses.flatMap((value) =>
      [
        dotted,
        (one: number) => `::ffff:${dotted(one)}`,
        (one: number) => `64:ff9b::${groups(one)}`,
        (one: number) => `2002:${groups(one)}::`,
      ].map((form) => form(value)),
    );
    expect(forms.filter(isPublicAddress)).toEqual([]);
  });
});

describe("a link is read by the WHATWG's rules", () => {
  const ports = new Set([""]);

  it.each([
    ["http://bücher.test/", "http://xn--bcher-kva.test/"],
    ["http://xn--bcher-kva.test/", "http://xn--bcher-kva.test/"],
    ["http://аррӏе.test/", "http://xn--80ak6aa92e.test/"],
    ["HTTP://NEWS.TEST/A", "http://news.test/A"],
    ["http://news.test./", "http://news.test./"],
    ["http:/\\news.test\\a", "http://news.test/a"],
    ["  http://news.test/a\tb\nc  ", "http://news.test/abc"],
    ["https://news.test:443/a#part", "https://news.test/a"],
    ["http://news.test/ä?ö", "http://news.test/%C3%A4?%C3%B6"],
  ])("%j is %s", (link, href) => expect(parseLink(link, ports).href).toBe(href));

  it.each([
    "http://news.test:0/",
    "http://news.test:22/",
    "http://news.test:99999/",
    "http://ada@news.test/",
    "http://ada:word@news.test/",
    `http://news.test/${"a".repeat(8_192)}`,
    "http://",
    "http://[::1",
    "http://a b.test/",
    "//news.test/",
    "news.test",
    "ftp://news.test/",
    "file:///etc/passwd",
    "gopher://news.test/",
    "dict://news.test/",
    "ldap://news.test/",
    "jar:http://news.test!/",
    "view-source:http://news.test/",
    "data:text/html,x",
    "blob:http://news.test/x",
    "javascript:alert(1)",
  ])("%.40j is refused", (link) => {
    expect(() => parseLink(link, ports)).toThrow(expect.objectContaining({ kind: "unreadable", code: "bad-link" }));
  });

  it("a redirect from https to http is not followed, one to https is", () => {
    const answer = (location: string) => ({ statusCode: 302, headers: { location } });
    const from = new URL("https://news.test/a");
    expect(() => findRedirect(answer("http://news.test/b"), from, ports)).toThrow(/from https to http/);
    expect(findRedirect(answer("/b"), from, ports)?.to.href).toBe("https://news.test/b");
    expect(findRedirect(answer("https://other.test/"), new URL("http://news.test/"), ports)?.to.href).toBe(
      "https://other.test/",
    );
  });
});
