import type { ChromaKey, ColorCorrection } from '../../project/types/index.js';
import { decimal, TO_BT709 } from './filter-values.js';

/**
 * Color correction of pictures in BT.709, limited range, with or without alpha.
 *
 * Lookup tables for luma and chroma are used where possible: they cost almost nothing and, unlike `eq`,
 * keep alpha. Only sepia mixes channels and needs RGB.
 */
export function correctionFilters(correction: ColorCorrection): string[] {
  const { hue, sepia, blur } = correction;
  return [
    ...tableFilters(correction),
    ...(hue === 0 ? [] : [`hue=h=${decimal(hue)}`]),
    ...(sepia === 0 ? [] : sepiaFilters(sepia)),
    ...(blur === 0 ? [] : [`gblur=sigma=${decimal(blur)}`]),
  ];
}

/** Tables truncate the results of expressions, so 0.5 is added. */
function tableFilters({ brightness, contrast, gamma, saturation, grayscale }: ColorCorrection) {
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

function sepiaFilters(amount: number): string[] {
  const names = ['r', 'g', 'b'];
  const weights = SEPIA.flatMap((row, to) =>
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
    'format=yuva420p',
  ];
}

/** Distances are measured in the chroma plane, as shares of its diagonal. */
export function chromaKeyFilter({ color, tolerance, blend }: ChromaKey): string {
  return `chromakey=color=0x${bt709Hex(color)}:similarity=${decimal(tolerance)}:blend=${decimal(blend)}:yuv=1`;
}

/** The samples of `#RRGGBB` in BT.709, limited range. By default the filter would use BT.601. */
function bt709Hex(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);
  const luma = 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  const samples = [
    16 + 219 * luma,
    128 + (224 * (blue! - luma)) / 1.8556,
    128 + (224 * (red! - luma)) / 1.5748,
  ];
  return samples.map((sample) => Math.round(sample).toString(16).padStart(2, '0')).join('');
}
