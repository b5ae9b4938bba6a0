import { choice, integer, number } from '../../fields/scalars.js';
import { RESIZE_MODES } from '../types/index.js';
import { frameLength } from './lengths.js';
import { position } from './values.js';

const OFFSET = { min: -8192, max: 8192 };
const SIZE = { min: 1, max: 8192 };

/** Where an element's box stands, and what lies above it. */
export const placementFields = {
  'z-index': integer({ min: -1000, max: 1000 })
    .default(0)
    .describe('Higher paints later; at equal heights the later element does.'),
  x: frameLength('width', OFFSET).describe('Left edge; else by `position`.'),
  y: frameLength('height', OFFSET).describe('Top edge; else by `position`.'),
  width: frameLength('width', SIZE).describe(
    'Width of the box; one side alone keeps the proportions.',
  ),
  height: frameLength('height', SIZE).describe('Height of the box.'),
  position: position('center').describe('Where the box stands in the frame.'),
  opacity: number({ min: 0, max: 1 }).default(1).describe('0 lets all through.'),
};

/** Where a picture stands, and how it fills its box. */
export const picturePlacementFields = {
  ...placementFields,
  resize: choice<(typeof RESIZE_MODES)[number]>(RESIZE_MODES)
    .default('cover')
    .describe(
      'How the picture fills its box: `cover` and `contain` keep its proportions, `fit` also never ' +
        'enlarges, `fill` and `stretch` take the box exactly, `center` its own size, `blur` is ' +
        '`contain` over a blurred `cover` of the same picture.',
    ),
};
