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
};

const STILL_DEMUXERS: ReadonlySet<string> = new Set(['jpeg_pipe', 'png_pipe', 'webp_pipe']);

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
  const demuxer = type && DEMUXERS[type.ext];
  if (demuxer) return demuxer;
  const found = type ? `is ${type.mime}` : 'is of no type that can be recognised';
  throw new JobFailure(
    'MEDIA_INVALID',
    `The source ${found}; accepted are ${Object.keys(DEMUXERS).join(', ')}.`,
    pointer,
  );
}

/** Options before an input: local files only, its one demuxer, and no picture beyond 64 megapixels. */
export function safeInputOptions(demuxer: string): string[] {
  const options = ['-protocol_whitelist', 'file,pipe', '-max_pixels', '67108864', '-f', demuxer];
  return options;
}
