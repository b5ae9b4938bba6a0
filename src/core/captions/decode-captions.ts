/**
 * The text of a caption file: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252, which
 * old files are written in and which has a character for every byte.
 */
export function decodeCaptions(bytes: Uint8Array): string {
  const encoding = utf16Of(bytes);
  if (encoding) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
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

/** Characters of the bytes 80 to 9F (WHATWG Encoding); Node's decoder takes them for controls. */
const HIGH_CONTROLS =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

function windows1252(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 0x80 && byte <= 0x9f ? HIGH_CONTROLS[byte - 0x80]! : String.fromCharCode(byte),
  ).join('');
}
