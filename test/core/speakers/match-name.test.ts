import { describe, expect, it } from "vitest";
import { matchName, sameName } from "../../../src/core/speakers/index.ts";

const NAMES = [
  "Sergey Danin",
  "Li Wei",
  "Claire Moreau",
  "David Moreau",
  "Grace O'Hara",
  "Hans Müller",
  "Carl Voss",
  "Carl Voss Jr.",
  "Danish Finance Ministry",
  "Department of Justice",
  "United Nations",
  "Lund Foundation",
];

describe("matchName", () => {
  it.each([
    ["Sergey Danin", "Sergey Danin"],
    ["sergei danin", "Sergey Danin"],
    ["Foreign Minister Sergey Danin", "Sergey Danin"],
    ["Sergey Danin’s", "Sergey Danin"],
    ["hans mueller", "Hans Müller"],
    ["Grace OHara", "Grace O'Hara"],
    ["the Danish Finance Ministry", "Danish Finance Ministry"],
    ["Carl Voss", "Carl Voss"],
    ["Carl Voss, Jr.", "Carl Voss Jr."],
    ["Сергей Данин", "Sergey Danin"],
  ])("takes %j for exactly %j", (typed, name) => {
    expect(matchName(typed, NAMES)).toEqual({ how: "exact", names: [name] });
  });

  it.each([
    ["danin", "Sergey Danin"],
    ["Mr. Danin", "Sergey Danin"],
    ["Li", "Li Wei"],
    ["Mrs. Moreau", "Claire Moreau"],
    ["Finance Ministry", "Danish Finance Ministry"],
    ["Justice Department", "Department of Justice"],
    ["the UN", "United Nations"],
    ["U.N.", "United Nations"],
    ["Данин", "Sergey Danin"],
    ["Secretary of State Claire Morreau", "Claire Moreau"],
  ])("takes %j for a part of %j", (typed, name) => {
    expect(matchName(typed, NAMES)).toMatchObject({ names: [name] });
  });

  it.each([
    ["Danni", "Sergey Danin"],
    ["Dnain Sergye", null],
    ["Moreu Claire", "Claire Moreau"],
    ["Mülller", "Hans Müller"],
    ["Secretary of State Claire Moraeu", "Claire Moreau"],
    ["Foundatoin", null],
  ])("forgives one slip in %j: %j", (typed, name) => {
    const match = matchName(typed, NAMES);
    expect(match === null ? null : match.names[0]).toEqual(name);
  });

  it("gives everybody a name can mean", () => {
    expect(matchName("Moreau", NAMES)).toEqual({ how: "partial", names: ["Claire Moreau", "David Moreau"] });
  });
  it("takes no known name for a misspelt other one", () => {
    expect(matchName("Ann Reed", ["Ann Reid", "Bo Reed"])).toBeNull();
    expect(matchName("Jane Orr", ["June Orr"])).toBeNull();
  });
  it("makes no other name of a short one: Wang is not Yang", () => {
    expect(matchName("Wang", ["Yang Lin"])).toBeNull();
  });
  it("takes no other of a family for the one asked after", () => {
    expect(matchName("Eva Moreau", NAMES)).toBeNull();
  });
  it("takes no office at a place for the place", () => {
    expect(matchName("Kremlin spokesman", ["Kremlin"])).toBeNull();
  });
  it("finds nobody for an empty or a strange word", () => {
    expect(matchName("", NAMES)).toBeNull();
    expect(matchName("the", NAMES)).toBeNull();
    expect(matchName("Scholz", NAMES)).toBeNull();
    expect(matchName("Danin", [])).toBeNull();
  });
});

describe("sameName", () => {
  it.each([
    ["Danin", "Sergey Danin"],
    ["Mr. Danin", "Sergei A. Danin"],
    ["J. Voss", "John Voss"],
    ["Joe Voss", "Joseph Voss"],
    ["the Kremlin", "Kremlin"],
    ["A draft resolution", "the draft resolution"],
    ["Ministry of Defence", "Defense Ministry"],
    ["Lund’s campaign", "the Lund campaign"],
    ["FBI", "Federal Bureau of Investigation"],
  ])("%j is %j", (one, other) => {
    expect([sameName(one, other), sameName(other, one)]).toEqual([true, true]);
  });
  it.each([
    ["Eva Moreau", "David Moreau"],
    ["Mrs. Moreau", "David Moreau"],
    ["Carl Voss", "Carl Voss Jr."],
    ["New York", "New York Times"],
    ["Lund", "Lund Foundation"],
    ["Kremlin", "Kremlin spokesman"],
    ["", "Danin"],
  ])("%j is not %j", (one, other) => {
    expect([sameName(one, other), sameName(other, one)]).toEqual([false, false]);
  });
});
