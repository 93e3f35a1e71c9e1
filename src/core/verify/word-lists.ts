const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that turn a statement round. */
const NEGATIONS = list(
  `not no never none nobody nothing neither nor without cannot hardly deny denies denied denying refuse refuses refused
   refusing reject rejects rejected rejecting fail fails failed failing lack lacks lacked false untrue wrong instead`,
);

/** Words that make a statement less than certain. */
const HEDGES = list(
  `may might could would should can must allegedly alleged reportedly apparently seemingly suspected possibly perhaps
   probably likely unlikely expected expects believed nearly almost roughly approximately appears appear appeared seems
   seem seemed proposed potentially partly`,
);

/** Words that, before "to", say that something is not yet done: "is set to meet". */
const INTENTIONS = list(
  `set due about plan plans planned planning hope hopes hoped hoping aim aims aimed aiming seek seeks seeking want wants
   wanted try tries tried trying ready poised considering scheduled slated agreed vowed promised`,
);

/** Words that make a statement depend on something. */
const CONDITIONS = list("if unless whether until till provided providing except suppose supposing assuming only");

/** Verbs and phrases that say whose words follow or went before. */
const CUES = list(
  `say says said saying tell tells told telling add adds added adding write writes wrote writing tweet tweets tweeted
   tweeting announce announces announced announcing argue argues argued arguing claim claims claimed claiming insist
   insists insisted insisting warn warns warned warning stress stresses stressed stressing note notes noted noting
   according urge urges urged urging declare declares declared declaring suggest suggests suggested suggesting believe
   believes believed believing think thinks thought thinking ask asks asked asking admit admits admitted admitting
   acknowledge acknowledges acknowledged acknowledging promise promises promised promising vow vows vowed vowing report
   reports reported reporting accuse accuses accused accusing stated stating conclude concludes concluded
   explain explains explained explaining recall recalls recalled predict predicts predicted maintain maintains
   maintained contend contends contended assert asserts asserted allege alleges predict estimate estimates estimated
   recommend recommends recommended hope hopes hoped fear fears feared complain complains complained reply replies
   replied respond responds responded testify testified joke joked agree agrees agreed feel feels felt know knows knew
   reveal reveals revealed show shows showed find finds found confirm confirms confirmed confirming describe describes
   described describing emphasize emphasizes emphasized hint hints hinted indicate indicates indicated lament laments
   lamented observe observes observed pledge pledges pledged proclaim proclaims proclaimed quip quips quipped reiterate
   reiterates reiterated remark remarks remarked remind reminds reminded retort retorts retorted speculate speculates
   speculated criticize criticizes criticized criticizing blame blames blamed cite cites cited citing confess confesses
   confessed dismiss dismisses dismissed comment comments commented reaffirm reaffirms reaffirmed label labels labeled
   labelled`,
);

/** Those of them that are nothing else: no "states", no "claims", no "reports". */
const SAYINGS = list(
  `say says said saying tell tells told telling added adding writes wrote tweeted tweeting announced argued argues
   insisted insists warned warns stressed according declared asked replied responded explained recalled noted joked
   testified quipped retorted concluded acknowledged conceded admitted claimed suggested lamented remarked`,
);

/** Words that carry no matter of their own: a sentence may gain or lose them. */
const FUNCTION_WORDS = list(
  `a an the this that these those it its he she they them him her his hers their theirs we us our you your i me my who
   whom whose which what when where why how there here and or but so as at by for from in into of off on onto out over
   to up with within about after again against all also am are is was were be been being because before between both
   during each few further had has have having do does did doing done more most other own same some such than then
   through too under very s t re ve ll d m will just one while since upon among amid across around between toward
   towards mr mrs ms dr`,
);

const NUMBER_WORDS = list(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
   nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
   billion billions trillion trillions dozen dozens half percent`,
);

const DAYS = list(
  `monday tuesday wednesday thursday friday saturday sunday january february april june july august september october
   november december`,
);

export const isNegation = (word: string): boolean => NEGATIONS.has(word) || word.endsWith("n't");
export const isHedge = (word: string, next: string | undefined): boolean =>
  HEDGES.has(word) || (next === "to" && INTENTIONS.has(word));
export const isCondition = (word: string): boolean => CONDITIONS.has(word);
export const isCue = (word: string): boolean => CUES.has(word);
export const isSaying = (word: string): boolean => SAYINGS.has(word);
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);
/** Numbers in figures or words, with what multiplies them; days and months ("may" and "march" are verbs too often). */
export const isFigure = (word: string): boolean => /^\d/.test(word) || NUMBER_WORDS.has(word) || DAYS.has(word);
