import type { GivenWord } from '../../core/project/types/index.js';
import { dropLoops } from '../../core/timing/drop-loops.js';
import { toNfc } from '../../core/text/clean-text.js';
import { languageTag } from '../../core/timing/readings/script-language.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { type TimeInterval } from '../../core/timing/types.js';
import { writtenWords } from '../../core/timing/written-words.js';
import type { Recognizer } from './recognizer.js';

/** How far before the latest possible cut to look for a pause: a tenth of a part, but at least some sentences. */
const CUT_SHARE = 0.1;
const MIN_CUT_REACH_MS = 12_000;
/** Longer silence around a part is cut off, because engines make up words in it. */
const LONGEST_SILENCE_MS = 1000;
/** How far a word may reach into a pause, because the times of engines are rough. */
const SLACK_MS = 300;

export interface RecognizedSpeech {
  readonly written: readonly string[];
  /** The whole text, with the spaces between its words. */
  readonly text: string;
  readonly language: string;
  /** The times of the engine for each written word; null when they do not match the text. */
  readonly engineWords: readonly GivenWord[] | null;
}

export interface RecognitionInput {
  /** Mono at 16 kHz, -1 to 1. */
  readonly samples: Float32Array;
  readonly pauses: readonly TimeInterval[];
  /** BCP 47, or `auto`. */
  readonly language: string;
}

interface RecognizedWord {
  readonly text: string;
  /** The time of the engine; null when it does not match the text. */
  readonly engineWord: GivenWord | null;
}

/** Recognizes speech, without what engines make up: words in silence, and repeated words. */
export async function recognizeSpeech(
  { samples, pauses, language }: RecognitionInput,
  recognizer: Recognizer,
  signal: AbortSignal,
): Promise<RecognizedSpeech> {
  const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
  const words: RecognizedWord[] = [];
  let detected = language;
  const texts: string[] = [];
  for (const interval of partsOf(pauses, durationMs, recognizer.longestPartMs)) {
    const part = await recognizer.recognize(samplesIn(interval, samples), language, signal);
    if (language === 'auto' && part.language) detected = languageTag(part.language);
    const text = toNfc(part.text);
    texts.push(text);
    const written = writtenWords(text, detected);
    words.push(...recognizedWords(written, part.words, interval.startMs));
  }
  const audible = words.filter(
    ({ engineWord }) => !engineWord || !liesInSilence(engineWord, pauses),
  );
  const written = dropLoops(audible.map(({ text }) => text));
  const engineWords = audible.flatMap(({ engineWord }) => engineWord ?? []);
  const areComplete =
    engineWords.length === written.length && engineWords.length === audible.length;
  return {
    written,
    text: texts.join(' '),
    language: detected,
    engineWords: areComplete ? engineWords : null,
  };
}

function samplesIn({ startMs, endMs }: TimeInterval, samples: Float32Array): Float32Array {
  const at = (ms: number) => Math.round((ms * SPEECH_SAMPLE_RATE) / 1000);
  return samples.subarray(at(startMs), at(endMs));
}

/** Adds the times of the engine to the words of a part, if there is one for each. */
function recognizedWords(
  written: readonly string[],
  timed: readonly GivenWord[],
  partStartMs: number,
): RecognizedWord[] {
  const times = timed.length === written.length ? timed : [];
  return written.map((text, index) => {
    const time = times[index];
    if (!time) return { text, engineWord: null };
    const startMs = time.startMs + partStartMs;
    return { text, engineWord: { text, startMs, endMs: time.endMs + partStartMs } };
  });
}

function liesInSilence(word: GivenWord, pauses: readonly TimeInterval[]): boolean {
  return pauses.some(
    ({ startMs, endMs }) => word.startMs >= startMs + SLACK_MS && word.endMs <= endMs - SLACK_MS,
  );
}

/** Divides a recording into parts that an engine takes, cut in the longest pause near their end. */
function partsOf(
  pauses: readonly TimeInterval[],
  durationMs: number,
  longestMs: number,
): TimeInterval[] {
  const reach = Math.max(MIN_CUT_REACH_MS, longestMs * CUT_SHARE);
  const parts: TimeInterval[] = [];
  let startMs = 0;
  while (durationMs - startMs > longestMs) {
    const latest = startMs + longestMs;
    const cut = pauses
      .filter(({ endMs }) => endMs <= latest && endMs > latest - reach)
      .sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))[0];
    const endMs = cut ? (cut.startMs + cut.endMs) / 2 : latest;
    parts.push({ startMs, endMs });
    startMs = endMs;
  }
  return [...parts, { startMs, endMs: durationMs }].flatMap((part) => voicedPart(part, pauses));
}

/** Removes long silence at the start and the end of a part; returns no part when it is silent. */
function voicedPart(
  { startMs, endMs }: TimeInterval,
  pauses: readonly TimeInterval[],
): TimeInterval[] {
  const first = pauses.find((pause) => pause.startMs <= startMs && pause.endMs > startMs);
  const last = pauses.find((pause) => pause.startMs < endMs && pause.endMs >= endMs);
  const from =
    first && first.endMs - startMs > LONGEST_SILENCE_MS ? first.endMs - SLACK_MS : startMs;
  const to = last && endMs - last.startMs > LONGEST_SILENCE_MS ? last.startMs + SLACK_MS : endMs;
  return from < to && first?.endMs !== endMs ? [{ startMs: from, endMs: to }] : [];
}
