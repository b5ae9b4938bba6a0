import { numberOf } from '../css.js';
import type { OwnObject } from '../own-object.js';
import { type Report, SILENT } from '../report.js';
import type { SourceFacts } from '../../types/source-facts.js';
import type { Layer } from './layer.js';

/** The width of a video without one. */
const DEFAULT_WIDTH = 640;
const DEFAULT_FPS = 25;
/** The width and the rate of a GIF without any. */
const GIF_WIDTH = 320;
export const GIF_FPS = 10;
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
  { video, isGif, report }: Context,
): Size {
  const size = sizeOf(given, { video, isGif, report });
  const isFast = given.isOn('fast');
  const { width, height } = isFast ? fastSize(size) : size;
  own.set('width', width, given.at('width')).set('height', height, given.at('height'));
  const fps = fpsOf(given, { video, isGif, report: isFast ? SILENT : report });
  if (isFast) own.set('draft', true, given.at('fast'));
  own.set('fps', isFast ? FAST.fps : fps, given.at('fps'));
  return { width, height };
}

const even = (pixels: number) => Math.max(SHORTEST, 2 * Math.round(pixels / 2));

interface Size {
  readonly width: number;
  readonly height: number;
}

function fastSize({ width, height }: Size): Size {
  const proportions = Math.sqrt(width / height);
  return { width: even(FAST.side * proportions), height: even(FAST.side / proportions) };
}

interface Context {
  readonly video: Partial<SourceFacts> | null;
  readonly isGif: boolean;
  readonly report: Report;
}

function sizeOf(given: Layer, context: Context): Size {
  const wished = wishedSize(given, context);
  // What is too large keeps its proportions.
  const scale = Math.min(1, LONGEST / Math.max(wished.width, wished.height));
  const size = { width: even(wished.width * scale), height: even(wished.height * scale) };
  for (const side of ['width', 'height'] as const) {
    if (given.number(side) === null || size[side] === wished[side]) continue;
    const message = `Sides are even, and have ${SHORTEST} to ${LONGEST} pixels, so "${side}" is ${size[side]}.`;
    context.report.note(given.at(side), message);
  }
  return size;
}

function wishedSize(given: Layer, { video, isGif, report }: Context): Size {
  const width = sideOf('width', given, report);
  const height = sideOf('height', given, report);
  if (width !== null && height !== null) return { width, height };
  // A height alone has no effect in editly.
  const across = width ?? (isGif ? GIF_WIDTH : (video?.width ?? DEFAULT_WIDTH));
  if (video === null) return { width: across, height: across };
  if (video.width && video.height)
    return { width: across, height: (across * video.height) / video.width };
  const down = even(across * COMMON_PROPORTIONS);
  report.noteUnknown(
    given.at('width'),
    `The size of the first video is not known, so this one is ${across}x${down}. Set "width" and "height".`,
  );
  return { width: across, height: down };
}

/** A side in pixels. Null if it is missing. */
function sideOf(side: 'width' | 'height', given: Layer, report: Report): number | null {
  const value = given.get(side);
  if (value === undefined || value === null || value === 0 || value === '') return null;
  const pixels = numberOf(value);
  if (pixels !== null && pixels > 0) return pixels;
  report.refuse(given.at(side), `Expected "${side}" to be a number of pixels.`);
  return DEFAULT_WIDTH;
}

function fpsOf(given: Layer, { video, isGif, report }: Context): unknown {
  const value = given.get('fps');
  if (value === undefined || value === null || value === 0) {
    if (isGif) return GIF_FPS;
    if (video?.frameRate) return possibleRate(video.frameRate);
    const message = `The frame rate of the first video is not known, so this one has ${DEFAULT_FPS} frames per second. Set "fps".`;
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
