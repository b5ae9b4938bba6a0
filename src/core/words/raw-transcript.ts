import { markSpaces } from '../text/mark-spaces.js';
import { writtenWords } from '../timing/written-words.js';
import { isObject, type JsonObject, objectsIn, readSpeaker, readTimes, readWord } from './raw-word.js';
import { dropBackwardTimes } from './drop-backward-times.js';
import type { RawCue, RawSegment, RawWord } from './types.js';

/** What a document holds: words with times, or only sentences with times. */
export interface RawTranscript {
  readonly segments: readonly RawSegment[];
  readonly cues: readonly RawCue[];
  /** Sounds that are no words, such as laughter. */
  readonly soundCount: number;
  /** True: nothing says that its times are milliseconds, but they can be nothing else. */
  readonly assumesMilliseconds?: boolean;
}

export interface SegmentOptions {
  readonly text?: unknown;
  /** Whose words they are, where they do not say it themselves. */
  readonly speaker?: string | null;
  /** Milliseconds in what is a second elsewhere. */
  readonly secondMs?: number;
}

/** Marks of Whisper's decoder among its tokens, such as `[_BEG_]` and `<|0.00|>`. */
const DECODER_MARK = /^\s*(\[_[\w ]*\]|<\|[^|]*\|>)\s*$/;
const SOUNDS: ReadonlySet<unknown> = new Set(['audio_event', 'sound']);
/** Blanks, and Polly's marks for what is no word. */
const BETWEEN_WORDS: ReadonlySet<unknown> = new Set([
  'spacing',
  'space',
  'sentence',
  'viseme',
  'ssml',
]);

/** A sentence without an end that none follows. */
const LAST_SENTENCE_MS = 3000;

/** Words of one list of a document. */
export function readSegment(list: unknown, options: SegmentOptions = {}): RawTranscript {
  const { text, speaker = null, secondMs } = options;
  const entries = objectsIn(list);
  const words = entries.flatMap((entry): RawWord[] => {
    if (SOUNDS.has(entry['type']) || BETWEEN_WORDS.has(entry['type'])) return [];
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

/** Several parts of a document, one after another. */
export function mergeTranscripts(parts: readonly RawTranscript[]): RawTranscript {
  return {
    segments: parts.flatMap(({ segments }) => segments),
    cues: parts.flatMap(({ cues }) => cues),
    soundCount: parts.reduce((sum, { soundCount }) => sum + soundCount, 0),
    assumesMilliseconds: parts.some(({ assumesMilliseconds }) => assumesMilliseconds),
  };
}

/**
 * Sentences that hold their words under one of some names. Where none does, the entries are words
 * themselves or sentences to be aligned, by how much they say.
 */
export function readSentenceList(list: unknown, wordNames: readonly string[]): RawTranscript {
  const entries = objectsIn(list);
  const wordsIn = (entry: JsonObject) => wordNames.map((name) => entry[name]).find(hasTexts);
  if (!entries.some((entry) => wordsIn(entry))) return wordsOrCues(entries);
  return mergeTranscripts(
    entries.map((entry) => {
      const words = wordsIn(entry);
      const told = { text: entry['text'] ?? entry['transcript'], speaker: readSpeaker(entry) };
      return words ? withForwardTimes(readSegment(words, told)) : shareSentenceTime(entry);
    }),
  );
}

/** The words of a sentence, which are said in the order in which they stand. */
function withForwardTimes(told: RawTranscript): RawTranscript {
  const segments = told.segments.map(({ words, text }) => ({ words: dropBackwardTimes(words), text }));
  return { ...told, segments };
}

function hasTexts(list: unknown): boolean {
  return objectsIn(list).some((entry) => readWord(entry) !== null);
}

/** A sentence without word times among others that have them: its words share its time. */
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
  const told = readSegment(entries);
  const words = told.segments.flatMap((segment) => segment.words);
  if (words.every(({ text }) => writtenWords(text).length <= 1)) return told;
  const cues = words.flatMap(({ text, startMs, endMs }, index): RawCue[] => {
    if (startMs === null) return [];
    const nextMs = words[index + 1]?.startMs ?? startMs;
    const untilMs = endMs !== null && endMs > startMs ? endMs : nextMs;
    return [{ text, startMs, endMs: untilMs > startMs ? untilMs : startMs + LAST_SENTENCE_MS }];
  });
  return { segments: [], cues, soundCount: told.soundCount };
}

/** The best of several readings, which tools put first. */
export function bestAlternative(list: unknown): JsonObject {
  return objectsIn(list)[0] ?? {};
}

/** A member of an object that may be none. */
export function propertyOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
