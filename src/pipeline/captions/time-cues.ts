import type { CaptionCue } from '../../core/captions/cues/caption-cue.js';
import { fitCuesToVideo } from '../../core/captions/cues/fit-cues-to-video.js';
import { assignLines, parseSpeakerLines } from '../../core/captions/cues/assign-lines.js';
import { markSpaces } from '../../core/text/mark-spaces.js';
import { approximateWords } from '../../core/timing/approximate-words.js';
import { normalizeWordTimes } from '../../core/timing/normalize-word-times.js';
import type { TimedWord, WordTiming } from '../../core/timing/types.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';
import { writtenWords } from '../../core/timing/written-words.js';
import type { SubtitleTimingService } from '../../engine/subtitle-timing/subtitle-timing.service.js';
import { counted } from '../../core/util/counted.js';

/** Cues rarely start and end exactly with the speech, so alignment includes this margin. */
const MARGIN_MS = 150;

export interface CueTimingOptions {
  /** The speech from time 0 of the cues, mono at 16 kHz. Null without speech. */
  readonly speech: Float32Array | null;
  readonly durationMs: number;
  /** What the duration belongs to, for warnings. */
  readonly within: 'video' | 'scene';
  /** Added to the times of the file. */
  readonly offsetMs: number;
  readonly language: string;
  /** JSON pointer of the captions in the config. */
  readonly pointer: string;
  readonly timing: SubtitleTimingService;
  readonly onCue: (done: number, count: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Finds the word times of caption cues. The words of a cue stay within it. Uses the word times of the file if
 * it has any, otherwise alignment to the speech, and otherwise an approximation by syllables.
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
    const window = {
      startMs: Math.max(cue.startMs - MARGIN_MS, cues[index - 1]?.endMs ?? 0),
      endMs: Math.min(cue.endMs + MARGIN_MS, cues[index + 1]?.startMs ?? durationMs),
    };
    const timed = await timeCue(cue, window, options);
    counts[timed.method]++;
    words.push(...limitToCue(cue, markSpaces(timed.words, cue.text), index));
    onCue(index + 1, cues.length);
  }
  const method = (['approximate', 'aligned'] as const).find((name) => counts[name] > 0) ?? 'given';
  return {
    words: normalizeWordTimes(
      words.filter(({ endMs }) => endMs > 0),
      durationMs,
    ),
    method,
    warnings: [
      ...(counts.approximate > 0
        ? [
            `Word times are approximate in ${counts.approximate} of ${counted(cues.length, 'cue')} in ${pointer}.`,
          ]
        : []),
      ...warnings,
    ],
  };
}

/** A cue with a margin, in milliseconds. */
interface CueWindow {
  readonly startMs: number;
  readonly endMs: number;
}

/** The times count from time 0 of the cues. */
async function timeCue(
  cue: CaptionCue,
  window: CueWindow,
  { speech, language, pointer, timing, signal }: CueTimingOptions,
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
    return { words: shifted(words, cue.startMs), method: 'approximate' };
  }
  const at = (ms: number) => Math.round((ms * SPEECH_SAMPLE_RATE) / 1000);
  const samples = speech.subarray(at(window.startMs), at(window.endMs));
  const request = { samples, text, language, pointer, signal };
  const { words, method } = await timing.timeWithin(request);
  return { words: shifted(words, window.startMs), method };
}

function shifted(words: readonly TimedWord[], byMs: number): TimedWord[] {
  return words.map((word) => ({
    ...word,
    startMs: word.startMs + byMs,
    endMs: word.endMs + byMs,
  }));
}

/** Limits the words to their cue, and adds the index of the cue. */
function limitToCue(cue: CaptionCue, words: readonly TimedWord[], index: number): TimedWord[] {
  const limited = normalizeWordTimes(shifted(words, -cue.startMs), cue.endMs - cue.startMs);
  const placed = shifted(limited, cue.startMs).map((word) => ({ ...word, cue: index }));
  return assignLines(placed, parseSpeakerLines(cue.lines));
}
