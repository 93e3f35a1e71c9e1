import { stem } from "../text/stem.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));
const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stem));

/** Verbs of saying that need no help to be one: they win over a noun of the same form ("State Department say"). */
const SAYING = stemsOf(
  "say says said saying tell told speak spoke spoken talk comment mention claim announce declare quote cite",
);

/** Verbs that tell how somebody said, thought or wanted something; irregular forms beside the regular. */
const REPORTING = stemsOf(
  `accuse acknowledge add address admit advise affirm agree allege answer appeal argue ask assert assure attack believe
  blame boast call caution challenge cheer condemn concede conclude confirm congratulate consider contend counter
  criticize criticise cry defend demand deny describe disagree disclose discuss dismiss dispute emphasize emphasise
  estimate exclaim explain express find found feel felt forecast hint hold held imply indicate insist joke
  label label note object observe offer oppose order pledge point praise predict proclaim promise propose protest put
  raise react read reaffirm recall recommend refer refuse refute reiterate reject remark remind repeat reply report
  request respond retort reveal scoff see saw seek sought share shout signal state stress suggest support swear sworn
  swore testify thank think thought threaten tweet underline underscore urge view voice vow want warn welcome wish
  wonder write wrote written mean meant make made give gave`,
);

/** Verbs whose object is the topic: "mention sanctions" is "speak about sanctions". */
const MENTIONING = stemsOf("mention discuss address cover raise cite reference");

/** Verbs of REPORTING that tell of a thought, a wish or a deed, which need not have been uttered. */
const THINKING = stemsOf(
  `agree attack call challenge cheer offer order recall repeat share signal believe consider feel felt find found forecast give gave given hold held know make made mean meant object oppose
  put refer refuse see saw seek sought support think thought view want wish wonder hope fear expect plan read show`,
);

/** Verbs that tell of something done as often as of something said: "made a profit", "offered more money". */
const DOING = stemsOf(
  "attack find found give gave given hold held make made offer order put read seek sought see saw share show",
);

export const isDoing = (word: string): boolean => DOING.has(stem(word));

/** Whether the verb tells that something was uttered: said, urged, warned; not thought, wanted, opposed. */
export const isUttering = (word: string): boolean => isReporting(word) && !THINKING.has(stem(word));

export const isSaying = (word: string): boolean => SAYING.has(stem(word));
export const isReporting = (word: string): boolean => isSaying(word) || REPORTING.has(stem(word));
export const isMentioning = (word: string): boolean => MENTIONING.has(stem(word));
export const isDenying = (word: string): boolean => /^(?:den(?:y|ies|ied|ying)|refut\w+|disput\w+)$/.test(word);

export const WHO = setOf("who who's whom whose");
export const WHAT = setOf("what what's what'd whats which");
export const AUXILIARIES = setOf(
  "did do does has have had was were is are will would can could didn't doesn't don't hasn't haven't isn't wasn't weren't",
);
export const BE = setOf("is are was were be been being isn't wasn't weren't 's");
export const ABOUT = setOf("about regarding concerning on of re");
export const BY = setOf("by from of");
export const AND = setOf("and with to versus vs or from & against than");

/** What people call statements: "quotes by X", "X's position". */
export const STATEMENT_NOUNS = setOf(
  `statement statements quote quotes quotation quotations comment comments remark remarks word words claim claims view
  views position positions opinion opinions reaction reactions response responses reply replies answer answers message
  messages stance take account accounts argument arguments line lines point points thing things soundbite testimony
  promise promises warning warnings demand demands explanation explanations criticism praise version thoughts stand
  assessment`,
);

/** People in general: nobody in particular is asked about. */
export const PEOPLE = setOf(
  `anyone anybody someone somebody everyone everybody people person persons speaker speakers source sources voices
  voice official officials politician politicians one leader leaders man woman men women names participants nobody
  parties side sides country countries`,
);

/** The source itself: what it says is what anybody in it says. */
export const ARTICLE = setOf("article text story report piece page author reporter news it briefing");

export const PRONOUNS = setOf("he she they him her them his their it its himself herself themselves");

/** Before a question and no part of it: "could you please tell me …". */
export const LEAD_INS = setOf(
  `please can could would will you tell me us show i'd i i'm like want need to know do let ok okay so well hi hello hey
  also then now but if whether just kindly quickly explain wonder wondering asking curious find out verbatim bot yes no
  thanks thank hmm actually again next question remind see check verify confirm ask my is there about that`,
);

/** Small words inside a question that change nothing. */
export const FILLERS = setOf(
  `exactly actually really ever also just so then else precisely specifically again publicly recently now already still
  even maybe too here there apparently literally truly basically today's`,
);

/** Stand for what was said when it is not given: "say anything about …". */
export const ANYTHING = setOf("anything something nothing things stuff much more lot word words one");

/** Words that carry no topic. */
export const SMALL_WORDS = setOf(
  `a an the this that these those and or but of in on at to for from by with as is are was were be been being am do does
  did has have had will would can could should shall may might must it its he she they him her them his their we us our
  you your i my me there here so if than then what which who whom whose when where why how not no up out off into over
  under about any some all every each other such own same too very just also only while because against between before
  after during through more most`,
);
