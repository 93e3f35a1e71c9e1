import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../../../src/adapters/intake/web/addresses.ts";
import { fetchLink } from "../../../../src/adapters/intake/web/fetch.ts";
import { openWeb, redirects, type StandinWeb } from "../../../standins/web/web.ts";

const never = new AbortController().signal;

describe("an address is public", () => {
  it.each(["1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "2606:4700::1111"])(
    "%s is",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each(
    (
      "0.0.0.0 0.255.255.255 10.0.0.1 10.255.255.255 100.64.0.1 100.127.255.255 127.0.0.1 127.255.255.255 168.63.129.16 " +
      "169.254.169.254 172.16.0.1 172.31.255.255 192.0.0.8 192.0.2.1 192.31.196.1 192.52.193.1 192.88.99.1 192.168.0.1 " +
      "192.175.48.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 " +
      "255.255.255.255 :: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:8.8.8.8 64:ff9b::7f00:1 64:ff9b:1::1 100::1 " +
      "100:0:0:1::1 2001::1 2001:2::1 2001:db8::1 2002:7f00:1::1 2620:4f:8000::1 3fff::1 5f00::1 fc00::1 fd12::1 " +
      "fe80::1 fec0::1 ff02::1 news.test 127.1 0x7f.1"
    ).split(" "),
  )("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));
});

/** Ways to write an address that is not public, and what is not a web address at all. */
const bypasses = (port: number): readonly string[] =>
  [
    "127.0.0.2",
    "127.2",
    "127.0.2",
    "0x7f.0.0.2",
    "0x7f000002",
    "2130706434",
    "017700000002",
    "0177.0.0.2",
    "127.0.0.2.",
    "①②⑦.⓪.⓪.②",
    "127。0。0。2",
    "%31%32%37.0.0.2",
    "[::ffff:127.0.0.2]",
    "[::ffff:7f00:2]",
    "[::127.0.0.2]",
    "[0:0:0:0:0:ffff:7f00:0002]",
    "[64:ff9b::7f00:2]",
    "[2002:7f00:2::]",
    "[::1]",
    "0",
    "0.0.0.0",
    "169.254.169.254",
    "localhost",
    "private.test",
    "PRIVATE.test",
    "private.test.",
    "mixed.test",
    "user@127.0.0.2",
    "news.test@127.0.0.2",
    "127.0.0.2#@news.test",
    "127.0.0.2\\@news.test",
    "127.0.0.2\t",
  ].map((host) => {
    const cut = host.search(/[#\\]/);
    return cut < 0 ? `http://${host}:${port}/` : `http://${host.slice(0, cut)}:${port}/${host.slice(cut)}`;
  });

describe("the guard", () => {
  let site: StandinWeb;
  beforeAll(async () => {
    site = await openWeb(
      {
        "/": redirects("http://127.0.0.2/"),
        "/name": redirects("http://private.test/"),
        "/slashes": redirects("//127.0.0.2/"),
      },
      {
        "private.test": ["127.0.0.2"],
        "private.test.": ["127.0.0.2"],
        "mixed.test": ["127.0.0.1", "127.0.0.2"],
        localhost: ["127.0.0.2", "::1"],
      },
    );
  });
  afterAll(() => site.close());

  it("lets no spelling of a private address through", async () => {
    const links = bypasses(site.canary.port);
    const codes = await Promise.all(
      links.map((link) =>
        fetchLink(link, site.web, never).then(
          () => `${link} was read`,
          (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : `${link}: ${error}`),
        ),
      ),
    );
    expect(codes.filter((code) => !["not-public", "bad-link", "unreachable"].includes(code))).toEqual([]);
    expect(site.canary.heard).toBe(0);
  });

  it.each(["/", "/name", "/slashes"])("refuses a redirect to a private address (%s)", async (path) => {
    const web = { ...site.web, ports: new Set(["", String(site.canary.port)]) };
    await expect(fetchLink(site.link(path), web, never)).rejects.toMatchObject({ code: "not-public" });
    expect(site.canary.heard).toBe(0);
  });

  it("connects to the address it has checked, though the name changes its mind", async () => {
    const answers = [["127.0.0.1"], ["127.0.0.2"], ["127.0.0.2"]];
    let resolved = 0;
    const web = { ...site.web, resolve: async () => answers[resolved++] ?? ["127.0.0.2"] };
    await expect(fetchLink(site.link("/nothing", "rebind.test"), web, never)).rejects.toMatchObject({
      code: "not-there",
    });
    await expect(fetchLink(site.link("/nothing", "rebind.test"), web, never)).rejects.toMatchObject({
      code: "not-public",
    });
    expect(site.canary.heard).toBe(0);
  });

  it("refuses a connection that arrived somewhere else than it was sent", async () => {
    const asked: string[] = [];
    const isPublic = (address: string): boolean => asked.push(address) === 1;
    const before = site.asked.length;
    await expect(fetchLink(site.link("/nothing"), { ...site.web, isPublic }, never)).rejects.toMatchObject({
      code: "not-public",
    });
    expect(asked).toEqual(["127.0.0.1", "127.0.0.1"]);
    expect(site.asked.length).toBe(before);
  });

  it.each(["ftp://news.test/", "file:///etc/passwd", "http://news.test:22/", "javascript:alert(1)", "http://", "news"])(
    "reads no %s",
    async (link) => {
      await expect(fetchLink(link, site.web, never)).rejects.toMatchObject({ code: "bad-link" });
    },
  );
});
