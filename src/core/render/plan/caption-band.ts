import type { PixelRows } from '../../drawing/drawn-rows.js';
import { BAND_SLICE_ROWS, type RowBand } from '../../h264/band-fill.js';

const MB = 16;
/** A larger share of the frame is not worth encoding apart. */
const LARGEST_SHARE = 0.6;

/**
 * The rows of macroblocks around rows of pixels, with margins of a slice. Where the frame ends, there is no margin. If there
 * is one below, the band is a whole number of slices, so that the margin is the last of them.
 *
 * @returns null if the band is most of the frame
 */
export function bandAround({ top, bottom }: PixelRows, height: number): RowBand | null {
  const all = Math.ceil(height / MB);
  const first = Math.max(0, Math.floor(top / MB) - BAND_SLICE_ROWS);
  const needed = Math.ceil(bottom / MB) + BAND_SLICE_ROWS - first;
  const end = Math.min(all, first + Math.ceil(needed / BAND_SLICE_ROWS) * BAND_SLICE_ROWS);
  if (bottom <= 0 || first >= all || end - first > LARGEST_SHARE * all) return null;
  return { first, end };
}
