import { args } from '../../../core/util/args.js';
import { COVER_DECODERS, MEDIA_DECODERS, SOUND_DECODERS } from './decoders.js';

/**
 * Accepted file types, as `file-type` and our own look at a file name them, and the demuxer each is read
 * with. ffmpeg is never left to guess: playlists, concat scripts, SDP and SVG can name other files.
 * Stills go through single-picture demuxers, which unlike `image2` do not expand patterns in file names.
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

/** Pictures that may move: only their frames tell. */
const ANIMATION_DEMUXERS: ReadonlySet<string> = new Set(['gif', 'apng']);

/** With times that are true for sound and picture together. */
const TIMED_DEMUXERS: ReadonlySet<string> = new Set([
  'mov',
  'matroska',
  'mpeg',
  'mpegts',
  'asf',
  'flv',
]);

/** Without an index: a seek may end behind the picture from which decoding could begin. */
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

/** The demuxer of a type of file; null when it is not read. */
export function demuxerOf(type: string): string | null {
  return Object.hasOwn(DEMUXERS, type) ? DEMUXERS[type]! : null;
}

const SOUND_FILE = [...SOUND_DECODERS, ...COVER_DECODERS];

/** The decoders a file may ask for: those of its kind. */
const DECODERS: Readonly<Record<string, readonly string[]>> = {
  jpeg_pipe: ['mjpeg'],
  png_pipe: ['png'],
  webp_pipe: ['webp'],
  bmp_pipe: ['bmp'],
  tiff_pipe: ['tiff', 'mjpeg'],
  gif: ['gif'],
  apng: ['apng', 'png'],
  // What is taken out of HEIC and AVIF.
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
 * Options before an input: local files only, its one demuxer and the decoders of its kind, and no
 * picture that is too large.
 */
export function safeInputOptions(demuxer: string): string[] {
  return args(
    ['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer],
    ['-codec_whitelist', (DECODERS[demuxer] ?? []).join(',')],
    ['-max_pixels', String(MAX_PIXELS), '-f', demuxer],
  );
}
