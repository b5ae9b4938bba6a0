/**
 * Cleans text from a client: composes it (Unicode NFC, as fonts and comparisons expect), removes control and
 * direction characters, and replaces lone surrogates. Line breaks and tabs become spaces.
 */
export function cleanText(text: string): string {
  return toNfc(text)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (char) =>
      char === '\n' || char === '\t' ? ' ' : '',
    )
    .trim();
}

const EXCESS_MARKS = /(\p{M}{30})(?=\p{M})/gu;

/**
 * Composes a text (Unicode NFC). Text from macOS has Korean as separate jamo and accents as combining marks,
 * and few fonts have glyphs for these. Sorting marks takes quadratic time, so longer rows of marks are broken up
 * (UAX 15, Stream-Safe Text Format).
 */
export function toNfc(text: string): string {
  return text.replace(EXCESS_MARKS, '$1\u034F').normalize('NFC');
}
