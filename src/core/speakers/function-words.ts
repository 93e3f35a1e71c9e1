/** Words that begin a sentence with a capital and belong to no name. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a about above according across after again against ago ahead all almost along already also although always am amid among an
  and another any anybody anyone anything are around as aside ask asked at away back be because become before behind being
  below besides between beyond both but by call called calling can cannot certainly clearly come despite did do does down
  during each earlier early either else even ever every everybody everyone everything except far few finally first
  following for former formerly from further furthermore get given go had has have having he hence her here hers
  herself him himself his how however i if in indeed inside instead into is isn't it its itself just last lastly
  late later least less let like likewise little long look many maybe me meanwhile might mine more moreover most mostly
  much must my nearly neither never nevertheless next no nobody none nonetheless nor not nothing notably now obviously of off
  often oh ok okay on once one only onto or other others otherwise our ours out over own particularly per perhaps please
  previously quite rather really recently regardless right said same say says see seven several shall she should similarly
  since six so some somebody someone something sometimes soon still such sure surely ten than thank thanks that the
  their them then there thereby therefore these they this those though three through throughout thus till to today together tomorrow
  tonight too toward towards two under unfortunately unless unlike until up upon us usually very was we well were what whatever when
  whenever where whereas wherever whether which while who whoever whom whose why will with within without would yes yesterday
  yet you your yours according asked added speaking writing citing including based both four five eight nine
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn winter
  photo image photograph watch read related video update updated breaking editor's note correction
  isn’t don't don’t doesn't doesn’t didn't didn’t it's it’s that's that’s there's there’s he's he’s she's she’s they're
  they’re we're we’re i'm i’m you're you’re i've i’ve we've we’ve i'll i’ll we'll we’ll can't can’t won't won’t let's let’s
  what's what’s who's who’s here's here’s wasn't wasn’t aren't aren’t weren't weren’t`.split(/\s+/),
);

/** Whether a word, in lower case, is grammar, a day or a month, and no part of a name. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);

const PREPOSITIONS: ReadonlySet<string> = new Set(
  `about above across after against along alongside amid among around as at before behind below beneath beside between beyond by
  despite during for from in inside into like near of off on onto opposite out outside over past per since than through
  throughout to toward towards under underneath unlike until upon via versus vs with within without including concerning
  regarding following`.split(/\s+/),
);

/** Whether a word, in lower case, is a preposition. */
export const isPreposition = (word: string): boolean => PREPOSITIONS.has(word);
