/** Characters of URLs and compounds after which a line break reads well. */
const GOOD_BREAKS = /[/\\?&_~|\u2010\u2013\u2014\u2026-]/u;
/** Characters after which a line can break if there is no better position. */
const ANY_BREAKS = /[/\\?&_~|\u2010\u2013\u2014\u2026.=#;+,:@%-]/u;
/** Characters that are part of a number between digits. */
const IN_NUMBERS = /[.,:]/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœаеёиоуыэюяіїєαεηιουωάέήίόύώ]/iu;
const LETTER = /\p{L}/u;
/** Letters that start a syllable together: letters for one sound, and a consonant followed by a liquid. */
const ONSET = /^(sch|ch|sh|th|ph|wh|gh|qu|gn|[pbtdkcgf][rl]|s[ptkcmnl]|[pt]f)/i;
/** Letters that end a syllable together. */
const CODA = /^(ck|ng)/i;
/** The fewest letters on either side of a cut. */
const MIN_LETTERS = 3;

/**
 * Splits a word that is too wide where a reader expects a break: after the slashes and hyphens of a URL or a
 * compound (`https://`, `example.org/`, `well-`), and, in a part that is still too wide, after dots and other
 * marks (`www.`, `example.`). Never splits within a number.
 *
 * @returns parts that can still be too wide
 */
export function splitAtMarks(word: string, isTooWide: (part: string) => boolean): string[] {
  return splitAfter(word, GOOD_BREAKS).flatMap((part) =>
    isTooWide(part) ? splitAfter(part, ANY_BREAKS) : [part],
  );
}

function splitAfter(word: string, marks: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at < word.length; at++) {
    const before = word[at - 1]!;
    const after = word[at]!;
    if (!marks.test(before) || ANY_BREAKS.test(after)) continue;
    if (IN_NUMBERS.test(before) && /\d/.test(after) && /\d/.test(word[at - 2] ?? '')) continue;
    // A part needs a letter or a digit, and closing marks belong to the text before them.
    const isReadable = /[\p{L}\p{N}]/u.test(word.slice(from, at));
    if (!isReadable || /^[\p{Pe}\p{Pf}"'\u2019]/u.test(after)) continue;
    parts.push(word.slice(from, at));
    from = at;
  }
  return [...parts, word.slice(from)];
}

/**
 * Finds where to cut letters that do not fit: between syllables if one can be detected, otherwise after as many
 * letters as fit.
 *
 * @param letters grapheme clusters
 * @param most how many letters fit; at least one
 * @returns the number of letters before the cut
 */
export function findCut(letters: readonly string[], most: number): number {
  if (most >= letters.length) return letters.length;
  const latest = Math.min(most, letters.length - MIN_LETTERS);
  for (let at = latest; at >= MIN_LETTERS && at * 2 >= most; at--) {
    if (endsSyllable(letters, at)) return at;
  }
  return Math.max(1, latest * 2 >= most ? latest : most);
}

/** Whether a syllable ends before `at`, where another one starts: `ta|ble`, `win|ter`, `com|plain`. */
function endsSyllable(letters: readonly string[], at: number): boolean {
  const before = letters[at - 1] ?? '';
  const rest = letters.slice(at, at + 4).join('');
  const first = rest[0] ?? '';
  if (!LETTER.test(before) || !LETTER.test(first) || VOWEL.test(first)) return false;
  if (ONSET.test(before + rest) || CODA.test(before + first)) return false;
  const onset = ONSET.exec(rest)?.[0] ?? first;
  return VOWEL.test(rest[onset.length] ?? '');
}
