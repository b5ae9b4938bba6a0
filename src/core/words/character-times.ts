import { markSpaces } from '../text/mark-spaces.js';
import { writtenWords } from '../timing/written-words.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';
import type { RawTranscript } from './raw-transcript.js';
import type { RawWord } from './types.js';

/** Names of the lists of starts and ends in seconds, in ElevenLabs' API and its clients. */
const LISTS = [
  ['character_start_times_seconds', 'character_end_times_seconds'],
  ['characterStartTimesSeconds', 'characterEndTimesSeconds'],
] as const;
/** Members that contain the lists; the first one belongs to the original text. */
const CONTAINER_NAMES = ['alignment', 'normalized_alignment', 'normalizedAlignment'];

/**
 * Reads words from the times of their characters, which ElevenLabs' `with-timestamps` writes alone or as
 * `alignment` beside the audio.
 *
 * @returns null when the document does not have these lists
 */
export function readCharacterTimes(document: JsonObject): RawTranscript | null {
  for (const [starts, ends] of LISTS) {
    const words = wordsOf(document['characters'], document[starts], document[ends]);
    if (words) return { segments: [{ words, text: null }], cues: [], soundCount: 0 };
  }
  for (const name of CONTAINER_NAMES) {
    const inner = document[name];
    const transcript = isJsonObject(inner) ? readCharacterTimes(inner) : null;
    if (transcript) return transcript;
  }
  return null;
}

function wordsOf(characters: unknown, starts: unknown, ends: unknown): RawWord[] | null {
  if (!Array.isArray(characters) || !Array.isArray(starts) || !Array.isArray(ends)) return null;
  const texts = characters.map((one: unknown) => (typeof one === 'string' ? one : ''));
  // For each UTF-16 unit of the text without spaces, the index of its character.
  const owners = texts.flatMap((text, index) =>
    Array.from({ length: text.replace(/\s+/gu, '').length }, () => index),
  );
  const text = texts.join('');
  let at = 0;
  const words = writtenWords(text).map((word): RawWord => {
    const first = owners[at];
    at += word.length;
    const last = owners[at - 1];
    return {
      text: word,
      startMs: timeAt(starts, first),
      endMs: timeAt(ends, last),
      speaker: null,
    };
  });
  return markSpaces(words, text);
}

function timeAt(times: readonly unknown[], index: number | undefined): number | null {
  const time = index === undefined ? null : times[index];
  return typeof time === 'number' && time >= 0 ? time * 1000 : null;
}
