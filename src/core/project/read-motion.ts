import type { ObjectReader } from './reader.js';
import { PAN_DIRECTIONS, type ElementMotion, type PanDirection } from './types.js';

/** One step of `zoom` enlarges by a tenth. */
const ZOOM_STEP = 0.1;

/**
 * `zoom`: -10 to 10, tenths by which the view closes in (above 0) or, having begun close, draws back
 * (below 0). `pan` and `pan-distance`: where the view goes, and how far as a part of the picture.
 */
export function readMotion(reader: ObjectReader): ElementMotion | null {
  const zoom = reader.number('zoom', 0, { min: -10, max: 10 });
  const pan = reader.has('pan') ? reader.choice<PanDirection>('pan', 'left', PAN_DIRECTIONS) : null;
  const panDistance = reader.number('pan-distance', 0.1, { min: 0.01, max: 0.5 });
  if (zoom === 0 && pan === null) return null;
  const closest = 1 + Math.abs(zoom) * ZOOM_STEP;
  return {
    zoomFrom: zoom < 0 ? closest : 1,
    zoomTo: zoom > 0 ? closest : 1,
    pan,
    panDistance,
  };
}
