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
 *
 * All sizes and positions are even: 4:2:0 has one colour sample for two by two pixels, and filters
 * that meet half of one read beyond the picture, each time something else.
 */
export function place(clip: VisualClip): Placement {
  const { sourceWidth, sourceHeight } = clip;
  const boxWidth = evenSize(clip.width);
  const boxHeight = evenSize(clip.height);
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

  const scaleWidth = stretched ? boxWidth : evenSize(sourceWidth * factor);
  const scaleHeight = stretched ? boxHeight : evenSize(sourceHeight * factor);
  const width = Math.min(boxWidth, scaleWidth);
  const height = Math.min(boxHeight, scaleHeight);
  return {
    scaleWidth,
    scaleHeight,
    cropX: evenPosition((scaleWidth - width) / 2),
    cropY: evenPosition((scaleHeight - height) / 2),
    width,
    height,
    x: evenPosition(clip.x + (boxWidth - width) / 2),
    y: evenPosition(clip.y + (boxHeight - height) / 2),
  };
}

function evenSize(size: number): number {
  return 2 * Math.max(1, Math.round(size / 2));
}

function evenPosition(position: number): number {
  return 2 * Math.floor(position / 2);
}
