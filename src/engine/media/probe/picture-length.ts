import { args } from '../../../core/util/args.js';
import { dirname } from 'node:path';
import type { FileExtent } from '../../../core/media/file-extent.js';
import type { ComplaintLog } from '../../ffmpeg/complaints.js';
import type { FfmpegService } from '../../ffmpeg/ffmpeg.service.js';
import { safeInputOptions } from '../formats/formats.js';
import type { StoredSource } from '../formats/stored-source.js';

interface Packet {
  readonly pos: string | undefined;
  readonly size: string | undefined;
  readonly seconds: number;
  readonly duration: number;
  readonly isDropped: boolean;
}

/** Pictures of a source: 20 hours at 60 a second. */
export const MAX_PICTURES = 4_320_000;

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
  let ends = new PictureEnds(isWithin(extent));
  await ffmpeg.probeLines(
    args(
      ['-of', 'default=noprint_wrappers=0:nokey=0'],
      safeInputOptions(source.demuxer),
      ['-select_streams', `v:${stream}`],
      ['-show_entries', 'packet=pts_time,dts_time,duration_time,flags,pos,size'],
    ),
    { cwd: dirname(source.path), input: source.path, signal, complaints },
    () => {
      ends = new PictureEnds(isWithin(extent));
      return packetReader((packet) => ends.add(packet));
    },
  );
  return ends.lengthFrom(startSeconds);
}

/** Builds packets from lines: `[PACKET]`, `name=value`, and `[/PACKET]`. */
export function packetReader(onPacket: (packet: Packet) => void): (line: string) => void {
  let fields = new Map<string, string>();
  return (line) => {
    const text = line.trimEnd();
    if (text === '[PACKET]') fields = new Map();
    else if (text === '[/PACKET]') onPacket(packetOf(fields));
    else if (fields.size < 20) {
      const equals = text.indexOf('=');
      const value = text.slice(equals + 1);
      if (equals > 0 && value !== 'N/A') fields.set(text.slice(0, equals), value);
    }
  };
}

function packetOf(fields: ReadonlyMap<string, string>): Packet {
  return {
    pos: fields.get('pos'),
    size: fields.get('size'),
    // The only time that AVI has for some of its pictures is when they are decoded.
    seconds: Number(fields.get('pts_time') ?? fields.get('dts_time')),
    duration: Number(fields.get('duration_time') ?? 0) || 0,
    isDropped: fields.get('flags')?.includes('D') ?? false,
  };
}

/** The last pictures of a stream, whatever their order; of the others only their number is kept. */
export class PictureEnds {
  private shown = 0;
  private whole = 0;
  private last: Packet | null = null;
  private beforeLast = -Infinity;

  constructor(
    private readonly isWhole: (packet: Packet) => boolean,
    private readonly mostPictures = MAX_PICTURES,
  ) {}

  /** @throws SourceLimitError when there are more pictures than allowed */
  add(packet: Packet): void {
    if (!this.isWhole(packet)) return;
    if (++this.whole > this.mostPictures) {
      throw new SourceLimitError(`The source has more than ${this.mostPictures} pictures.`);
    }
    if (!Number.isFinite(packet.seconds) || packet.isDropped) return;
    this.shown++;
    if (this.last === null || packet.seconds >= this.last.seconds) {
      this.beforeLast = this.last?.seconds ?? -Infinity;
      this.last = packet;
    } else if (packet.seconds > this.beforeLast) this.beforeLast = packet.seconds;
  }

  /** @param startSeconds where the source begins by its own clock */
  lengthFrom(startSeconds: number): PictureLength {
    const { last, shown, whole } = this;
    if (last === null) return { endUs: 0, lastPictureUs: 0, pictures: 0, wholePictures: whole };
    // A last picture without a length is taken to be as long as the one before.
    const usual = shown > 1 ? last.seconds - this.beforeLast : 0;
    const start = last.seconds - startSeconds;
    const end = start + (last.duration > 0 ? last.duration : usual);
    const toUs = (seconds: number) => Math.max(0, Math.round(seconds * 1_000_000));
    return { endUs: toUs(end), lastPictureUs: toUs(start), pictures: shown, wholePictures: whole };
  }
}

/** A source is more than allowed; the message is for its author. */
export class SourceLimitError extends Error {}

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
