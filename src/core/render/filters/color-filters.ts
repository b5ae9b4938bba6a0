import type { ChromaKey, LutFile } from '../../project/types/index.js';
import type { ClipCorrection } from '../../timeline/clip-look.js';
import { decimal, TO_BT709 } from './filter-values.js';

/**
 * Color correction of pictures in BT.709, limited range, with or without alpha.
 *
 * Lookup tables for luma and chroma are used where possible: they cost almost nothing and, unlike `eq`,
 * keep alpha. Only sepia, a tint, and the author's own lookup table need RGB.
 */
export function correctionFilters(correction: ClipCorrection, alpha: boolean): string[] {
  const { lut, hue, sepia, blur, negative, tint, overlayColor, vignette, sharpen } = correction;
  const onColors = (filters: readonly string[]) => (alpha ? keepingAlpha(filters) : filters);
  return [
    ...(lut === undefined ? [] : lutFilters(lut, alpha)),
    ...tableFilters(correction),
    ...(negative === 0 ? [] : [negativeFilter(negative)]),
    ...(hue === 0 ? [] : [`hue=h=${decimal(hue)}`]),
    ...(sepia === 0 ? [] : matrixFilters(SEPIA, sepia, alpha)),
    ...(tint === null ? [] : matrixFilters(tintMatrix(tint), opacityOf(tint), alpha)),
    ...(sharpen === 0 ? [] : onColors([`unsharp=5:5:${decimal(sharpen)}:5:5:0`])),
    ...(blur === 0 ? [] : [`gblur=sigma=${decimal(blur)}`]),
    ...(overlayColor === null ? [] : [overlayFilter(overlayColor)]),
    ...(vignette === 0 ? [] : onColors(vignetteFilters(vignette))),
  ];
}

/** Name of a lookup table in the working folder of ffmpeg. */
export function lutFile({ contentHash }: LutFile): string {
  return `lut-${contentHash}.cube`;
}

/** The filter cuts its results off, so it has 16 bits. In planes, it takes a third of the time. */
function lutFilters(lut: LutFile, alpha: boolean): string[] {
  const file = lutFile(lut);
  return [
    'scale=in_color_matrix=bt709:in_range=tv:out_range=pc',
    `format=${alpha ? 'gbrap16le' : 'gbrp16le'}`,
    lut.dimensions === 1
      ? `lut1d=file=${file}:interp=linear`
      : `lut3d=file=${file}:interp=tetrahedral`,
    `scale=${TO_BT709}`,
    alpha ? 'format=yuva420p' : 'format=yuv420p',
  ];
}

/** Filters that know no alpha, around which it is kept. */
function keepingAlpha(filters: readonly string[]): string[] {
  return [
    'split[colors][whole];[whole]alphaextract[kept];' +
      `[colors]format=yuv420p,${filters.join(',')}[changed];[changed][kept]alphamerge`,
  ];
}

/** In BT.709, the negative of a color is its mirror image in each plane. */
function negativeFilter(amount: number): string {
  const plane = (mirror: number) => `'val+(${mirror}-2*val)*${decimal(amount)}+0.5'`;
  return `lutyuv=y=${plane(251)}:u=${plane(256)}:v=${plane(256)}`;
}

/** A color over all pixels, whose alpha stays as it is. */
function overlayFilter(color: string): string {
  const opacity = opacityOf(color);
  const [y, u, v] = bt709Samples(color).map(
    (sample) => `'val*${decimal(1 - opacity)}+${decimal(sample * opacity + 0.5)}'`,
  );
  return `lutyuv=y=${y}:u=${u}:v=${v}`;
}

/** The fall of light in a lens: the fourth power of the cosine of an angle that grows from the center to the corners. */
function vignetteFilters(amount: number): string[] {
  return [
    'scale=in_color_matrix=bt709:in_range=tv:out_range=pc',
    'format=rgb24',
    `vignette=angle=${decimal((amount * Math.PI) / 2)}:dither=0`,
    `scale=${TO_BT709}`,
    'format=yuv420p',
  ];
}

function opacityOf(color: string): number {
  return parseInt(color.slice(7, 9), 16) / 255;
}

function rgbOf(color: string): [red: number, green: number, blue: number] {
  const part = (at: number) => parseInt(color.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

/** Gray levels in a color. */
function tintMatrix(color: string): number[][] {
  return rgbOf(color).map((part) => [0.2126 * part, 0.7152 * part, 0.0722 * part]);
}

/** Tables truncate the results of expressions, so 0.5 is added. */
function tableFilters({ brightness, contrast, gamma, saturation, grayscale }: ClipCorrection) {
  const strength = saturation * (1 - grayscale);
  const level = `clip(((val-16)/219-0.5)*${decimal(contrast)}+${decimal(0.5 + brightness)},0,1)`;
  const luma =
    brightness === 0 && contrast === 1 && gamma === 1
      ? []
      : [`y='16.5+219*pow(${level},${decimal(1 / gamma)})'`];
  const chroma = `'clip(128.5+(val-128)*${decimal(strength)},16,240)'`;
  const colors = strength === 1 ? [] : [`u=${chroma}`, `v=${chroma}`];
  const tables = [...luma, ...colors];
  return tables.length === 0 ? [] : [`lutyuv=${tables.join(':')}`];
}

/** The sepia matrix of W3C Filter Effects, 6.1: one row of red, green, and blue for each output. */
const SEPIA = [
  [0.393, 0.769, 0.189],
  [0.349, 0.686, 0.168],
  [0.272, 0.534, 0.131],
];

/** Mixes each color with what a matrix makes of it. */
function matrixFilters(
  matrix: readonly (readonly number[])[],
  amount: number,
  alpha: boolean,
): string[] {
  const names = ['r', 'g', 'b'];
  const weights = matrix.flatMap((row, to) =>
    row.map((weight, from) => {
      const kept = to === from ? 1 - amount : 0;
      return `${names[to]}${names[from]}=${decimal(kept + amount * weight)}`;
    }),
  );
  return [
    'scale=in_color_matrix=bt709:in_range=tv:out_range=pc',
    'format=rgba',
    `colorchannelmixer=${weights.join(':')}`,
    `scale=${TO_BT709}`,
    alpha ? 'format=yuva420p' : 'format=yuv420p',
  ];
}

/** Distances are measured in the chroma plane, as shares of its diagonal. */
export function chromaKeyFilter({ color, tolerance, blend }: ChromaKey): string {
  return `chromakey=color=0x${bt709Hex(color)}:similarity=${decimal(tolerance)}:blend=${decimal(blend)}:yuv=1`;
}

/** By default the filter would use BT.601. */
function bt709Hex(color: string): string {
  const samples = bt709Samples(color).map(Math.round);
  return samples.map((sample) => sample.toString(16).padStart(2, '0')).join('');
}

/** The samples Y, U, and V of `#RRGGBB` in BT.709, limited range. */
export function bt709Samples(color: string): [y: number, u: number, v: number] {
  const [red, green, blue] = rgbOf(color);
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return [
    16 + 219 * luma,
    128 + (224 * (blue - luma)) / 1.8556,
    128 + (224 * (red - luma)) / 1.5748,
  ];
}
