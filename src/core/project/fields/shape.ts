import { list, object, type ValuesOf } from '../../fields/composites.js';
import type { Field } from '../../fields/field.js';
import { formatValue } from '../../fields/issues.js';
import { choice, anyOf, number, pattern, text } from '../../fields/scalars.js';
import { readSvgPath } from '../../raster/svg-path.js';
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

const WHOLE = [0, 0, 100, 100] as const;
const LONGEST_PATH = 50_000;
const VIEW_NUMBER = '-?\\d{1,5}(\\.\\d{1,4})?';

const path = text(LONGEST_PATH).map((data, { pointer, issues }) => {
  if (readSvgPath(data) !== null) return data;
  const got = formatValue(data);
  issues.add(
    pointer,
    `The value ${got} cannot be used. Expected path data of SVG such as "M0 0H9V9Z".`,
  );
  return data;
});

const viewBox = pattern(
  `^${VIEW_NUMBER}( ${VIEW_NUMBER}){3}$`,
  'four numbers such as "0 0 24 24"',
).map((given, { pointer, issues }) => {
  const [x, y, width, height] = given.split(' ').map(Number) as [number, number, number, number];
  if (width > 0 && height > 0) return [x, y, width, height] as const;
  issues.add(
    pointer,
    'The width and the height of "view-box" cannot be used. Enter numbers above 0.',
  );
  return WHOLE;
});

/** The form of a shape, and how it is painted. */
export const shapeFields = {
  shape: choice<ShapeForm>(SHAPE_FORMS)
    .default('rectangle')
    .describe('`ellipse` fills the box. `circle` is centered in the box.'),
  path: path
    .orNull()
    .describe(
      'Outline in the place of `shape`, as path data of SVG. It is filled by the nonzero rule.',
    ),
  'view-box': viewBox
    .defaultFrom(() => WHOLE)
    .describe(
      'The part of the coordinates of `path` that fills the box: left edge, top edge, width, and height. Default: `0 0 100 100`, so coordinates are percentages of the box.',
    ),
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
  ...(given.path === null ? {} : { path: { data: given.path, viewBox: given['view-box'] } }),
  fill: given.fill,
  stroke:
    given['stroke-width'] === 0
      ? null
      : { color: given['stroke-color'], width: given['stroke-width'] },
});
