import { type EncodingLabel, encodingsOf } from './legacy-encodings.js';
import { HIGH_CONTROLS } from './windows-1252.js';

/** A text that came as bytes. */
export interface DecodedText {
  readonly text: string;
  /** The encoding it was taken for, where nothing in the bytes says so; null: it is Unicode. */
  readonly guessed: EncodingLabel | null;
  /** Lines, from 1, of a UTF-8 text in which bytes are damaged; these bytes are left out. */
  readonly damagedLines: readonly number[];
}

/**
 * Which encodings bytes may be in, the likeliest first.
 *
 * @param sample lines with bytes that are not ASCII
 */
export type EncodingGuess = (sample: Uint8Array) => readonly EncodingLabel[];

/** Bytes that are looked at for a guess. */
const SAMPLE_BYTES = 1 << 16;

/**
 * The text of a file: UTF-8, even when a few of its bytes are damaged, UTF-16 with or without a byte
 * order mark, else one of the encodings of its language that fits, or that the guess finds.
 *
 * @param language BCP 47, or `auto`
 */
export function decodeLenient(
  bytes: Uint8Array,
  language: string,
  guess: EncodingGuess,
): DecodedText {
  const sure = { guessed: null, damagedLines: [] };
  const encoding = utf16Of(bytes);
  if (encoding) return { text: new TextDecoder(encoding).decode(bytes), ...sure };
  const whole = decodeAs('utf-8', bytes);
  if (whole !== null) return { text: whole, ...sure };
  if (isDamagedUtf8(bytes)) return damagedUtf8(bytes);
  const guessed = legacyEncoding(bytes, language, guess);
  return { text: decodeLegacy(guessed, bytes), guessed, damagedLines: [] };
}

/** @returns null when some bytes are no characters of the encoding */
function decodeAs(encoding: EncodingLabel, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By the mark, or by where the zero bytes of digits and line ends lie. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]!++;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 5 && odd > even * 4) return 'utf-16le';
  if (even > head.length / 5 && even > odd * 4) return 'utf-16be';
  return null;
}

/** Whether there are many more characters of several bytes than bytes that are none, or a mark. */
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

function damagedUtf8(bytes: Uint8Array): DecodedText {
  const lines = new TextDecoder('utf-8').decode(bytes).split('\n');
  const damagedLines = lines.flatMap((line, index) => (line.includes('\uFFFD') ? [index + 1] : []));
  return { text: lines.join('\n').replaceAll('\uFFFD', ''), guessed: null, damagedLines };
}

function legacyEncoding(bytes: Uint8Array, language: string, guess: EncodingGuess): EncodingLabel {
  const sample = foreignLines(bytes);
  const likely = guess(sample).filter((label) => fits(label, bytes));
  const usual = encodingsOf(language).filter((label) => fits(label, bytes));
  const known = likely.find((label) => usual.includes(label)) ?? usual[0];
  const isLatin = known === 'windows-1252' && highShare(sample) > 0.4;
  return (isLatin ? likely[0] : (known ?? likely[0])) ?? 'windows-1252';
}

/** Whether nearly all bytes are characters of an encoding: a damaged one does not rule it out. */
function fits(encoding: EncodingLabel, bytes: Uint8Array): boolean {
  const text = decodeLegacy(encoding, bytes);
  let damaged = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) damaged++;
  return damaged <= bytes.length / 1000;
}

/** The lines that tell something: those with bytes above ASCII. */
function foreignLines(bytes: Uint8Array): Uint8Array {
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

function highShare(bytes: Uint8Array): number {
  return (
    bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0) / Math.max(1, bytes.length)
  );
}

function decodeLegacy(encoding: EncodingLabel, bytes: Uint8Array): string {
  if (encoding !== 'windows-1252') return new TextDecoder(encoding).decode(bytes);
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? HIGH_CONTROLS[byte - 0x80]! : String.fromCharCode(byte),
  ).join('');
}
