import { STATES, type ModelDefinition } from './sphinx-model.js';

/** Each phone is as likely as any other to follow. */
const PHONE_COST = -15;

/**
 * What any speech gains in a frame: the best path through a loop of all phones. What a script gains
 * more than this tells how well it fits (a log likelihood ratio; Rose and Paul 1990 use such a loop as
 * a filler for keywords).
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
    // Names of noises are in plus signs.
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
   * @returns what the frame adds to the best path
   */
  step(scores: Float32Array): number {
    const { states, transitions } = this;
    // The states are relative to the best one, whose score is therefore nought.
    const entry = PHONE_COST;
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
    // Kept near nought, so that sums over hours lose nothing.
    for (let index = 0; index < states.length; index++) states[index]! -= best;
    return best;
  }
}
