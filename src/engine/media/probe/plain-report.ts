import { readPlainJpeg } from '../../../core/media/plain-jpeg.js';
import { FileReader } from '../extent/file-reader.js';
import { MAX_PIXELS } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';
import { readPlainWav } from './plain-wav.js';
import type { FfprobeReport } from './source-report.js';

/** A larger picture would hold up the other work of the process for long: 8 MiB take about 0.15 s. */
const MAX_JPEG_BYTES = 8 << 20;

/**
 * Reports what ffprobe would about a file of the plainest kinds, without a process: starting one takes far longer than
 * reading such a file. Only fields that are used are there.
 *
 * @returns null for any file that is not plain, or not intact: ffprobe has to look at it
 */
export function readPlainReport({ path, demuxer }: StoredSource): Promise<FfprobeReport | null> {
  if (demuxer === 'wav') return FileReader.over(path, wavReport);
  if (demuxer === 'jpeg_pipe') return FileReader.over(path, jpegReport);
  return Promise.resolve(null);
}

async function wavReport(reader: FileReader): Promise<FfprobeReport | null> {
  const wav = await readPlainWav(reader);
  if (wav === null) return null;
  const duration = wav.seconds.toFixed(6);
  return {
    streams: [{ codec_type: 'audio', channels: wav.channels, duration }],
    format: { duration },
    complaints: {},
  };
}

async function jpegReport(reader: FileReader): Promise<FfprobeReport | null> {
  if (reader.size > MAX_JPEG_BYTES) return null;
  const size = readPlainJpeg(await reader.read(0, reader.size));
  if (size === null || size.width * size.height > MAX_PIXELS) return null;
  return {
    streams: [{ codec_type: 'video', codec_name: 'mjpeg', ...size }],
    format: {},
    frames: [size],
    complaints: {},
  };
}
