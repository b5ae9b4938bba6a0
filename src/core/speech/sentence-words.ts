import type { GivenWord } from '../project/types/index.js';
import { writtenWords } from '../timing/written-words.js';
import { readWordJson } from '../words/read-word-json.js';

/** How far the times of an engine may lie after the end of its sound. */
const TOLERANCE_MS = 250;

/** The times of characters, in seconds. */
interface Times {
  readonly characters: readonly string[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/**
 * The words of a sentence, by the times that its engine tells for the characters. Some engines tell times that run away
 * from their sound, or only for a part of the text.
 *
 * @param durationMs the length of the sound
 * @returns null if the times do not fit the text and the sound
 */
export function sentenceWords(
  text: string,
  { characters, starts, ends }: Times,
  durationMs: number,
): readonly GivenWord[] | null {
  const read = readWordJson({
    characters,
    character_start_times_seconds: starts,
    character_end_times_seconds: ends,
  });
  if (!('words' in read)) return null;
  const { words } = read;
  const written = writtenWords(text);
  const isWhole =
    words.length === written.length && words.every((word, index) => word.text === written[index]);
  const isInOrder = words.every(
    ({ startMs, endMs }, index) =>
      endMs > startMs &&
      startMs >= (words[index - 1]?.startMs ?? 0) &&
      endMs <= durationMs + TOLERANCE_MS,
  );
  return isWhole && isInOrder ? words : null;
}
