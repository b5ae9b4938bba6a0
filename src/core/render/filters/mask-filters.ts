import type { MatteType } from '../../project/types/index.js';
import type { Size } from '../../timeline/box.js';
import { alignDown } from '../../util/align.js';
import { pictureHasTransparency } from '../segment/transparency.js';
import type { Layer, LayerShadow, Turn } from '../segment/types.js';
import { bt709Samples } from './color-filters.js';
import { decimal, TO_BT709 } from './filter-values.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the box of a layer's frames goes. A turned layer keeps its center. */
export function overlayPlace({ x, y, width, height, turn, path }: Layer): Point {
  if (path) return { x: path.area.x, y: path.area.y };
  if (turn === null) return { x, y };
  return {
    x: alignDown(x + (width - turn.width) / 2, 2),
    y: alignDown(y + (height - turn.height) / 2, 2),
  };
}

/** The part of a layer that lies in the frame in which it is painted, in pixels of that frame. */
export interface VisiblePart extends Point, Size {
  /** The filter that leaves this part of the frames of the layer. */
  readonly crop: string;
}

/** Null if no part of the layer lies in the frame. */
export function visiblePart(layer: Layer, frame: Size): VisiblePart | null {
  const place = overlayPlace(layer);
  const size = layer.path?.area ?? layer.turn ?? layer;
  const x = Math.max(0, place.x);
  const y = Math.max(0, place.y);
  const width = Math.min(frame.width, place.x + size.width) - x;
  const height = Math.min(frame.height, place.y + size.height) - y;
  if (width <= 0 || height <= 0) return null;
  const crop = `crop=${width}:${height}:${x - place.x}:${y - place.y}:exact=1`;
  return { x, y, width, height, crop };
}

/** The filters that make gray pictures of a matte: white where the layer shows. */
export function matteFilters(type: MatteType, alpha: boolean): string[] {
  const value = type.startsWith('luma') ? '(val-16)*255/219' : 'val';
  const shown = type.endsWith('inverted') ? `255-${value}` : value;
  // A matte that is opaque everywhere has no alpha.
  const opaque = `format=yuva420p,alphaextract`;
  return [
    type.startsWith('luma') && !alpha ? 'extractplanes=y' : opaque,
    `lut=c0='clip(${shown}+0.5,0,255)'`,
  ];
}

/** The filters that make a shadow of the frames of a layer, with space around it for the blur. */
export function shadowFilters({ sigma, margin, color }: LayerShadow): string {
  const [y, u, v] = bt709Samples(color).map(Math.round);
  const opacity = decimal(parseInt(color.slice(7, 9), 16) / 255);
  const pad = `pad=iw+${2 * margin}:ih+${2 * margin}:${margin}:${margin}:color=black@0`;
  return [
    'format=yuva420p',
    ...(margin > 0 ? [pad] : []),
    `lutyuv=y=${y}:u=${u}:v=${v}:a='0.5+val*${opacity}'`,
    ...(sigma > 0 ? [`gblur=sigma=${decimal(sigma)}:planes=8`] : []),
  ].join(',');
}

/**
 * The filters that draw the border of a layer over its frames.
 *
 * @param border label of the input with the border
 * @param repeat filter that repeats the border for all frames, or null for a single frame
 */
export function borderFilters(layer: Layer, border: string, repeat: string | null): string[] {
  if (layer.border === null) return [];
  const ring = `scale=${TO_BT709},format=yuva420p,setsar=1${repeat ? `,${repeat}` : ''}`;
  return [`null[bordered];[${border}]${ring}[border];[bordered][border]overlay`];
}

/**
 * The filters that cut a layer's frames to its mask and turn them.
 *
 * @param mask label of the mask's input
 * @param repeat filter that repeats the mask for all frames, or null for a single frame
 */
export function maskFilters(layer: Layer, mask: string, repeat: string | null): string[] {
  const { turn } = layer;
  if (layer.mask === null) return [];
  const m = layer.mask.margin;
  const cut = `[${mask}]format=gray,setsar=1${repeat ? `,${repeat}` : ''}[mask];`;
  // The mask replaces alpha, so alpha that is already there is multiplied with it.
  const merge = pictureHasTransparency(layer)
    ? `split[picture][holes];[holes]alphaextract[alpha];${cut}` +
      '[alpha][mask]blend=all_mode=multiply[both];[picture][both]alphamerge'
    : `null[picture];${cut}[picture][mask]alphamerge`;
  const pad = [`pad=iw+${2 * m}:ih+${2 * m}:${m}:${m}`, `fillborders=${m}:${m}:${m}:${m}:smear`];
  return [...(turn ? pad : []), merge, ...(turn ? [rotateFilter(turn)] : [])];
}

function rotateFilter({ degrees, degreesPerPicture, width, height }: Turn): string {
  const angle =
    degreesPerPicture === 0
      ? decimal(degrees)
      : `(${decimal(degrees)}+n*${decimal(degreesPerPicture)})`;
  return `rotate=a='${angle}*PI/180':ow=${width}:oh=${height}:c=black@0`;
}
