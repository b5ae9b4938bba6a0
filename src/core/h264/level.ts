/** Table A-1: the macroblocks per second and per frame that a level allows. */
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
 * The lowest level, at least 3.1, for a picture size and a frame rate. It depends only on these, so segments
 * that are encoded separately have the same parameter sets, whatever their number of references.
 */
export function levelFor(width: number, height: number, framesPerSecond: number): string {
  const perFrame = Math.ceil(width / 16) * Math.ceil(height / 16);
  // A level limits each side too (A.3.1): no side is longer than sqrt(8 * MaxFS) macroblocks.
  const longSide = Math.ceil(Math.max(width, height) / 16);
  const fits = LEVELS.find(
    ([, maxPerSecond, maxPerFrame]) =>
      perFrame <= maxPerFrame &&
      perFrame * framesPerSecond <= maxPerSecond &&
      longSide ** 2 <= 8 * maxPerFrame,
  );
  return (fits ?? LEVELS.at(-1)!)[0];
}
