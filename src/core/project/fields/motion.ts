import { choice, number } from '../../fields/scalars.js';
import { PAN_DIRECTIONS, type ElementMotion, type PanDirection } from '../types/index.js';

/** One step of `zoom` enlarges by a tenth. */
const ZOOM_STEP = 0.1;

/** How the view moves over a picture while it shows. */
export const motionFields = {
  zoom: number({ min: -10, max: 10 })
    .default(0)
    .describe(
      'Tenths by which the view closes in while the picture shows, or (below 0) has closed in and ' +
        'draws back.',
    ),
  pan: choice<PanDirection>(PAN_DIRECTIONS)
    .orNull()
    .describe('Where the view goes while the picture shows.'),
  'pan-distance': number({ min: 0.01, max: 0.5 })
    .default(0.1)
    .describe('How far it goes, as a part of the picture.'),
};

/** The motion that these fields tell of, or null: the view stays. */
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
