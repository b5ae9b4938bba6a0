import type { Motion, Placement, Viewport } from '../segment/types.js';
import { decimal } from './filter-values.js';

/**
 * Filters that bring the viewport of each picture to the top left, at the size of the layer.
 *
 * `perspective` samples the source at fractions of a pixel. `zoompan` and `crop` move by whole pixels,
 * which looks like shaking. `perspective` maps the corners of its whole output, so the viewport is
 * extended beyond the part that is kept. Samples lie at the centers of pixels: the center of the first
 * output pixel must meet the center of the first part of the viewport.
 */
export function motionFilters(motion: Motion, layer: Placement): string[] {
  const { from, to, offset, count } = motion;
  const steps = Math.max(1, count - 1);
  const part = `(on-1+${offset})/${steps}`;
  const line = (a: number, b: number) => `${decimal(a)}+(${decimal(b - a)})*${part}`;
  const left = (view: Viewport) => view.x + (view.width / layer.width - 1) / 2;
  const top = (view: Viewport) => view.y + (view.height / layer.height - 1) / 2;
  const right = (view: Viewport) => left(view) + (view.width * layer.scaleWidth) / layer.width;
  const bottom = (view: Viewport) => top(view) + (view.height * layer.scaleHeight) / layer.height;
  const x0 = line(left(from), left(to));
  const x1 = line(right(from), right(to));
  const y0 = line(top(from), top(to));
  const y2 = line(bottom(from), bottom(to));
  return [
    `perspective=x0='${x0}':y0='${y0}':x1='${x1}':y1='${y0}':x2='${x0}':y2='${y2}'` +
      `:x3='${x1}':y3='${y2}':interpolation=linear:eval=frame`,
  ];
}
