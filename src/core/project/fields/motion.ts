import { choice, number } from '../../fields/scalars.js';
import { PAN_DIRECTIONS, type ElementMotion, type PanDirection } from '../types/index.js';

/** Each step of `zoom` enlarges by a tenth. */
const ZOOM_STEP = 0.1;

/** How the view moves over a picture while it is visible. */
export const motionFields = {
  zoom: number({ min: -10, max: 10 })
    .default(0)
    .describe(
      'Zooms in by this many tenths while the picture is visible. A negative value starts zoomed in and zooms out.',
    ),
  pan: choice<PanDirection>(PAN_DIRECTIONS)
    .orNull()
    .describe('Direction in which the view moves while the picture is visible.'),
  'pan-distance': number({ min: 0.01, max: 0.5 })
    .default(0.1)
    .describe('Distance of the pan, as a share of the picture.'),
};

/** The motion of the view, or null when it does not move. */
export function toMotion(fields: {
  readonly zoom: number;
  readonly pan: PanDirection | null;
  readonly 'pan-distance': number;
}): ElementMotion | null {
  const { zoom, pan } = fields;
  if (zoom === 0 && pan === null) return null;
  const closest = 1 + Math.abs(zoom) * ZOOM_STEP;
  return {
    zoomFrom: zoom < 0 ? closest : 1,
    zoomTo: zoom > 0 ? closest : 1,
    pan,
    panDistance: fields['pan-distance'],
  };
}
