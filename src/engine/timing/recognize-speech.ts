import type { GivenWord } from '../../core/project/types.js';
import { dropLoops } from '../../core/timing/drop-loops.js';
import { languageTag } from '../../core/timing/script-language.js';
import { SPEECH_RATE, type Stretch } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import type { Recognizer } from './recognizer.js';

/** Engines take files of a bounded size: ten minutes are 19 MB. */
const LONGEST_PART_MS = 600_000;
/** A word may reach so far into a pause, as engines' times are rough. */
const SLACK_MS = 300;

export interface HeardSpeech {
  readonly written: readonly string[];
  readonly language: string;
  /** The engine's own times, one for each written word; null when they do not fit the text. */
  readonly own: readonly GivenWord[] | null;
}

/** The text of speech without what engines make up: words in silence, and words over and over. */
export async function recognizeSpeech(
  samples: Float32Array,
  pauses: readonly Stretch[],
  language: string,
  recognizer: Recognizer,
  signal: AbortSignal,
): Promise<HeardSpeech> {
  const durationMs = (samples.length / SPEECH_RATE) * 1000;
  const words: { text: string; own: GivenWord | null }[] = [];
  let heardLanguage = language;
  for (const { startMs, endMs } of partsOf(pauses, durationMs)) {
    const at = (ms: number) => Math.round((ms * SPEECH_RATE) / 1000);
    const part = samples.subarray(at(startMs), at(endMs));
    const heard = await recognizer.recognize(part, language, signal);
    if (language === 'auto' && heard.language) heardLanguage = languageTag(heard.language);
    const texts = writtenWords(heard.text, heardLanguage);
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
    language: heardLanguage,
    own: timed.length === written.length && timed.length === words.length ? timed : null,
  };
}

function liesInSilence(word: GivenWord, pauses: readonly Stretch[]): boolean {
  return pauses.some(
    ({ startMs, endMs }) => word.startMs >= startMs + SLACK_MS && word.endMs <= endMs - SLACK_MS,
  );
}

/** Parts no longer than an engine takes, cut in the longest pause of their last tenth. */
function partsOf(pauses: readonly Stretch[], durationMs: number): Stretch[] {
  const parts: Stretch[] = [];
  let startMs = 0;
  while (durationMs - startMs > LONGEST_PART_MS) {
    const latest = startMs + LONGEST_PART_MS;
    const cut = pauses
      .filter(({ endMs }) => endMs <= latest && endMs > latest - LONGEST_PART_MS / 10)
      .sort((a, b) => b.endMs - b.startMs - (a.endMs - a.startMs))[0];
    const endMs = cut ? (cut.startMs + cut.endMs) / 2 : latest;
    parts.push({ startMs, endMs });
    startMs = endMs;
  }
  return [...parts, { startMs, endMs: durationMs }];
}
