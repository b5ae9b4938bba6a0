/** Pronunciations of a word, each of phones parted by blanks; null where the dictionary has none. */
export type LookUp = (word: string) => readonly string[] | null;

/** How words that the dictionary lacks are pronounced in a language. */
export interface PronunciationRules {
  readonly letterToSound: (word: string) => string;
  /** Phones of an ending "s" behind others; null: the language writes none that is heard. */
  readonly endingAfter: ((phones: string) => string) | null;
}

export interface PronunciationResult {
  readonly pronunciations: readonly string[];
  /** False where the pronunciation is a guess from the letters. */
  readonly isKnown: boolean;
}

const SHORTEST_PART = 3;
const LONGEST_COMPOUND = 30;
/** Letters beyond these would make a word of a minute. */
const LONGEST_GUESS = 40;

/**
 * How a word is pronounced: by the dictionary, else as a word of it with an ending, else as a compound of
 * two of its words, else by its letters.
 */
export function pronounce(
  word: string,
  lookUp: LookUp,
  rules: PronunciationRules,
): PronunciationResult {
  const known = lookUp(word) ?? withEnding(word, lookUp, rules) ?? compound(word, lookUp);
  if (known) return { pronunciations: known, isKnown: true };
  return { pronunciations: [rules.letterToSound(word.slice(0, LONGEST_GUESS))], isKnown: false };
}

function withEnding(word: string, lookUp: LookUp, { endingAfter }: PronunciationRules) {
  const stem = /^(\p{L}{2,})'?s$/u.exec(word)?.[1];
  if (!stem || !endingAfter) return null;
  return lookUp(stem)?.map((spoken) => `${spoken} ${endingAfter(spoken)}`) ?? null;
}

function compound(word: string, lookUp: LookUp): string[] | null {
  if (word.length > LONGEST_COMPOUND) return null;
  // The longest first part is the likeliest: "video" and "craft", not "vid" and "eocraft".
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const first = lookUp(word.slice(0, at));
    const second = first && lookUp(word.slice(at));
    if (second) return [`${first[0]} ${second[0]}`];
  }
  return null;
}
