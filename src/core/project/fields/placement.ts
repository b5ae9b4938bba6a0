import { choice, integer, number } from '../../fields/scalars.js';
import { RESIZE_MODES } from '../types/index.js';
import { frameLength, length, pixels } from './lengths.js';
import { position } from './values.js';

const OFFSET = { min: -8192, max: 8192 };
const SIZE = { min: 1, max: 8192 };
const moved = (side: 'width' | 'height') => frameLength(side, OFFSET).map((pixels) => pixels ?? 0);

/** Position, size, and stacking order of an element. */
export const placementFields = {
  'z-index': integer({ min: -1000, max: 1000 })
    .default(0)
    .describe(
      'Stacking order. Elements with a higher value are drawn on top; with equal values, the later element is.',
    ),
  x: frameLength('width', OFFSET).describe('Left edge. Default: follows from `position`.'),
  y: frameLength('height', OFFSET).describe('Top edge. Default: follows from `position`.'),
  width: frameLength('width', SIZE).describe(
    'Width of the box. With only one side set, the box keeps the aspect ratio.',
  ),
  height: frameLength('height', SIZE).describe('Height of the box.'),
  position: position('center').describe('Position of the box in the frame.'),
  opacity: number({ min: 0, max: 1 }).default(1).describe('0 is fully transparent, 1 is opaque.'),
};

const margin = {
  margin: length({ min: 0, max: 4096 })
    .defaultFrom(() => ({ px: 0 }))
    .describe(
      'Distance from the edges of the frame that `position` names, in pixels or as a percentage of each side. A box that is too large for it stays in the frame.',
    ),
};

/** Placement of a box, with a margin. Texts have their own. */
export const boxPlacementFields = { ...placementFields, ...margin };

/** Placement of a picture, and how it fills its box. */
export const picturePlacementFields = {
  ...placementFields,
  padding: pixels({ min: 0, max: 4096 })
    .default(0)
    .describe('Space between the edges of the box and the picture in it, in pixels.'),
  resize: choice<(typeof RESIZE_MODES)[number]>(RESIZE_MODES)
    .default('cover')
    .describe(
      'How the picture fills its box. `cover` and `contain` keep the aspect ratio, and `fit` also never ' +
        'enlarges. `fill` and `stretch` fill the box exactly. `center` keeps the size of the picture. ' +
        '`blur` is `contain` over a blurred `cover` of the same picture. ' +
        '`none` is `fill`, but without `width` and `height`, the box has the size of the picture.',
    ),
  ...margin,
  'offset-x': moved('width').describe(
    'Moves the box to the right, from wherever `position` or `x` places it: also a box whose size is that of its picture.',
  ),
  'offset-y': moved('height').describe('Moves the box down.'),
};
