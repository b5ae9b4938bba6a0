import type { ColorTag } from './color-tags.js';
import type { WideColor } from './tone-map.js';
import { codedColors, spaceOf } from './coded-colors.js';
import {
  type ColorSpace,
  type ColorTable,
  colorTable,
  powerCurve,
  srgbCurve,
} from './color-table.js';
import { readIccProfile } from './icc-profile.js';
import { BT709, type Primaries } from './matrices.js';

/** How the colors of a picture become sRGB. */
export interface PictureColors {
  readonly light: WideColor | null;
  /** Null if the colors are sRGB. */
  readonly table: ColorTable | null;
  /** A clause that says why the color information of the file is ignored, or null if it is honored. */
  readonly problem: string | null;
}

export const SRGB_COLORS: PictureColors = { light: null, table: null, problem: null };

/** Gammas within this distance mean sRGB: programs write 1/2.2 for it. */
const GAMMA_TOLERANCE = 0.02;
const SRGB_GAMMA = 1 / 2.2;

/** @param mark the color information of the file, with the profile inflated */
export function pictureColors(mark: ColorTag | null): PictureColors {
  if (mark === null) return SRGB_COLORS;
  if (mark.kind === 'icc') {
    const read = readIccProfile(mark.profile);
    if ('problem' in read)
      return { ...SRGB_COLORS, problem: `its color profile cannot be used (${read.problem})` };
    return { ...SRGB_COLORS, table: colorTable(read.space) };
  }
  if (mark.kind === 'coded') {
    const { light, space } = codedColors(mark.primaries, mark.transfer);
    const code = `(primaries ${mark.primaries}, transfer ${mark.transfer})`;
    if (light === null && space === null)
      return { ...SRGB_COLORS, problem: `its color code points are unknown ${code}` };
    return { ...SRGB_COLORS, light, table: space && colorTable(space) };
  }
  const space = gammaSpace(mark);
  if (space === null) return { ...SRGB_COLORS, problem: 'its gamma or chromaticities are invalid' };
  return { ...SRGB_COLORS, table: colorTable(space) };
}

function gammaSpace({ gamma, points }: Extract<ColorTag, { kind: 'gamma' }>): ColorSpace | null {
  if (!(gamma >= 0.1 && gamma <= 10)) return null;
  const curve = Math.abs(gamma - SRGB_GAMMA) <= GAMMA_TOLERANCE ? srgbCurve : powerCurve(1 / gamma);
  return spaceOf(points ? primariesOf(points) : BT709, curve);
}

function primariesOf(points: readonly number[]): Primaries {
  const [white, red, green, blue] = [0, 2, 4, 6].map(
    (at) => [points[at]!, points[at + 1]!] as const,
  );
  return { red: red!, green: green!, blue: blue!, white: white! };
}
