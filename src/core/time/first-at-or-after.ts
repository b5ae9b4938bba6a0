/**
 * Index of the first of the ascending frames that is not before `frame`, or their number if all are before
 * it.
 */
export function firstAtOrAfter(frames: readonly number[], frame: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (frames[middle]! < frame) low = middle + 1;
    else high = middle;
  }
  return low;
}
