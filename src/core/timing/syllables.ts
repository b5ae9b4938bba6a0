/** Vowels, in the alphabets that write them. */
const VOWELS = /[aeiouyàáâãäåæèéêëìíîïòóôõöøùúûüýÿœаеёиоуыэюяіїєαεηιουωάέήίόύώ]+/giu;
const SILENT_E = /[^aeiouy]e$/iu;
/** Pauses at punctuation, in syllables. */
const SENTENCE_PAUSE = 1.5;
const CLAUSE_PAUSE = 0.7;

/** Estimates how long a written word takes to say, in syllables, in any script; at least one. */
export function estimateSyllables(word: string): number {
  const letters = word.match(/\p{L}/gu)?.length ?? 0;
  const digits = word.match(/\p{N}/gu)?.length ?? 0;
  const groups = word.match(VOWELS)?.length ?? 0;
  // Without written vowels, a letter of Han, kana or Hangul is a syllable, and a letter of an abjad half of one.
  const withoutVowels =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word)
      ? letters
      : letters / 2;
  const spoken = groups > 0 ? groups - (groups > 1 && SILENT_E.test(word) ? 1 : 0) : withoutVowels;
  return Math.max(1, spoken) + digits * 1.5;
}

/** Returns the length of the pause that the punctuation after a word implies, in syllables. */
export function pauseSyllablesAfter(word: string): number {
  if (/[.!?\u2026\u3002\uFF01\uFF1F]["'\u2019\u201D)\]]*$/u.test(word)) return SENTENCE_PAUSE;
  return /[,;:\u2013\u2014\u3001\uFF0C\u060C]["'\u2019\u201D)\]]*$/u.test(word) ? CLAUSE_PAUSE : 0;
}
