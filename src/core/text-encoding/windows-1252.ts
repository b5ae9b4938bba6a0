/** The characters of the bytes 80 to 9F (WHATWG Encoding), which Node decodes as control characters. */
export const CHARACTERS_80_TO_9F =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

const CHUNK = 8192;

/** Decodes Windows-1252. Unassigned bytes become control characters. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return text.replace(/[\x80-\x9f]/g, (char) => CHARACTERS_80_TO_9F[char.charCodeAt(0) - 0x80]!);
}

/** The non-ASCII letters of a language. */
interface Alphabet {
  readonly letters: string;
  /** A pattern that never occurs in the language, but in text of other code pages decoded as Windows-1252. */
  readonly never?: RegExp;
}

const ALPHABETS: readonly Alphabet[] = [
  { letters: 'äöüßéèàêç' }, // German
  { letters: 'àâæçéèêëîïôœùûüÿ' }, // French
  { letters: 'áéíñóúüç' }, // Spanish
  // In Hungarian text, the long o is at the same position, followed by any letter.
  { letters: 'áâãàçéêíóôõúü', never: /õ(?!e)/i }, // Portuguese
  { letters: 'àèéìíîòóùú' }, // Italian
  { letters: 'æøåéèêóòôüäö' }, // Danish, Norwegian
  { letters: 'åäöéèàüšž' }, // Swedish, Finnish
  // Turkish has other letters at the positions of these.
  { letters: 'áðéíóúýþæö', never: /[çü]/i }, // Icelandic
  { letters: 'ëïéèêöüáíóúàç' }, // Dutch
  { letters: 'àçéèíïóòúü' }, // Catalan
  { letters: 'äöõüšž' }, // Estonian
  { letters: 'éèêëïñçöüàâôîû' }, // borrowed by English
];

/** Letters with the same bytes in the Central European and Turkish code pages. */
const SHARED = new Set('áâäçéëíîóôöúüýßµ');

/**
 * Signs next to a letter, where another code page has letters: `Bia³ystok`, `s¹`, `£ódŸ`. (m³ is a unit.)
 */
const SIGN_IN_WORD = /[\p{L}][¢£¤¥¦§¨¬¯±¹¼½¾×÷¶¸¿¡˜]|[^\P{L}m]³|³\p{L}|[¢£¤¥¦¨¬¯±¹¼½¾×÷¶¸˜]\p{L}/u;
const CAPITAL_WITHIN = /\p{Ll}[À-ÞŠŽŒŸ]/u;
// oxlint-disable-next-line no-control-regex -- unassigned bytes decode to control characters
const NO_CHARACTER = /[\0-\x08\x0e-\x1f\x7f-\x9f]/;
const THREE_IN_A_ROW = /(?:(?![A-Za-z])\p{L}){3}/u;

/**
 * Whether text that was decoded as Windows-1252 looks like a Western European language. Any bytes can be decoded, so
 * this checks the letters: each word must fit one alphabet, and all letters that differ between code pages must fit
 * the same alphabet. Text in another code page usually fails this check, but a few words can pass.
 */
export function looksWestern(text: string): boolean {
  if (NO_CHARACTER.test(text) || SIGN_IN_WORD.test(text)) return false;
  if (CAPITAL_WITHIN.test(text) || THREE_IN_A_ROW.test(text)) return false;
  let alphabets = ALPHABETS.filter(({ never }) => !never?.test(text));
  for (const [word] of text.matchAll(/\p{L}+/gu)) {
    // Ordinals end a word: 1ª, Nº.
    const letters = Array.from(word.toLowerCase().replace(/[ªº]$/, '')).filter(
      (char) => char > '\x7f',
    );
    if (letters.every((letter) => SHARED.has(letter))) continue;
    alphabets = alphabets.filter((alphabet) =>
      letters.every((letter) => alphabet.letters.includes(letter)),
    );
    if (alphabets.length === 0) return false;
  }
  return true;
}
