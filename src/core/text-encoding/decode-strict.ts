import { decodeWindows1252, readsAsWestern } from './windows-1252.js';

export interface DecodedText {
  readonly text: string;
  /** Name of the encoding, as people know it. */
  readonly encoding: string;
  /** True when neither a mark nor the form of the bytes proves it. */
  readonly guessed: boolean;
}

/**
 * The text of a file, by its byte order mark, else UTF-8 where that fits, else UTF-16 by its zero bytes,
 * else Windows-1252 where it reads as a language of Western Europe.
 *
 * @returns null when it is none of these: then only who wrote it knows
 */
export function decodeStrict(bytes: Uint8Array): DecodedText | null {
  const marked = markOf(bytes);
  if (marked) return decoded(bytes, marked, false);
  if (bytes.includes(0)) {
    const [even, odd] = zeroBytes(bytes);
    const label = odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : null;
    return label && decoded(bytes, label, true);
  }
  const utf8 = decoded(bytes, 'utf-8', false);
  if (utf8) return utf8;
  const text = decodeWindows1252(bytes);
  return readsAsWestern(text) ? { text, encoding: 'Windows-1252', guessed: true } : null;
}

/**
 * The text of a file in a named encoding.
 *
 * @param label as of {@link isEncoding}
 * @returns null when the bytes are no text of it, or begin with the mark of another one
 */
export function decodeStrictAs(bytes: Uint8Array, label: string): string | null {
  const encoding = new TextDecoder(label).encoding;
  const marked = markOf(bytes);
  if (marked !== null && marked !== encoding) return null;
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return decoded(bytes, label, false)?.text ?? null;
}

/** True for bytes that are UTF-8 and hold more than ASCII: those of another encoding hardly ever are. */
export function isMultibyteUtf8(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f) && decoded(bytes, 'utf-8', false) !== null;
}

/** True for the name of an encoding (the labels of WHATWG Encoding, section 4.2). */
export function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

type Label = 'utf-8' | 'utf-16le' | 'utf-16be';

function markOf([first, second, third]: Uint8Array): Label | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** How many zero bytes stand at even and at odd places: the upper halves of Latin letters. */
function zeroBytes(bytes: Uint8Array): readonly [number, number] {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  return [even, odd];
}

/** Null when the bytes are not of the encoding, or hold NUL as UTF-32 and what is no text do. */
function decoded(bytes: Uint8Array, label: string, guessed: boolean): DecodedText | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : { text, encoding: label.toUpperCase(), guessed };
  } catch {
    return null;
  }
}
