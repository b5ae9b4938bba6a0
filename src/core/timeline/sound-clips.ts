import { sourceKey } from '../sources/source-key.js';
import type { MediaElement } from '../project/types/index.js';
import { stretchedSamples } from '../sound/time-stretch.js';
import { type Container, playedSamples, seekSamples, spanOf } from './element-span.js';
import { soundLevels } from './sound-levels.js';
import { samplesOfMs } from '../time/time.js';
import type { GainRamp, SoundClip, SourceProbe, TimelineScene } from './types.js';

/** 4 ms: too short to be heard as a fade, and long enough to avoid a click. */
const SOFT_CUT_SAMPLES = 192;

/** Speeds at which a sound can be stretched. */
const [SLOWEST, FASTEST] = [0.25, 4];

/** Whether a sound is silent, because it would be too slow or too fast. */
export function isOutOfRange({ speed }: Pick<Exclude<MediaElement, { type: 'image' }>, 'speed'>) {
  return speed < SLOWEST || speed > FASTEST;
}

/** The sound of an element, or null if it has none. */
export function soundClip(
  element: MediaElement,
  probe: SourceProbe,
  container: Container,
  scenes: readonly TimelineScene[],
): SoundClip | null {
  if (element.type === 'image' || !probe.audioSamples) return null;
  if (element.volume * container.volume === 0) return null;
  if (isOutOfRange(element)) return null;
  const { startSample, endSample } = spanOf(element, probe, container);
  if (endSample <= startSample) return null;
  const { pointer, loop, volume, speed, ducking } = element;
  const speech =
    element.type === 'audio' && element.speech
      ? { text: element.text, words: element.words, language: element.language }
      : null;
  return {
    pointer,
    src: sourceKey(element),
    contentHash: probe.contentHash,
    sceneIndex: container.sceneIndex,
    startSample,
    endSample,
    seekSamples: seekSamples(element),
    speed,
    // The sound of a video restarts together with its picture.
    loopSamples: loop ? playedSamples(element, probe) : null,
    volume: volume * container.volume,
    fadeInSamples: samplesOfMs(element.fadeInMs),
    fadeOutSamples: samplesOfMs(element.fadeOutMs),
    ramps: [
      ...(container.sceneIndex === null ? [] : crossFades(scenes, container.sceneIndex)),
      ...container.ramps,
    ],
    levels: soundLevels(element.volumeKeyframes, endSample - startSample),
    ducking,
    envelope: [],
    speech,
  };
}

/** The sound of a scene fades together with its picture. */
function crossFades(scenes: readonly TimelineScene[], index: number): GainRamp[] {
  const scene = scenes[index]!;
  const after = scenes[index + 1];
  const ramps: GainRamp[] = [];
  const { startSample, endSample, overlapSamples: overlap } = scene;
  if (overlap > 0) ramps.push({ startSample, endSample: startSample + overlap, from: 0, to: 1 });
  if (after && after.overlapSamples > 0) {
    ramps.push({ startSample: after.startSample, endSample, from: 1, to: 0 });
  }
  return ramps;
}

/**
 * Softens cuts. A clip that begins or ends in the middle of its source fades for a few milliseconds, because
 * the jump would be heard as a click. Nothing fades if the next clip continues with the next sample.
 */
export function withSoftCuts(
  sounds: readonly SoundClip[],
  sourceSamplesOf: (clip: SoundClip) => number,
): SoundClip[] {
  const begin = (clip: SoundClip) => placeOf(clip, clip.startSample, clip.seekSamples);
  const end = (clip: SoundClip) => placeOf(clip, clip.endSample, playedTo(clip));
  const begins = new Set(sounds.map(begin));
  const ends = new Set(sounds.map(end));
  return sounds.map((clip) => {
    const source = stretchedSamples(sourceSamplesOf(clip), clip.speed);
    const cutIn = clip.seekSamples > 0 && !ends.has(begin(clip));
    const cutOut = (clip.loopSamples !== null || playedTo(clip) < source) && !begins.has(end(clip));
    return {
      ...clip,
      fadeInSamples: Math.max(clip.fadeInSamples, cutIn ? SOFT_CUT_SAMPLES : 0),
      fadeOutSamples: Math.max(clip.fadeOutSamples, cutOut ? SOFT_CUT_SAMPLES : 0),
    };
  });
}

/** The end of a clip in its source. */
function playedTo({ seekSamples: seek, startSample, endSample }: SoundClip): number {
  return seek + endSample - startSample;
}

function placeOf({ contentHash, speed }: SoundClip, at: number, inSource: number): string {
  return [contentHash, speed, at, inSource].join(' ');
}
