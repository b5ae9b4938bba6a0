import type { GivenWord } from '../../core/project/types/index.js';
import { dropLoops } from '../../core/timing/drop-loops.js';
import { composed } from '../../core/text/clean-text.js';
import { languageTag } from '../../core/timing/readings/script-language.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { type TimeInterval } from '../../core/timing/types.js';
import { writtenWords } from '../../core/timing/written-words.js';
import type { Recognizer } from './recognizer.js';

/** How far before the longest part's end a pause is looked for: a tenth, but some sentences at least. */
const CUT_SHARE = 0.1;
const MIN_CUT_REACH_MS = 12_000;
/** Silence longer than this around a part is not sent: engines make words up in it. */
const LONGEST_SILENCE_MS = 1000;
/** A word may reach so far into a pause, as engines' times are rough. */
const SLACK_MS = 300;

export interface RecognizedSpeech {
  readonly written: readonly string[];
  /** All that was heard, with the spaces between its words. */
  readonly text: string;
  readonly language: string;
  /** The engine's own times, one for each written word; null when they do not fit the text. */
  readonly engineWords: readonly GivenWord[] | null;
}

/** The text of speech without what engines make up: words in silence, and words over and over. */
export async function recognizeSpeech(
  samples: Float32Array,
  pauses: readonly TimeInterval[],
  language: string,
  recognizer: Recognizer,
  signal: AbortSignal,
): Promise<RecognizedSpeech> {
  const durationMs = (samples.length / SPEECH_SAMPLE_RATE) * 1000;
  const words: { text: string; own: GivenWord | null }[] = [];
  let heardLanguage = language;
  const said: string[] = [];
  for (const { startMs, endMs } of partsOf(pauses, durationMs, recognizer.longestPartMs)) {
    const at = (ms: number) => Math.round((ms * SPEECH_SAMPLE_RATE) / 1000);
    const part = samples.subarray(at(startMs), at(endMs));
    const heard = await recognizer.recognize(part, language, signal);
    if (language === 'auto' && heard.language) heardLanguage = languageTag(heard.language);
    const text = composed(heard.text);
    const texts = writtenWords(text, heardLanguage);
    said.push(text);
    const own = heard.words.length === texts.length ? heard.words : [];
    texts.forEach((text, index) => {
      const word = own[index];
      const moved = word && {
        text,
        startMs: word.startMs + startMs,
        endMs: word.endMs + startMs,
      };
      if (!moved || !liesInSilence(moved, pauses)) words.push({ text, own: moved ?? null });
    });
  }
  const written = dropLoops(words.map(({ text }) => text));
  const timed = words.flatMap(({ own }) => own ?? []);
  return {
    written,
    text: said.join(' '),
    language: heardLanguage,
    engineWords: timed.length === written.length && timed.length === words.length ? timed : null,
  };
}

function liesInSilence(word: GivenWord, pauses: readonly TimeInterval[]): boolean {
  return pauses.some(
    ({ startMs, endMs }) => word.startMs >= startMs + SLACK_MS && word.endMs <= endMs - SLACK_MS,
  );
}

/** Parts no longer than an engine takes, cut in the longest pause near their end, without long silence. */
function partsOf(pauses: readonly TimeInterval[], durationMs: number, longestMs: number): TimeInterval[] {
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

/** A part without the silence it begins and ends with; none when it is silent. */
function voicedPart({ startMs, endMs }: TimeInterval, pauses: readonly TimeInterval[]): TimeInterval[] {
  const first = pauses.find((pause) => pause.startMs <= startMs && pause.endMs > startMs);
  const last = pauses.find((pause) => pause.startMs < endMs && pause.endMs >= endMs);
  const from =
    first && first.endMs - startMs > LONGEST_SILENCE_MS ? first.endMs - SLACK_MS : startMs;
  const to = last && endMs - last.startMs > LONGEST_SILENCE_MS ? last.startMs + SLACK_MS : endMs;
  return from < to && first?.endMs !== endMs ? [{ startMs: from, endMs: to }] : [];
}
