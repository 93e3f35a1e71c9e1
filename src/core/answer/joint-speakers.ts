/** "Trump and Ryan", "Carson, Fiorina and Huckabee", "experts like Paul Bauman": those a shared statement names; empty for one. */
export function membersOf(name: string): readonly string[] {
  const example = / (?:like|including|such as) (.{1,200})$/.exec(name)?.[1];
  const list = example ?? name;
  if (example === undefined && !/,| and /.test(list)) return [];
  const members = list.split(/,| and /).map((member) => member.trim());
  const [first = ""] = members;
  return example === undefined && first !== headOf(first) ? [] : members.filter((member) => /\p{Lu}/u.test(member));
}

/** What a name is about: "Supporters" of "Supporters of Sanders". */
export const headOf = (name: string): string => name.split(HEAD_ENDS)[0] ?? name;

const HEAD_ENDS = /,? (?:of|by|for|from|to|at|in|on|with|like|who|that|which|reported|conducted|and)\b|,/;
