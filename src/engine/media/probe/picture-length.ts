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
  /** The only time that AVI has for some of its pictures. */
  readonly dts_time?: string;
  readonly duration_time?: string;
  readonly flags?: string;
}

/** What the timestamps of a picture stream say. */
export interface PictureLength {
  /** When the last picture ends, in microseconds from where the source begins. */
  readonly endUs: number;
  /** When the last picture begins. */
  readonly lastPictureUs: number;
  readonly pictures: number;
  /** All that are there whole, also those that are not shown. */
  readonly wholePictures: number;
}

/** How a file is read for the length of its pictures. */
export interface LengthRun {
  readonly ffmpeg: FfmpegService;
  readonly signal: AbortSignal;
  readonly extent: FileExtent;
  readonly complaints: ComplaintLog;
}

/**
 * How long a picture stream really is: what its container says may be wrong, and is where a file was
 * cut off. Reads all of the file, but decodes nothing. Pictures of which a part is missing do not count.
 *
 * @param startSeconds where the source begins by its own clock
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
    ),
    { cwd: dirname(source.path), input: source.path, signal, complaints },
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
  // A last picture without a length is taken to be as long as the one before.
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

/** Whether all of a packet is in what a file has: it may end within it, or in zeros. */
function isWithin({ bytes, declaredBytes, zeroTail }: FileExtent): (packet: Packet) => boolean {
  const zerosFrom = bytes - zeroTail;
  return ({ pos, size }) => {
    if (pos === undefined || size === undefined) return true;
    const end = Number(pos) + Number(size);
    if (declaredBytes !== null && end >= bytes) return false;
    return zeroTail === 0 || Number(pos) < zerosFrom;
  };
}
