import { args } from '../../../core/util/args.js';
import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pictureColors } from '../../../core/color/picture-colors.js';
import { JobFailure } from '../../../core/job/job-failure.js';
import {
  type HeifPicture,
  readHeifPicture,
  type TiledStream,
} from '../../../core/media/heif-picture.js';
import { type ComplaintLog, type Complaints, countComplaints } from '../../ffmpeg/complaints.js';
import type { FfmpegService, FfmpegRun } from '../../ffmpeg/ffmpeg.service.js';
import { MAX_PIXELS, safeInputOptions } from '../formats/formats.js';
import { readWholePicture } from '../formats/read-whole-picture.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import { deriveWithLog } from '../store/derive-with-log.js';

const TIMEOUT_MS = 5 * 60_000;

export interface ConvertRequest {
  readonly pointer: string;
  readonly signal: AbortSignal;
  /** A sentence that says why the source cannot be decoded, if its structure shows it, otherwise null. */
  readonly broken: string | null;
}

/** A converted source. */
export interface ConvertedSource {
  readonly source: StoredSource;
  /** Messages of ffmpeg during the conversion. */
  readonly complaints: Complaints;
  /** A clause that says what is missing from a still picture, or null. */
  readonly missing: string | null;
}

/**
 * Converts a HEIC or AVIF picture to a PNG file. Some versions of ffmpeg cannot read these files, and none
 * before 7 assembles the tiles of a photo. All of them can decode the streams in the files.
 *
 * @throws JobFailure MEDIA_INVALID if the picture cannot be read
 */
export async function convertHeif(
  source: StoredSource,
  { ffmpeg, media }: MediaEngines,
  { signal, ...request }: ConvertRequest,
): Promise<ConvertedSource> {
  const heif = parseHeif(await readWholePicture(source.path, request.pointer), request);
  const decode = (part: string, complaints: ComplaintLog) =>
    decodeTo(part, heif, { ffmpeg, signal, complaints });
  const { path, complaints } = await deriveWithLog(source, 'heif-v1.png', media, decode);
  const shown = { exif: heif.orientation, colors: pictureColors(heif.colors) };
  return {
    source: { ...source, path, demuxer: 'png_pipe', shown },
    complaints,
    missing:
      missingOf(heif) ?? (countComplaints(complaints, UNDECODED) > 0 ? UNDECODED_PART : null),
  };
}

const UNDECODED = /Error while decoding|Error submitting packet/;
const UNDECODED_PART = 'a part of the picture cannot be decoded';

function missingOf({ picture, alpha }: HeifPicture): string | null {
  const tiles = picture.columns * picture.rows;
  if (picture.truncatedTiles > 0 && tiles > 1) {
    return `only ${tiles - picture.truncatedTiles} of the ${tiles} tiles of the picture are present`;
  }
  const cut = picture.truncatedTiles + (alpha?.truncatedTiles ?? 0);
  return cut > 0 ? 'a part of the picture is missing' : null;
}

function parseHeif(
  file: Uint8Array,
  { pointer, broken }: Omit<ConvertRequest, 'signal'>,
): HeifPicture {
  try {
    return readHeifPicture(file, MAX_PIXELS);
  } catch (error) {
    const why = (error as Error).message;
    throw new JobFailure(
      'MEDIA_INVALID',
      broken ??
        `The source is a HEIC or AVIF picture that cannot be read: ${why}. Convert it to JPEG or PNG.`,
      pointer,
    );
  }
}

async function decodeTo(
  output: string,
  heif: HeifPicture,
  { ffmpeg, ...run }: Pick<FfmpegRun, 'signal' | 'complaints'> & { readonly ffmpeg: FfmpegService },
): Promise<void> {
  const streams = [heif.picture, ...(heif.alpha ? [heif.alpha] : [])];
  const files = streams.map(() => join(dirname(output), `heif-${randomUUID()}`));
  try {
    await Promise.all(streams.map(({ bytes }, index) => writeFile(files[index]!, bytes)));
    await ffmpeg.run({
      inputs: streams.map(({ demuxer }, index) => ({
        path: files[index]!,
        options: safeInputOptions(demuxer),
      })),
      filtergraph: graphOf(heif),
      outputOptions: args(
        ['-map', '[v]', '-frames:v', '1', '-c:v', 'png', '-compression_level', '1'],
        ['-f', 'image2pipe'],
      ),
      output,
      cwd: dirname(output),
      ...run,
      timeoutMs: TIMEOUT_MS,
    });
  } finally {
    await Promise.all(files.map((file) => rm(file, { force: true })));
  }
}

/** The scaler's names of the matrices in ITU-T H.273. */
const MATRICES: Readonly<Record<number, string>> = {
  1: 'bt709',
  4: 'fcc',
  5: 'bt470',
  6: 'smpte170m',
  7: 'smpte240m',
  9: 'bt2020',
};
/** The planes are green, blue, and red. */
const IDENTITY = 0;

function graphOf({ picture, alpha, matrix, fullRange, deep }: HeifPicture): string {
  const flags = 'flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp';
  const from =
    matrix === IDENTITY
      ? ''
      : `:in_color_matrix=${MATRICES[matrix] ?? 'smpte170m'}:in_range=${fullRange ? 'pc' : 'tv'}`;
  const format = `${alpha ? 'rgba' : 'rgb'}${deep ? (alpha ? '64be' : '48be') : alpha ? '' : '24'}`;
  const shown = `[0:v]${joined(picture)}scale=${flags}${from},format=${format}`;
  if (alpha === null) return `${shown}[v]`;
  const mask = `[1:v]${joined(alpha)}extractplanes=y,format=${deep ? 'gray16' : 'gray'}[a]`;
  return `${shown}[c];${mask};[c][a]alphamerge,format=${format}[v]`;
}

function joined({ columns, rows, width, height }: TiledStream): string {
  const tiles = columns * rows > 1 ? `tile=${columns}x${rows},` : 'trim=end_frame=1,';
  return `${tiles}crop=${width}:${height}:0:0:exact=1,`;
}
