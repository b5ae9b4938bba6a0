import type { SoundClip } from './types.js';

/**
 * The clips that are heard between two samples, on a timeline that begins at the first one. A clip that began before has
 * a negative start.
 */
export function sliceSounds(sounds: readonly SoundClip[], from: number, to: number): SoundClip[] {
  return sounds
    .filter(({ startSample, endSample }) => startSample < to && endSample > from)
    .map((clip) => ({
      ...clip,
      startSample: clip.startSample - from,
      endSample: clip.endSample - from,
      ramps: clip.ramps.map((ramp) => ({
        ...ramp,
        startSample: ramp.startSample - from,
        endSample: ramp.endSample - from,
      })),
      envelope: clip.envelope.map(({ sample, db }) => ({ sample: sample - from, db })),
    }));
}
