import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

/**
 * This length or a larger one means "not known yet": the header of a file that was written to a pipe cannot
 * be updated.
 */
const MIN_PLACEHOLDER = 0x7fff0000;
const MAX_CHUNKS = 10_000;
/** Entropy-coded picture data never ends with that many zeros. */
const MIN_ZEROS = 1024;

type Found = Partial<FileExtent>;

/**
 * RIFF files: WAV, WebP, and AVI. Each chunk follows its length. In WAV files, only the sound chunk counts,
 * because lists of texts often follow it.
 */
export async function riffExtent(reader: FileReader): Promise<Found> {
  const head = await reader.read(0, 12);
  if (head.length < 12 || head.toString('latin1', 0, 4) !== 'RIFF') return {};
  if (head.toString('latin1', 8, 12) === 'WAVE') return waveExtent(reader);
  const length = head.readUInt32LE(4);
  // A padding byte follows a chunk of odd length, but some writers omit it.
  const end = 8 + length - (length % 2);
  if (length === 0 || length >= MIN_PLACEHOLDER) return {};
  if (end - 1 > reader.size) return { declaredBytes: end };
  if (head.toString('latin1', 8, 12) !== 'WEBP') return {};
  const zeros = await reader.trailingZeros();
  return zeros >= MIN_ZEROS && reader.size - zeros < end ? { lostZeros: zeros } : {};
}

async function waveExtent(reader: FileReader): Promise<Found> {
  let bytesPerSecond = 0;
  let at = 12;
  for (let chunk = 0; chunk < MAX_CHUNKS && at + 8 <= reader.size; chunk++) {
    const head = await reader.read(at, 24);
    const length = head.readUInt32LE(4);
    const name = head.toString('latin1', 0, 4);
    if (name === 'fmt ' && head.length >= 20) bytesPerSecond = head.readUInt32LE(16);
    if (name === 'data') return soundExtent(reader.size, at + 8, length, bytesPerSecond);
    at += 8 + length + (length % 2);
  }
  return {};
}

function soundExtent(size: number, from: number, length: number, bytesPerSecond: number): Found {
  const isKnown = length > 0 && length < MIN_PLACEHOLDER;
  if (!isKnown || from + length <= size) return {};
  const soundSeconds = bytesPerSecond > 0 ? length / bytesPerSecond : null;
  return { declaredBytes: from + length, soundSeconds };
}
