import { BORDER_BUCKETS, BORDER_FEATURES, TOKEN_BUCKETS, TOKEN_FEATURES } from "./argument-features.ts";
import { type ArgumentModels, BORDER_OUTCOMES, TOKEN_OUTCOMES } from "./argument-model.ts";
import { ARGUMENT_PLACES, fillSide, fillToken, type Side } from "./argument-slots.ts";
import { addOutcomes, Features } from "./features.ts";
import type { Reading } from "./reading.ts";
import { newSlots } from "./templates.ts";

const slots = newSlots(ARGUMENT_PLACES);
const tokenFeatures = new Features(TOKEN_BUCKETS);
const borderFeatures = new Features(BORDER_BUCKETS);

/** The part of a sentence's scores that is the same for all cues on one side of a token, worked out when first asked for. */
export class PlainScores {
  readonly models: ArgumentModels;
  readonly #reading: Reading;
  readonly #token: Float64Array;
  readonly #border: Float64Array;
  readonly #knowsToken: Uint8Array;
  readonly #knowsBorder: Uint8Array;

  constructor(reading: Reading, models: ArgumentModels) {
    const places = 2 * reading.sentence.length;
    this.models = models;
    this.#reading = reading;
    this.#token = new Float64Array(places * TOKEN_OUTCOMES);
    this.#border = new Float64Array(places * BORDER_OUTCOMES);
    this.#knowsToken = new Uint8Array(places);
    this.#knowsBorder = new Uint8Array(places);
  }

  /** Copies the scores of the token at `index` to `totals`. */
  copyToken(index: number, side: Side, totals: Float64Array): void {
    const place = 2 * index + side - 1;
    const from = place * TOKEN_OUTCOMES;
    if (this.#knowsToken[place] === 0) {
      tokenFeatures.clear();
      this.#fill(index, side);
      tokenFeatures.addAll(TOKEN_FEATURES.plain, slots);
      addOutcomes(tokenFeatures, this.models.token, this.#token, from);
      this.#knowsToken[place] = 1;
    }
    for (let slot = 0; slot < TOKEN_OUTCOMES; slot += 1) totals[slot] = this.#token[from + slot] ?? 0;
  }

  /** Copies the scores of the border before the token at `index` to `totals`. */
  copyBorder(index: number, side: Side, totals: Float64Array): void {
    const place = 2 * index + side - 1;
    const from = place * BORDER_OUTCOMES;
    if (this.#knowsBorder[place] === 0) {
      borderFeatures.clear();
      this.#fill(index, side);
      borderFeatures.addAll(BORDER_FEATURES.plain, slots);
      addOutcomes(borderFeatures, this.models.border, this.#border, from);
      this.#knowsBorder[place] = 1;
    }
    for (let slot = 0; slot < BORDER_OUTCOMES; slot += 1) totals[slot] = this.#border[from + slot] ?? 0;
  }

  #fill(index: number, side: Side): void {
    fillToken(this.#reading, index, slots);
    fillSide(side, slots);
  }
}
