/** Table A-1: macroblocks a second and macroblocks a frame that a level allows. */
const LEVELS: readonly (readonly [level: string, perSecond: number, perFrame: number])[] = [
  ['3.1', 108_000, 3_600],
  ['3.2', 216_000, 5_120],
  ['4.0', 245_760, 8_192],
  ['4.2', 522_240, 8_704],
  ['5.0', 589_824, 22_080],
  ['5.1', 983_040, 36_864],
  ['5.2', 2_073_600, 36_864],
  ['6.0', 4_177_920, 139_264],
  ['6.2', 16_711_680, 139_264],
];

/**
 * The lowest level from 3.1 on for a picture size and rate. Fixed by these alone, so that segments
 * encoded apart, with few references or many, have the same parameter sets.
 */
export function levelFor(width: number, height: number, framesPerSecond: number): string {
  const perFrame = Math.ceil(width / 16) * Math.ceil(height / 16);
  // A level bounds each side too (A.3.1): no side longer than sqrt(8 * MaxFS) macroblocks.
  const longSide = Math.ceil(Math.max(width, height) / 16);
  const fits = LEVELS.find(
    ([, maxPerSecond, maxPerFrame]) =>
      perFrame <= maxPerFrame &&
      perFrame * framesPerSecond <= maxPerSecond &&
      longSide ** 2 <= 8 * maxPerFrame,
  );
  return (fits ?? LEVELS.at(-1)!)[0];
}
