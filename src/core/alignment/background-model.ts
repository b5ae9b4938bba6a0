import { STATES, type ModelDefinition } from './sphinx-model.js';

/** Logarithmic score of entering a phone; all phones are equally likely to follow. */
const PHONE_ENTRY_SCORE = -15;

/**
 * A model of any speech: the best path through a loop of all phones. The gain of a script over this
 * model is a log likelihood ratio, which measures how well the script fits. Rose and Paul (1990) use
 * such a loop as a filler in keyword spotting.
 */
export class BackgroundModel {
  /** Senones of the phones, `STATES` each. */
  readonly senones: Uint16Array;
  private readonly phones: readonly number[];
  private readonly states: Float64Array;

  constructor(
    model: ModelDefinition,
    private readonly transitions: Float32Array,
  ) {
    // Plus signs mark noises.
    this.phones = model.phones.flatMap((name, phone) => (name.startsWith('+') ? [] : [phone]));
    this.senones = Uint16Array.from(
      this.phones.flatMap((phone) => {
        const at = model.contextFreeSequence(phone);
        return [...model.senones.subarray(at, at + STATES)];
      }),
    );
    this.states = new Float64Array(this.senones.length).fill(-Infinity);
  }

  /**
   * @param scores of `senones`, in their order
   * @returns the gain of the best path in this frame
   */
  step(scores: Float32Array): number {
    const { states, transitions } = this;
    // Scores are relative to the best state, whose score is 0.
    const entry = PHONE_ENTRY_SCORE;
    let best = -Infinity;
    this.phones.forEach((phone, index) => {
      const at = index * STATES;
      const row = phone * STATES * (STATES + 1);
      let before = entry;
      for (let state = 0; state < STATES; state++) {
        const stay = states[at + state]! + transitions[row + state * (STATES + 1) + state]!;
        const score = Math.max(stay, before) + scores[at + state]!;
        before = states[at + state]! + transitions[row + state * (STATES + 1) + state + 1]!;
        states[at + state] = score;
        if (score > best) best = score;
      }
    });
    // Scores stay near 0, so that sums over hours keep their precision.
    for (let index = 0; index < states.length; index++) states[index]! -= best;
    return best;
  }
}
