import type { FileReader } from '../extent/file-reader.js';

/** The sound of a plain WAV file. */
export interface PlainWav {
  readonly channels: number;
  readonly seconds: number;
}

const MAX_CHUNKS = 100;
/** Chunks that are only text, marks, or padding. Others may contain a picture, or another codec. */
const HARMLESS: ReadonlySet<string> = new Set([
  ...['LIST', 'fact', 'PEAK', 'JUNK', 'junk', 'PAD ', 'bext', 'cue ', 'smpl', 'inst', 'iXML'],
]);
const INTEGER = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;
const EXTENSIBLE_BYTES = 40;
const EXTENSIBLE_END = Buffer.from('000000001000800000aa00389b71', 'hex');
/** The valid sizes of samples, in bits, by format. */
const SIZES: Readonly<Record<number, readonly number[]>> = {
  [INTEGER]: [8, 16, 24, 32],
  [FLOAT]: [32, 64],
};
const [MIN_RATE, MAX_RATE] = [4_000, 384_000];
/** Where ffmpeg looks for compressed sound that claims to be samples. */
const LOOKED_AT_BYTES = 1 << 17;
/** How such sound begins: IEC 61937, and DTS in its four byte orders. */
const COMPRESSED: readonly Buffer[] = [
  ...['72f81f4e', 'f8724e1f', '7ffe8001', 'fe7f0180', '1fffe800', 'ff1f00e8'],
].map((hex) => Buffer.from(hex, 'hex'));

/**
 * Reads the header of a plain WAV file: uncompressed samples of one or two channels, whole, and nothing else that
 * could be played or shown.
 *
 * @returns null for any other file, damaged or not
 */
export async function readPlainWav(reader: FileReader): Promise<PlainWav | null> {
  const head = await reader.read(0, 12);
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8) !== 'WAVE')
    return null;
  let format: Format | null = null;
  let sound: { readonly from: number; readonly length: number } | null = null;
  let at = 12;
  for (let count = 0; at + 8 <= reader.size; count++) {
    const chunk = await reader.read(at, 8);
    const [name, length] = [chunk.toString('latin1', 0, 4), chunk.readUInt32LE(4)];
    const from = at + 8;
    if (count === MAX_CHUNKS || from + length > reader.size) return null;
    if (name === 'fmt ' && format === null && sound === null)
      format = readFormat(await reader.read(from, Math.min(length, EXTENSIBLE_BYTES + 1)));
    else if (name === 'data' && sound === null) sound = { from, length };
    else if (!HARMLESS.has(name)) return null;
    at = from + length + (length % 2);
  }
  if (format === null || sound === null || at < reader.size) return null;
  const { channels, blockBytes, rate } = format;
  if (sound.length === 0 || sound.length % blockBytes !== 0) return null;
  const start = await reader.read(sound.from, Math.min(sound.length, LOOKED_AT_BYTES));
  if (COMPRESSED.some((sync) => start.includes(sync))) return null;
  return { channels, seconds: sound.length / blockBytes / rate };
}

interface Format {
  readonly channels: number;
  readonly rate: number;
  /** Bytes of a sample of all channels. */
  readonly blockBytes: number;
}

function readFormat(bytes: Buffer): Format | null {
  const tag = formatTag(bytes);
  if (tag === null) return null;
  const [channels, rate] = [bytes.readUInt16LE(2), bytes.readUInt32LE(4)];
  const [bytesPerSecond, blockBytes] = [bytes.readUInt32LE(8), bytes.readUInt16LE(12)];
  const bits = bytes.readUInt16LE(14);
  const isConsistent =
    SIZES[tag]?.includes(bits) === true &&
    (channels === 1 || channels === 2) &&
    rate >= MIN_RATE &&
    rate <= MAX_RATE &&
    blockBytes === (channels * bits) / 8 &&
    bytesPerSecond === rate * blockBytes;
  return isConsistent ? { channels, rate, blockBytes } : null;
}

/** The format, which the extensible one has in its first bytes of 16 that name it. */
function formatTag(bytes: Buffer): number | null {
  if (bytes.length === 16 || bytes.length === 18) return bytes.readUInt16LE(0);
  if (bytes.length !== EXTENSIBLE_BYTES || bytes.readUInt16LE(0) !== EXTENSIBLE) return null;
  const areAllBitsValid = bytes.readUInt16LE(18) === bytes.readUInt16LE(14);
  return areAllBitsValid && bytes.subarray(26).equals(EXTENSIBLE_END)
    ? bytes.readUInt16LE(24)
    : null;
}
