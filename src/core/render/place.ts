import type { VisualClip } from '../timeline/types.js';
import type { Placement } from './types.js';

/**
 * Where a clip's picture lands: scaled into its box by its resize mode.
 *
 * - `cover`: fills the box, what is too much is cut off evenly.
 * - `contain`: as large as fits into the box, centred, nothing around it.
 * - `fit`: as `contain`, but never enlarged.
 * - `fill`, `stretch`: the box exactly, whatever happens to the proportions.
 * - `center`: its own size, centred; what does not fit into the box is cut off.
 */
export function place(clip: VisualClip): Placement {
  const { width: boxWidth, height: boxHeight, sourceWidth, sourceHeight } = clip;
  const byWidth = boxWidth / sourceWidth;
  const byHeight = boxHeight / sourceHeight;
  const stretched = clip.resize === 'fill' || clip.resize === 'stretch';
  const factor = {
    cover: Math.max(byWidth, byHeight),
    contain: Math.min(byWidth, byHeight),
    fit: Math.min(byWidth, byHeight, 1),
    center: 1,
    fill: 1,
    stretch: 1,
  }[clip.resize];

  const scaleWidth = stretched ? boxWidth : Math.max(1, Math.round(sourceWidth * factor));
  const scaleHeight = stretched ? boxHeight : Math.max(1, Math.round(sourceHeight * factor));
  const width = Math.min(boxWidth, scaleWidth);
  const height = Math.min(boxHeight, scaleHeight);
  return {
    scaleWidth,
    scaleHeight,
    cropX: Math.floor((scaleWidth - width) / 2),
    cropY: Math.floor((scaleHeight - height) / 2),
    width,
    height,
    x: clip.x + Math.floor((boxWidth - width) / 2),
    y: clip.y + Math.floor((boxHeight - height) / 2),
  };
}
