import type { FileReader } from './file-reader.js';

/** A frame of MPEG audio, layer 3 (ISO/IEC 11172-3, 2.4.1.3; 13818-3). */
export interface Mp3Frame {
  readonly bytes: number;
  readonly samples: number;
  readonly sampleRate: number;
  /** Size of its side information in bytes. */
  readonly sideBytes: number;
}

/** Kilobits per second, for MPEG-1 and for MPEG-2 with its halved sample rates. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const SAMPLE_RATES = [44_100, 48_000, 32_000] as const;

/** Parses a frame header. Null if there is no frame whose length is known. */
export function readMp3Frame(head: Buffer): Mp3Frame | null {
  if (head.length < 4 || head[0] !== 0xff || (head[1]! & 0xe6) !== 0xe2) return null;
  const version = (head[1]! >> 3) & 3;
  const sampleRate = SAMPLE_RATES[(head[2]! >> 2) & 3];
  const isFirst = version === 3;
  const kilobits = RATES[isFirst ? 0 : 1][head[2]! >> 4];
  if (version === 1 || sampleRate === undefined || !kilobits) return null;
  const rate = sampleRate / { 3: 1, 2: 2, 0: 4 }[version as 3 | 2 | 0];
  const samples = isFirst ? 1152 : 576;
  const padding = (head[2]! >> 1) & 1;
  const isMono = head[3]! >> 6 === 3;
  return {
    bytes: Math.floor(((samples / 8) * kilobits * 1000) / rate) + padding,
    samples,
    sampleRate: rate,
    sideBytes: isFirst ? (isMono ? 17 : 32) : isMono ? 9 : 17,
  };
}

/** Files that were tagged again and again have a few. */
const MAX_TAGS = 1_000;

/** Total size in bytes of the ID3v2 tags before the sound. */
export async function id3Bytes(reader: FileReader): Promise<number> {
  let at = 0;
  for (let tags = 0; tags < MAX_TAGS; tags++) {
    const head = await reader.read(at, 10);
    if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return at;
    const size = [6, 7, 8, 9].reduce((sum, index) => (sum << 7) | (head[index]! & 0x7f), 0);
    at += 10 + size + (head[5]! & 0x10 ? 10 : 0);
  }
  return at;
}

/** After the start of a Xing header: flags, frames, bytes, table of contents, and quality. */
const LAME_AT = 120;

/**
 * Duration in seconds from a Xing or Fraunhofer header in the first frame. Null without such a header,
 * or if it does not declare the number of frames.
 */
export function readSummarySeconds(bytes: Buffer, frame: Mp3Frame): number | null {
  const at = 4 + frame.sideBytes;
  const seconds = (frames: number, cut: number) =>
    frames > 0 ? Math.max(0, frames * frame.samples - cut) / frame.sampleRate : null;
  const name = bytes.toString('latin1', at, at + 4);
  if ((name === 'Xing' || name === 'Info') && at + LAME_AT + 24 <= bytes.length) {
    if ((bytes.readUInt32BE(at + 4) & 1) === 0) return null;
    // The decoder drops the padding that LAME adds before and after the sound.
    const delays = bytes.readUIntBE(at + LAME_AT + 21, 3);
    return seconds(bytes.readUInt32BE(at + 8), (delays >> 12) + (delays & 0xfff));
  }
  const isVbri = bytes.toString('latin1', 36, 40) === 'VBRI' && bytes.length >= 54;
  return isVbri ? seconds(bytes.readUInt32BE(50), 0) : null;
}
