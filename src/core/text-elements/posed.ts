import { circleOf, type ClipArea, intersectionOf, transformArea } from '../drawing/clip-area.js';
import { concatenated, IDENTITY, type Matrix, scaleOf, translation } from '../drawing/matrix.js';
import type { Rect } from '../drawing/path.js';
import { type Pose, poseMatrix } from '../motion/pose.js';

/** How something looks in a pose. */
export interface Posed {
  readonly matrix: Matrix;
  /** The visible area after the move; null for everything. */
  readonly clip: ClipArea | null;
  readonly opacity: number;
  /** Standard deviation in pixels, after the move. */
  readonly blur: number;
}

export const UNPOSED: Posed = { matrix: IDENTITY, clip: null, opacity: 1, blur: 0 };

/** Where edges are that cut nothing. */
const FAR = 1e5;

/**
 * The look of a box in a pose, as pictures have it in the sampler.
 *
 * @param anchor the point about which it turns and grows
 * @param beyond how far letters reach over the edges of the box, in pixels
 */
export function posed(
  pose: Pose,
  box: Rect,
  anchor: { readonly x: number; readonly y: number },
  beyond: number,
): Posed {
  const [a, b, c, d, e, f] = poseMatrix(pose, anchor);
  const moved = { a, b, c, d, e, f };
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const size = pose['view-scale'];
  const hasView = size !== 1 || pose['view-x'] !== 0 || pose['view-y'] !== 0;
  const view: Matrix = {
    ...{ a: size, b: 0, c: 0, d: size },
    e: anchor.x * (1 - size) + width * pose['view-x'],
    f: anchor.y * (1 - size) + height * pose['view-y'],
  };
  const edge = hasView ? beyond : FAR;
  const crop = (share: number, side: number) => (share > 0 ? share * side : -edge);
  const inside: Rect = {
    left: box.left + crop(pose['crop-left'], width),
    right: box.right - crop(pose['crop-right'], width),
    top: box.top + crop(pose['crop-top'], height),
    bottom: box.bottom - crop(pose['crop-bottom'], height),
  };
  const isCut =
    hasView ||
    ['crop-left', 'crop-right', 'crop-top', 'crop-bottom'].some(
      (side) => pose[side as 'crop-left'] > 0,
    );
  const radius = pose.circle * reach(box, anchor);
  const clip = intersectionOf([
    isCut ? inside : null,
    pose.circle < 1 ? circleOf(anchor.x, anchor.y, radius) : null,
  ]);
  return {
    matrix: concatenated(view, moved),
    clip: clip && transformArea(clip, moved),
    opacity: Math.min(1, Math.max(0, pose.opacity)),
    blur: Math.max(0, pose.blur) * scaleOf(moved),
  };
}

/** The look of something in a pose, within something else in another pose. */
export function posedWithin(inner: Posed, outer: Posed): Posed {
  return {
    matrix: concatenated(inner.matrix, outer.matrix),
    clip: intersectionOf([inner.clip && transformArea(inner.clip, outer.matrix), outer.clip]),
    opacity: inner.opacity * outer.opacity,
    blur: Math.hypot(inner.blur * scaleOf(outer.matrix), outer.blur),
  };
}

/** The same, so many pixels away. */
export function shifted({ matrix, clip, ...rest }: Posed, x: number, y: number): Posed {
  const move = translation(x, y);
  return { ...rest, matrix: concatenated(matrix, move), clip: clip && transformArea(clip, move) };
}

/** The distance from the anchor to the farthest corner. */
function reach(
  { left, top, right, bottom }: Rect,
  { x, y }: { readonly x: number; readonly y: number },
): number {
  return Math.hypot(
    Math.max(Math.abs(x - left), Math.abs(right - x)),
    Math.max(Math.abs(y - top), Math.abs(bottom - y)),
  );
}
