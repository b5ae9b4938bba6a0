import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ComplaintLog, type Complaints } from '../../ffmpeg/complaints.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import type { SoundStream } from './audio-track.js';
import type { PictureStream } from './describe-picture.js';
import { isStill, safeInputOptions } from '../formats/formats.js';
import type { SaidLength } from './measure-damage.js';
import type { MediaStore, StoredSource } from '../store/media-store.js';

/** A stream as ffprobe tells of it. */
export interface ProbedStream extends PictureStream, SoundStream, SaidLength {
  readonly codec_type?: string;
  readonly disposition?: { readonly attached_pic?: number; readonly default?: number };
}

export interface Look {
  readonly streams?: readonly ProbedStream[];
  readonly format?: { readonly start_time?: string; readonly duration?: string };
  /** Of a still: it is decoded meanwhile. */
  readonly frames?: readonly unknown[];
  readonly complaints?: Complaints;
}

/** What ffprobe says of a source: asked once for each content and version. */
export async function lookAt(
  source: StoredSource,
  { ffmpeg, media }: { readonly ffmpeg: FfmpegService; readonly media: MediaStore },
  signal: AbortSignal,
): Promise<Look> {
  const version = ffmpeg.tools.version.replace(/[^\w.+-]/g, '_');
  const shown = ['-show_streams', '-show_format'];
  if (isStill(source.demuxer)) shown.push('-show_entries', 'frame=width');
  const ask = async (): Promise<Look> => {
    const log = new ComplaintLog();
    const found = await ffmpeg.probe(
      [...safeInputOptions(source.demuxer), ...shown, '-i', source.path],
      { cwd: dirname(source.path), signal, complaints: log },
    );
    return { ...(found as Look), complaints: log.end() };
  };
  const answer = await media.derived(source, `look-${version}.json`, async (path) =>
    writeFile(path, JSON.stringify(await ask())),
  );
  try {
    return JSON.parse(await readFile(answer, 'utf8')) as Look;
  } catch (error) {
    if (error instanceof SyntaxError) return ask();
    throw error;
  }
}
