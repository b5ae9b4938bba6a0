/**
 * Where each sample of a resampled plane comes from, in the layout that `assembly/resample.ts` reads:
 *
 * - columns, 96 bytes for each eight samples of a row: where in the source row the first four lie and
 *   where the last four do (two u32), at 16 their offsets from there (u8, each with 255 beside it), at
 *   32 four weights for each of the eight (i16, by tap);
 * - rows, 16 bytes each: the first source row (i32), four weights (i16).
 *
 * Weights are fixed point of 14 bits.
 */
export const GROUP_SAMPLES = 8;
export const GROUP_BYTES = 96;
export const ROW_BYTES = 16;

const TAPS = 4;
const ONE = 1 << 14;
/** Bytes that one instruction looks up samples in. */
const REACH_BYTES = 16;

/** Samples of a plane's row or column: sample i lies at `start + (i + 1/2) * step - 1/2` of the source. */
export interface Line {
  readonly start: number;
  readonly step: number;
  /** Samples that are made. */
  readonly count: number;
  /** Samples of the source. */
  readonly size: number;
}

/** Beyond this the four samples of half a group lie further apart than one instruction looks them up. */
const LARGEST_STEP = 4;

/**
 * Writes the table of a row's samples.
 *
 * @param groups entries of the table; those beyond the row's samples repeat the last
 * @returns true when some group's samples may lie further apart than 16 bytes
 */
export function writeColumns(
  memory: ArrayBufferLike,
  at: number,
  groups: number,
  line: Line,
): boolean {
  if (line.step > LARGEST_STEP) throw new RangeError(`a view is reduced ${line.step} times`);
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
      bytes[entry + 16 + 2 * k] = first - from;
      bytes[entry + 17 + 2 * k] = 255;
      for (let tap = 0; tap < TAPS; tap++) {
        weights[entry / 2 + 16 + tap * GROUP_SAMPLES + k] = taps.weights[tap]!;
      }
    }
  }
  return wide;
}

/** Writes the table of a plane's rows. */
export function writeRows(memory: ArrayBufferLike, at: number, line: Line): void {
  const words = new Int32Array(memory, at);
  const weights = new Int16Array(memory, at);
  const taps = new Taps(line);
  for (let row = 0; row < line.count; row++) {
    words[(row * ROW_BYTES) / 4] = taps.at(row);
    for (let tap = 0; tap < TAPS; tap++) {
      weights[(row * ROW_BYTES + 4) / 2 + tap] = taps.weights[tap]!;
    }
  }
}

/**
 * The four source samples around each position and their weights, which sum up to one. The kernel is
 * a cubic that keeps straight ramps straight, so nothing is displaced; it is sharp (Catmull-Rom) where
 * the view is as fine as the source, and the smoother the further the source is reduced, up to a
 * B-spline at 1.6 to 1. What lies beyond the source is its last sample.
 */
class Taps {
  /** Of the position asked for last. */
  readonly weights = new Int16Array(TAPS);
  private readonly smoothness: number;
  private readonly sums = new Float64Array(TAPS);

  constructor(private readonly line: Line) {
    this.smoothness = Math.min(1, Math.max(0, (line.step - 1) / 0.6));
  }

  /** Finds the weights of a sample. @returns the first source sample that they belong to */
  at(index: number): number {
    const { start, step, size } = this.line;
    const position = start + (index + 0.5) * step - 0.5;
    const before = Math.floor(position);
    const first = Math.max(0, Math.min(before - 1, size - TAPS));
    this.sums.fill(0);
    for (let source = before - 1; source < before - 1 + TAPS; source++) {
      const inside = Math.max(0, Math.min(size - 1, source));
      this.sums[Math.max(0, Math.min(TAPS - 1, inside - first))]! += this.kernel(source - position);
    }
    this.round();
    return first;
  }

  /** A cubic of the family of Mitchell and Netravali with B + 2C = 1. */
  private kernel(distance: number): number {
    const x = Math.abs(distance);
    const b = this.smoothness;
    const c = (1 - b) / 2;
    if (x < 1)
      return ((12 - 9 * b - 6 * c) * x ** 3 + (12 * b + 6 * c - 18) * x * x + 6 - 2 * b) / 6;
    if (x >= 2) return 0;
    return (
      ((-b - 6 * c) * x ** 3 + (6 * b + 30 * c) * x * x + (-12 * b - 48 * c) * x + 8 * b + 24 * c) /
      6
    );
  }

  private round(): void {
    let rest = ONE;
    let largest = 0;
    for (let tap = 0; tap < TAPS; tap++) {
      const weight = Math.round(this.sums[tap]! * ONE);
      this.weights[tap] = weight;
      rest -= weight;
      if (this.sums[tap]! > this.sums[largest]!) largest = tap;
    }
    this.weights[largest]! += rest;
  }
}
