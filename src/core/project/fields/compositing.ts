import { object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { boolean, choice } from '../../fields/scalars.js';
import { SHAPE_FORMS, type ShapeForm } from '../../raster/types.js';
import { BLEND_MODES, type BlendMode, type ShapeMask } from '../types/index.js';
import { length } from './lengths.js';

const LARGEST_SIDE = 8192;
const NONE = { px: 0 };
const WHOLE = { share: 1 };

/** The form that cuts an element. */
export const mask: Field<ShapeMask> = object(
  {
    shape: choice<ShapeForm>(SHAPE_FORMS)
      .default('rectangle')
      .describe('`ellipse` fills the area. `circle` is centered in it.'),
    x: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => NONE)
      .describe('Left edge of the area, in pixels or as a percentage of the element.'),
    y: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => NONE)
      .describe('Top edge of the area.'),
    width: length({ min: 1, max: LARGEST_SIDE })
      .defaultFrom(() => WHOLE)
      .describe('Width of the area. Default: that of the element.'),
    height: length({ min: 1, max: LARGEST_SIDE })
      .defaultFrom(() => WHOLE)
      .describe('Height of the area. Default: that of the element.'),
    radius: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => NONE)
      .describe(
        'Radius of the corners of a rectangle; a percentage is of the shorter side of the area.',
      ),
    feather: length({ min: 0, max: LARGEST_SIDE })
      .defaultFrom(() => NONE)
      .describe('Width of the soft edge, inward; a percentage is of the shorter side of the area.'),
    invert: boolean().default(false).describe('Shows what is outside of the area instead.'),
  },
  { title: 'mask' },
).map(({ shape: form, invert: inverted, ...given }) => ({ form, inverted, ...given }));

export const maskFields = {
  mask: mask.orNull().describe('A form outside of which nothing of the element shows.'),
};

export const blendFields = {
  blend: choice<BlendMode>(BLEND_MODES)
    .default('normal')
    .describe('How the colors combine with those below, as in `mix-blend-mode` of CSS.'),
};

export type BlendValues = ValuesOf<typeof blendFields>;
