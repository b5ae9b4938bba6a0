import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';
import { id3Bytes, readMp3Frame, readSummarySeconds } from './mp3-frame.js';

/** Some writers pad a file with zeros, but never with a tenth of it. */
const MAX_PADDING_SHARE = 0.1;

/** More than a day of frames. A file with more is not checked. */
const MAX_FRAMES = 4_000_000;

type Found = Partial<FileExtent>;

/** MP3: frames, without a total length. Most encoders write a summary into the first frame. */
export async function mp3Extent(reader: FileReader): Promise<Found> {
  const start = await id3Bytes(reader);
  const frame = readMp3Frame(await reader.read(start, 4));
  if (frame === null) return {};
  const summary = readSummarySeconds(await reader.read(start, 400), frame);
  if (summary !== null) return { soundSeconds: summary };
  return framesExtent(reader, start, (head) => readMp3Frame(head)?.bytes ?? null);
}

/** AAC in ADTS: frames, each with its length (ISO/IEC 14496-3, 1.A.3.2). */
export function adtsExtent(reader: FileReader): Promise<Found> {
  return framesExtent(reader, 0, (head) => {
    if (head.length < 7 || head[0] !== 0xff || (head[1]! & 0xf6) !== 0xf0) return null;
    const bytes = ((head[3]! & 3) << 11) | (head[4]! << 3) | (head[5]! >> 5);
    return bytes >= 7 ? bytes : null;
  });
}

/** Goes from frame to frame, as long as each one starts where the one before ends. */
async function framesExtent(
  reader: FileReader,
  start: number,
  lengthOf: (head: Buffer) => number | null,
): Promise<Found> {
  const zeros = await reader.trailingZeros();
  const found = zeros > reader.size * MAX_PADDING_SHARE ? { lostZeros: zeros } : {};
  for (let at = start, frames = 0; at < reader.size && frames < MAX_FRAMES; frames++) {
    const length = lengthOf(await reader.read(at, 7));
    if (length === null) return found;
    at += length;
    if (at > reader.size) return { ...found, truncatedIn: 'a frame' };
  }
  return found;
}
