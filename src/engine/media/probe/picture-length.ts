import { args } from '../../../core/util/args.js';
import { dirname } from 'node:path';
import type { FileExtent } from '../../../core/media/file-extent.js';
import type { ComplaintLog } from '../../ffmpeg/complaints.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';

interface Packet {
  readonly pos?: string;
  readonly size?: string;
  readonly pts_time?: string;
  /** AVI has no presentation timestamp for some pictures. */
  readonly dts_time?: string;
  readonly duration_time?: string;
  readonly flags?: string;
}

/** Length of a picture stream, from its timestamps. */
export interface PictureLength {
  /** End of the last picture, in microseconds from the start of the source. */
  readonly endUs: number;
  /** Start of the last picture. */
  readonly lastPictureUs: number;
  readonly pictures: number;
  /** Number of complete pictures, including those that are not shown. */
  readonly wholePictures: number;
}

/** How a file is read to measure its pictures. */
export interface LengthRun {
  readonly ffmpeg: FfmpegService;
  readonly signal: AbortSignal;
  readonly extent: FileExtent;
  readonly complaints: ComplaintLog;
}

/**
 * Measures the length of a picture stream. The length that the container declares may be wrong, and is wrong
 * if the file was cut off. Reads the whole file, but decodes nothing. Incomplete pictures do not count.
 *
 * @param startSeconds start of the source by its own clock
 */
export async function measurePictureLength(
  source: StoredSource,
  stream: number,
  startSeconds: number,
  { ffmpeg, signal, extent, complaints }: LengthRun,
): Promise<PictureLength> {
  const { packets = [] } = (await ffmpeg.probe(
    args(
      safeInputOptions(source.demuxer),
      ['-select_streams', `v:${stream}`],
      ['-show_entries', 'packet=pts_time,dts_time,duration_time,flags,pos,size'],
      ['-i', source.path],
    ),
    { cwd: dirname(source.path), signal, complaints },
  )) as { packets?: Packet[] };
  const timeOf = ({ pts_time: pts, dts_time: dts }: Packet) => Number(pts ?? dts);
  const whole = packets.filter(isWithin(extent));
  const shown = whole
    .filter((packet) => Number.isFinite(timeOf(packet)) && !packet.flags?.includes('D'))
    .map(({ duration_time: duration, ...packet }) => ({
      start: timeOf(packet) - startSeconds,
      duration: Number(duration ?? 0) || 0,
    }))
    .sort((a, b) => a.start - b.start);
  const last = shown.at(-1);
  if (last === undefined)
    return { endUs: 0, lastPictureUs: 0, pictures: 0, wholePictures: whole.length };
  // A last picture without a duration is assumed to last as long as the one before.
  const usual = shown.length > 1 ? last.start - shown.at(-2)!.start : 0;
  const end = last.start + (last.duration > 0 ? last.duration : usual);
  const toUs = (seconds: number) => Math.max(0, Math.round(seconds * 1_000_000));
  return {
    endUs: toUs(end),
    lastPictureUs: toUs(last.start),
    pictures: shown.length,
    wholePictures: whole.length,
  };
}

/** Whether the file contains a whole packet. It may end inside the packet, or contain zeros instead. */
function isWithin({ bytes, declaredBytes, zeroTail }: FileExtent): (packet: Packet) => boolean {
  const zerosFrom = bytes - zeroTail;
  return ({ pos, size }) => {
    if (pos === undefined || size === undefined) return true;
    const end = Number(pos) + Number(size);
    if (declaredBytes !== null && end >= bytes) return false;
    return zeroTail === 0 || Number(pos) < zerosFrom;
  };
}
