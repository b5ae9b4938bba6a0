import { alignDown } from '../../util/align.js';
import { pictureHasTransparency } from '../segment/transparency.js';
import type { Layer, Turn } from '../segment/types.js';
import { decimal } from './filter-values.js';

/** Where the box of a layer's frames goes. A turned layer keeps its center. */
export function overlayPlace({ x, y, width, height, turn, path }: Layer): { x: number; y: number } {
  if (path) return { x: path.area.x, y: path.area.y };
  if (turn === null) return { x, y };
  return {
    x: alignDown(x + (width - turn.width) / 2, 2),
    y: alignDown(y + (height - turn.height) / 2, 2),
  };
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
