import { type SoundClip } from '../../core/timeline/types.js';
import { SAMPLE_RATE } from '../../core/time/time.js';
import { SPEECH_SAMPLE_RATE } from '../../core/timing/voice-activity.js';

/** The number of timeline samples per speech sample. */
export const SPEECH_RATIO = SAMPLE_RATE / SPEECH_SAMPLE_RATE;

/** Returns the whole decoded speech of a clip's source, mono at 16 kHz, at the given speed. */
export type SpeechOf = (clip: SoundClip, speed: number) => Promise<Float32Array>;

/**
 * Returns the part of a source that its clip plays. For a loop, that is the first pass.
 *
 * @param speed the speed of `source`
 */
export function playedSpeech(clip: SoundClip, source: Float32Array, speed: number): Float32Array {
  const perSample = clip.speed / speed / SPEECH_RATIO;
  const from = Math.round(clip.seekSamples * perSample);
  return source.subarray(from, from + Math.round((clip.endSample - clip.startSample) * perSample));
}
