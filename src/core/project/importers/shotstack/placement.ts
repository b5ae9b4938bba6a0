import type { Members } from '../members.js';
import type { OwnObject } from '../own-object.js';
import type { Edit } from './edit.js';
import { nameIn, numberIn, objectIn, rounded } from './fields.js';
import { isTweened } from './tweens.js';

const POSITIONS = [
  ...(['top', 'topRight', 'right', 'bottomRight', 'bottom'] as const),
  ...(['bottomLeft', 'left', 'topLeft', 'center'] as const),
] as const;
type PositionName = (typeof POSITIONS)[number];

const FITS = ['crop', 'cover', 'contain', 'none'] as const;
export type Fit = (typeof FITS)[number];

/** The largest box, and the farthest place of one. */
const FARTHEST = 8192;
const LARGEST_SCALE = 20;

/** Where a clip is, in shares of the free space: 0 at the left and the top, 1 at the right and the bottom. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** A box in pixels of the video. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What places a clip. */
export interface Placement {
  readonly anchor: Anchor;
  /** Pixels of the video to the right and down. 0 if they change, which keyframes say. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Its size as a factor. 1 if it changes. */
  readonly scale: number;
  readonly fit: Fit;
  /** The size that the clip sets, in pixels of the edit; null for a side that it does not set. */
  readonly given: { readonly width: number | null; readonly height: number | null };
}

/** Reads where a clip is and how large. */
export function placementOf(clip: Members, edit: Edit): Placement {
  const { report, frame } = edit;
  const position = nameIn(clip, 'position', POSITIONS, report) ?? 'center';
  const offset = objectIn(clip, 'offset', report);
  const share = (side: 'x' | 'y') =>
    isTweened(offset.get(side)) ? 0 : (numberIn(offset, side, report) ?? 0);
  const scale = isTweened(clip.get('scale')) ? 1 : (numberIn(clip, 'scale', report) ?? 1);
  return {
    anchor: anchorOf(position),
    offset: { x: share('x') * frame.width, y: -share('y') * frame.height || 0 },
    scale: sizeFactor(scale, clip, edit),
    fit: nameIn(clip, 'fit', FITS, report) ?? 'crop',
    given: { width: sideOf(clip, 'width', edit), height: sideOf(clip, 'height', edit) },
  };
}

export function anchorOf(position: PositionName): Anchor {
  const name = position.toLowerCase();
  return {
    x: name.includes('left') ? 0 : name.includes('right') ? 1 : 0.5,
    y: name.includes('top') ? 0 : name.includes('bottom') ? 1 : 0.5,
  };
}

/** The name of a position in a video config. */
export function positionName({ x, y }: Anchor): string {
  const across = x === 0 ? 'left' : x === 1 ? 'right' : 'center';
  const down = y === 0 ? 'top' : y === 1 ? 'bottom' : 'center';
  return `${across}-${down}`;
}

/** Nothing shows of a clip with the size 0. */
function sizeFactor(scale: number, clip: Members, { report }: Edit): number {
  const nearest = Math.min(LARGEST_SCALE, Math.max(0, scale));
  if (nearest !== scale)
    report.note(
      clip.at('scale'),
      `"scale" is ${nearest} instead of ${scale}, which is out of range.`,
    );
  return nearest;
}

/** A side in pixels of the edit, or null if it is not set. */
export function sideOf(given: Members, name: 'width' | 'height', { report }: Edit): number | null {
  const pixels = numberIn(given, name, report);
  if (pixels === null) return null;
  if (pixels > 0) return pixels;
  report.note(given.at(name), `"${name}" is above 0, so this has no effect.`);
  return null;
}

/** The frame in pixels of the edit. */
export const editedFrame = ({ frame, factor }: Edit) => ({
  width: frame.width / factor,
  height: frame.height / factor,
});

/** The box of a size in pixels of the edit. */
export function boxOf(
  { anchor, offset, scale }: Placement,
  size: { readonly width: number; readonly height: number },
  { frame, factor }: Edit,
): Box {
  const width = size.width * factor * scale;
  const height = size.height * factor * scale;
  return {
    x: (frame.width - width) * anchor.x + offset.x,
    y: (frame.height - height) * anchor.y + offset.y,
    width,
    height,
  };
}

/** Sets the box of an element. One that fills the frame is the default. */
export function setBox(own: OwnObject, box: Box, clip: Members, { frame }: Edit): void {
  const within = (value: number, least: number) =>
    Math.min(FARTHEST, Math.max(least, Math.round(value)));
  const whole = {
    x: within(box.x, -FARTHEST),
    y: within(box.y, -FARTHEST),
    width: within(box.width, 1),
    height: within(box.height, 1),
  };
  const { x, y, width, height } = whole;
  if (x === 0 && y === 0 && width === frame.width && height === frame.height) return;
  const at = clip.at('offset');
  own.set('x', x, at).set('y', y, at);
  own.set('width', width, clip.at('width')).set('height', height, clip.at('height'));
}

/** Places a picture, whose own size is not known yet. */
export function placePicture(
  own: OwnObject,
  placement: Placement,
  clip: Members,
  edit: Edit,
): void {
  const { anchor, fit, given, offset, scale } = placement;
  const hasSize = given.width !== null && given.height !== null;
  const isSized = given.width !== null || given.height !== null;
  const at = clip.at('fit');
  if (fit === 'none' && !isSized) {
    own.set('resize', 'none', at).set('position', positionName(anchor), clip.at('position'));
    for (const side of ['x', 'y'] as const) {
      const pixels = Math.round(offset[side]);
      if (pixels !== 0) own.set(`offset-${side}`, pixels, clip.at('offset'));
    }
    setScale(own, scale * edit.factor, placement, clip);
    return;
  }
  const whole = editedFrame(edit);
  const size = { width: given.width ?? whole.width, height: given.height ?? whole.height };
  // A picture in its own size is cut by its box, and both grow together.
  const isFixed = fit === 'none';
  const still = isFixed ? { ...placement, scale: 1 } : placement;
  setBox(own, boxOf(still, size, edit), clip, edit);
  if (isFixed) setScale(own, scale, placement, clip);
  own.set(
    'resize',
    { crop: undefined, cover: 'stretch', contain: 'contain', none: 'center' }[fit],
    at,
  );
  const isCentered = anchor.x === 0.5 && anchor.y === 0.5;
  if (fit === 'contain' && !hasSize && !isCentered)
    edit.report.note(
      at,
      'A picture with other proportions than the frame is in the middle of the area for it, instead of at its edge.',
    );
}

function setScale(own: OwnObject, scale: number, { anchor }: Placement, clip: Members): void {
  if (Math.abs(scale - 1) < 1e-6) return;
  own.set('scale', rounded(scale), clip.at('scale'));
  setAnchor(own, anchor, clip);
}

/** Sets the point about which an element grows and turns, which is where it is attached to the frame. */
export function setAnchor(own: OwnObject, { x, y }: Anchor, clip: Members): void {
  if (x !== 0.5 || y !== 0.5) own.set('anchor', { x, y }, clip.at('position'));
}
