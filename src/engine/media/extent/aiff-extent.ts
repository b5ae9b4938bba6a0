import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

/** This length or a larger one means "not known yet". */
const MIN_PLACEHOLDER = 0x7fff0000;
const MAX_CHUNKS = 10_000;

/** AIFF and AIFF-C: chunks with their lengths. The length of the sound chunk counts. */
export async function aiffExtent(reader: FileReader): Promise<Partial<FileExtent>> {
  if ((await reader.read(0, 4)).toString('latin1') !== 'FORM') return {};
  let soundSeconds: number | null = null;
  let at = 12;
  for (let chunk = 0; chunk < MAX_CHUNKS && at + 8 <= reader.size; chunk++) {
    const head = await reader.read(at, 26);
    const length = head.readUInt32BE(4);
    const name = head.toString('latin1', 0, 4);
    if (name === 'COMM' && head.length === 26) soundSeconds = secondsOf(head);
    const end = at + 8 + length;
    if (name === 'SSND') {
      const isCut = length < MIN_PLACEHOLDER && end > reader.size;
      return isCut ? { declaredBytes: end, soundSeconds } : {};
    }
    at = end + (length % 2);
  }
  return {};
}

/** Seconds of sound from the chunk `COMM`: sample frames, divided by an 80-bit rate (IEEE 754, extended). */
function secondsOf(chunk: Buffer): number | null {
  const exponent = (chunk.readUInt16BE(16) & 0x7fff) - 16_383 - 63;
  const rate = Number(chunk.readBigUInt64BE(18)) * 2 ** exponent;
  const frames = chunk.readUInt32BE(10);
  return rate > 0 && Number.isFinite(rate) && frames > 0 ? frames / rate : null;
}
