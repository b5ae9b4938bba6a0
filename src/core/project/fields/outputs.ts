import { list, object, variants } from '../../fields/composites.js';
import type { Field, FieldPlace } from '../../fields/field.js';
import { choice, integer, number, pattern } from '../../fields/scalars.js';
import {
  AUDIO_FORMATS,
  type AudioFormat,
  type FileOutput,
  POSTER_FORMATS,
  type PosterFormat,
  PREVIEW_FORMATS,
  type PreviewFormat,
} from '../types/index.js';
import { LONGEST_SECONDS } from './values.js';
import { alignNearest } from '../../util/align.js';

/** Width and height of each aspect ratio. */
const RATIOS = { '16:9': [16, 9], '9:16': [9, 16], '1:1': [1, 1], '4:5': [4, 5] } as const;
type Ratio = keyof typeof RATIOS;

/** The video in another aspect ratio. `frame` is its size in pixels. */
export interface ParsedVideoOutput {
  readonly type: 'video';
  readonly pointer: string;
  readonly name: string;
  readonly frame: { readonly width: number; readonly height: number };
}

export type ParsedOutput = ParsedVideoOutput | FileOutput;

const LONGEST_PREVIEW_SECONDS = 30;
const toMs = (seconds: number) => Math.round(seconds * 1000);

const common = <const T extends string>(type: T) => ({
  type: choice<T>([type]).required(),
  name: pattern(
    '^[a-z0-9][a-z0-9-]{0,39}$',
    '1 to 40 lowercase letters, digits, and hyphens that begin with a letter or digit',
  )
    .orNull()
    .describe('File name without the extension.'),
});

const side = integer({ min: 16, max: 2048, even: true }).orNull();

const video: Field<ParsedVideoOutput> = object(
  {
    ...common('video'),
    ratio: choice<Ratio>(Object.keys(RATIOS) as Ratio[])
      .required()
      .describe('Aspect ratio. The shorter side is as long as that of the video.'),
  },
  { title: 'output-video' },
).map(({ name, ratio }, { pointer, context }) => {
  const [across, down] = RATIOS[ratio];
  const short = Math.min(context.frame.width, context.frame.height);
  const long = alignNearest((short * Math.max(across, down)) / Math.min(across, down), 2);
  const frame = across > down ? { width: long, height: short } : { width: short, height: long };
  return { type: 'video', pointer, name: name ?? ratio.replace(':', 'x'), frame };
});

const poster = object(
  {
    ...common('poster'),
    format: choice<PosterFormat>(POSTER_FORMATS).default('jpg').describe('File format.'),
    time: number({ min: 0, max: LONGEST_SECONDS, unit: 'seconds' })
      .default(0)
      .describe('Time of the frame in seconds. A time after the end selects the last frame.'),
    width: side.describe('Width in pixels. Default: the width of the video.'),
  },
  { title: 'output-poster' },
).map(({ name, format, time, width }, { pointer }) => ({
  type: 'poster' as const,
  pointer,
  name: name ?? 'poster',
  format,
  timeMs: toMs(time),
  width,
}));

const preview = object(
  {
    ...common('preview'),
    format: choice<PreviewFormat>(PREVIEW_FORMATS).default('gif').describe('File format.'),
    start: number({ min: 0, max: LONGEST_SECONDS, unit: 'seconds' })
      .default(0)
      .describe('Start of the preview in seconds.'),
    duration: number({ min: 0.1, max: LONGEST_PREVIEW_SECONDS, unit: 'seconds' })
      .default(3)
      .describe('Length of the preview in seconds.'),
    width: side.default(480).describe('Width in pixels.'),
    fps: integer({ min: 1, max: 30 }).default(10).describe('Frames per second.'),
  },
  { title: 'output-preview' },
).map(({ name, format, start, duration, width, fps }, { pointer }) => ({
  type: 'preview' as const,
  pointer,
  name: name ?? 'preview',
  format,
  startMs: toMs(start),
  durationMs: toMs(duration),
  width: width ?? 480,
  fps,
}));

const audio = object(
  {
    ...common('audio'),
    format: choice<AudioFormat>(AUDIO_FORMATS).default('m4a').describe('File format.'),
  },
  { title: 'output-audio' },
).map(({ name, format }, { pointer }) => ({
  type: 'audio' as const,
  pointer,
  name: name ?? 'audio',
  format,
}));

const item = variants({ video, poster, preview, audio });

/** Additional files. Each has a unique name. */
export const outputs: Field<ParsedOutput[]> = list(item, { min: 0, max: 10 })
  .default([])
  .map((read: (ParsedOutput | null)[], place) => refuseDuplicateNames(read, place));

/** File names that every video uses. */
const RESERVED_NAMES = ['video', 'subtitles'];

function refuseDuplicateNames(
  read: readonly (ParsedOutput | null)[],
  { issues }: FieldPlace,
): ParsedOutput[] {
  const found = read.filter((one) => one !== null);
  const names = new Set(RESERVED_NAMES);
  for (const { name, pointer } of found) {
    if (names.has(name))
      issues.add(`${pointer}/name`, `The name "${name}" is already used by another file.`);
    names.add(name);
  }
  return found;
}
