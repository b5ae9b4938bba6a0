import type { CubeLut, LutPoints } from './read-cube.js';

/** 64 and 940 of 1023: black and white of video. */
const VIDEO_BLACK = 64 / 1023;
const VIDEO_SPAN = 876 / 1023;

/**
 * Looks a color up. Between points, curves are linear, and a grid is interpolated in tetrahedra, as `lut3d` of ffmpeg does. Colors
 * outside of the domain have the value of its edge.
 *
 * @param color red, green, and blue from 0 to 1; replaced by the result, which may be outside of this range
 */
export function lookUp(lut: CubeLut, color: Float64Array): void {
  const { curves, grid, videoIn, videoOut } = lut;
  if (videoIn) color.forEach((value, at) => (color[at] = VIDEO_BLACK + VIDEO_SPAN * value));
  if (curves !== null) throughCurves(curves, color);
  if (grid !== null) throughGrid(grid, color);
  if (videoOut) color.forEach((value, at) => (color[at] = (value - VIDEO_BLACK) / VIDEO_SPAN));
}

/** Where a value is, from 0 to the number of points minus one. */
function placeIn({ size, min, max }: LutPoints, channel: number, value: number): number {
  const from = min[channel]!;
  const share = (value - from) / (max[channel]! - from);
  return Math.max(0, Math.min(1, share)) * (size - 1);
}

function throughCurves(points: LutPoints, color: Float64Array): void {
  for (let channel = 0; channel < 3; channel++) {
    const place = placeIn(points, channel, color[channel]!);
    const before = Math.min(points.size - 2, Math.floor(place));
    const low = points.values[3 * before + channel]!;
    const high = points.values[3 * before + 3 + channel]!;
    color[channel] = low + (high - low) * (place - before);
  }
}

/** From the corner of a cell along the channel with the largest share first: these four corners are a tetrahedron. */
function throughGrid(points: LutPoints, color: Float64Array): void {
  const { size, values } = points;
  const steps = [3, 3 * size, 3 * size * size];
  let corner = 0;
  const shares = [0, 1, 2].map((channel) => {
    const place = placeIn(points, channel, color[channel]!);
    const before = Math.min(size - 2, Math.floor(place));
    corner += before * steps[channel]!;
    return place - before;
  });
  const order = [0, 1, 2].sort((a, b) => shares[b]! - shares[a]!);
  for (let channel = 0; channel < 3; channel++) {
    let at = corner;
    let result = values[at + channel]!;
    for (const axis of order) {
      const next = at + steps[axis]!;
      result += (values[next + channel]! - values[at + channel]!) * shares[axis]!;
      at = next;
    }
    color[channel] = result;
  }
}
