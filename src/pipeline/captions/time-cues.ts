import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import { fitCuesToVideo } from '../../core/captions/cues/fit-cues-to-video.js';
import { assignLines, parseSpeakerLines } from '../../core/captions/cues/assign-lines.js';
import { markSpaces } from '../../core/text/mark-spaces.js';
import { approximateWords } from '../../core/timing/approximate-words.js';
import { normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { TimedWord, WordTiming } from '../../core/timing/types.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import type { WordTimer } from '../../engine/subtitle-timing/word-timer.js';

/** Captions begin and end a little off the speech; so much around a cue is listened to. */
const AROUND_MS = 150;

export interface CueTimingOptions {
  /** What is said while the cues run, mono at 16 kHz from their time 0; null: nothing is. */
  readonly speech: Float32Array | null;
  readonly durationMs: number;
  /** Added to the times of the file. */
  readonly offsetMs: number;
  readonly language: string;
  /** Of the captions in the project. */
  readonly pointer: string;
  readonly timer: WordTimer;
  readonly onCue: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/**
 * The words of caption cues, each within its cue: with the times of the file where it has them, else by
 * alignment of the cue's text to what is said meanwhile, else by syllables.
 */
export async function timeCues(
  fileCues: readonly CaptionCue[],
  options: CueTimingOptions,
): Promise<WordTiming> {
  const { pointer, onCue } = options;
  const durationMs = Math.floor(options.durationMs);
  const { cues, warnings } = fitCuesToVideo(fileCues, { ...options, durationMs });
  const words: TimedWord[] = [];
  const counts = { given: 0, aligned: 0, approximate: 0, recognized: 0 };
  for (const [index, cue] of cues.entries()) {
    const around = {
      startMs: Math.max(cue.startMs - AROUND_MS, cues[index - 1]?.endMs ?? 0),
      endMs: Math.min(cue.endMs + AROUND_MS, cues[index + 1]?.startMs ?? durationMs),
    };
    const timed = await timeCue(cue, around, options);
    counts[timed.method]++;
    words.push(...within(cue, markSpaces(timed.words, cue.text), index));
    onCue(index + 1, cues.length);
  }
  const method = (['approximate', 'aligned'] as const).find((one) => counts[one] > 0) ?? 'given';
  return {
    words: normalizeWordTimes(
      words.filter(({ endMs }) => endMs > 0),
      durationMs,
    ),
    method,
    warnings: [
      ...(counts.approximate > 0
        ? [
            `Word times are approximate in ${counts.approximate} of ${cues.length} cues of ${pointer}.`,
          ]
        : []),
      ...warnings,
    ],
  };
}

interface Around {
  readonly startMs: number;
  readonly endMs: number;
}

/** Times from the start of the cues. */
async function timeCue(
  cue: CaptionCue,
  around: Around,
  { speech, language, pointer, timer, signal }: CueTimingOptions,
): Promise<Pick<WordTiming, 'words' | 'method'>> {
  if (cue.words) {
    return { words: cue.words.map((word) => ({ ...word, confidence: null })), method: 'given' };
  }
  const text = parseSpeakerLines(cue.lines)
    .map(({ text }) => text)
    .join(' ');
  if (speech === null) {
    const written = writtenWords(text, language);
    const words = approximateWords(written, [], cue.endMs - cue.startMs);
    return { words: moved(words, cue.startMs), method: 'approximate' };
  }
  const at = (ms: number) => Math.round((ms * SPEECH_SAMPLE_RATE) / 1000);
  const samples = speech.subarray(at(around.startMs), at(around.endMs));
  const request = { samples, text, language, pointer, signal };
  const { words, method } = await timer.timeWithin(request);
  return { words: moved(words, around.startMs), method };
}

function moved(words: readonly TimedWord[], byMs: number): TimedWord[] {
  return words.map((word) => ({
    ...word,
    startMs: word.startMs + byMs,
    endMs: word.endMs + byMs,
  }));
}

/** Words inside their cue, and marked as words of it. */
function within(cue: CaptionCue, words: readonly TimedWord[], index: number): TimedWord[] {
  const inside = normalizeWordTimes(moved(words, -cue.startMs), cue.endMs - cue.startMs);
  const placed = moved(inside, cue.startMs).map((word) => ({ ...word, cue: index }));
  return assignLines(placed, parseSpeakerLines(cue.lines));
}
