import { describe, expect, it } from "vitest";
import { findAddress } from "../../../../src/adapters/intake/web/canonical.ts";

const url = "https://news.test/ferry?utm_source=mail";

describe("an article is kept under", () => {
  it.each([
    ["https://news.test/ferry", "https://news.test/ferry"],
    [" /ferry ", "https://news.test/ferry"],
    ["//news.test/ferry", "https://news.test/ferry"],
  ])("the address its page gives itself: %s", (canonical, address) => {
    expect(findAddress(canonical, url)).toBe(address);
  });

  it.each([
    null,
    "",
    "https://other.test/ferry",
    "http://news.test/ferry",
    "https://news.test/",
    "/",
    "javascript:alert(1)",
    "http://[",
  ])("the address it was read from, whatever else it says: %s", (canonical) =>
    expect(findAddress(canonical, url)).toBe(url),
  );

  it("https where the page says so and was read over http", () => {
    expect(findAddress("https://news.test/ferry", "http://news.test/ferry")).toBe("https://news.test/ferry");
  });
});
