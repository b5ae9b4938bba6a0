import type { Path, PathCommand } from '../drawing/path.js';
import { roundedRect } from '../drawing/rectangles.js';
import type { Waveform } from '../project/types/index.js';
import type { Size } from '../timeline/box.js';
import type { Heights } from './heights.js';

/** Points of a line for each height, so that it bends smoothly. */
const STEPS = 4;
/** The width of a line without one, as a share of the height. */
const LINE = 1 / 40;
/** How far a corner of a line reaches out, in half widths. */
const LONGEST_MITER = 2;

/** The most points that the outline of a waveform has. */
export function mostPoints({ style, bars, roundness }: Waveform): number {
  if (style === 'line' || style === 'wave') return 2 * (STEPS * bars + 2);
  return bars * (roundness > 0 ? 17 : 4);
}

/** The outline of heights in the style of a waveform, in pixels of its box. */
export function outlineOf(waveform: Waveform, heights: Heights, size: Size): Path {
  switch (waveform.style) {
    case 'line':
      return lineOutline(waveform, heights, size);
    case 'wave':
      return waveOutline(heights, size);
    default:
      return barOutlines(waveform, heights, size);
  }
}

/** Bars of whole pixels, so that all are sharp and have the same width. */
function barOutlines(waveform: Waveform, heights: Heights, { width, height }: Size): Path {
  const { style, gap, roundness } = waveform;
  const slot = width / heights.length;
  const wide = Math.max(1, Math.round(slot * (1 - gap)));
  const radius = (wide / 2) * roundness;
  // A silent bar is a dot.
  const least = Math.min(height, Math.max(1, Math.round(2 * radius)));
  return [...heights].flatMap((share, index) => {
    const x = Math.round(index * slot + (slot - wide) / 2);
    if (style === 'bars') {
      const tall = Math.max(least, Math.round(share * height));
      return roundedRect({ left: x, right: x + wide, top: height - tall, bottom: height }, radius);
    }
    const half = Math.round(Math.max(least, share * height) / 2);
    const middle = height / 2;
    return roundedRect(
      { left: x, right: x + wide, top: middle - half, bottom: middle + half },
      radius,
    );
  });
}

/** An area about the middle of the box. */
function waveOutline(heights: Heights, { width, height }: Size): Path {
  const points = smooth(heights, width);
  // In silence, a line remains.
  const half = (share: number) => Math.max(0.5, Math.round(share * height) / 2);
  const middle = height / 2;
  return polygon([
    ...points.map(([x, share]): Point => [x, middle - half(share)]),
    ...points.reverse().map(([x, share]): Point => [x, middle + half(share)]),
  ]);
}

/** A line of the same width everywhere, within the box. */
function lineOutline({ lineWidth }: Waveform, heights: Heights, { width, height }: Size): Path {
  const wide = Math.min(height, Math.max(1, lineWidth ?? height * LINE));
  const points = smooth(heights, width).map(([x, share]): Point => [
    x,
    height - wide / 2 - Math.round(share * (height - wide)),
  ]);
  const normals = points.map((_, index) => normalAt(points, index));
  const beside = (side: 1 | -1) =>
    points.map(([x, y], index): Point => {
      const [across, down] = normals[index]!;
      return [x + (side * across * wide) / 2, y + (side * down * wide) / 2];
    });
  return polygon([...beside(-1), ...beside(1).reverse()]);
}

type Point = readonly [x: number, y: number];

/** The direction across a line at one of its points, as long as the corner there needs. */
function normalAt(points: readonly Point[], index: number): Point {
  const before = across(points[Math.max(0, index - 1)]!, points[Math.max(1, index)]!);
  const last = points.length - 1;
  const after = across(points[Math.min(last - 1, index)]!, points[Math.min(last, index + 1)]!);
  const [x, y] = [before[0] + after[0], before[1] + after[1]];
  // Both have a length of 1, so this is twice the cosine of half the angle between them.
  const length = Math.hypot(x, y);
  const reach = Math.min(LONGEST_MITER, 2 / Math.max(length, 0.001));
  return [(x / Math.max(length, 0.001)) * reach, (y / Math.max(length, 0.001)) * reach];
}

function across([fromX, fromY]: Point, [toX, toY]: Point): Point {
  const length = Math.hypot(toX - fromX, toY - fromY) || 1;
  return [-(toY - fromY) / length, (toX - fromX) / length];
}

/** Points through the heights, which bend without overshooting, from edge to edge of the box. */
function smooth(heights: Heights, width: number): [x: number, share: number][] {
  const slot = width / heights.length;
  const points: [number, number][] = [[0, heights[0]!]];
  for (let index = 0; index < heights.length; index++) {
    const [from, to] = [heights[index]!, heights[index + 1]];
    const x = (index + 0.5) * slot;
    if (to === undefined) points.push([x, from]);
    else {
      for (let step = 0; step < STEPS; step++) {
        const part = step / STEPS;
        points.push([x + part * slot, from + (to - from) * part * part * (3 - 2 * part)]);
      }
    }
  }
  points.push([width, heights.at(-1)!]);
  return points;
}

function polygon(points: readonly Point[]): Path {
  return points.map(([x, y], index): PathCommand => [index === 0 ? 'M' : 'L', x, y]);
}
