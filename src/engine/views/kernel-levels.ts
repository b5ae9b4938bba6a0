/** The number of distinct positions between two samples. Smaller differences are invisible. */
export const PHASES = 256;
/** Bytes of the weights of a phase, in the layout of `assembly/affine.ts`. */
export const PHASE_BYTES = 48;

const ONE = 1 << 14;

/** A level of a pyramid, and how it is sampled. */
export interface SampledLevel {
  readonly level: number;
  /** Of the kernel: 0 is Catmull-Rom's, 1 is the cubic B-spline. */
  readonly smoothness: number;
  /** Share of the level in the sum of two. */
  readonly share: number;
}

/** Variance of the B-spline, in pixels of its level. Catmull-Rom's kernel has none. */
const SPLINE_VARIANCE = 1 / 3;
/**
 * A step of s source pixels leaves the variance of a box of that length to the kernel, times this. With it, the kernel becomes a
 * B-spline at a step of 1.6, where nothing aliases.
 */
const ANTIALIASING = 2.56;

/** Variance of a pixel of a level, a box of 2x2 boxes, beyond that of a pixel of the picture. */
const variance = (level: number) => (4 ** level - 1) / 12;

/**
 * The levels whose samples together blur by the right amount: as much as the reduction needs, and the blur in addition. Up to the
 * B-spline of the picture, its kernel becomes smoother. Beyond it, B-splines of two levels are mixed, so that nothing jumps.
 *
 * @param step distance of two samples, in pixels of the picture
 * @param blur standard deviation, in pixels of the picture
 * @param count number of levels
 */
export function levelsFor(step: number, blur: number, count: number): SampledLevel[] {
  const wanted = blur ** 2 + (ANTIALIASING * Math.max(0, step ** 2 - 1)) / 12;
  if (wanted <= SPLINE_VARIANCE) {
    return [{ level: 0, smoothness: wanted / SPLINE_VARIANCE, share: 1 }];
  }
  const smoothest = (level: number) => variance(level) + 4 ** level * SPLINE_VARIANCE;
  let level = 0;
  while (level < count - 1 && wanted > smoothest(level + 1)) level++;
  const next = level + 1;
  if (next >= count) return [{ level, smoothness: 1, share: 1 }];
  const share = (wanted - smoothest(level)) / (smoothest(next) - smoothest(level));
  return [
    { level, smoothness: 1, share: 1 - share },
    { level: next, smoothness: 1, share },
  ];
}

/**
 * Writes the weights of all phases: of the first two taps four times, of the last two four times (i16), and all four as floats that
 * sum to 1.
 */
export function writePhases(memory: ArrayBufferLike, at: number, smoothness: number): void {
  const fixed = new Int16Array(memory, at, (PHASES * PHASE_BYTES) / 2);
  const floats = new Float32Array(memory, at, (PHASES * PHASE_BYTES) / 4);
  for (let phase = 0; phase < PHASES; phase++) {
    const weights = weightsOf(phase / PHASES, smoothness);
    for (let k = 0; k < 8; k++) {
      fixed[(phase * PHASE_BYTES) / 2 + k] = weights[k % 2]!;
      fixed[(phase * PHASE_BYTES) / 2 + 8 + k] = weights[2 + (k % 2)]!;
    }
    for (let k = 0; k < 4; k++) floats[(phase * PHASE_BYTES) / 4 + 8 + k] = weights[k]! / ONE;
  }
}

/** Four weights that sum to 1 in fixed point. Between Catmull-Rom and the B-spline, in Mitchell and Netravali's family. */
function weightsOf(x: number, smoothness: number): number[] {
  const spline = smoothness / 6;
  const sharp = (1 - smoothness) / 2;
  const y = 1 - x;
  const before = Math.round(ONE * (spline * y ** 3 - sharp * x * y ** 2));
  const after = Math.round(ONE * (spline * x ** 3 - sharp * y * x ** 2));
  const near = spline * (4 - 6 * x ** 2 + 3 * x ** 3) + sharp * (2 - 5 * x ** 2 + 3 * x ** 3);
  const second = Math.round(ONE * near);
  return [before, second, ONE - before - second - after, after];
}
