import { EnvelopeReader } from '../sound/envelope.js';
import type { GainRamp, SoundClip, SoundLevel } from './types.js';

/** Stereo samples are interleaved: left, right. */
export const CHANNELS = 2;

/** The gain of a clip at a sample that is counted from its start: volume and linear fades. */
export function gainAt(clip: SoundClip, offset: number): number {
  const length = clip.endSample - clip.startSample;
  const fadeIn = clip.fadeInSamples > 0 ? Math.min(1, offset / clip.fadeInSamples) : 1;
  const fadeOut =
    clip.fadeOutSamples > 0 ? Math.min(1, (length - offset) / clip.fadeOutSamples) : 1;
  let gain = clip.volume * fadeIn * fadeOut;
  if (clip.levels.length > 0) gain *= levelAt(clip.levels, offset);
  for (const ramp of clip.ramps) gain *= rampAt(ramp, clip.startSample + offset);
  return gain;
}

function levelAt(levels: readonly SoundLevel[], sample: number): number {
  let [low, high] = [0, levels.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (levels[middle]!.sample > sample) high = middle;
    else low = middle + 1;
  }
  const before = levels[low - 1];
  const after = levels[low];
  if (before === undefined || after === undefined) return (before ?? after)!.gain;
  const part = (sample - before.sample) / (after.sample - before.sample);
  return before.gain + (after.gain - before.gain) * part;
}

function rampAt({ startSample, endSample, from, to }: GainRamp, sample: number): number {
  const part = (sample - startSample) / (endSample - startSample);
  return from + (to - from) * Math.max(0, Math.min(1, part));
}

/** Consecutive samples of a source that play without a jump. */
export interface SourceRun {
  /** Position on the timeline. */
  readonly at: number;
  /** Position in the source. */
  readonly from: number;
  readonly count: number;
}

/**
 * The samples of its source that a clip plays on the timeline from `start` to `end`. A looping clip restarts
 * at the beginning of the source, after its end or after the silence that follows it.
 *
 * @param sourceSamples length of the source at the speed of the clip
 */
export function sourceRuns(
  clip: SoundClip,
  sourceSamples: number,
  start: number,
  end: number,
): SourceRun[] {
  const runs: SourceRun[] = [];
  if (sourceSamples <= 0) return runs;
  let at = Math.max(start, clip.startSample);
  const last = Math.min(end, clip.endSample);
  while (at < last) {
    const played = clip.seekSamples + (at - clip.startSample);
    const from = clip.loopSamples === null ? played : played % clip.loopSamples;
    const sounding = Math.min(sourceSamples, clip.loopSamples ?? sourceSamples);
    const count = Math.min(last - at, sounding - from);
    if (count > 0) runs.push({ at, from, count });
    else if (clip.loopSamples === null) break;
    at += count > 0 ? count : clip.loopSamples! - from;
  }
  return runs;
}

/** Interleaved samples of the mix, and their position on the timeline. */
export interface MixChunk {
  readonly start: number;
  readonly samples: Float32Array;
}

/** Adds the samples of a run to a chunk of the mix. */
export function mixRun(
  { start, samples: chunk }: MixChunk,
  clip: SoundClip,
  run: SourceRun,
  samples: Float32Array,
): void {
  const offset = run.at - clip.startSample;
  const envelope = new EnvelopeReader(clip.envelope);
  const into = (run.at - start) * CHANNELS;
  for (let index = 0; index < run.count; index++) {
    const gain = gainAt(clip, offset + index) * envelope.gainAt(run.at + index);
    for (let channel = 0; channel < CHANNELS; channel++) {
      const position = index * CHANNELS + channel;
      chunk[into + position]! += gain * samples[position]!;
    }
  }
}
