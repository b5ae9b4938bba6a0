import { args } from '../../../core/util/args.js';
import { randomUUID } from 'node:crypto';
import { open, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { JobFailure } from '../../../core/job/job-failure.js';
import {
  type AnimatedWebp,
  readAnimatedWebp,
  WebpCanvas,
} from '../../../core/media/animated-webp.js';
import type { ComplaintLog } from '../../ffmpeg/complaints.js';
import { frameMode } from '../../ffmpeg/abilities.js';
import type { FfmpegService, FfmpegRun } from '../../ffmpeg/ffmpeg.service.js';
import { ApngFile } from './apng-file.js';
import type { ConvertedSource, ConvertRequest } from './convert-heif.js';
import { safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import type { MediaEngines } from '../store/media-engines.js';
import { readPictureColors } from '../formats/picture-colors.js';
import { readWholePicture } from '../formats/read-whole-picture.js';
import { deriveWithLog } from '../store/derive-with-log.js';

const TIMEOUT_MS = 5 * 60_000;
/** All frames together: a minute of stickers, or ten seconds of a screen recording. */
const MAX_TOTAL_PIXELS = 300_000_000;

/**
 * Converts an animated WebP file to an animated PNG file. ffmpeg reads such files only from version 8 on, but
 * every version decodes their frames.
 *
 * @throws JobFailure MEDIA_INVALID if the file cannot be read, MEDIA_LIMIT_EXCEEDED if it is too large
 */
export async function convertWebp(
  source: StoredSource,
  { ffmpeg, media }: MediaEngines,
  { signal, ...request }: ConvertRequest,
): Promise<ConvertedSource> {
  const file = await readWholePicture(source.path, request.pointer);
  const webp = parseWebp(file, request);
  const convert = (part: string, complaints: ComplaintLog) =>
    convertTo(part, webp, { ffmpeg, signal, complaints });
  const { path, complaints } = await deriveWithLog(source, 'webp-v1.apng', media, convert);
  const shown = { exif: 1, colors: readPictureColors(file) } as const;
  return { source: { ...source, path, demuxer: 'apng', shown }, complaints, missing: null };
}

function parseWebp(
  file: Uint8Array,
  { pointer, broken }: Omit<ConvertRequest, 'signal'>,
): AnimatedWebp {
  let webp: AnimatedWebp;
  try {
    webp = readAnimatedWebp(file);
  } catch (error) {
    const why = (error as Error).message;
    throw new JobFailure(
      'MEDIA_INVALID',
      broken ?? `The source is an animated WebP picture that cannot be read: ${why}.`,
      pointer,
    );
  }
  if (webp.width * webp.height * webp.frames.length <= MAX_TOTAL_PIXELS) return webp;
  throw new JobFailure(
    'MEDIA_LIMIT_EXCEEDED',
    `The animated WebP picture has ${webp.frames.length} frames of ${webp.width} x ${webp.height} ` +
      `pixels. At most ${MAX_TOTAL_PIXELS / 1_000_000} million pixels in total are allowed. Convert it to MP4.`,
    pointer,
  );
}

/** Decodes all frames in one run of ffmpeg. Each frame is placed at the top left of a canvas. */
async function convertTo(
  output: string,
  webp: AnimatedWebp,
  { ffmpeg, ...run }: Pick<FfmpegRun, 'signal' | 'complaints'> & { readonly ffmpeg: FfmpegService },
): Promise<void> {
  const [stills, raw] = ['stills', 'raw'].map((name) =>
    join(dirname(output), `webp-${randomUUID()}-${name}`),
  ) as [string, string];
  const { width, height } = webp;
  try {
    await writeFile(stills, Buffer.concat(webp.frames.map(({ file }) => file)));
    await ffmpeg.run({
      inputs: [{ path: stills, options: safeInputOptions('webp_pipe') }],
      // ffmpeg rebuilds the graph when the size changes, but the output size stays the same.
      filtergraph: `[0:v]format=rgba,pad=${width}:${height}:0:0:black@0[v]`,
      outputOptions: args(
        ['-map', '[v]', ...frameMode(ffmpeg.tools.abilities, 'passthrough')],
        ['-f', 'rawvideo'],
      ),
      output: raw,
      cwd: dirname(output),
      ...run,
      timeoutMs: TIMEOUT_MS,
    });
    await compose(raw, output, webp, run.signal);
  } finally {
    await Promise.all([stills, raw].map((path) => rm(path, { force: true })));
  }
}

async function compose(
  raw: string,
  output: string,
  { width, height, frames }: AnimatedWebp,
  signal: AbortSignal,
): Promise<void> {
  const canvas = new WebpCanvas(width, height);
  const picture = Buffer.alloc(width * height * 4);
  const [input, file] = [await open(raw), await open(output, 'w')];
  try {
    const apng = await ApngFile.begin(file, { width, height });
    for (const frame of frames) {
      signal.throwIfAborted();
      const { bytesRead } = await input.read(picture, 0, picture.length);
      // A frame that cannot be decoded leaves the canvas unchanged.
      if (bytesRead === picture.length) canvas.put(frame, picture, width);
      await apng.add(canvas.pixels, frame.milliseconds);
    }
    await apng.end();
  } finally {
    await Promise.all([input.close(), file.close()]);
  }
}
