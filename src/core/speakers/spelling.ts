/** One spelling for the ways a name is written in Latin letters; each rule is applied to the whole word, in order. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/^m[ou]ham+[ae]d$/, "mohamed"],
  [/x/g, "ks"],
  [/ph/g, "f"],
  [/q|ck|c(?=$|[aoulrt])/g, "k"],
  [/^ye/, "e"],
  [/ou|oo|ue/g, "u"],
  [/oe/g, "o"],
  [/ae/g, "a"],
  [/w/g, "v"],
  [/tch/g, "ch"],
  [/sch/g, "sh"],
  [/dj|dzh/g, "j"],
  [/(.)\1/g, "$1"],
  [/(?:ei|ey|ej|iy|yi|ij|y)$/, "i"],
];

/** Words whose key was asked for lately: the names of one story are compared over and over. */
const known = new Map<string, string>();
const MOST_KNOWN = 5_000;

/** What the spellings of one name have in common: "sergei" and "sergey", "zelenskyy" and "zelensky". Takes a folded word. */
export function spellingKey(folded: string): string {
  const found = known.get(folded);
  if (found !== undefined) return found;
  const key = RULES.reduce((word, [pattern, letters]) => word.replace(pattern, letters), folded);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(folded, key);
  return key;
}

/** Short forms that are another word than the name; each line is one name. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map(
  `alexander alex|andrew andy|anthony tony|benjamin ben|bernard bernie|charles charlie chuck|christopher chris|daniel dan danny|
  david dave|deborah debbie deb|donald don donnie|edward ed eddie|elizabeth liz beth betty|francis frank|frederick fred|
  gerald gerry jerry|gregory greg|henry hank|james jim jimmy|jeffrey jeff|john jack johnny|joseph joe joey|katherine kate kathy katie|
  kenneth ken|lawrence larry|matthew matt|michael mike mick|mitchell mitch|nicholas nick|patricia patty|patrick pat|philip phil|
  raymond ray|richard dick rick rich ricky|robert bob bobby rob|ronald ron|samuel sam|stephen steve steven|susan sue|
  theodore ted|thomas tom tommy|timothy tim|vincent vince|william bill billy will`
    .split("|")
    .flatMap((line) => {
      const [full = "", ...short] = line.trim().split(" ");
      return short.map((each): [string, string] => [each, full]);
    }),
);

/** Whether two folded first names can be one person's: "Sergei" and "Sergey", "Joe" and "Joseph". */
export const isSameFirstName = (one: string, other: string): boolean =>
  spellingKey(SHORT_FORMS.get(one) ?? one) === spellingKey(SHORT_FORMS.get(other) ?? other);
