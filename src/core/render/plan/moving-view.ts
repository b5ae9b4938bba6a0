import { alignNearest } from '../../util/align.js';
import type { Focus, FocusMove } from '../../timeline/focus.js';
import type { Motion, Placement, Viewport } from '../segment/types.js';

/**
 * The placement and motion of a layer with a moving view. The picture is scaled once, to the size that
 * its closest view needs, so that no frame is enlarged. The viewport then moves over it.
 */
export function placeMovingView(
  placement: Placement,
  move: FocusMove,
  time: { readonly offset: number; readonly count: number },
): { placement: Placement; motion: Motion } {
  const closest = Math.max(move.from.scale, move.to.scale);
  const scaleWidth = alignNearest(placement.scaleWidth * closest, 2);
  const scaleHeight = alignNearest(placement.scaleHeight * closest, 2);
  // The scaled size is whole and even, but the view keeps its exact place in the picture.
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
