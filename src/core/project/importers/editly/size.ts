import { numberOf } from '../css.js';
import type { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import type { Layer } from './layer.js';

/** The width of a video without one. */
const DEFAULT_WIDTH = 640;
const DEFAULT_FPS = 25;
const [SHORTEST, LONGEST] = [16, 4096];
const [SLOWEST, FASTEST] = [10, 60];
/** `fast` makes a video of as many pixels as a square of this side. */
const FAST = { side: 250, fps: 15 };
/** Of videos whose proportions the spec does not say. */
const COMMON_PROPORTIONS = 9 / 16;

/**
 * Sets the size and the frame rate.
 *
 * @param hasVideo whether a clip has a video, whose size and frame rate editly takes by default
 */
export function translateSize(
  given: Layer,
  own: OwnObject,
  { hasVideo, report }: { readonly hasVideo: boolean; readonly report: Report },
): { width: number; height: number } {
  const size = sizeOf(given, { hasVideo, report });
  const isFast = given.get('fast') === true;
  const { width, height } = isFast ? fastSize(size) : size;
  own.set('width', width, given.at('width')).set('height', height, given.at('height'));
  if (isFast) own.set('draft', true, given.at('fast'));
  own.set('fps', isFast ? FAST.fps : fpsOf(given, { hasVideo, report }), given.at('fps'));
  return { width, height };
}

const even = (pixels: number) => Math.max(SHORTEST, 2 * Math.round(pixels / 2));

function fastSize({ width, height }: { width: number; height: number }) {
  const proportions = Math.sqrt(width / height);
  return { width: even(FAST.side * proportions), height: even(FAST.side / proportions) };
}

interface Context {
  readonly hasVideo: boolean;
  readonly report: Report;
}

function sizeOf(given: Layer, { hasVideo, report }: Context): { width: number; height: number } {
  const width = sideOf('width', given, report);
  const height = sideOf('height', given, report);
  if (width !== null && height !== null) return { width, height };
  // A height alone has no effect in editly.
  const across = width ?? DEFAULT_WIDTH;
  if (!hasVideo) return { width: across, height: across };
  const down = even(across * COMMON_PROPORTIONS);
  report.note(
    given.at('width'),
    `The size of the first video is not known yet, so this one is ${across}x${down}. Set "width" and "height".`,
  );
  return { width: across, height: down };
}

/** A side in pixels, which H.264 in 4:2:0 needs to be even. Null if it is missing. */
function sideOf(side: 'width' | 'height', given: Layer, report: Report): number | null {
  const value = given.get(side);
  if (value === undefined || value === null || value === 0) return null;
  const pixels = numberOf(value);
  if (pixels === null || pixels < 2 || pixels > LONGEST) {
    report.refuse(given.at(side), `Expected "${side}" to be ${SHORTEST} to ${LONGEST} pixels.`);
    return DEFAULT_WIDTH;
  }
  const is = even(pixels);
  if (is !== pixels) {
    const message = `Sides are even, and at least ${SHORTEST} pixels, so "${side}" is ${is}.`;
    report.note(given.at(side), message);
  }
  return is;
}

function fpsOf(given: Layer, { hasVideo, report }: Context): unknown {
  const value = given.get('fps');
  if (value === undefined || value === null || value === 0) {
    const message = `The frame rate of the first video is not known yet, so this one has ${DEFAULT_FPS} frames per second. Set "fps".`;
    if (hasVideo) report.note(given.at('fps'), message);
    return DEFAULT_FPS;
  }
  const rate = numberOf(value);
  if (rate === null || Number.isInteger(rate)) {
    if (rate === null || (rate >= SLOWEST && rate <= FASTEST)) return value;
  } else if ([23.976, 29.97, 59.94].includes(Number(rate.toFixed(3)))) {
    return Number(rate.toFixed(3));
  }
  const nearest = Math.min(FASTEST, Math.max(SLOWEST, Math.round(rate)));
  report.note(given.at('fps'), `The video has ${nearest} instead of ${rate} frames per second.`);
  return nearest;
}
