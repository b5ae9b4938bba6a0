import type { Focus, FocusMove } from '../../timeline/focus.js';
import { decimal } from './filter-values.js';
import type { Motion, Placement, Viewport } from '../segment/types.js';

/**
 * The placement and motion of a layer whose view moves: the picture is scaled once, as large as its
 * closest view needs, so that no frame is enlarged, and the viewport moves over it.
 */
export function placeMovingView(
  placement: Placement,
  move: FocusMove,
  time: { readonly offset: number; readonly count: number },
): { placement: Placement; motion: Motion } {
  const closest = Math.max(move.from.scale, move.to.scale);
  const scaleWidth = 2 * Math.round((placement.scaleWidth * closest) / 2);
  const scaleHeight = 2 * Math.round((placement.scaleHeight * closest) / 2);
  // Sizes are whole and even; the view keeps its exact place in the picture all the same.
  const viewport = ({ scale, x, y }: Focus): Viewport => {
    const width = (placement.width * scaleWidth) / placement.scaleWidth / scale;
    const height = (placement.height * scaleHeight) / placement.scaleHeight / scale;
    return { x: (scaleWidth - width) * x, y: (scaleHeight - height) * y, width, height };
  };
  return {
    placement: { ...placement, scaleWidth, scaleHeight },
    motion: { from: viewport(move.from), to: viewport(move.to), ...time },
  };
}

/** The viewport at picture `n` of a layer. */
export function viewportAt({ from, to, offset, count }: Motion, n: number): Viewport {
  const part = Math.min(1, (offset + n) / Math.max(1, count - 1));
  const mix = (a: number, b: number) => a + (b - a) * part;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    width: mix(from.width, to.width),
    height: mix(from.height, to.height),
  };
}

/**
 * Filters that bring the viewport of each picture to the top left, at the layer's size.
 *
 * `perspective` samples the source at fractions of a pixel, where `zoompan` and `crop` move by
 * whole ones, which is seen as shaking. It maps the corners of its whole output, so the viewport is
 * carried on beyond the part that is kept. Samples lie at the centres of pixels: the middle of the
 * first output pixel must meet the middle of the viewport's first part.
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
