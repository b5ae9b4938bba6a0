/**
 * The sources of each sample of a resampled plane, in the layout that `assembly/resample.ts` reads:
 *
 * - Columns, 96 bytes for each eight samples of a row: the positions in the source row of the first four and
 *   of the last four samples (two u32); at 16, their offsets from these positions (u8, each after a 255); at
 *   32, four weights for each of the eight (i16, by tap).
 * - Rows, 16 bytes each: the first source row (i32), and four weights (i16).
 *
 * Weights are 14-bit fixed point.
 */
export const GROUP_SAMPLES = 8;
export const GROUP_BYTES = 96;
export const ROW_BYTES = 16;

const TAPS = 4;
const ONE = 1 << 14;
/** The number of bytes in which one instruction looks up samples. */
const REACH_BYTES = 16;

/**
 * The samples of a row or column of a plane. Sample i lies at `start + (i + 1/2) * step - 1/2` of the source.
 */
export interface Line {
  readonly start: number;
  readonly step: number;
  /** Number of samples to make. */
  readonly count: number;
  /** Number of samples in the source. */
  readonly size: number;
}

/** Beyond this step, the samples of half a group are too far apart for one lookup instruction. */
const LARGEST_STEP = 4;

/**
 * Writes the table for the samples of a row.
 *
 * @param groups entries of the table; those beyond the row's samples repeat the last
 * @returns true if the samples of a group may be more than 16 bytes apart
 */
export function writeColumns(
  memory: ArrayBufferLike,
  at: number,
  groups: number,
  line: Line,
): boolean {
  if (line.step > LARGEST_STEP)
    throw new RangeError(`a view is reduced by the factor ${line.step}, which is too large`);
  const wide = (GROUP_SAMPLES - 1) * line.step > REACH_BYTES - TAPS;
  const bytes = new Uint8Array(memory, at);
  const words = new Uint32Array(memory, at);
  const weights = new Int16Array(memory, at);
  const taps = new Taps(line);
  for (let group = 0; group < groups; group++) {
    const entry = group * GROUP_BYTES;
    let from = 0;
    for (let k = 0; k < GROUP_SAMPLES; k++) {
      const first = taps.at(Math.min(line.count - 1, group * GROUP_SAMPLES + k));
      if (k === 0 || (wide && k === GROUP_SAMPLES / 2)) from = first;
      if (k % (GROUP_SAMPLES / 2) === 0) words[entry / 4 + (k === 0 ? 0 : 1)] = from;
      bytes[entry + 16 + 2 * k] = 255;
      bytes[entry + 17 + 2 * k] = first - from;
      for (let tap = 0; tap < TAPS; tap++) {
        weights[entry / 2 + 16 + tap * GROUP_SAMPLES + k] = taps.weights[taps.from + tap]!;
      }
    }
  }
  return wide;
}

/** Writes the table for the rows of a plane. */
export function writeRows(memory: ArrayBufferLike, at: number, line: Line): void {
  const words = new Int32Array(memory, at);
  const weights = new Int16Array(memory, at);
  const taps = new Taps(line);
  for (let row = 0; row < line.count; row++) {
    words[(row * ROW_BYTES) / 4] = taps.at(row);
    for (let tap = 0; tap < TAPS; tap++) {
      weights[(row * ROW_BYTES + 4) / 2 + tap] = taps.weights[taps.from + tap]!;
    }
  }
}

/** The number of distinct positions between two samples. Smaller differences are invisible. */
const PHASES = 1024;

/**
 * The four source samples around each position, and their weights, which sum to 1. The kernel is a cubic that
 * preserves straight ramps, so nothing is displaced. It is sharp (Catmull-Rom) where the view is as fine as
 * the source, and becomes smoother the more the source is reduced, up to a B-spline at 1.6 to 1. Beyond the
 * source, its last sample repeats.
 */
class Taps {
  /** The weights of all phases, followed by four for a position at an edge. */
  readonly weights: Int16Array;
  /** Index of the four weights of the position that was found last. */
  from = 0;

  constructor(private readonly line: Line) {
    this.weights = phaseWeights(Math.min(1, Math.max(0, (line.step - 1) / 0.6)));
  }

  /** Finds the weights of a sample, and returns the first source sample that they belong to. */
  at(index: number): number {
    const { start, step, size } = this.line;
    const phases = Math.round((start + (index + 0.5) * step - 0.5) * PHASES);
    const first = Math.floor(phases / PHASES) - 1;
    this.from = TAPS * (phases - (first + 1) * PHASES);
    return first >= 0 && first + TAPS <= size ? first : this.atEdge(first);
  }

  /** Adds the weights of samples beyond the source to those of its last sample. */
  private atEdge(first: number): number {
    const { size } = this.line;
    const inside = Math.max(0, Math.min(first, size - TAPS));
    const edge = TAPS * PHASES;
    this.weights.fill(0, edge);
    for (let tap = 0; tap < TAPS; tap++) {
      const source = Math.max(0, Math.min(size - 1, first + tap));
      const at = edge + Math.min(TAPS - 1, source - inside);
      this.weights[at] = this.weights[at]! + this.weights[this.from + tap]!;
    }
    this.from = edge;
    return inside;
  }
}

let last: { smoothness: number; weights: Int16Array } | null = null;

/** Four weights for each phase, and space for four more. Rows and columns usually share them. */
function phaseWeights(smoothness: number): Int16Array {
  if (last?.smoothness === smoothness) return last.weights;
  const weights = new Int16Array((PHASES + 1) * TAPS);
  last = { smoothness, weights };
  // Between the kernels of Catmull-Rom and the B-spline, both from the family of Mitchell and Netravali.
  const spline = smoothness / 6;
  const sharp = (1 - smoothness) / 2;
  for (let phase = 0; phase < PHASES; phase++) {
    const x = phase / PHASES;
    const y = 1 - x;
    const before = Math.round(ONE * (spline * y * y * y - sharp * x * y * y));
    const after = Math.round(ONE * (spline * x * x * x - sharp * y * x * x));
    const near = spline * (4 - 6 * x * x + 3 * x * x * x) + sharp * (2 - 5 * x * x + 3 * x * x * x);
    const second = Math.round(ONE * near);
    const at = phase * TAPS;
    weights[at] = before;
    weights[at + 1] = second;
    weights[at + 2] = ONE - before - second - after;
    weights[at + 3] = after;
  }
  return weights;
}
