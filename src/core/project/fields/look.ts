import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { choice, number } from '../../fields/scalars.js';
import {
  type ChromaKey,
  type ColorCorrection,
  type Crop,
  type ElementLook,
  FLIPS,
} from '../types/index.js';
import { length } from './lengths.js';
import { address, color, opaqueColor } from './values.js';

const LARGEST_SIDE = 16_384;
const WHOLE = { share: 1 };

const crop: Field<Crop> = object(
  {
    x: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => ({ px: 0 }))
      .describe('Left edge of the crop, in pixels or as a percentage of the source.'),
    y: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => ({ px: 0 }))
      .describe('Top edge of the crop.'),
    width: length({ min: 1, max: LARGEST_SIDE })
      .defaultFrom(() => WHOLE)
      .describe('Width of the crop. Default: up to the right edge of the source.'),
    height: length({ min: 1, max: LARGEST_SIDE })
      .defaultFrom(() => WHOLE)
      .describe('Height of the crop. Default: down to the bottom edge of the source.'),
  },
  { title: 'crop' },
);

const share = () => number({ min: 0, max: 1 }).default(0);
const factor = () => number({ min: 0, max: 4 }).default(1);

const correction: Field<ColorCorrection> = object(
  {
    lut: address
      .orNull()
      .describe(
        'A lookup table of colors: a `.cube` file, which is applied before everything else.',
      ),
    'lut-intensity': number({ min: 0, max: 1 })
      .default(1)
      .describe('Amount of the lookup table. 0 leaves the colors as they are.'),
    brightness: number({ min: -1, max: 1 })
      .default(0)
      .describe('Added to each pixel. -1 is black, 1 is white.'),
    contrast: factor().describe(
      'Multiplies the distance from middle gray. 0 is plain gray, 2 doubles the contrast.',
    ),
    saturation: factor().describe('Multiplies the strength of the colors. 0 removes all color.'),
    gamma: number({ min: 0.1, max: 10 })
      .default(1)
      .describe('A value above 1 brightens shadows and midtones, a value below 1 darkens them.'),
    hue: number({ min: -180, max: 180 }).default(0).describe('Rotates all hues, in degrees.'),
    grayscale: share().describe('Amount of color to remove. 1 is black and white.'),
    sepia: share().describe('Amount of sepia tone.'),
    blur: number({ min: 0, max: 200 })
      .default(0)
      .describe('Gaussian blur: the standard deviation in pixels of the output.'),
    negative: share().describe('Amount of the negative. 1 swaps dark and light, and all colors.'),
    tint: color()
      .orNull()
      .describe(
        'A color in which the picture appears, from black to this color. Its opacity is the amount of tint.',
      ),
    'overlay-color': color().orNull().describe('A color over the picture, with its opacity.'),
    vignette: share().describe('Darkens the picture towards its corners. At 1, these are black.'),
    sharpen: number({ min: 0, max: 5 })
      .default(0)
      .describe('Sharpens edges: the amount of unsharp masking of the brightness.'),
  },
  { title: 'correction' },
).map(({ 'overlay-color': overlayColor, lut, 'lut-intensity': intensity, ...given }) => ({
  ...given,
  overlayColor,
  lut: lut === null ? null : { src: lut, intensity, table: null },
}));

const chromaKey: Field<ChromaKey> = object(
  {
    color: opaqueColor('#00FF00').describe('The color that becomes transparent.'),
    tolerance: number({ min: 0.01, max: 1 })
      .default(0.1)
      .describe('Distance from the color up to which pixels are fully transparent.'),
    blend: number({ min: 0, max: 1 })
      .default(0.05)
      .describe('Further distance over which pixels become opaque. 0 is a hard edge.'),
  },
  { title: 'chroma-key', aliases: { similarity: 'tolerance' } },
);

/** Edits of a picture before it is placed. */
export const lookFields = {
  crop: crop.orNull().describe('The visible part of the source. Default: all of it.'),
  flip: choice(FLIPS)
    .orNull()
    .describe(
      'Mirrors the picture: `horizontal` swaps left and right, `vertical` swaps top and bottom.',
    ),
  correction: correction.orNull().describe('Color correction.'),
  'chroma-key': chromaKey.orNull().describe('Makes one color transparent, as with a green screen.'),
};

export function toLook(fields: ValuesOf<typeof lookFields>): ElementLook {
  return {
    crop: fields.crop,
    flip: fields.flip,
    correction: fields.correction,
    chromaKey: fields['chroma-key'],
  };
}
