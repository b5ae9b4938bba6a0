/**
 * Text as a caller sends it, fit to be kept and drawn: in composed form (Unicode NFC, as fonts and
 * comparisons expect it), without control and direction characters, lone surrogates replaced.
 * Line breaks and tabs become spaces.
 */
export function cleanText(given: string): string {
  return composed(given)
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (char) =>
      char === '\n' || char === '\t' ? ' ' : '',
    )
    .trim();
}

/**
 * The composed form of a text (Unicode NFC): Korean from macOS comes as separate jamo, accents come as
 * marks, and few fonts have glyphs for these.
 */
export function composed(text: string): string {
  return text.normalize('NFC');
}
