import { args } from '../../../core/util/args.js';
import { COVER_DECODERS, MEDIA_DECODERS, SOUND_DECODERS } from './decoders.js';

/**
 * The accepted file types, by the names that `file-type` and `detectTextOrRawAudio` return, and the demuxer
 * that reads each. ffmpeg never guesses the format, because playlists, concat scripts, SDP, and SVG can name
 * other files. Stills use single-picture demuxers. Unlike `image2`, these do not expand patterns in file
 * names.
 */
const DEMUXERS: Readonly<Record<string, string>> = {
  mp3: 'mp3',
  mp2: 'mp3',
  wav: 'wav',
  flac: 'flac',
  aac: 'aac',
  aif: 'aiff',
  caf: 'caf',
  ogg: 'ogg',
  oga: 'ogg',
  ogv: 'ogg',
  opus: 'ogg',
  spx: 'ogg',
  ac3: 'ac3',
  eac3: 'eac3',
  dts: 'dts',
  amr: 'amr',
  mp4: 'mov',
  m4a: 'mov',
  m4b: 'mov',
  m4p: 'mov',
  m4v: 'mov',
  f4v: 'mov',
  f4a: 'mov',
  mov: 'mov',
  '3gp': 'mov',
  '3g2': 'mov',
  webm: 'matroska',
  mkv: 'matroska',
  mpg: 'mpeg',
  mts: 'mpegts',
  avi: 'avi',
  asf: 'asf',
  flv: 'flv',
  jpg: 'jpeg_pipe',
  png: 'png_pipe',
  webp: 'webp_pipe',
  bmp: 'bmp_pipe',
  tif: 'tiff_pipe',
  gif: 'gif',
  apng: 'apng',
};

const STILL_DEMUXERS: ReadonlySet<string> = new Set([
  'jpeg_pipe',
  'png_pipe',
  'webp_pipe',
  'bmp_pipe',
  'tiff_pipe',
]);

/** Pictures that may move. Only their frames show whether they do. */
const ANIMATION_DEMUXERS: ReadonlySet<string> = new Set(['gif', 'apng']);

/** Demuxers whose timestamps synchronize sound and picture. */
const TIMED_DEMUXERS: ReadonlySet<string> = new Set([
  'mov',
  'matroska',
  'mpeg',
  'mpegts',
  'asf',
  'flv',
]);

/** Formats without an index. A seek may end after the picture at which decoding would have to begin. */
const UNINDEXED_DEMUXERS: ReadonlySet<string> = new Set(['mpeg', 'mpegts']);

export function mayBeAnimated(demuxer: string): boolean {
  return ANIMATION_DEMUXERS.has(demuxer);
}

export function isStillDemuxer(demuxer: string): boolean {
  return STILL_DEMUXERS.has(demuxer);
}

export function hasReliableTimestamps(demuxer: string): boolean {
  return TIMED_DEMUXERS.has(demuxer);
}

export function lacksIndex(demuxer: string): boolean {
  return UNINDEXED_DEMUXERS.has(demuxer);
}

/** The demuxer of a file type, or null if the type is not supported. */
export function demuxerOf(type: string): string | null {
  return Object.hasOwn(DEMUXERS, type) ? DEMUXERS[type]! : null;
}

const SOUND_FILE = [...SOUND_DECODERS, ...COVER_DECODERS];

/** The decoders that a file may use, by the kind of its demuxer. */
const DECODERS: Readonly<Record<string, readonly string[]>> = {
  jpeg_pipe: ['mjpeg'],
  png_pipe: ['png'],
  webp_pipe: ['webp'],
  bmp_pipe: ['bmp'],
  tiff_pipe: ['tiff', 'mjpeg'],
  gif: ['gif'],
  apng: ['apng', 'png'],
  // The streams inside HEIC and AVIF files.
  hevc: ['hevc'],
  ivf: ['libdav1d', 'libaom-av1', 'av1'],
  mov: MEDIA_DECODERS,
  matroska: MEDIA_DECODERS,
  avi: MEDIA_DECODERS,
  mpeg: MEDIA_DECODERS,
  mpegts: MEDIA_DECODERS,
  asf: MEDIA_DECODERS,
  flv: MEDIA_DECODERS,
  ogg: [...SOUND_FILE, 'theora', 'vp8', 'libvpx'],
  mp3: SOUND_FILE,
  flac: SOUND_FILE,
  wav: SOUND_FILE,
  aac: SOUND_FILE,
  aiff: SOUND_FILE,
  caf: SOUND_FILE,
  ac3: SOUND_FILE,
  eac3: SOUND_FILE,
  dts: SOUND_FILE,
  amr: SOUND_FILE,
};

/** 64 megapixels. */
export const MAX_PIXELS = 8192 * 8192;

/**
 * Options before an input: local files only, a fixed demuxer, the decoders of its kind, and a limit for the
 * picture size.
 */
export function safeInputOptions(demuxer: string): string[] {
  return args(
    ['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer],
    ['-codec_whitelist', (DECODERS[demuxer] ?? []).join(',')],
    ['-max_pixels', String(MAX_PIXELS), '-f', demuxer],
  );
}
