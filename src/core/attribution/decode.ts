import { BORDER_BUCKETS, BORDER_FEATURES, TOKEN_BUCKETS, TOKEN_FEATURES } from "./argument-features.ts";
import {
  BORDER_OUTCOMES,
  borderScore,
  LABEL_COUNT,
  LABEL_PAIRS,
  labelScore,
  mayStart,
  OTHER,
  reachOf,
  STATES,
  type Step,
  stepsInto,
  stepsIntoState,
  TOKEN_OUTCOMES,
} from "./argument-model.ts";
import {
  ARGUMENT_PLACES,
  borderSide,
  fillCue,
  fillRelation,
  fillSide,
  fillToken,
  tokenSide,
} from "./argument-slots.ts";
import { addOutcomes, Features } from "./features.ts";
import type { PlainScores } from "./plain-scores.ts";
import type { Site } from "./site.ts";
import { newSlots } from "./templates.ts";

/** One way to label the tokens a cue can reach. */
export interface Labelling {
  /** The first is that of token `reachOf(…).from`. */
  readonly labels: Uint8Array;
  /** By how much its score, in log-odds, falls short of the best one's. */
  readonly behind: number;
}

const WIDTH = STATES.length;
const NEVER = Number.NEGATIVE_INFINITY;

const slots = newSlots(ARGUMENT_PLACES);
const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

const PAIRS = LABEL_COUNT * LABEL_COUNT;

/** The scores of every step between two neighbouring tokens, and the best score of every way up to each state. */
interface Lattice {
  readonly site: Site;
  readonly from: number;
  readonly length: number;
  /** For each token, by the label before it and its own. */
  readonly pairs: Float64Array;
  readonly best: Float64Array;
  readonly back: Uint8Array;
}

/** A way through the lattice, in states: up to `at` the best one to `state`, from there on as in `along`. */
interface Way {
  readonly score: number;
  readonly at: number;
  readonly state: number;
  readonly along: Uint8Array;
}

/** The best labelling (Viterbi), then the detours from it that cost least: at most `count`, none over `reach` behind. */
export function rankLabellings(site: Site, plain: PlainScores, count: number, reach: number): readonly Labelling[] {
  const { unit } = plain.models;
  const lattice = fillLattice(site, plain);
  const last = lattice.length - 1;
  const scores = lattice.best.subarray(last * WIDTH);
  const top = scores.reduce((most, score) => Math.max(most, score), NEVER);
  const waiting = new Waiting(count, top - reach / unit);
  const along = new Uint8Array(lattice.length);
  scores.forEach((score, state) => {
    if (waiting.takes(score)) waiting.add({ score, at: last, state, along });
  });
  const found: Labelling[] = [];
  for (let way = waiting.next(); way !== undefined; way = waiting.next()) {
    const states = readStates(lattice, way);
    const labels = states.map((state) => STATES[state]?.label ?? OTHER);
    found.push({ labels, behind: (top - way.score) * unit });
    addDetours(lattice, way, states, waiting);
  }
  return found;
}

/** Ways that wait to be told, the best first: as many as may still be told, and none below `least`. */
class Waiting {
  readonly #ways: Way[] = [];
  readonly #least: number;
  #room: number;

  constructor(room: number, least: number) {
    this.#room = room;
    this.#least = least;
  }

  takes(score: number): boolean {
    return this.#room > 0 && score >= this.#least && score > (this.#ways[this.#room - 1]?.score ?? NEVER);
  }

  add(way: Way): void {
    let place = this.#ways.length;
    while (place > 0 && (this.#ways[place - 1]?.score ?? NEVER) < way.score) place -= 1;
    this.#ways.splice(place, 0, way);
    if (this.#ways.length > this.#room) this.#ways.pop();
  }

  next(): Way | undefined {
    this.#room -= 1;
    return this.#ways.shift();
  }
}

/** Ways that leave this one before `way.at`, each at one step. */
function addDetours(lattice: Lattice, way: Way, states: Uint8Array, waiting: Waiting): void {
  for (let at = way.at; at > 0; at -= 1) {
    const state = states[at] ?? 0;
    const taken = states[at - 1] ?? 0;
    const best = lattice.best[at * WIDTH + state] ?? 0;
    for (const step of stepsIntoState(lattice.site, lattice.from + at, state)) {
      if (step.from === taken) continue;
      const score = way.score - best + scoreBy(lattice, at, step);
      if (waiting.takes(score)) waiting.add({ score, at: at - 1, state: step.from, along: states });
    }
  }
}

function readStates({ back }: Lattice, { at: settled, state, along }: Way): Uint8Array {
  const states = along.slice();
  states[settled] = state;
  for (let at = settled; at > 0; at -= 1) states[at - 1] = back[at * WIDTH + (states[at] ?? 0)] ?? 0;
  return states;
}

/** The best score of a way to the token at `at` that takes this step. */
const scoreBy = ({ best, pairs }: Lattice, at: number, { from, pair }: Step): number =>
  (best[(at - 1) * WIDTH + from] ?? NEVER) + (pairs[at * PAIRS + pair] ?? 0);

function fillLattice(site: Site, plain: PlainScores): Lattice {
  const { from, to } = reachOf(site.reading, site.cue);
  const length = to - from;
  const lattice: Lattice = {
    site,
    from,
    length,
    pairs: new Float64Array(length * PAIRS),
    best: new Float64Array(length * WIDTH).fill(NEVER),
    back: new Uint8Array(length * WIDTH),
  };
  fillCue(site, slots);
  scorePairs(lattice, plain, 0);
  STATES.forEach((state, index) => {
    if (mayStart(site, from, state)) lattice.best[index] = lattice.pairs[state.label] ?? 0;
  });
  for (let at = 1; at < length; at += 1) {
    scorePairs(lattice, plain, at);
    takeSteps(lattice, at);
  }
  return lattice;
}

function takeSteps(lattice: Lattice, at: number): void {
  const { site, from, best, back } = lattice;
  const row = at * WIDTH;
  for (const step of stepsInto(site, from + at)) {
    const score = scoreBy(lattice, at, step);
    if (score <= (best[row + step.to] ?? 0)) continue;
    best[row + step.to] = score;
    back[row + step.to] = step.from;
  }
}

const token = new Float64Array(TOKEN_OUTCOMES);
const border = new Float64Array(BORDER_OUTCOMES);

function scorePairs({ site, from, pairs }: Lattice, plain: PlainScores, at: number): void {
  const index = from + at;
  fillToken(site.reading, index, slots);
  fillRelation(site, index, slots);
  const ofToken = tokenSide(site, index);
  fillSide(ofToken, slots);
  plain.copyToken(index, ofToken, token);
  tokenFeatures.clear();
  tokenFeatures.addAll(TOKEN_FEATURES.withCue, slots);
  addOutcomes(tokenFeatures, plain.models.token, token, 0);
  const ofBorder = borderSide(site, index);
  fillSide(ofBorder, slots);
  plain.copyBorder(index, ofBorder, border);
  borderFeatures.clear();
  borderFeatures.addAll(BORDER_FEATURES.withCue, slots);
  addOutcomes(borderFeatures, plain.models.border, border, 0);
  for (const { before, label, pair } of LABEL_PAIRS)
    pairs[at * PAIRS + pair] = labelScore(token, 0, label) + borderScore(border, 0, before, label);
}
