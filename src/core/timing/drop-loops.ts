const LONGEST_LOOP_WORDS = 12;
const FEWEST_ROUNDS = 4;

/**
 * Removes the repetitions that a recognizer makes up when it gets stuck. The first repetition stays.
 * Fewer than four may well have been said, and stay too.
 */
export function dropLoops(words: readonly string[]): string[] {
  const normalized = words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  const kept: string[] = [];
  for (let at = 0; at < words.length;) {
    const { length, rounds } = loopAt(normalized, at);
    if (rounds >= FEWEST_ROUNDS) {
      kept.push(...words.slice(at, at + length));
      at += length * rounds;
    } else {
      kept.push(words[at]!);
      at++;
    }
  }
  return kept;
}

function loopAt(words: readonly string[], at: number): { length: number; rounds: number } {
  let best = { length: 1, rounds: 1 };
  for (let length = 1; length <= LONGEST_LOOP_WORDS; length++) {
    let rounds = 1;
    while (repeats(words, at, at + rounds * length, length)) rounds++;
    if (rounds >= FEWEST_ROUNDS && rounds * length > best.rounds * best.length) {
      best = { length, rounds };
    }
  }
  return best;
}

function repeats(words: readonly string[], first: number, second: number, length: number): boolean {
  if (second + length > words.length) return false;
  for (let index = 0; index < length; index++) {
    if (words[first + index] !== words[second + index]) return false;
  }
  return true;
}
