/** Characters of the bytes 80 to 9F (WHATWG Encoding); Node's decoder takes them for controls. */
export const HIGH_CONTROLS =
  '\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F' +
  '\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178';

const CHUNK = 8192;

/** The text of bytes in Windows-1252; those that stand for nothing become controls. */
export function decodeWindows1252(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return text.replace(/[\x80-\x9f]/g, (char) => HIGH_CONTROLS[char.charCodeAt(0) - 0x80]!);
}

/** A language that is written in it. */
interface Alphabet {
  /** Its letters beyond ASCII. */
  readonly letters: string;
  /** What no text of it holds, and one of another code page does that is read as if it were one. */
  readonly never?: RegExp;
}

const ALPHABETS: readonly Alphabet[] = [
  { letters: 'äöüßéèàêç' }, // German
  { letters: 'àâæçéèêëîïôœùûüÿ' }, // French
  { letters: 'áéíñóúüç' }, // Spanish
  // Where Hungarian has its long o there is no rule.
  { letters: 'áâãàçéêíóôõúü', never: /õ(?!e)/i }, // Portuguese
  { letters: 'àèéìíîòóùú' }, // Italian
  { letters: 'æøåéèêóòôüäö' }, // Danish, Norwegian
  { letters: 'åäöéèàüšž' }, // Swedish, Finnish
  // Turkish has letters of its own where these are.
  { letters: 'áðéíóúýþæö', never: /[çü]/i }, // Icelandic
  { letters: 'ëïéèêöüáíóúàç' }, // Dutch
  { letters: 'àçéèíïóòúü' }, // Catalan
  { letters: 'äöõüšž' }, // Estonian
  { letters: 'éèêëïñçöüàâôîû' }, // borrowed by English
];

/** Letters whose bytes stand for the same in the code pages of Central Europe and Turkey. */
const SHARED = new Set('áâäçéëíîóôöúüýßµ');

/**
 * Signs that stand where another code page has letters, beside a letter: `Bia³ystok`, `s¹`, `£ódŸ`.
 * (A cube follows an m.)
 */
const SIGN_IN_WORD = /[\p{L}][¢£¤¥¦§¨¬¯±¹¼½¾×÷¶¸¿¡˜]|[^\P{L}m]³|³\p{L}|[¢£¤¥¦¨¬¯±¹¼½¾×÷¶¸˜]\p{L}/u;
const CAPITAL_WITHIN = /\p{Ll}[À-ÞŠŽŒŸ]/u;
// oxlint-disable-next-line no-control-regex -- what has no character decodes to controls
const NO_CHARACTER = /[\0-\x08\x0e-\x1f\x7f-\x9f]/;
const THREE_IN_A_ROW = /(?:(?![A-Za-z])\p{L}){3}/u;

/**
 * Whether a text that was decoded as Windows-1252 reads as a language written in it. Any bytes decode,
 * so the letters tell: of each word they are in one alphabet, and those that other code pages have
 * other letters for are in one alphabet throughout. A text of another code page mostly fails this; one
 * of a few words may pass.
 */
export function readsAsWestern(text: string): boolean {
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
