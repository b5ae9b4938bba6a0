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
import { opaqueColor } from './values.js';

const LARGEST_SIDE = 16_384;
const WHOLE = { share: 1 };

const crop: Field<Crop> = object(
  {
    x: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => ({ px: 0 }))
      .describe('Left edge of the part, in pixels or per cent of the source.'),
    y: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => ({ px: 0 }))
      .describe('Top edge of the part.'),
    width: length({ min: 1, max: LARGEST_SIDE })
      .defaultFrom(() => WHOLE)
      .describe('Width of the part; as far as the source goes when missing.'),
    height: length({ min: 1, max: LARGEST_SIDE })
      .defaultFrom(() => WHOLE)
      .describe('Height of the part; as far as the source goes when missing.'),
  },
  { title: 'crop' },
);

const share = () => number({ min: 0, max: 1 }).default(0);
const factor = () => number({ min: 0, max: 4 }).default(1);

const correction: Field<ColorCorrection> = object(
  {
    brightness: number({ min: -1, max: 1 })
      .default(0)
      .describe('Added to each pixel; -1 makes all black, 1 all white.'),
    contrast: factor().describe('Distance from middle grey; 0 leaves only grey, 2 doubles it.'),
    saturation: factor().describe('Strength of the colours; 0 leaves none.'),
    gamma: number({ min: 0.1, max: 10 })
      .default(1)
      .describe('Above 1 brightens the dark and middle tones, below 1 darkens them.'),
    hue: number({ min: -180, max: 180 })
      .default(0)
      .describe('Degrees by which all hues are turned.'),
    grayscale: share().describe('How far the colours are taken away; 1 is black and white.'),
    sepia: share().describe('How far it looks like an old photograph.'),
    blur: number({ min: 0, max: 200 })
      .default(0)
      .describe('How far it is blurred, in pixels of the output (standard deviation).'),
  },
  { title: 'correction' },
);

const chromaKey: Field<ChromaKey> = object(
  {
    color: opaqueColor('#00FF00').describe('The colour that lets through what lies below.'),
    tolerance: number({ min: 0.01, max: 1 })
      .default(0.1)
      .describe('How far from the colour all is let through.'),
    blend: number({ min: 0, max: 1 })
      .default(0.05)
      .describe('Over how much more distance it becomes opaque; 0 is a hard edge.'),
  },
  { title: 'chroma-key', aliases: { similarity: 'tolerance' } },
);

/** What is done to a picture before it is placed. */
export const lookFields = {
  crop: crop.orNull().describe('The part of the source that shows; all of it when missing.'),
  flip: choice(FLIPS)
    .orNull()
    .describe('Mirrors the picture: left and right, top and bottom, both.'),
  correction: correction.orNull().describe('Corrects its colours.'),
  'chroma-key': chromaKey
    .orNull()
    .describe('Makes one colour of it transparent, as a green screen.'),
};

export function toLook(fields: ValuesOf<typeof lookFields>): ElementLook {
  return {
    crop: fields.crop,
    flip: fields.flip,
    correction: fields.correction,
    chromaKey: fields['chroma-key'],
  };
}
