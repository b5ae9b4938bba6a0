import { dirname } from 'node:path';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.js';
import { safeInputOptions } from './formats.js';
import type { StoredSource } from './media-store.js';

interface Packet {
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
  readonly pictures: number;
}

/**
 * How long a picture stream really is: what its container says may be wrong, and is where a file was
 * cut off. Reads all of the file, but decodes nothing.
 *
 * @param startSeconds where the source begins by its own clock
 */
export async function pictureLength(
  source: StoredSource,
  stream: number,
  startSeconds: number,
  { ffmpeg, signal }: { readonly ffmpeg: Ffmpeg; readonly signal: AbortSignal },
): Promise<PictureLength> {
  const { packets = [] } = (await ffmpeg.probe(
    [
      ...safeInputOptions(source.demuxer),
      ...['-select_streams', `v:${stream}`],
      ...['-show_entries', 'packet=pts_time,dts_time,duration_time,flags', '-i', source.path],
    ],
    { cwd: dirname(source.path), signal },
  )) as { packets?: Packet[] };
  const timeOf = ({ pts_time: pts, dts_time: dts }: Packet) => Number(pts ?? dts);
  const shown = packets
    .filter((packet) => Number.isFinite(timeOf(packet)) && !packet.flags?.includes('D'))
    .map(({ duration_time: duration, ...packet }) => ({
      start: timeOf(packet) - startSeconds,
      duration: Number(duration ?? 0) || 0,
    }))
    .sort((a, b) => a.start - b.start);
  const last = shown.at(-1);
  if (last === undefined) return { endUs: 0, pictures: 0 };
  // A last picture without a length is taken to be as long as the one before.
  const usual = shown.length > 1 ? last.start - shown.at(-2)!.start : 0;
  const end = last.start + (last.duration > 0 ? last.duration : usual);
  return { endUs: Math.max(0, Math.round(end * 1_000_000)), pictures: shown.length };
}
