import { decodeWindows1252, looksWestern } from './windows-1252.js';

export interface StrictDecoding {
  readonly text: string;
  /** The common name of the encoding. */
  readonly encoding: string;
  /** Whether neither a byte order mark nor the form of the bytes proves the encoding. */
  readonly guessed: boolean;
}

/**
 * Decodes a file by its byte order mark, or else as UTF-8 if valid, as UTF-16 if its zero bytes fit, or as
 * Windows-1252 if the text looks like a Western European language.
 *
 * @returns null if none of these encodings fits
 */
export function decodeStrict(bytes: Uint8Array): StrictDecoding | null {
  const marked = detectByteOrderMark(bytes);
  if (marked) return tryDecode(bytes, marked, false);
  if (bytes.includes(0)) {
    const [even, odd] = countZeroBytes(bytes);
    const label = odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : null;
    return label && tryDecode(bytes, label, true);
  }
  const utf8 = tryDecode(bytes, 'utf-8', false);
  if (utf8) return utf8;
  const text = decodeWindows1252(bytes);
  return looksWestern(text) ? { text, encoding: 'Windows-1252', guessed: true } : null;
}

/**
 * Decodes a file in a named encoding.
 *
 * @param label a label for which {@link isEncodingLabel} is true
 * @returns null if the bytes are not valid, or start with the byte order mark of another encoding
 */
export function decodeStrictAs(bytes: Uint8Array, label: string): string | null {
  const encoding = new TextDecoder(label).encoding;
  const marked = detectByteOrderMark(bytes);
  if (marked !== null && marked !== encoding) return null;
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return tryDecode(bytes, label, false)?.text ?? null;
}

/** Whether bytes are UTF-8 with non-ASCII characters. Text in other encodings is rarely valid UTF-8. */
export function hasUtf8Multibyte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte > 0x7f) && tryDecode(bytes, 'utf-8', false) !== null;
}

/** Whether a label names an encoding (WHATWG Encoding Standard, section 4.2). */
export function isEncodingLabel(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

type Label = 'utf-8' | 'utf-16le' | 'utf-16be';

function detectByteOrderMark([first, second, third]: Uint8Array): Label | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

/** Counts the zero bytes at even and odd positions, which are the upper halves of Latin letters in UTF-16. */
function countZeroBytes(bytes: Uint8Array): readonly [number, number] {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) even++;
    else odd++;
  });
  return [even, odd];
}

/** Returns null if the bytes are not valid in the encoding, or contain NUL, as UTF-32 and binary files do. */
function tryDecode(bytes: Uint8Array, label: string, guessed: boolean): StrictDecoding | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : { text, encoding: label.toUpperCase(), guessed };
  } catch {
    return null;
  }
}
