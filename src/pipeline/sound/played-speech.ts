import { type SoundClip } from '../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';

/** Samples of the timeline for one of speech. */
export const SPEECH_RATIO = SAMPLE_RATE / SPEECH_SAMPLE_RATE;

/** Decoded speech of a clip's source: all of it, mono at 16 kHz, at its own speed or the clip's. */
export type SpeechOf = (clip: SoundClip, speed: number) => Promise<Float32Array>;

/**
 * The part of a source that its clip plays; words of a loop are those of its first round.
 *
 * @param speed of `source`
 */
export function playedSpeech(clip: SoundClip, source: Float32Array, speed: number): Float32Array {
  const perSample = clip.speed / speed / SPEECH_RATIO;
  const from = Math.round(clip.seekSamples * perSample);
  return source.subarray(from, from + Math.round((clip.endSample - clip.startSample) * perSample));
}
