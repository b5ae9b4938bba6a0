import type { GivenWord } from '../project/types/index.js';
import { writtenWords } from '../timing/written-words.js';
import { readWordJson } from '../words/read-word-json.js';

/** How far the times of an engine may lie after the end of its sound. */
const TOLERANCE_MS = 250;

/** The share of characters that may have no length. */
const MOST_STILL = 0.2;
/** The share of the sound in which the characters are at least. The rest is silence at its ends. */
const SHORTEST_SPAN = 0.4;

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
  if (!areMoving({ characters, starts, ends }, durationMs)) return null;
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

/** Whether the times go on from character to character, through most of the sound. */
function areMoving({ characters, starts, ends }: Times, durationMs: number): boolean {
  const isForward = starts.every((start, index) => start >= (starts[index - 1] ?? 0));
  const shown = characters.flatMap((one, index) => (one.trim() === '' ? [] : [index]));
  const still = shown.filter((index) => !(ends[index]! > starts[index]!)).length;
  const spanMs = ((ends.at(-1) ?? 0) - (starts[0] ?? 0)) * 1000;
  return isForward && still <= shown.length * MOST_STILL && spanMs >= durationMs * SHORTEST_SPAN;
}
