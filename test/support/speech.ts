import { readFile } from 'node:fs/promises';

/** Samples of a 16 kHz mono 16-bit WAV file, from -1 to 1. */
export async function readWav16k(file: URL): Promise<Float32Array> {
  const bytes = await readFile(file);
  for (let at = 12; at + 8 <= bytes.length;) {
    const id = bytes.toString('latin1', at, at + 4);
    const size = Math.min(bytes.readUInt32LE(at + 4), bytes.length - at - 8);
    if (
      id === 'fmt ' &&
      (bytes.readUInt16LE(at + 10) !== 1 || bytes.readUInt32LE(at + 12) !== 16_000)
    ) {
      throw new Error(`${file.pathname} is not 16 kHz mono`);
    }
    if (id === 'data') {
      const start = at + 8;
      return Float32Array.from(
        { length: size >> 1 },
        (_, index) => bytes.readInt16LE(start + index * 2) / 32_768,
      );
    }
    at += 8 + size + (size & 1);
  }
  throw new Error(`${file.pathname} has no samples`);
}

/** The script of a test clip and the true start of each word, or null if it is unknown. */
export function trueWords(clip: unknown): {
  text: string;
  words: { text: string; startMs: number | null }[];
} {
  const { text, words } = clip as { text: string; words: { w: string; start: number | null }[] };
  return {
    text,
    words: words.map(({ w, start }) => ({
      text: w,
      startMs: start === null ? null : start * 1000,
    })),
  };
}
