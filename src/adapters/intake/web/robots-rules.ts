/** The word site owners write into robots.txt for this program. */
export const NAME = "Verbatim";

const LINE = /^([^:#]+):([^#]*)/;
/** A group with nothing but one of these is there, and allows everything. */
const RULES: ReadonlySet<string> = new Set(["allow", "disallow", "crawl-delay"]);

/**
 * The rules of a robots.txt that concern this program: those of its own groups and of the groups for everybody, and nothing said
 * beside them (https://www.rfc-editor.org/rfc/rfc9309#section-2.2). Often a tenth of the file. Where a group begins and ends is
 * as robots-parser has it.
 */
export function rulesForUs(text: string): string {
  const kept: string[] = [];
  let programs: readonly string[] = [];
  let isHead = false;
  let isBegun = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, given = "", value = ""] = LINE.exec(line) ?? [];
    const name = given.trim().toLowerCase();
    if (name === "") continue;
    if (name === "user-agent") {
      programs = [...(isHead ? programs : []), ...programIn(value)];
      isBegun = false;
    } else if (RULES.has(name) && programs.length > 0) {
      if (!isBegun) kept.push(...programs.map((program) => `User-agent: ${program}`));
      kept.push(name === "crawl-delay" ? "disallow:" : `${name}:${value}`);
      isBegun = true;
    }
    isHead = name === "user-agent";
  }
  return kept.join("\n");
}

/** Everybody, or this program with whatever version; nothing for another. */
function programIn(value: string): readonly string[] {
  const program = value.split("/", 1)[0]?.trim().toLowerCase();
  if (program === "*") return ["*"];
  return program === NAME.toLowerCase() ? [NAME] : [];
}
