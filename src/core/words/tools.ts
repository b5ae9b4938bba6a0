import { readCharacterTimes } from './character-times.js';
import { readSpeechSynthesis } from './speech-synthesis.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';
import { objectsIn, readSpeaker, readWord } from './raw-word.js';
import {
  bestAlternative,
  propertyOf,
  readSegment,
  readSentenceList,
  type RawTranscript,
  mergeTranscripts,
} from './raw-transcript.js';
import { readYoutubeEvents } from './youtube-events.js';

/** Reads a document of one kind; returns null for other documents. */
type ToolReader = (document: JsonObject) => RawTranscript | null;

/** Deepgram: `results.channels[].alternatives[0].words`. */
const deepgram: ToolReader = ({ results }) => {
  const channels = objectsIn(propertyOf(results, 'channels'));
  if (channels.length === 0) return null;
  return mergeTranscripts(
    channels.map(({ alternatives }, index) => {
      const { words, transcript } = bestAlternative(alternatives);
      const speaker = channels.length > 1 ? `channel ${index}` : null;
      return readSegment(words, { text: transcript, speaker });
    }),
  );
};

/** AWS Transcribe: `results.items[]`, with times as texts and punctuation without times; one list per channel. */
const amazon: ToolReader = ({ results }) => {
  const channels = objectsIn(propertyOf(propertyOf(results, 'channel_labels'), 'channels'));
  if (channels.length > 0) {
    return mergeTranscripts(
      channels.map(({ items }, index) => readSegment(items, { speaker: `channel ${index}` })),
    );
  }
  const items = propertyOf(results, 'items');
  return Array.isArray(items) ? readSegment(items) : null;
};

/** Google: `results[].alternatives[0].words`. With speakers, the last result repeats all words. */
const google: ToolReader = ({ results }) => {
  const best = objectsIn(results).map(({ alternatives }) => bestAlternative(alternatives));
  const spoken = best.filter(({ words }) => objectsIn(words).length > 0);
  if (spoken.length === 0) return null;
  const last = spoken.at(-1)!;
  const before = spoken.slice(0, -1).reduce((sum, { words }) => sum + objectsIn(words).length, 0);
  const isRepeated = before > 0 && before === objectsIn(last['words']).length;
  return mergeTranscripts(
    (isRepeated ? [last] : spoken).map(({ words, transcript }) =>
      readSegment(fromZero(words), { text: transcript }),
    ),
  );
};

/** Google omits a time of 0. There is a word. */
function fromZero(words: unknown): unknown {
  const [first, ...rest] = objectsIn(words);
  const names = ['startTime', 'startOffset', 'start_time', 'start_offset'];
  const hasStart = names.some((name) => first![name] !== undefined);
  return [hasStart ? first : { ...first, startTime: '0s' }, ...rest];
}

/** Speechmatics: `results[]` of words and punctuation, each with alternatives. */
const speechmatics: ToolReader = ({ results }) => {
  const entries = objectsIn(results);
  const isItem = (entry: JsonObject) => entry['type'] === 'word' || entry['type'] === 'punctuation';
  return entries.some(isItem) ? readSegment(entries.filter(isItem)) : null;
};

/** Rev AI: `monologues[].elements[]`; elements without times are punctuation and spaces. */
const rev: ToolReader = ({ monologues }) => {
  const turns = objectsIn(monologues);
  if (turns.length === 0) return null;
  return mergeTranscripts(
    turns.map((turn) =>
      readSegment(attachPunctuation(objectsIn(turn['elements'])), { speaker: readSpeaker(turn) }),
    ),
  );
};

/** Appends spaces and punctuation to the word before, because spaces show where words start. */
function attachPunctuation(elements: readonly JsonObject[]): JsonObject[] {
  const words: JsonObject[] = [];
  for (const element of elements) {
    const value = textOf(element);
    const last = words.at(-1);
    if (element['type'] !== 'punct') words.push(element);
    else if (last) words[words.length - 1] = { ...last, value: `${textOf(last)}${value}` };
  }
  return words;
}

const textOf = ({ value }: JsonObject) => (typeof value === 'string' ? value : '');

/** Azure: `recognizedPhrases` of a batch, `phrases` of the fast API, or `NBest` of one response. */
const azure: ToolReader = (document) => {
  const phrases =
    document['recognizedPhrases'] ?? document['phrases'] ?? (document['NBest'] && [document]);
  if (!Array.isArray(phrases)) return null;
  return mergeTranscripts(
    objectsIn(phrases).map((phrase) => {
      const best = { ...phrase, ...bestAlternative(phrase['nBest'] ?? phrase['NBest']) };
      const names = ['displayWords', 'DisplayWords', 'words', 'Words'];
      const words = names.map((name) => best[name]).find(Array.isArray);
      const text = best['display'] ?? best['Display'] ?? best['text'];
      return readSegment(words, { text, speaker: readSpeaker(phrase) });
    }),
  );
};

/** whisper.cpp: `transcription[]`, with `tokens` in full output. */
const whisperCpp: ToolReader = ({ transcription }) =>
  Array.isArray(transcription) ? readSentenceList(transcription, ['tokens']) : null;

/** Whisper, WhisperX, faster-whisper, stable-ts, Gladia and others: sentences with words. */
const sentences: ToolReader = (document) => {
  const list =
    document['segments'] ?? document['utterances'] ?? document['chunks'] ?? document['transcripts'];
  return Array.isArray(list) ? readSentenceList(list, ['words']) : null;
};

/** Fields that identify AssemblyAI, which counts milliseconds where others count seconds. */
const ASSEMBLY_FIELDS = [
  'audio_url',
  'acoustic_model',
  'audio_duration',
  'speech_model',
  'speech_models',
];

const assembly: ToolReader = (document) => {
  const { words } = document;
  const isAssembly = ASSEMBLY_FIELDS.some((name) => document[name] !== undefined);
  return isAssembly && mustBeMilliseconds(words) ? readSegment(words, { secondMs: 1 }) : null;
};

/** A list of words beside their text: OpenAI's API, ElevenLabs, Vosk, Gentle, VideoCraft's transcript. */
const list: ToolReader = (document) => {
  const words = document['words'] ?? document['word_segments'] ?? document['result'];
  return readWordEntries(words, document['text'] ?? document['transcript']);
};

/**
 * Reads a list of words.
 *
 * @returns null when the value is not a list of words
 */
export function readWordEntries(words: unknown, text?: unknown): RawTranscript | null {
  const entries = objectsIn(words);
  if (!entries.some((entry) => readWord(entry) !== null)) return null;
  // A phrase may last this many seconds; a word may not.
  const areWords = entries.every((entry) => !/\S\s+\S/u.test(readWord(entry)?.text ?? ''));
  const assumesMilliseconds = areWords && mustBeMilliseconds(words);
  return {
    ...readSegment(words, { text, ...(assumesMilliseconds ? { secondMs: 1 } : {}) }),
    assumesMilliseconds,
  };
}

/** Whether times can only be milliseconds: they are whole, and the median duration is 20 or more. */
export function mustBeMilliseconds(words: unknown): boolean {
  const lengths = objectsIn(words).flatMap(({ start, end }) =>
    typeof start === 'number' && typeof end === 'number' ? [[start, end] as const] : [],
  );
  if (lengths.length === 0 || !lengths.flat().every(Number.isInteger)) return false;
  const sorted = lengths.map(([start, end]) => end - start).sort((a, b) => a - b);
  return sorted[sorted.length >> 1]! >= 20;
}

/** Soniox: word pieces, with spaces where words start. */
const soniox: ToolReader = ({ tokens, text }) => readWordEntries(tokens, text);

/** The most specific readers first. */
const READERS: readonly ToolReader[] = [
  deepgram,
  amazon,
  speechmatics,
  google,
  rev,
  azure,
  assembly,
  readCharacterTimes,
  whisperCpp,
  whisperWords,
  sentences,
  list,
  soniox,
  readSpeechSynthesis,
  readYoutubeEvents,
];

/** Prefers sentences, where the first token always starts a word, unless they contain no words. */
function whisperWords(document: JsonObject): RawTranscript | null {
  const parts = sentences(document);
  if (parts && parts.segments.length > 0) return null;
  return list(document);
}

/** Members that contain the document in a response. */
const WRAPPER_NAMES = ['data', 'result', 'response', 'transcription', 'transcript', 'output'];

/** Reads a document of a speech tool; returns null for an unknown one. */
export function readToolDocument(document: JsonObject, depth = 0): RawTranscript | null {
  for (const read of READERS) {
    const transcript = read(document);
    if (transcript) return transcript;
  }
  for (const name of depth < 3 ? WRAPPER_NAMES : []) {
    const inner = document[name];
    const transcript = isJsonObject(inner) ? readToolDocument(inner, depth + 1) : null;
    if (transcript) return transcript;
  }
  return null;
}
