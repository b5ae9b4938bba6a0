import type { FileExtent } from '../../../core/media/file-extent.js';
import type { FileReader } from './file-reader.js';

/** From here on a length stands for "not known yet": what is written to a pipe cannot be gone back to. */
const LEAST_PLACEHOLDER = 0x7fff0000;
const MOST_CHUNKS = 10_000;
/** Entropy-coded data of a picture never ends with so many. */
const LEAST_ZEROS = 1024;

type Found = Partial<FileExtent>;

/**
 * RIFF files: WAV, WebP, AVI. Each chunk has its length before it; of WAV what counts is the sound, as
 * lists of texts often stand behind it.
 */
export async function riffExtent(reader: FileReader): Promise<Found> {
  const head = await reader.read(0, 12);
  if (head.length < 12 || head.toString('latin1', 0, 4) !== 'RIFF') return {};
  if (head.toString('latin1', 8, 12) === 'WAVE') return waveExtent(reader);
  const length = head.readUInt32LE(4);
  // A chunk of odd length is followed by a byte that some writers leave out.
  const end = 8 + length - (length % 2);
  if (length === 0 || length >= LEAST_PLACEHOLDER) return {};
  if (end - 1 > reader.size) return { declaredBytes: end };
  if (head.toString('latin1', 8, 12) !== 'WEBP') return {};
  const zeros = await reader.trailingZeros();
  return zeros >= LEAST_ZEROS && reader.size - zeros < end ? { lostZeros: zeros } : {};
}

async function waveExtent(reader: FileReader): Promise<Found> {
  let bytesPerSecond = 0;
  let at = 12;
  for (let chunk = 0; chunk < MOST_CHUNKS && at + 8 <= reader.size; chunk++) {
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
  const isKnown = length > 0 && length < LEAST_PLACEHOLDER;
  if (!isKnown || from + length <= size) return {};
  const soundSeconds = bytesPerSecond > 0 ? length / bytesPerSecond : null;
  return { declaredBytes: from + length, soundSeconds };
}
