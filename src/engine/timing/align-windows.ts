import { pauseAfter, syllables } from '../../core/timing/syllables.js';
import type { TimedWord } from '../../core/timing/types.js';
import { SPEECH_RATE, type Stretch } from '../../core/timing/voice-activity.js';

/** Ten minutes at once take some 400 MB; that much only for what is that long. */
export const LONGEST_WINDOW_MS = 600_000;
/** Where in a window its words are trusted up to: those that follow may be a few too many or too few. */
const TRUSTED_SHARE = 0.7;
/** How far around a wanted cut a pause is looked for. */
const CUT_REACH_MS = 12_000;

type AlignOnce = (samples: Float32Array, written: readonly string[]) => Promise<TimedWord[] | null>;

/**
 * Aligns a long recording window by window. Which words a window holds is only known roughly, so its
 * last third, where a wrong guess shows, is thrown away and aligned again by the next window, which
 * begins at the pause before.
 *
 * @returns null when a window cannot be aligned
 */
export async function alignInWindows(
  { samples, written }: { readonly samples: Float32Array; readonly written: readonly string[] },
  pauses: readonly Stretch[],
  alignOnce: AlignOnce,
  windowMs: number,
): Promise<TimedWord[] | null> {
  const durationMs = (samples.length / SPEECH_RATE) * 1000;
  const words: TimedWord[] = [];
  let fromMs = 0;
  while (words.length < written.length) {
    const rest = written.slice(words.length);
    const last = durationMs - fromMs <= windowMs;
    const toMs = last ? durationMs : cutNear(pauses, fromMs + windowMs - CUT_REACH_MS);
    const share = voicedMs(pauses, fromMs, toMs) / voicedMs(pauses, fromMs, durationMs);
    const guess = last ? rest : rest.slice(0, wordsOfShare(rest, share));
    const aligned = await alignOnce(slice(samples, fromMs, toMs), guess);
    if (aligned === null) return null;
    const moved = aligned.map((word) => ({
      ...word,
      startMs: word.startMs + fromMs,
      endMs: word.endMs + fromMs,
    }));
    if (last) return [...words, ...moved];
    const trustedMs = cutNear(pauses, fromMs + (toMs - fromMs) * TRUSTED_SHARE);
    const accepted = moved.filter((word) => word.endMs <= trustedMs + 50);
    if (accepted.length === 0) return null;
    words.push(...accepted);
    fromMs = trustedMs;
  }
  return words;
}

/** The middle of the longest pause around a time, or the time itself where nobody pauses. */
function cutNear(pauses: readonly Stretch[], wantedMs: number): number {
  const near = pauses
    .map(({ startMs, endMs }) => ({ middle: (startMs + endMs) / 2, length: endMs - startMs }))
    .filter(({ middle }) => Math.abs(middle - wantedMs) <= CUT_REACH_MS)
    .sort((a, b) => b.length - a.length);
  return near[0]?.middle ?? wantedMs;
}

function voicedMs(pauses: readonly Stretch[], fromMs: number, toMs: number): number {
  const silent = pauses.reduce(
    (sum, { startMs, endMs }) =>
      sum + Math.max(0, Math.min(endMs, toMs) - Math.max(startMs, fromMs)),
    0,
  );
  return Math.max(1, toMs - fromMs - silent);
}

function wordsOfShare(written: readonly string[], share: number): number {
  const weights = written.map((word) => syllables(word) + pauseAfter(word));
  const wanted = weights.reduce((sum, weight) => sum + weight, 0) * share;
  let sum = 0;
  const count = weights.findIndex((weight) => (sum += weight) >= wanted);
  return count < 0 ? written.length : count + 1;
}

function slice(samples: Float32Array, fromMs: number, toMs: number): Float32Array {
  const at = (ms: number) => Math.round((ms * SPEECH_RATE) / 1000);
  return samples.subarray(at(fromMs), at(toMs));
}
