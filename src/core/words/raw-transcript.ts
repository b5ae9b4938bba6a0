import { markSpaces } from '../text/mark-spaces.js';
import { writtenWords } from '../timing/written-words.js';
import { isJsonObject, type JsonObject } from '../util/json-object.js';
import { objectsIn, readSpeaker, readTimes, readWord } from './raw-word.js';
import { dropBackwardTimes } from './drop-backward-times.js';
import type { RawCue, RawSegment, RawWord } from './types.js';

/** The content of a document before it is cleaned up: words with times, or only sentences with times. */
export interface RawTranscript {
  readonly segments: readonly RawSegment[];
  readonly cues: readonly RawCue[];
  /** Number of sounds that are not words, such as laughter. */
  readonly soundCount: number;
  /** True when the document does not state its unit of time, and only milliseconds make sense. */
  readonly assumesMilliseconds?: boolean;
}

export interface SegmentOptions {
  readonly text?: unknown;
  /** The speaker of words that do not name one. */
  readonly speaker?: string | null;
  /** Milliseconds in the unit of times without a unit; 1000 by default. */
  readonly secondMs?: number;
}

/** Special tokens of Whisper's decoder, such as `[_BEG_]` and `<|0.00|>`. */
const DECODER_MARK = /^\s*(\[_[\w ]*\]|<\|[^|]*\|>)\s*$/;
const SOUNDS: ReadonlySet<unknown> = new Set(['audio_event', 'sound']);
/** Types of spaces, and of Polly's marks that are not words. */
const NON_WORDS: ReadonlySet<unknown> = new Set(['spacing', 'space', 'sentence', 'viseme', 'ssml']);

/** The duration of a last sentence without an end. */
const LAST_SENTENCE_MS = 3000;

/** Reads one list of words. */
export function readSegment(list: unknown, options: SegmentOptions = {}): RawTranscript {
  const { text, speaker = null, secondMs } = options;
  const entries = objectsIn(list);
  const words = entries.flatMap((entry): RawWord[] => {
    if (SOUNDS.has(entry['type']) || NON_WORDS.has(entry['type'])) return [];
    const word = readWord(entry, secondMs);
    if (word === null || DECODER_MARK.test(word.text)) return [];
    return [{ ...word, speaker: word.speaker ?? speaker }];
  });
  return {
    segments: words.length > 0 ? [{ words, text: typeof text === 'string' ? text : null }] : [],
    cues: [],
    soundCount: entries.filter(({ type }) => SOUNDS.has(type)).length,
  };
}

/** Joins the parts of a document in order. */
export function mergeTranscripts(parts: readonly RawTranscript[]): RawTranscript {
  return {
    segments: parts.flatMap(({ segments }) => segments),
    cues: parts.flatMap(({ cues }) => cues),
    soundCount: parts.reduce((sum, { soundCount }) => sum + soundCount, 0),
    assumesMilliseconds: parts.some(({ assumesMilliseconds }) => assumesMilliseconds),
  };
}

/**
 * Reads sentences that contain their words in one of the named members. If none does, the entries are
 * words, or sentences without word times when they have several words.
 */
export function readSentenceList(list: unknown, wordNames: readonly string[]): RawTranscript {
  const entries = objectsIn(list);
  const wordsIn = (entry: JsonObject) => wordNames.map((name) => entry[name]).find(hasTexts);
  if (!entries.some((entry) => wordsIn(entry))) return wordsOrCues(entries);
  return mergeTranscripts(
    entries.map((entry) => {
      const words = wordsIn(entry);
      const options = { text: entry['text'] ?? entry['transcript'], speaker: readSpeaker(entry) };
      return words ? withForwardTimes(readSegment(words, options)) : shareSentenceTime(entry);
    }),
  );
}

/** The words of a sentence are said in their order, so their times must not go backward. */
function withForwardTimes(transcript: RawTranscript): RawTranscript {
  const segments = transcript.segments.map(({ words, text }) => ({
    words: dropBackwardTimes(words),
    text,
  }));
  return { ...transcript, segments };
}

function hasTexts(list: unknown): boolean {
  return objectsIn(list).some((entry) => readWord(entry) !== null);
}

/** The words of a sentence without word times share its time. */
function shareSentenceTime(entry: JsonObject): RawTranscript {
  const { startMs } = readTimes(entry);
  const text = readWord(entry)?.text ?? '';
  const words = writtenWords(text).map((word, index) => ({
    text: word,
    startMs: index === 0 ? startMs : null,
    endMs: null,
    speaker: readSpeaker(entry),
  }));
  return {
    segments: words.length > 0 ? [{ words: markSpaces(words, text), text: null }] : [],
    cues: [],
    soundCount: 0,
  };
}

function wordsOrCues(entries: readonly JsonObject[]): RawTranscript {
  const transcript = readSegment(entries);
  const words = transcript.segments.flatMap((segment) => segment.words);
  if (words.every(({ text }) => writtenWords(text).length <= 1)) return transcript;
  const cues = words.flatMap(({ text, startMs, endMs }, index): RawCue[] => {
    if (startMs === null) return [];
    const nextMs = words[index + 1]?.startMs ?? startMs;
    const untilMs = endMs !== null && endMs > startMs ? endMs : nextMs;
    return [{ text, startMs, endMs: untilMs > startMs ? untilMs : startMs + LAST_SENTENCE_MS }];
  });
  return { segments: [], cues, soundCount: transcript.soundCount };
}

/** Returns the best of several alternatives, which tools put first. */
export function bestAlternative(list: unknown): JsonObject {
  return objectsIn(list)[0] ?? {};
}

/** Returns a member of a value, or undefined when the value is not an object. */
export function propertyOf(value: unknown, name: string): unknown {
  return isJsonObject(value) ? value[name] : undefined;
}
