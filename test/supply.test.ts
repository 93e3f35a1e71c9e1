import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly license?: string;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as {
  readonly allowScripts: Readonly<Record<string, boolean>>;
};
const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
const nameOf = (path: string): string => path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);

it("no package runs a script when it is installed, but Node's own and what a system may leave out", () => {
  const scripted = packages.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional);
  expect(scripted.map(([path]) => nameOf(path))).toEqual(Object.keys(manifest.allowScripts));
});

it("everything that is shipped has a licence that asks for no more than its notice", () => {
  const free =
    /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|\(?(?:MIT|BSD-3-Clause) (?:OR|AND) .*)$/;
  const shipped = packages.filter(([, { dev }]) => dev !== true);
  expect(shipped.filter(([, { license = "none" }]) => !free.test(license)).map(([path]) => path)).toEqual([]);
});
