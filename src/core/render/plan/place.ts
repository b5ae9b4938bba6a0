import type { VisualClip } from '../../timeline/types.js';
import type { Size } from '../../timeline/box.js';
import { PLAIN_LOOK } from '../../timeline/clip-look.js';
import type { Region } from '../segment/regions.js';
import type { LayerLook, Placement } from '../segment/types.js';
import { alignDown, evenSize } from '../../util/align.js';

/**
 * Places the picture of a clip: scales it into its box by its resize mode.
 *
 * - `cover`: fills the box, and cuts off the rest evenly.
 * - `contain`: as large as fits into the box, centered, with nothing around it.
 * - `fit`: like `contain`, but never enlarged.
 * - `fill`, `stretch`, `none`: exactly the box, ignoring proportions.
 * - `center`: the original size, centered. What does not fit into the box is cut off.
 * - `blur`: exactly the box. The picture is placed as in `contain`, over a blurred copy that covers the box.
 *
 * All sizes and positions are even. 4:2:0 has one color sample for 2x2 pixels, and filters that meet half of
 * such a block read beyond the picture, with unpredictable results.
 */
export function placePicture(clip: VisualClip): Placement {
  const { sourceWidth, sourceHeight } = clip;
  const boxWidth = evenSize(clip.width);
  const boxHeight = evenSize(clip.height);
  const { stretched, factor } = scalingOf(clip, { width: boxWidth, height: boxHeight });
  const scaleWidth = stretched ? boxWidth : evenSize(sourceWidth * factor);
  const scaleHeight = stretched ? boxHeight : evenSize(sourceHeight * factor);
  const width = Math.min(boxWidth, scaleWidth);
  const height = Math.min(boxHeight, scaleHeight);
  return {
    scaleWidth,
    scaleHeight,
    cropX: alignDown((scaleWidth - width) / 2, 2),
    cropY: alignDown((scaleHeight - height) / 2, 2),
    width,
    height,
    x: alignDown(clip.x + (boxWidth - width) / 2, 2),
    y: alignDown(clip.y + (boxHeight - height) / 2, 2),
  };
}

/** Where the picture of a clip that moves is at rest: as {@link placePicture} places it, in fractions of a pixel. */
export function exactPlace(clip: VisualClip): Region {
  const { stretched, factor } = scalingOf(clip, clip);
  const width = stretched ? clip.width : Math.min(clip.width, clip.sourceWidth * factor);
  const height = stretched ? clip.height : Math.min(clip.height, clip.sourceHeight * factor);
  return {
    x: clip.x + (clip.width - width) / 2,
    y: clip.y + (clip.height - height) / 2,
    width,
    height,
  };
}

/** How the resize mode of a clip scales its source into a box: to exactly its size, or by a factor. */
function scalingOf(
  { resize, sourceWidth, sourceHeight }: VisualClip,
  box: Size,
): { readonly stretched: boolean; readonly factor: number } {
  const byWidth = box.width / sourceWidth;
  const byHeight = box.height / sourceHeight;
  const factor = {
    cover: Math.max(byWidth, byHeight),
    contain: Math.min(byWidth, byHeight),
    fit: Math.min(byWidth, byHeight, 1),
    center: 1,
    fill: 1,
    stretch: 1,
    blur: 1,
    none: 1,
  }[resize];
  return { stretched: ['fill', 'stretch', 'blur', 'none'].includes(resize), factor };
}

/**
 * The size of a picture in the middle of its blurred copy. Null if the picture fills the box, or has no such
 * copy.
 *
 * @param scaled size of both together
 */
export function innerSize(clip: VisualClip, scaled: Size): Size | null {
  if (clip.resize !== 'blur') return null;
  const { sourceWidth, sourceHeight } = clip;
  const factor = Math.min(scaled.width / sourceWidth, scaled.height / sourceHeight);
  const width = Math.min(scaled.width, evenSize(sourceWidth * factor));
  const height = Math.min(scaled.height, evenSize(sourceHeight * factor));
  return width === scaled.width && height === scaled.height ? null : { width, height };
}

/** The look of a clip's layer, or null if the picture stays unchanged. */
export function layerLook(
  clip: VisualClip,
  { scaleWidth, scaleHeight }: Placement,
): LayerLook | null {
  const inner = innerSize(clip, { width: scaleWidth, height: scaleHeight });
  if (clip.look === null && inner === null) return null;
  return { ...(clip.look ?? PLAIN_LOOK), inner };
}
