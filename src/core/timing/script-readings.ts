import { englishPhrases } from './readings/english-readings.js';
import { frenchPhrases } from './readings/french-readings.js';
import type { Phrases } from './readings/phrases.js';
import type { ModelLanguage } from './readings/script-language.js';

/** A written word of a script and what may be said for it. */
export interface WordReadings {
  /** Likelier ones first; an empty one is silence. Without any the word has no sound. */
  readonly phrases: Phrases;
  /** True when something else may be said: of a number, a sign, an abbreviation, a picture. */
  readonly isDoubtful: boolean;
}

/** Of a script's words, those inside square or angle brackets: directions and markup, seldom said. */
const OPENS = /^[^\p{L}\p{N}]*[[<]/u;
const CLOSES = /[\]>][^\p{L}\p{N}]*$/u;
/** Brackets further apart than this are no direction. */
const LONGEST_DIRECTION = 12;

const READERS: Readonly<
  Record<ModelLanguage, (written: string, before: string, after: string) => Phrases>
> = { en: englishPhrases, fr: frenchPhrases };

/** What may be said for each written word of a script, by its form and its neighbours. */
export function scriptReadings(written: readonly string[], language: ModelLanguage): WordReadings[] {
  const directions = insideBrackets(written);
  return written.map((word, index) => {
    const said = READERS[language](word, written[index - 1] ?? '', written[index + 1] ?? '');
    const phrases = directions[index] ? [...said, ''] : said;
    return { phrases, doubtful: phrases.length > 1 || hasUnreadSound(word, phrases) };
  });
}

/** Pictures, and words in letters of another script, may be said though no reading of them is known. */
function hasUnreadSound(word: string, phrases: Phrases): boolean {
  if (/\p{Extended_Pictographic}/u.test(word)) return true;
  return /[\p{L}\p{N}]/u.test(word) && phrases.every((phrase) => phrase === '');
}

function insideBrackets(written: readonly string[]): boolean[] {
  const inside = written.map(() => false);
  for (let from = 0; from < written.length; from++) {
    if (!OPENS.test(written[from]!)) continue;
    const end = written
      .slice(from, from + LONGEST_DIRECTION)
      .findIndex((word) => CLOSES.test(word));
    if (end >= 0) inside.fill(true, from, from + end + 1);
  }
  return inside;
}
