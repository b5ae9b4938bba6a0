import { type EncodingLabel, encodingsForLanguage } from './legacy-encodings.js';
import { CHARACTERS_80_TO_9F } from './windows-1252.js';

/** The result of decoding the bytes of a text. */
export interface LenientDecoding {
  readonly text: string;
  /** The encoding that was guessed; null if the text is Unicode. */
  readonly guessed: EncodingLabel | null;
  /** The lines of a UTF-8 text, starting at 1, from which damaged bytes were removed. */
  readonly damagedLines: readonly number[];
}

/**
 * Guesses the encodings of bytes, the most likely first.
 *
 * @param sample lines that contain non-ASCII bytes
 */
export type EncodingGuess = (sample: Uint8Array) => readonly EncodingLabel[];

/** The number of bytes for a guess. */
const SAMPLE_BYTES = 1 << 16;

/**
 * Decodes a file as UTF-8, even if a few bytes are damaged, as UTF-16 with or without a byte order mark, or else in a
 * legacy encoding of the language or a guessed encoding. Never fails.
 *
 * @param language BCP 47 tag, or `auto`
 */
export function decodeLenient(
  bytes: Uint8Array,
  language: string,
  guess: EncodingGuess,
): LenientDecoding {
  const certain = { guessed: null, damagedLines: [] };
  const encoding = detectUtf16(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), ...certain };
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return { text: utf8, ...certain };
  if (isDamagedUtf8(bytes)) return decodeDamagedUtf8(bytes);
  const guessed = chooseLegacyEncoding(bytes, language, guess);
  return { text: decodeLegacy(guessed, bytes), guessed, damagedLines: [] };
}

/** @returns null if some bytes are not characters of the encoding */
function decodeAs(encoding: EncodingLabel, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Detects UTF-16 by its byte order mark, or by the position of zero bytes in digits and line ends. */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [even, odd] = zeros as [number, number];
  if (odd > head.length / 5 && odd > even * 4) return 'utf-16le';
  if (even > head.length / 5 && even > odd * 4) return 'utf-16be';
  return null;
}

/** Whether there is a byte order mark, or many more multibyte characters than invalid bytes. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return true;
  const text = new TextDecoder('utf-8').decode(bytes);
  let [whole, damaged] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) damaged++;
    else if (code >= 0x80) whole++;
  }
  return whole > 0 && damaged <= Math.max(1, whole / 5);
}

function decodeDamagedUtf8(bytes: Uint8Array): LenientDecoding {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  const damagedLines = lines.flatMap((line, index) => (line.includes('\uFFFD') ? [index + 1] : []));
  return { text: lines.join('\n').replaceAll('\uFFFD', ''), guessed: null, damagedLines };
}

function chooseLegacyEncoding(
  bytes: Uint8Array,
  language: string,
  guess: EncodingGuess,
): EncodingLabel {
  const sample = nonAsciiLines(bytes);
  const likely = guess(sample).filter((label) => fits(label, bytes));
  const usual = encodingsForLanguage(language).filter((label) => fits(label, bytes));
  const known = likely.find((label) => usual.includes(label)) ?? usual[0];
  const isLatin = known === 'windows-1252' && nonAsciiShare(sample) > 0.4;
  return (isLatin ? likely[0] : (known ?? likely[0])) ?? 'windows-1252';
}

/** Whether nearly all bytes are characters of an encoding. A few damaged bytes don't rule it out. */
function fits(encoding: EncodingLabel, bytes: Uint8Array): boolean {
  const text = decodeLegacy(encoding, bytes);
  let damaged = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) damaged++;
  return damaged <= bytes.length / 1000;
}

/** Selects the lines that contain non-ASCII bytes. */
function nonAsciiLines(bytes: Uint8Array): Uint8Array {
  const sample: number[] = [];
  for (let from = 0; from < bytes.length && sample.length < SAMPLE_BYTES;) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end + 1);
    if (line.some((byte) => byte >= 0x80)) {
      for (const byte of line.subarray(0, SAMPLE_BYTES)) sample.push(byte);
    }
    from += line.length;
  }
  return Uint8Array.from(sample);
}

function nonAsciiShare(bytes: Uint8Array): number {
  return (
    bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0) / Math.max(1, bytes.length)
  );
}

function decodeLegacy(encoding: EncodingLabel, bytes: Uint8Array): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? CHARACTERS_80_TO_9F[byte - 0x80]! : String.fromCharCode(byte),
  ).join('');
}
