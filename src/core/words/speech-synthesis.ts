import { readSegment, type RawTranscript } from './raw-transcript.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';
import { objectsIn } from './raw-word.js';

/**
 * Reads the word times of text-to-speech tools: Kokoro's `timestamps`, Cartesia's parallel lists and Azure's
 * word boundaries.
 *
 * @returns null when the document comes from none of them
 */
export function readSpeechSynthesis(document: JsonObject): RawTranscript | null {
  const words =
    parallelLists(document['word_timestamps']) ??
    wordBoundaries(document['Metadata']) ??
    wordsIn(document['timestamps']) ??
    wordsIn(isJsonObject(document['timestamp']) ? document['timestamp']['word'] : undefined);
  return words === null ? null : readSegment(words, { text: document['text'] });
}

/** Cartesia: `{words, start, end}`, each a list. */
function parallelLists(lists: unknown): JsonObject[] | null {
  if (!isJsonObject(lists)) return null;
  const { words, start, end } = lists;
  if (!Array.isArray(words) || !Array.isArray(start) || !Array.isArray(end)) return null;
  return words.map((word: unknown, index) => ({
    word,
    start: start[index] as unknown,
    end: end[index] as unknown,
  }));
}

/** Azure: `Metadata[].Data` with its own text, among marks for sentences and sounds. */
function wordBoundaries(list: unknown): JsonObject[] | null {
  const words = objectsIn(list).flatMap(({ Type, Data }): JsonObject[] => {
    if (Type !== 'WordBoundary' || !isJsonObject(Data)) return [];
    const text = Data['text'] ?? Data['Text'];
    return [{ ...Data, text: isJsonObject(text) ? text['Text'] : text }];
  });
  return words.length > 0 ? words : null;
}

/** Kokoro, and NeMo, which also lists letters and sentences. */
function wordsIn(list: unknown): JsonObject[] | null {
  const words = objectsIn(list);
  return words.some(({ word }) => typeof word === 'string') ? words : null;
}
