import { readSegment, type RawTranscript } from './raw-transcript.js';
import { isObject, type JsonObject, objectsIn } from './raw-word.js';

/**
 * What text-to-speech tools tell of the words that they say: Kokoro's `timestamps`, Cartesia's lists side by
 * side, Azure's word boundaries.
 *
 * @returns null when the document is of none of them
 */
export function readSpeechSynthesis(document: JsonObject): RawTranscript | null {
  const words =
    sideBySide(document['word_timestamps']) ??
    boundaries(document['Metadata']) ??
    listUnder(document['timestamps']) ??
    listUnder(isObject(document['timestamp']) ? document['timestamp']['word'] : undefined);
  return words === null ? null : readSegment(words, { text: document['text'] });
}

/** Cartesia: `{words, start, end}`, each a list. */
function sideBySide(lists: unknown): JsonObject[] | null {
  if (!isObject(lists)) return null;
  const { words, start, end } = lists;
  if (!Array.isArray(words) || !Array.isArray(start) || !Array.isArray(end)) return null;
  return words.map((word: unknown, index) => ({
    word,
    start: start[index] as unknown,
    end: end[index] as unknown,
  }));
}

/** Azure: `Metadata[].Data` with a text of its own, and marks of sentences and sounds between. */
function boundaries(list: unknown): JsonObject[] | null {
  const words = objectsIn(list).flatMap(({ Type, Data }): JsonObject[] => {
    if (Type !== 'WordBoundary' || !isObject(Data)) return [];
    const told = Data['text'] ?? Data['Text'];
    return [{ ...Data, text: isObject(told) ? told['Text'] : told }];
  });
  return words.length > 0 ? words : null;
}

/** Kokoro, and NeMo, which has lists of letters and sentences beside it. */
function listUnder(list: unknown): JsonObject[] | null {
  const words = objectsIn(list);
  return words.some(({ word }) => typeof word === 'string') ? words : null;
}
