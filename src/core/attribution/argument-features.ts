import { ARGUMENT_PLACES, type ArgumentSlot } from "./argument-slots.ts";
import { readTemplates, type Template, type Templates } from "./templates.ts";

export const TOKEN_BUCKETS = 1 << 18;
export const BORDER_BUCKETS = 1 << 17;

/** What tells a token's label, or whether a border between two labels runs just before it. */
export interface ArgumentFeatures {
  /** The part that is the same for every cue on one side of the token: it combines nothing of the cue. */
  readonly plain: Templates;
  /** The part that depends on the cue: the token and the cue, and what stands between them. */
  readonly withCue: Templates;
}

const read = (templates: readonly Template<ArgumentSlot>[]): Templates => readTemplates(ARGUMENT_PLACES, templates);

export const TOKEN_FEATURES: ArgumentFeatures = {
  plain: read([
    [1, "tag", "side"],
    [2, "word", "side"],
    [4, "tag", "tag-1", "side"],
    [5, "tag", "tag+1", "side"],
    [6, "word-1", "side"],
    [7, "word+1", "side"],
    [8, "tag-1", "tag", "tag+1"],
    [9, "tag", "tag-1", "tag-2"],
    [10, "tag", "tag+1", "tag+2"],
    [11, "word-1", "word", "side"],
    [12, "word", "word+1", "side"],
    [13, "from start", "side", "tag"],
    [14, "to end", "side", "tag"],
    [15, "ahead", "side"],
    [16, "behind", "side", "tag"],
    [17, "verb", "side"],
    [18, "verb", "tag", "side"],
  ]),
  withCue: read([
    [0, "distance"],
    [3, "tag", "distance"],
    [20, "lemma", "side", "tag"],
    [21, "cue", "distance"],
    [22, "class", "distance", "tag"],
    [23, "neighbours", "distance"],
    [24, "quoted", "side", "tag"],
    [25, "quoted", "class", "side"],
    [26, "quoted", "distance", "cue"],
    [27, "word", "class", "distance"],
    [28, "ending", "side", "class"],
    [29, "heads-1", "side", "tag"],
    [30, "ahead", "class", "side"],
    [31, "verb", "class", "side"],
    [32, "complement", "distance"],
    [33, "voice", "distance"],
    [40, "gap", "side"],
    [41, "gap", "side", "tag"],
    [42, "gap", "class", "side"],
    [43, "gap", "lemma", "side"],
    [44, "gap", "neighbours", "side"],
    [45, "gap", "quoted", "side"],
    [46, "gap", "first word", "side"],
    [47, "gap", "next word", "side"],
    [48, "path", "side"],
    [49, "path", "class"],
    [50, "link", "side", "tag"],
    [51, "link", "class", "side"],
    [52, "heads between", "side", "tag"],
    [53, "gap", "complement", "side"],
  ]),
};

export const BORDER_FEATURES: ArgumentFeatures = {
  plain: read([
    [0],
    [1, "side"],
    [3, "tag-1", "tag", "side"],
    [4, "word", "side"],
    [5, "word-1", "side"],
    [6, "word-1", "word"],
    [7, "word", "word+1"],
    [8, "word-1", "tag", "tag+1"],
    [9, "tag-2", "tag-1", "tag"],
    [10, "tag-1", "tag", "tag+1"],
    [19, "ahead", "side"],
    [20, "ahead", "word-1", "side"],
    [21, "ahead", "behind", "side"],
    [22, "behind", "tag", "side"],
    [23, "verb", "side"],
    [24, "verb", "word", "side"],
    [25, "verb", "word-1", "side"],
    [26, "word-2", "word-1", "side"],
    [27, "word-1", "word", "word+1"],
    [28, "tag", "tag+1", "tag+2"],
  ]),
  withCue: read([
    [2, "distance"],
    [11, "tag", "class", "side"],
    [12, "word", "class", "distance"],
    [13, "next word", "distance"],
    [14, "lemma", "tag", "tag-1"],
    [15, "gap", "side"],
    [16, "link", "word", "side"],
    [17, "heads", "side", "tag"],
    [18, "heads", "side", "word"],
    [40, "ahead", "class", "side"],
    [41, "ahead", "quoted", "side"],
    [42, "gap", "class", "side"],
    [43, "gap", "tag-1", "tag"],
    [44, "word-1", "class", "side"],
    [45, "distance", "tag-1", "tag"],
    [46, "verb", "class", "side"],
    [47, "complement", "distance"],
    [48, "quoted", "distance", "tag"],
  ]),
};
