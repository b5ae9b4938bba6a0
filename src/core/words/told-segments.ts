import { markSpaces } from '../text/mark-spaces.js';
import { writtenWords } from '../timing/written-words.js';
import { isObject, type Json, objectsIn, speakerOf, timesOf, toldWord } from './told-word.js';
import { steadyTimes } from './steady-times.js';
import type { ToldCue, ToldSegment, ToldWord } from './types.js';

/** What a document holds: words with times, or only sentences with times. */
export interface Told {
  readonly segments: readonly ToldSegment[];
  readonly cues: readonly ToldCue[];
  /** Sounds that are no words, such as laughter. */
  readonly sounds: number;
  /** True: nothing says that its times are milliseconds, but they can be nothing else. */
  readonly guessedMs?: boolean;
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
export function segmentOf(list: unknown, options: SegmentOptions = {}): Told {
  const { text, speaker = null, secondMs } = options;
  const entries = objectsIn(list);
  const words = entries.flatMap((entry): ToldWord[] => {
    if (SOUNDS.has(entry['type']) || BETWEEN_WORDS.has(entry['type'])) return [];
    const word = toldWord(entry, secondMs);
    if (word === null || DECODER_MARK.test(word.text)) return [];
    return [{ ...word, speaker: word.speaker ?? speaker }];
  });
  return {
    segments: words.length > 0 ? [{ words, text: typeof text === 'string' ? text : null }] : [],
    cues: [],
    sounds: entries.filter(({ type }) => SOUNDS.has(type)).length,
  };
}

/** Several parts of a document, one after another. */
export function together(parts: readonly Told[]): Told {
  return {
    segments: parts.flatMap(({ segments }) => segments),
    cues: parts.flatMap(({ cues }) => cues),
    sounds: parts.reduce((sum, { sounds }) => sum + sounds, 0),
    guessedMs: parts.some(({ guessedMs }) => guessedMs),
  };
}

/**
 * Sentences that hold their words under one of some names. Where none does, the entries are words
 * themselves or sentences to be aligned, by how much they say.
 */
export function sentencesOf(list: unknown, wordNames: readonly string[]): Told {
  const entries = objectsIn(list);
  const wordsIn = (entry: Json) => wordNames.map((name) => entry[name]).find(hasTexts);
  if (!entries.some((entry) => wordsIn(entry))) return wordsOrCues(entries);
  return together(
    entries.map((entry) => {
      const words = wordsIn(entry);
      const told = { text: entry['text'] ?? entry['transcript'], speaker: speakerOf(entry) };
      return words ? inOrder(segmentOf(words, told)) : untimed(entry);
    }),
  );
}

/** The words of a sentence, which are said in the order in which they stand. */
function inOrder(told: Told): Told {
  const segments = told.segments.map(({ words, text }) => ({ words: steadyTimes(words), text }));
  return { ...told, segments };
}

function hasTexts(list: unknown): boolean {
  return objectsIn(list).some((entry) => toldWord(entry) !== null);
}

/** A sentence without word times among others that have them: its words share its time. */
function untimed(entry: Json): Told {
  const { startMs } = timesOf(entry);
  const text = toldWord(entry)?.text ?? '';
  const words = writtenWords(text).map((word, index) => ({
    text: word,
    startMs: index === 0 ? startMs : null,
    endMs: null,
    speaker: speakerOf(entry),
  }));
  return {
    segments: words.length > 0 ? [{ words: markSpaces(words, text), text: null }] : [],
    cues: [],
    sounds: 0,
  };
}

function wordsOrCues(entries: readonly Json[]): Told {
  const told = segmentOf(entries);
  const words = told.segments.flatMap((segment) => segment.words);
  if (words.every(({ text }) => writtenWords(text).length <= 1)) return told;
  const cues = words.flatMap(({ text, startMs, endMs }, index): ToldCue[] => {
    if (startMs === null) return [];
    const nextMs = words[index + 1]?.startMs ?? startMs;
    const untilMs = endMs !== null && endMs > startMs ? endMs : nextMs;
    return [{ text, startMs, endMs: untilMs > startMs ? untilMs : startMs + LAST_SENTENCE_MS }];
  });
  return { segments: [], cues, sounds: told.sounds };
}

/** The best of several readings, which tools put first. */
export function bestOf(list: unknown): Json {
  return objectsIn(list)[0] ?? {};
}

/** A member of an object that may be none. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}
