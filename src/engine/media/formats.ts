import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { JobFailure } from '../../core/errors/job-failure.js';

/**
 * Accepted file types and the demuxer each is read with. ffmpeg is never left to guess: playlists,
 * concat scripts, SDP and SVG can name other files. Stills go through single-picture demuxers, which
 * unlike `image2` do not expand patterns in file names.
 */
const DEMUXERS: Readonly<Record<string, string>> = {
  mp3: 'mp3',
  wav: 'wav',
  flac: 'flac',
  ogg: 'ogg',
  oga: 'ogg',
  ogv: 'ogg',
  opus: 'ogg',
  aac: 'aac',
  m4a: 'mov',
  mp4: 'mov',
  m4v: 'mov',
  mov: 'mov',
  webm: 'matroska',
  mkv: 'matroska',
  jpg: 'jpeg_pipe',
  png: 'png_pipe',
  webp: 'webp_pipe',
  bmp: 'bmp_pipe',
  tif: 'tiff_pipe',
  gif: 'gif',
  apng: 'apng',
};

const STILL_DEMUXERS: ReadonlySet<string> = new Set([
  ...['jpeg_pipe', 'png_pipe', 'webp_pipe', 'bmp_pipe', 'tiff_pipe'],
]);

/** Pictures that may move: only their frames tell. */
const ANIMATION_DEMUXERS: ReadonlySet<string> = new Set(['gif', 'apng']);

export function mayMove(demuxer: string): boolean {
  return ANIMATION_DEMUXERS.has(demuxer);
}

export function isStill(demuxer: string): boolean {
  return STILL_DEMUXERS.has(demuxer);
}

/**
 * The demuxer of a file, by its content alone.
 *
 * @throws JobFailure MEDIA_INVALID when the content is of no accepted type
 */
export async function sniffDemuxer(path: string, pointer: string): Promise<string> {
  const type = await fileTypeFromFile(path);
  if (type?.ext === 'webp' && (await isAnimatedWebp(path))) {
    throw new JobFailure(
      'MEDIA_INVALID',
      'The source is animated WebP, which is not read; accepted are animated GIF and PNG.',
      pointer,
    );
  }
  const demuxer = type && DEMUXERS[type.ext];
  if (demuxer) return demuxer;
  const found = type ? `is ${type.mime}` : 'is of no type that can be recognised';
  throw new JobFailure(
    'MEDIA_INVALID',
    `The source ${found}; accepted are ${Object.keys(DEMUXERS).join(', ')}.`,
    pointer,
  );
}

/** By the flags of its extended header (byte 20), of which the second bit says so. */
async function isAnimatedWebp(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(21);
    await file.read(head, 0, head.length, 0);
    return head.toString('latin1', 12, 16) === 'VP8X' && (head[20]! & 0x02) !== 0;
  } finally {
    await file.close();
  }
}

/** Decoders of sound that any container may hold; of pulse code, those in use. */
const SOUND = [
  ...['aac', 'mp3', 'mp3float', 'ac3', 'eac3', 'alac', 'flac', 'opus', 'libopus', 'vorbis'],
  ...['pcm_s16le', 'pcm_s16be', 'pcm_s24le', 'pcm_s24be', 'pcm_s32le', 'pcm_s32be', 'pcm_u8'],
  ...['pcm_s8', 'pcm_f32le', 'pcm_f32be', 'pcm_f64le', 'pcm_f64be', 'pcm_alaw', 'pcm_mulaw'],
  ...['adpcm_ms', 'adpcm_ima_wav', 'adpcm_ima_qt', 'speex', 'libspeex'],
];
/** Of covers, which stand in files of sound as a stream of their own. */
const COVERS = ['mjpeg', 'png'];
const PICTURES = [
  ...[
    'h264',
    'hevc',
    'mpeg4',
    'vp8',
    'vp9',
    'libvpx',
    'libvpx-vp9',
    'ffv1',
    'av1',
    'libdav1d',
    'libaom-av1',
  ],
  ...['theora', 'prores', 'dnxhd', 'qtrle', ...COVERS],
];
/** Never shown, but ffprobe fails over a stream whose decoder it may not open. */
const TEXT = [
  'mov_text',
  'cc_dec',
  'subrip',
  'srt',
  'ass',
  'ssa',
  'webvtt',
  'text',
  'dvdsub',
  'pgssub',
];
const CONTAINED = [...PICTURES, ...SOUND, ...TEXT];

/**
 * The decoders a file may ask for: those of its kind. ffmpeg knows hundreds, most of them of formats
 * nobody uses any more, and it is there that its faults are found.
 */
const DECODERS: Readonly<Record<string, readonly string[]>> = {
  jpeg_pipe: ['mjpeg'],
  png_pipe: ['png'],
  webp_pipe: ['webp'],
  bmp_pipe: ['bmp'],
  tiff_pipe: ['tiff', 'mjpeg'],
  gif: ['gif'],
  apng: ['apng', 'png'],
  mov: CONTAINED,
  matroska: CONTAINED,
  ogg: [...SOUND, ...COVERS, 'theora', 'vp8', 'libvpx'],
  mp3: [...SOUND, ...COVERS],
  flac: [...SOUND, ...COVERS],
  wav: [...SOUND, ...COVERS],
  aac: [...SOUND, ...COVERS],
};

/** 64 megapixels. */
export const MOST_PIXELS = 8192 * 8192;

/**
 * Options before an input: local files only, its one demuxer and the decoders of its kind, and no
 * picture that is too large.
 */
export function safeInputOptions(demuxer: string): string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', demuxer],
    ...['-codec_whitelist', (DECODERS[demuxer] ?? []).join(',')],
    ...['-max_pixels', String(MOST_PIXELS), '-f', demuxer],
  ];
}
