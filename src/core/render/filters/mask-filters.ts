import type { FrameRate } from '../../project/types/index.js';
import type { ShapePicture } from '../../raster/types.js';
import type { ShapePaint, VisualClip } from '../../timeline/types.js';
import { decimal } from './filter-values.js';
import { hasHoles } from '../segment/transparency.js';
import type { Layer, Placement, Turn } from '../segment/types.js';

/**
 * Empty around what is turned, in pixels: its edges are mixed with what lies outside of them, and
 * colours need one colour sample beyond.
 */
const MARGIN = 2;

/** The mask and the turn of a clip's layer. */
export function maskAndTurn(
  { cornersAndRotation, shape }: VisualClip,
  placement: Placement,
  { playedFrames, fps }: { readonly playedFrames: number; readonly fps: FrameRate },
): Pick<Layer, 'mask' | 'turn'> {
  const { rotation } = cornersAndRotation;
  const perFrame = rotation ? (rotation.speed * fps.den) / fps.num : 0;
  const turn = rotation && {
    degrees: (rotation.angle + perFrame * playedFrames) % 360,
    degreesPerPicture: perFrame,
    ...turnedSize(placement, rotation.angle, perFrame !== 0),
  };
  // A shape is drawn with its corners.
  const radius = shape ? 0 : radiusOf(cornersAndRotation.cornerRadius, placement);
  if (radius === 0 && turn === null) return { mask: null, turn: null };
  const margin = turn === null ? 0 : MARGIN;
  const width = placement.width + 2 * margin;
  const height = placement.height + 2 * margin;
  return { mask: { kind: 'mask', width, height, margin, radius }, turn };
}

/** A shape as it is drawn, in the size of its box. */
export function shapePicture(
  { form, fill, stroke }: ShapePaint,
  { cornersAndRotation }: VisualClip,
  { width, height }: Placement,
): ShapePicture {
  const radius = radiusOf(cornersAndRotation.cornerRadius, { width, height });
  return { kind: 'shape', form, width, height, radius, fill, stroke };
}

/** Where the box of a layer's frames stands; a turned layer stays around its middle. */
export function overlayPlace({ x, y, width, height, turn }: Layer): { x: number; y: number } {
  if (turn === null) return { x, y };
  const even = (position: number) => 2 * Math.floor(position / 2);
  return { x: even(x + (width - turn.width) / 2), y: even(y + (height - turn.height) / 2) };
}

/**
 * The filters that cut and turn a layer's frames.
 *
 * @param mask label of the mask's input
 * @param hold filter that repeats the mask for all frames; null: there is one frame
 */
export function maskFilters(layer: Layer, mask: string, hold: string | null): string[] {
  const { turn } = layer;
  if (layer.mask === null) return [];
  const [m, x] = [MARGIN, 2 * MARGIN];
  const cut = `[${mask}]format=gray,setsar=1${hold ? `,${hold}` : ''}[mask];`;
  // The mask takes the place of alpha, so what lets something through already is multiplied with it.
  const merge = hasHoles(layer)
    ? `split[picture][holes];[holes]alphaextract[alpha];${cut}` +
      '[alpha][mask]blend=all_mode=multiply[both];[picture][both]alphamerge'
    : `null[picture];${cut}[picture][mask]alphamerge`;
  return [
    ...(turn ? [`pad=iw+${x}:ih+${x}:${m}:${m}`, `fillborders=${m}:${m}:${m}:${m}:smear`] : []),
    merge,
    ...(turn ? [rotateFilter(turn)] : []),
  ];
}

function rotateFilter({ degrees, degreesPerPicture, width, height }: Turn): string {
  const angle =
    degreesPerPicture === 0
      ? decimal(degrees)
      : `(${decimal(degrees)}+n*${decimal(degreesPerPicture)})`;
  return `rotate=a='${angle}*PI/180':ow=${width}:oh=${height}:c=black@0`;
}

function radiusOf(
  radius: VisualClip['cornersAndRotation']['cornerRadius'],
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const shorter = Math.min(width, height);
  return Math.min(shorter / 2, 'px' in radius ? radius.px : radius.share * shorter);
}

/** Room for a turned rectangle with its margin: at one angle, or at any. */
function turnedSize({ width, height }: Placement, angle: number, turning: boolean) {
  const even = (size: number) => 2 * Math.ceil(size / 2 - 1e-9);
  const across = width + 2 * MARGIN;
  const down = height + 2 * MARGIN;
  if (turning) {
    const diagonal = even(Math.hypot(across, down));
    return { width: diagonal, height: diagonal };
  }
  const turn = (angle * Math.PI) / 180;
  const sine = Math.abs(Math.sin(turn));
  const cosine = Math.abs(Math.cos(turn));
  return {
    width: even(across * cosine + down * sine),
    height: even(across * sine + down * cosine),
  };
}
