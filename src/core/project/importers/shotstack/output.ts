import type { Members } from '../members.js';
import { OwnObject } from '../own-object.js';
import type { Report } from '../report.js';
import { nameIn, noteUnread, numberIn, numberWithin, objectIn } from './fields.js';

interface Size {
  readonly width: number;
  readonly height: number;
}

const RESOLUTIONS = {
  preview: { width: 512, height: 288 },
  mobile: { width: 640, height: 360 },
  sd: { width: 1024, height: 576 },
  hd: { width: 1280, height: 720 },
  '1080': { width: 1920, height: 1080 },
  '4k': { width: 3840, height: 2160 },
} as const satisfies Record<string, Size>;
type Resolution = keyof typeof RESOLUTIONS;
const RESOLUTION_NAMES = Object.keys(RESOLUTIONS) as Resolution[];
const RATIOS = ['16:9', '9:16', '1:1', '4:5', '4:3'] as const;
const SIDES = { min: 16, max: 4096 };
const DEFAULT_FPS = 25;
const PREVIEW_FPS = 15;
const FPS = { min: 10, max: 60 };
const EXACT_FPS: readonly number[] = [23.976, 29.97, 59.94];
const QUALITIES = {
  verylow: 'low',
  low: 'low',
  medium: 'medium',
  high: 'high',
  veryhigh: 'high',
} as const;
const FORMATS = ['mp4', 'gif', 'mp3', 'jpg', 'png', 'bmp'] as const;
/** A preview here is not longer, and not larger. */
const GIF = { seconds: 30, width: 2048, fps: 30 };

const NO_SIZE = 'Without a resolution or a size, the video has the resolution "sd".';

/** What the output says about the video, besides what it sets. */
export interface OutputPlan {
  /** Size of the video. */
  readonly frame: Size;
  /** Pixels of the video for each pixel that the edit names. */
  readonly factor: number;
  readonly isMuted: boolean;
  /** The part of the timeline that is rendered, in seconds. */
  readonly range: { readonly start: number; readonly length: number | null };
}

/** Sets the size, the frame rate, the quality, and the files of the video. */
export function translateOutput(given: Members, own: OwnObject, report: Report): OutputPlan {
  const resolution = nameIn(given, 'resolution', RESOLUTION_NAMES, report);
  const edited = sizeOf(given, resolution, report);
  const scaledTo = nameIn(given, 'scaleTo', RESOLUTION_NAMES, report);
  const wanted = scaledTo === null ? edited : scaledSize(edited, scaledTo);
  const frame = evenSize(wanted, given, report);
  own.set('width', frame.width, given.pointer).set('height', frame.height, given.pointer);
  translateFps(given, own, resolution, report);
  const quality = nameIn(
    given,
    'quality',
    Object.keys(QUALITIES) as (keyof typeof QUALITIES)[],
    report,
  );
  own.set('quality', QUALITIES[quality ?? 'medium'], given.at('quality'));
  const range = rangeOf(given, report);
  const outputs = [...formatOutputs(given, { frame, report }), ...pictures(given, frame, report)];
  if (outputs.length > 0) own.setList('outputs', outputs, given.pointer);
  const mute = given.get('mute');
  return {
    frame,
    factor: frame.height / edited.height,
    isMuted: mute === true || mute === 'true',
    range,
  };
}

/** The size in which the edit is laid out. */
function sizeOf(given: Members, resolution: Resolution | null, report: Report): Size {
  const size = objectIn(given, 'size', report);
  const width = numberWithin(size, 'width', SIDES, report);
  const height = numberWithin(size, 'height', SIDES, report);
  noteUnread(size, report);
  const ratio = nameIn(given, 'aspectRatio', RATIOS, report) ?? '16:9';
  const hasPicture = given.get('format') !== 'mp3';
  if (hasPicture && resolution === null && width === null && height === null)
    report.note(given.pointer, NO_SIZE);
  const named = inRatio(RESOLUTIONS[resolution ?? 'sd'], ratio);
  if (width !== null && height !== null) return { width, height };
  if (width !== null || height !== null)
    report.note(size.pointer, 'A size has a width and a height. This one has no effect.');
  return named;
}

/** All ratios have the height of the resolution, except for `9:16`, which is turned. */
function inRatio({ width, height }: Size, ratio: (typeof RATIOS)[number]): Size {
  if (ratio === '9:16') return { width: height, height: width };
  const [across, down] = ratio.split(':').map(Number) as [number, number];
  return ratio === '16:9' ? { width, height } : { width: (height * across) / down, height };
}

/** The size with the same proportions and the shorter side of a resolution. */
function scaledSize({ width, height }: Size, resolution: Resolution): Size {
  const factor = RESOLUTIONS[resolution].height / Math.min(width, height);
  return { width: width * factor, height: height * factor };
}

/** H.264 in 4:2:0 needs even sides. */
function evenSize(wanted: Size, given: Members, report: Report): Size {
  const even = (side: number) => Math.min(SIDES.max, Math.max(SIDES.min, 2 * Math.round(side / 2)));
  const size = { width: even(wanted.width), height: even(wanted.height) };
  if (Math.abs(size.width - wanted.width) >= 1 || Math.abs(size.height - wanted.height) >= 1)
    report.note(given.at('size'), `Sides are even, so the size is ${size.width}x${size.height}.`);
  return size;
}

function translateFps(
  given: Members,
  own: OwnObject,
  resolution: Resolution | null,
  report: Report,
): void {
  const missing = resolution === 'preview' ? PREVIEW_FPS : DEFAULT_FPS;
  const wanted = numberIn(given, 'fps', report) ?? missing;
  const exact = EXACT_FPS.find((fps) => Math.abs(fps - wanted) < 0.01);
  const fps = exact ?? Math.min(FPS.max, Math.max(FPS.min, Math.round(wanted)));
  if (fps !== wanted && exact === undefined)
    report.note(
      given.at('fps'),
      `The video has ${fps} frames per second, the nearest that is possible.`,
    );
  own.set('fps', fps, given.at('fps'));
}

function rangeOf(given: Members, report: Report): OutputPlan['range'] {
  const range = objectIn(given, 'range', report);
  const start = Math.max(0, numberIn(range, 'start', report) ?? 0);
  const length = numberIn(range, 'length', report);
  noteUnread(range, report);
  return { start, length: length !== null && length > 0 ? length : null };
}

/** The format of the output, which is a file beside the MP4 file if it is another one. */
function formatOutputs(
  given: Members,
  { frame, report }: { readonly frame: Size; readonly report: Report },
): OwnObject[] {
  const at = given.at('format');
  const format = nameIn(given, 'format', [...FORMATS, 'jpeg', 'mov'] as const, report) ?? 'mp4';
  const repeat = given.get('repeat');
  if (format === 'mp4') return [];
  const own = new OwnObject(at);
  if (format === 'mov') {
    report.note(at, 'Videos are MP4 files.');
    return [];
  }
  if (format === 'mp3') {
    report.note(at, 'The MP3 file is made in addition to an MP4 file.');
    return [own.set('type', 'audio', at).set('format', 'mp3', at)];
  }
  if (format === 'gif') {
    const fps = Math.min(GIF.fps, Math.round(numberIn(given, 'fps', report) ?? DEFAULT_FPS));
    report.note(
      at,
      `The GIF file is made in addition to an MP4 file, and has up to ${GIF.seconds} seconds.`,
    );
    if (repeat === false) report.note(given.at('repeat'), 'The GIF file repeats.');
    own.set('type', 'preview', at).set('format', 'gif', at).set('duration', GIF.seconds, at);
    return [
      own.set('width', Math.min(GIF.width, frame.width), at).set('fps', Math.max(1, fps), at),
    ];
  }
  const kind = format === 'jpg' || format === 'jpeg' ? 'jpg' : 'png';
  report.note(
    at,
    `The ${kind === 'jpg' ? 'JPEG' : 'PNG'} file is made in addition to an MP4 file${format === 'bmp' ? ', in place of a BMP file' : ''}.`,
  );
  return [own.set('type', 'poster', at).set('format', kind, at).set('time', 0, at)];
}

/** The poster and the thumbnail. */
function pictures(given: Members, frame: Size, report: Report): OwnObject[] {
  return (['poster', 'thumbnail'] as const).flatMap((name) => {
    if (!given.has(name)) return [];
    const members = objectIn(given, name, report);
    const time = Math.max(0, numberIn(members, 'capture', report) ?? 0);
    const scale = numberWithin(members, 'scale', { min: 0.01, max: 1 }, report) ?? 1;
    noteUnread(members, report);
    const at = members.pointer;
    const width = Math.min(2048, Math.max(16, 2 * Math.round((frame.width * scale) / 2)));
    return [
      new OwnObject(at)
        .set('type', 'poster', at)
        .set('name', name, at)
        .set('time', time, members.at('capture'))
        .set('width', width, members.at('scale')),
    ];
  });
}
