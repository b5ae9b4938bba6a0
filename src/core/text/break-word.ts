/** After these a reader goes on with the next line: in addresses, and in words put together. */
const BREAKS_WELL = /[/\\?&_~|\u2010\u2013\u2014\u2026-]/u;
/** And after these where there is no better place. */
const BREAKS = /[/\\?&_~|\u2010\u2013\u2014\u2026.=#;+,:@%-]/u;
/** Between digits these are part of a number. */
const IN_NUMBERS = /[.,:]/u;
const VOWEL = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœаеёиоуыэюяіїєαεηιουωάέήίόύώ]/iu;
const LETTER = /\p{L}/u;
/** What begins a syllable together: letters for one sound, and a consonant with the liquid after it. */
const ONSET = /^(sch|ch|sh|th|ph|wh|gh|qu|gn|[pbtdkcgf][rl]|s[ptkcmnl]|[pt]f)/i;
/** What ends one together. */
const CODA = /^(ck|ng)/i;
/** As little as may be left of a word on one side of a cut. */
const LEAST_LETTERS = 3;

/**
 * A word that is too wide as the parts between which a reader expects a break: after the strokes and
 * hyphens of an address or a compound (`https://`, `example.org/`, `well-`), and within a part that is
 * still too wide after its dots and other marks (`www.`, `example.`). Never within a number.
 *
 * @returns parts that may still be too wide
 */
export function wordParts(word: string, isTooWide: (part: string) => boolean): string[] {
  return partsAfter(word, BREAKS_WELL).flatMap((part) =>
    isTooWide(part) ? partsAfter(part, BREAKS) : [part],
  );
}

function partsAfter(word: string, marks: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at < word.length; at++) {
    const before = word[at - 1]!;
    const after = word[at]!;
    if (!marks.test(before) || BREAKS.test(after)) continue;
    if (IN_NUMBERS.test(before) && /\d/.test(after) && /\d/.test(word[at - 2] ?? '')) continue;
    // What is all marks says nothing by itself, and closing marks belong to what is before them.
    const says = /[\p{L}\p{N}]/u.test(word.slice(from, at));
    if (!says || /^[\p{Pe}\p{Pf}"'\u2019]/u.test(after)) continue;
    parts.push(word.slice(from, at));
    from = at;
  }
  return [...parts, word.slice(from)];
}

/**
 * Where letters that do not fit together are cut: between syllables where one can tell, else where they
 * are full.
 *
 * @param letters grapheme clusters
 * @param most so many fit; at least one
 * @returns how many stand before the cut
 */
export function cutAt(letters: readonly string[], most: number): number {
  if (most >= letters.length) return letters.length;
  const latest = Math.min(most, letters.length - LEAST_LETTERS);
  for (let at = latest; at >= LEAST_LETTERS && at * 2 >= most; at--) {
    if (endsSyllable(letters, at)) return at;
  }
  return Math.max(1, latest * 2 >= most ? latest : most);
}

/** Before what begins a syllable, and the vowel after it: `ta|ble`, `win|ter`, `com|plain`. */
function endsSyllable(letters: readonly string[], at: number): boolean {
  const before = letters[at - 1] ?? '';
  const rest = letters.slice(at, at + 4).join('');
  const first = rest[0] ?? '';
  if (!LETTER.test(before) || !LETTER.test(first) || VOWEL.test(first)) return false;
  if (ONSET.test(before + rest) || CODA.test(before + first)) return false;
  const onset = ONSET.exec(rest)?.[0] ?? first;
  return VOWEL.test(rest[onset.length] ?? '');
}
