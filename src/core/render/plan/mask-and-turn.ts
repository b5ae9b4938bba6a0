import { alignNearest, alignUp } from '../../util/align.js';
import type { FrameRate, Length, ShapeMask } from '../../project/types/index.js';
import type { MaskArea, ShapePicture } from '../../raster/types.js';
import type { Size } from '../../timeline/box.js';
import type { ShapePaint, VisualClip } from '../../timeline/types.js';
import type { Layer, LayerShadow, Placement } from '../segment/types.js';

/**
 * Empty pixels around a turned layer. The filter mixes edges with the pixels outside of them, and chroma
 * needs one more sample.
 */
const MARGIN = 2;

/** The mask and the turn of a clip's layer. */
export function maskAndTurn(
  { cornersAndRotation, shape, mask }: VisualClip,
  placement: Placement,
  { playedFrames, fps }: { readonly playedFrames: number; readonly fps: FrameRate },
): Pick<Layer, 'mask' | 'turn'> {
  const { rotation, cornerRadius } = cornersAndRotation;
  const perFrame = rotation ? (rotation.speed * fps.den) / fps.num : 0;
  const turn = rotation && {
    degrees: (rotation.angle + perFrame * playedFrames) % 360,
    degreesPerPicture: perFrame,
    ...turnedSize(placement, rotation.angle, perFrame !== 0),
  };
  // The drawing of a shape includes its corners.
  const radius = shape ? 0 : radiusOf(cornerRadius, placement);
  if (radius === 0 && turn === null && mask === null) return { mask: null, turn: null };
  const margin = turn === null ? 0 : MARGIN;
  const width = placement.width + 2 * margin;
  const height = placement.height + 2 * margin;
  const area = mask && maskArea(mask, placement);
  return { mask: { kind: 'mask', width, height, margin, radius, area }, turn };
}

/** The form of a mask, in pixels of the placed picture. */
export function maskArea(mask: ShapeMask, { width, height }: Size): MaskArea {
  const pixels = (length: Length, of: number) => ('px' in length ? length.px : length.share * of);
  const area = {
    x: pixels(mask.x, width),
    y: pixels(mask.y, height),
    width: Math.max(1, pixels(mask.width, width)),
    height: Math.max(1, pixels(mask.height, height)),
  };
  const shorter = Math.min(area.width, area.height);
  const { form, inverted } = mask;
  const radius = Math.min(shorter / 2, pixels(mask.radius, shorter));
  return { form, ...area, radius, feather: pixels(mask.feather, shorter), inverted };
}

/** The border of a clip, at the size of its placed picture. */
export function borderPicture(
  { cornersAndRotation: { border, cornerRadius } }: VisualClip,
  { width, height }: Size,
): ShapePicture | null {
  if (border === null) return null;
  const fill = { style: 'linear' as const, angle: 0, colors: [TRANSPARENT] };
  const radius = radiusOf(cornerRadius, { width, height });
  return { kind: 'shape', form: 'rectangle', width, height, radius, fill, stroke: border };
}

const TRANSPARENT = '#00000000';
/** A blur reaches three standard deviations. */
const REACH = 3;

/** The shadow of a clip. Its offset is even, because of the color samples of 4:2:0. */
export function shadowOf({ cornersAndRotation: { shadow } }: VisualClip): LayerShadow | null {
  if (shadow === null) return null;
  const sigma = shadow.blur / 2;
  return {
    x: alignNearest(shadow.x, 2),
    y: alignNearest(shadow.y, 2),
    sigma,
    margin: alignUp(REACH * sigma, 2),
    color: shadow.color,
  };
}

/** The drawing of a shape, at the size of its box. */
export function shapePicture(
  { form, path, fill, stroke }: ShapePaint,
  { cornersAndRotation }: VisualClip,
  { width, height }: Placement,
): ShapePicture {
  const radius = radiusOf(cornersAndRotation.cornerRadius, { width, height });
  const outline = path === undefined ? {} : { path };
  return { kind: 'shape', form, ...outline, width, height, radius, fill, stroke };
}

/** The radius of the corners of a clip, in pixels. */
export function radiusOf(
  radius: VisualClip['cornersAndRotation']['cornerRadius'],
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const shorter = Math.min(width, height);
  return Math.min(shorter / 2, 'px' in radius ? radius.px : radius.share * shorter);
}

/** The size that a turned rectangle and its margin need: at one angle, or at every angle if it keeps turning. */
function turnedSize({ width, height }: Placement, angle: number, keepsTurning: boolean) {
  // The sine of a full turn is not exactly 0 in floating point.
  const even = (size: number) => alignUp(size - 2e-9, 2);
  const outerWidth = width + 2 * MARGIN;
  const outerHeight = height + 2 * MARGIN;
  if (keepsTurning) {
    const diagonal = even(Math.hypot(outerWidth, outerHeight));
    return { width: diagonal, height: diagonal };
  }
  const radians = (angle * Math.PI) / 180;
  const sine = Math.abs(Math.sin(radians));
  const cosine = Math.abs(Math.cos(radians));
  return {
    width: even(outerWidth * cosine + outerHeight * sine),
    height: even(outerWidth * sine + outerHeight * cosine),
  };
}
