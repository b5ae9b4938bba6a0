import { numberOf } from '../css.js';
import type { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import type { SourceFacts } from '../../../sources/source-facts.js';
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
 * @param video what is known of the first video, whose size and frame rate a spec has by default; null without videos
 */
export function translateSize(
  given: Layer,
  own: OwnObject,
  { video, report }: Context,
): { width: number; height: number } {
  const size = sizeOf(given, { video, report });
  const isFast = given.get('fast') === true;
  const { width, height } = isFast ? fastSize(size) : size;
  own.set('width', width, given.at('width')).set('height', height, given.at('height'));
  if (isFast) own.set('draft', true, given.at('fast'));
  own.set('fps', isFast ? FAST.fps : fpsOf(given, { video, report }), given.at('fps'));
  return { width, height };
}

const even = (pixels: number) => Math.max(SHORTEST, 2 * Math.round(pixels / 2));

function fastSize({ width, height }: { width: number; height: number }) {
  const proportions = Math.sqrt(width / height);
  return { width: even(FAST.side * proportions), height: even(FAST.side / proportions) };
}

interface Context {
  readonly video: Partial<SourceFacts> | null;
  readonly report: Report;
}

function sizeOf(given: Layer, { video, report }: Context): { width: number; height: number } {
  const width = sideOf('width', given, report);
  const height = sideOf('height', given, report);
  if (width !== null && height !== null) return { width, height };
  // A height alone has no effect in editly.
  const across = width ?? even(Math.min(LONGEST, video?.width ?? DEFAULT_WIDTH));
  if (video === null) return { width: across, height: across };
  if (video.width && video.height)
    return {
      width: across,
      height: even(Math.min(LONGEST, (across * video.height) / video.width)),
    };
  const down = even(across * COMMON_PROPORTIONS);
  report.noteUnknown(
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

function fpsOf(given: Layer, { video, report }: Context): unknown {
  const value = given.get('fps');
  if (value === undefined || value === null || value === 0) {
    if (video?.frameRate) return possibleRate(video.frameRate);
    const message = `The frame rate of the first video is not known yet, so this one has ${DEFAULT_FPS} frames per second. Set "fps".`;
    if (video !== null) report.noteUnknown(given.at('fps'), message);
    return DEFAULT_FPS;
  }
  const rate = numberOf(value);
  if (rate === null) return value;
  const possible = possibleRate(rate);
  if (Math.abs(possible - rate) > 0.001)
    report.note(given.at('fps'), `The video has ${possible} instead of ${rate} frames per second.`);
  return possible;
}

const FRACTIONS = [23.976, 29.97, 59.94];

/** The nearest rate that a video config can have. */
const possibleRate = (rate: number) =>
  FRACTIONS.find((one) => Math.abs(one - rate) < 0.001) ??
  Math.min(FASTEST, Math.max(SLOWEST, Math.round(rate)));
