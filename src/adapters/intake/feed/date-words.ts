const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "sv",
  "da",
  "nb",
  "fi",
  "pl",
  "cs",
  "hu",
  "el",
  "ru",
  "uk",
];

const fold = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\.$/, "");

let months: ReadonlyMap<string, number> | null = null;

/** The months of a year, 1 to 12, by their names in the languages feeds are written in; where two differ the earlier holds. */
function readMonths(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const form of ["long", "short"] as const) {
      for (const day of ["numeric", undefined] as const) {
        const format = new Intl.DateTimeFormat(language, { month: form, timeZone: "UTC", ...(day ? { day } : {}) });
        for (let month = 1; month <= 12; month++) {
          const parts = format.formatToParts(Date.UTC(2001, month - 1, 10));
          const name = fold(parts.find(({ type }) => type === "month")?.value ?? "");
          if (/^\p{L}/u.test(name) && !names.has(name)) names.set(name, month);
        }
      }
    }
  }
  return names;
}

const ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The month, 1 to 12, that a word names; null where it names none. English may be cut short ("Sept"). */
export function findMonth(word: string): number | null {
  const folded = fold(word);
  const short = ENGLISH.indexOf(folded.slice(0, 3));
  if (short >= 0 && "januaryfebruarymarchaprilmayjunejulyaugustseptemberoctobernovemberdecember".includes(folded))
    return short + 1;
  months ??= readMonths();
  return months.get(folded) ?? null;
}

/**
 * Minutes east of Greenwich by abbreviation: https://www.rfc-editor.org/rfc/rfc5322#section-4.3 and those that mean one
 * zone only. What means several (IST) is not here.
 */
const ZONES: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  bst: 60,
  cet: 60,
  west: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  jst: 540,
  kst: 540,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
};

/** Minutes east of Greenwich of a zone's abbreviation; null for one that is not known or means several. */
export const findZone = (word: string): number | null => {
  const folded = word.toLowerCase();
  return Object.hasOwn(ZONES, folded) ? (ZONES[folded] ?? null) : null;
};
