import type { ElementMotion, PanDirection } from '../project/types/index.js';

/** The position of a view on a picture: its enlargement, and its place in the remaining room, from 0 to 1. */
export interface Focus {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** A view that moves evenly from one focus to another during a clip. */
export interface FocusMove {
  readonly from: Focus;
  readonly to: Focus;
}

/** Where the view ends when it pans, horizontally and vertically. */
const PAN_ENDS: Readonly<Record<PanDirection, readonly [x: number, y: number]>> = {
  left: [0, 0.5],
  right: [1, 0.5],
  top: [0.5, 0],
  bottom: [0.5, 1],
  'top-left': [0, 0],
  'top-right': [1, 0],
  'bottom-left': [0, 1],
  'bottom-right': [1, 1],
};

/**
 * The zoom and pan of an element as a motion of the view. A pan needs room beside the view, so the picture is
 * enlarged as much as the distance of the pan requires, and the view crosses the whole room.
 */
export function focusMove(motion: ElementMotion | null): FocusMove | null {
  if (motion === null) return null;
  const { zoomFrom, zoomTo, pan, panDistance } = motion;
  const least = pan === null ? 1 : 1 / (1 - panDistance);
  const [x, y] = pan === null ? [0.5, 0.5] : PAN_ENDS[pan];
  return {
    from: { scale: Math.max(zoomFrom, least), x: 1 - x, y: 1 - y },
    to: { scale: Math.max(zoomTo, least), x, y },
  };
}
