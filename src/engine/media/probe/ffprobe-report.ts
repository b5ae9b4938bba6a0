import { readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ComplaintLog } from '../../ffmpeg/complaints.js';
import { isStillDemuxer, safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import { readPlainReport } from './plain-report.js';
import type { FfprobeReport } from './source-report.js';
import type { MediaEngines } from '../store/media-engines.js';

/**
 * The report of ffprobe about a source. It is requested once for each content and version, unless the file is so plain
 * that {@link readPlainReport} reads it as well.
 */
export async function readFfprobeReport(
  source: StoredSource,
  { ffmpeg, media }: MediaEngines,
  signal: AbortSignal,
): Promise<FfprobeReport> {
  const plain = await plainReport(source, media);
  if (plain !== null) return plain;
  const version = ffmpeg.tools.version.replace(/[^\w.+-]/g, '_');
  const shown = ['-show_streams', '-show_format'];
  if (isStillDemuxer(source.demuxer)) shown.push('-show_entries', 'frame=width');
  const ask = async (): Promise<FfprobeReport> => {
    const log = new ComplaintLog();
    const found = await ffmpeg.probe([...safeInputOptions(source.demuxer), ...shown], {
      cwd: dirname(source.path),
      input: source.path,
      signal,
      complaints: log,
    });
    return { ...(found as FfprobeReport), complaints: log.end() };
  };
  const answer = await media.derived(source, `look-${version}.json`, async (path) =>
    writeFile(path, JSON.stringify(await ask())),
  );
  return readAnswer(answer, ask);
}

/** The report about a plain file. What a JPEG file is takes its whole picture to find out, so that is remembered. */
async function plainReport(
  source: StoredSource,
  media: MediaEngines['media'],
): Promise<FfprobeReport | null> {
  const read = () => readPlainReport(source);
  if (source.demuxer !== 'jpeg_pipe') return read();
  const answer = await media.remembered(source, 'plain.json', async (path) =>
    writeFile(path, JSON.stringify(await read())),
  );
  return readAnswer(answer, read);
}

/** @param ask for the answer if the file is damaged */
async function readAnswer<Answer>(path: string, ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Answer;
  } catch (error) {
    if (error instanceof SyntaxError) return ask();
    throw error;
  }
}
