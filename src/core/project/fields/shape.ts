import { list, object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { choice, anyOf, number } from '../../fields/scalars.js';
import { type Gradient, SHAPE_FORMS, type ShapeForm } from '../../raster/types.js';
import { color } from './values.js';

const PLAIN = { style: 'linear' as const, angle: 0 };

const gradient: Field<Gradient> = object(
  {
    style: choice<Gradient['style']>(['linear', 'radial'])
      .default('linear')
      .describe('`radial` goes from the middle to the edge.'),
    angle: number({ min: -360, max: 360 })
      .default(0)
      .describe('Degrees, clockwise, of a linear one; 0 goes from left to right, 90 downwards.'),
    colors: list(color(), { min: 2, max: 8 }).required().describe('At even distances.'),
  },
  { title: 'gradient' },
);

/** What a shape is and how it is painted. */
export const shapeFields = {
  shape: choice<ShapeForm>(SHAPE_FORMS)
    .default('rectangle')
    .describe('`ellipse` fills the box, `circle` stands in its middle.'),
  fill: anyOf<Gradient, Gradient>(
    color().map((plain) => ({ ...PLAIN, colors: [plain] })),
    gradient,
  )
    .defaultFrom(() => ({ ...PLAIN, colors: ['#FFFFFFFF'] }))
    .describe('A colour or a gradient; white when missing.'),
  'stroke-color': color()
    .defaultFrom(() => '#000000FF')
    .describe('Colour of the line along its edge; black when missing.'),
  'stroke-width': number({ min: 0, max: 1000 })
    .default(0)
    .describe('Width of that line, inwards from the edge, in pixels; 0: none.'),
};

export const toShape = (given: ValuesOf<typeof shapeFields>) => ({
  form: given.shape,
  fill: given.fill,
  stroke:
    given['stroke-width'] === 0
      ? null
      : { color: given['stroke-color'], width: given['stroke-width'] },
});
