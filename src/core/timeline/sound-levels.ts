import { type Keyframe, toTrack, valueAt } from '../motion/keyframes.js';
import type { GivenKeyframe } from '../project/types/index.js';
import { SAMPLE_RATE } from '../time/time.js';
import { secondsOf } from './movement.js';
import type { SoundLevel } from './types.js';

/** 10 ms: an easing in steps of this length is not heard as steps. */
const STEP_SECONDS = 0.01;
/** Most steps between two keyframes. */
const MOST_STEPS = 1_000;
/** 4 ms: a jump would be heard as a click. */
const SOFT_SAMPLES = 192;

/**
 * The gains of a clip at samples, with even changes between them.
 *
 * @param samples length of the clip
 */
export function soundLevels(
  keyframes: readonly GivenKeyframe[] | null,
  samples: number,
): SoundLevel[] {
  if (keyframes === null) return [];
  const seconds = samples / SAMPLE_RATE;
  const track = toTrack(
    keyframes.map(({ time, value, easing }): Keyframe => ({
      time: secondsOf(time, seconds),
      value,
      easing,
    })),
  );
  const level = (time: number, gain: number): SoundLevel => ({
    sample: Math.round(time * SAMPLE_RATE),
    gain: Math.max(0, gain),
  });
  const levels = [level(track[0]!.time, track[0]!.value)];
  for (const [index, to] of track.slice(1).entries()) {
    const from = track[index]!;
    const length = to.time - from.time;
    const isEven = to.easing === 'linear' || from.value === to.value;
    const steps = isEven ? 1 : Math.max(1, Math.min(MOST_STEPS, Math.ceil(length / STEP_SECONDS)));
    for (let step = 1; step < steps; step++) {
      const time = from.time + (step * length) / steps;
      levels.push(level(time, valueAt(track, time)));
    }
    if (to.easing === 'hold') levels.push(level(to.time, from.value));
    const { sample, gain } = level(to.time, to.value);
    const isJump = sample - levels.at(-1)!.sample < SOFT_SAMPLES;
    levels.push({ sample: isJump ? levels.at(-1)!.sample + SOFT_SAMPLES : sample, gain });
  }
  return levels;
}
