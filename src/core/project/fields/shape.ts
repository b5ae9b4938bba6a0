import { list, object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { choice, anyOf, number } from '../../fields/scalars.js';
import { type Gradient, SHAPE_FORMS, type ShapeForm } from '../../raster/types.js';
import { pixels } from './lengths.js';
import { color } from './values.js';

const PLAIN = { style: 'linear' as const, angle: 0 };

const gradient: Field<Gradient> = object(
  {
    style: choice<Gradient['style']>(['linear', 'radial'])
      .default('linear')
      .describe('`radial` runs from the center to the edge.'),
    angle: number({ min: -360, max: 360 })
      .default(0)
      .describe(
        'Direction of a linear gradient, in degrees clockwise. 0 runs from left to right, 90 from top to bottom.',
      ),
    colors: list(color(), { min: 2, max: 8 }).required().describe('The colors, evenly spaced.'),
  },
  { title: 'gradient' },
);

/** The form of a shape, and how it is painted. */
export const shapeFields = {
  shape: choice<ShapeForm>(SHAPE_FORMS)
    .default('rectangle')
    .describe('`ellipse` fills the box. `circle` is centered in the box.'),
  fill: anyOf<Gradient, Gradient>(
    color().map((plain) => ({ ...PLAIN, colors: [plain] })),
    gradient,
  )
    .defaultFrom(() => ({ ...PLAIN, colors: ['#FFFFFFFF'] }))
    .describe('A color or a gradient. Default: white.'),
  'stroke-color': color()
    .defaultFrom(() => '#000000FF')
    .describe('Color of the stroke along the edge. Default: black.'),
  'stroke-width': pixels({ min: 0, max: 1000 })
    .default(0)
    .describe('Width of the stroke in pixels, inward from the edge. 0 is no stroke.'),
};

export const toShape = (given: ValuesOf<typeof shapeFields>) => ({
  form: given.shape,
  fill: given.fill,
  stroke:
    given['stroke-width'] === 0
      ? null
      : { color: given['stroke-color'], width: given['stroke-width'] },
});
