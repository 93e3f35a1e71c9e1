/**
 * What a cue does to its content.
 * say: reports words; ask: wants an answer or an act; judge: names what is praised or blamed; think: holds it for true;
 * want: wishes or plans it; show: a poll or document lets it be seen.
 */
export type CueClass = "say" | "ask" | "judge" | "think" | "want" | "show" | "deny" | "noun" | "adjective";

export interface CueEntry {
  readonly lemma: string;
  readonly class: CueClass;
  /** Verbs only: "said" and "says" can be the verb of a clause, "saying" and "to say" hang on another one. */
  readonly form: "base" | "present" | "past" | "participle" | "gerund" | "none";
}

/** Lemmas by class. A form listed twice keeps the class it is listed in first. */
const LEMMAS: Readonly<Record<CueClass, string>> = {
  say: `say tell write add note announce argue tweet retweet continue explain declare respond acknowledge claim warn insist
    conclude state reply confirm report suggest admit predict assert contend testify comment mention estimate inform advise
    assure proclaim indicate point describe denounce decry criticize criticise highlight remind imply opine post email
    repeat reiterate maintain recount recall remark observe quip joke exclaim interject yell shout chant boast brag lament
    complain concede caution counter answer retort allege disclose reveal speculate stress emphasize emphasise underscore
    express voice convey relay hint signal reaffirm muse deadpan crow shoot recite read speak talk discuss refer allude
    release issue publish elaborate clarify specify apologize swear reckon`,
  ask: `ask urge call demand request question wonder propose recommend press invite order encourage implore beg pressure
    challenge appeal plead advocate`,
  judge: `accuse blame praise defend attack blast slam mock dismiss condemn endorse support oppose back favor favour reject
    cite thank applaud tout hail deride lambast assail slight rebuke ridicule welcome congratulate label dub brand portray
    characterize characterise liken compare credit deem consider regard bemoan echo champion embrace rip pan celebrate
    commend laud skewer bash trash`,
  think: `think believe know feel see understand realize realise doubt suspect assume imagine fear worry expect agree disagree
    decide determine learn find recognize recognise anticipate guess view remember`,
  want: `want hope wish plan seek vow pledge promise offer refuse decline threaten prefer intend aim like love hate need
    consider consent try vote opt`,
  show: `show seem appear demonstrate project rank list suggest sound look forecast`,
  deny: `deny dispute refute rebut disavow`,
  noun: `statement claim assertion suggestion accusation belief argument warning allegation announcement pledge promise
    insistence contention view comment declaration prediction complaint admission vow fear concern hope criticism support
    endorsement opposition question call attack opinion remark speech interview letter report message decision plan proposal
    speculation rumor doubt demand threat request charge denial notion idea sign acknowledgment assumption`,
  adjective: `clear confident hopeful eager adamant convinced certain sure optimistic skeptical concerned worried afraid aware
    proud happy willing reluctant quick critical supportive wary`,
};

/** Forms no rule gives. Base form first; then present, past, participle, gerund. */
const IRREGULAR: readonly string[] = [
  "say says said said saying",
  "tell tells told told telling",
  "write writes wrote written writing",
  "read reads read read reading",
  "speak speaks spoke spoken speaking",
  "think thinks thought thought thinking",
  "know knows knew known knowing",
  "feel feels felt felt feeling",
  "see sees saw seen seeing",
  "understand understands understood understood understanding",
  "find finds found found finding",
  "show shows showed shown showing",
  "seek seeks sought sought seeking",
  "swear swears swore sworn swearing",
  "beg begs begged begged begging",
  "plan plans planned planned planning",
  "pan pans panned panned panning",
  "slam slams slammed slammed slamming",
  "brag brags bragged bragged bragging",
  "dub dubs dubbed dubbed dubbing",
  "rip rips ripped ripped ripping",
  "quip quips quipped quipped quipping",
  "admit admits admitted admitted admitting",
  "refer refers referred referred referring",
  "prefer prefers preferred preferred preferring",
  "opt opts opted opted opting",
  "rebut rebuts rebutted rebutted rebutting",
  "shoot shoots shot shot shooting",
];

const FORMS = ["base", "present", "past", "participle", "gerund"] as const;

/** Words that make a frame without a verb: "according to". */
const FIXED: readonly string[] = ["according"];

/** Verbs and phrases of saying, as the field counts them; the other cues of class "say" report less than words. */
const NOT_SPEECH: ReadonlySet<string> = new Set(
  `recall repeat reiterate recount remark joke exclaim interject yell shout chant boast brag lament complain concede caution
  answer allege reveal speculate stress emphasize emphasise express voice read speak talk discuss refer post email quip signal
  reaffirm disclose hint muse recite relay shoot issue publish elaborate observe maintain underscore convey counter`.split(
    /\s+/,
  ),
);

const ENTRIES: ReadonlyMap<string, CueEntry> = buildEntries();

/** The entry of a lower-cased word form; null for words that are no cue. */
export const findCueEntry = (word: string): CueEntry | null => ENTRIES.get(word) ?? null;

/** A form that reports words as the verb of a clause: "said", "writes". */
export function isCueWord(word: string): boolean {
  const entry = ENTRIES.get(word);
  return entry !== undefined && (entry.class === "say" || entry.class === "ask") && entry.form !== "gerund";
}

const DENIALS: ReadonlySet<string> = new Set("deny dispute refute rebut disavow denial".split(" "));
const REFUSALS: ReadonlySet<string> = new Set("decline refuse".split(" "));

const NAMING: ReadonlySet<string> = new Set(
  "call label brand dub describe deem characterize characterise portray".split(" "),
);

/** Lemmas that give something a name: "called it “a gift”". */
export const isNaming = (lemma: string): boolean => NAMING.has(lemma);

/** "denied", "disputes": the content is what the speaker does not hold. */
export const isDenial = (word: string): boolean => DENIALS.has(ENTRIES.get(word)?.lemma ?? "");

/** "declined to say", "refused to comment". */
export const isRefusal = (word: string): boolean => REFUSALS.has(ENTRIES.get(word)?.lemma ?? "");

/** The cue is a verb of saying or "according to". */
export function isSpeechCue(words: readonly string[]): boolean {
  return words.some((word) => {
    const entry = ENTRIES.get(word);
    return entry !== undefined && entry.class === "say" && entry.form !== "none" && !NOT_SPEECH.has(entry.lemma);
  });
}

function buildEntries(): ReadonlyMap<string, CueEntry> {
  const entries = new Map<string, CueEntry>();
  const irregular = new Map(IRREGULAR.map((line) => [line.split(" ", 1)[0] ?? "", line.split(" ")]));
  for (const [name, lemmas] of Object.entries(LEMMAS) as [CueClass, string][]) {
    for (const lemma of lemmas.split(/\s+/)) {
      const forms =
        name === "noun"
          ? [lemma, plural(lemma)]
          : name === "adjective"
            ? [lemma]
            : (irregular.get(lemma) ?? inflect(lemma));
      forms.forEach((word, index) => {
        const form = name === "noun" || name === "adjective" ? "none" : (FORMS[index] ?? "none");
        if (!entries.has(word)) entries.set(word, { lemma, class: name, form });
      });
    }
  }
  for (const word of FIXED) entries.set(word, { lemma: word, class: "say", form: "past" });
  return entries;
}

function plural(noun: string): string {
  if (/(?:s|sh|ch|x)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function inflect(verb: string): readonly string[] {
  const stem = /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}i` : verb;
  const past = verb.endsWith("e") ? `${verb}d` : `${stem}ed`;
  const gerund = verb.endsWith("e") && !verb.endsWith("ee") ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
  return [verb, plural(verb), past, past, gerund];
}
