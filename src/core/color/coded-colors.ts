import type { WideColor } from './tone-map.js';
import { type ColorSpace, type Curve, powerCurve, srgbCurve } from './color-table.js';
import { BT709, D50_TO_SRGB, D65, type Primaries, times, toD50 } from './matrices.js';

/**
 * The color that ITU-T H.273 code points describe: wide color, a color space, or neither if they are unknown.
 */
export interface CodedColors {
  readonly light: WideColor | null;
  readonly space: ColorSpace | null;
}

const BT2020 = 9;
const PQ = 16;
const HLG = 18;

const ILLUMINANT_C = [0.31, 0.316] as const;
/** H.273, table 2. */
const PRIMARIES: Readonly<Record<number, Primaries>> = {
  1: BT709,
  2: BT709,
  4: { red: [0.67, 0.33], green: [0.21, 0.71], blue: [0.14, 0.08], white: ILLUMINANT_C },
  5: { red: [0.64, 0.33], green: [0.29, 0.6], blue: [0.15, 0.06], white: D65 },
  6: { red: [0.63, 0.34], green: [0.31, 0.595], blue: [0.155, 0.07], white: D65 },
  7: { red: [0.63, 0.34], green: [0.31, 0.595], blue: [0.155, 0.07], white: D65 },
  [BT2020]: { red: [0.708, 0.292], green: [0.17, 0.797], blue: [0.131, 0.046], white: D65 },
  11: { red: [0.68, 0.32], green: [0.265, 0.69], blue: [0.15, 0.06], white: [0.314, 0.351] },
  12: { red: [0.68, 0.32], green: [0.265, 0.69], blue: [0.15, 0.06], white: D65 },
  22: { red: [0.63, 0.34], green: [0.295, 0.605], blue: [0.155, 0.077], white: D65 },
};
/** H.273, table 3. The transfer functions of SDR television are shown like that of sRGB. */
const CURVES: Readonly<Record<number, Curve>> = {
  1: srgbCurve,
  2: srgbCurve,
  6: srgbCurve,
  13: srgbCurve,
  14: srgbCurve,
  15: srgbCurve,
  4: powerCurve(2.2),
  5: powerCurve(2.8),
  8: powerCurve(1),
  17: powerCurve(2.6),
};

export function codedColors(primaries: number, transfer: number): CodedColors {
  if (primaries === BT2020 && transfer === PQ) return { light: 'pq', space: null };
  if (primaries === BT2020 && transfer === HLG) return { light: 'hlg', space: null };
  const curve = CURVES[transfer];
  const known = PRIMARIES[primaries];
  return { light: null, space: curve && known ? spaceOf(known, curve) : null };
}

/** @returns null if no color space has such primaries */
export function spaceOf(primaries: Primaries, curve: Curve): ColorSpace | null {
  const matrix = toD50(primaries);
  return matrix && { curves: [curve, curve, curve], toSrgb: times(D50_TO_SRGB, matrix) };
}
