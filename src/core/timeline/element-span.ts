import type { MediaElement } from '../project/types.js';
import { stretchedSamples } from '../sound/time-stretch.js';
import { samplesOfMs } from './time.js';
import { SAMPLE_RATE, type SourceProbe } from './types.js';

/** A span that holds elements: a scene, or the whole video. */
export interface Container {
  readonly startSample: number;
  readonly endSample: number;
  readonly sceneIndex: number | null;
}

/** How long a source plays at the speed of its element, in samples. */
export function playedSamples(
  element: Exclude<MediaElement, { type: 'image' }>,
  { audioSamples, videoDurationUs }: SourceProbe,
): number {
  return element.type === 'audio'
    ? stretchedSamples(audioSamples ?? 0, element.speed)
    : Math.round(((videoDurationUs ?? 0) * SAMPLE_RATE) / 1_000_000 / element.speed);
}

/** Where an element begins in its source as it is played, in samples. */
export function seekSamples({ seekMs, speed }: Exclude<MediaElement, { type: 'image' }>): number {
  return Math.round(samplesOfMs(seekMs) / speed);
}

/** The length an element has by itself, in samples; null when it lasts as long as what holds it. */
export function ownLength(element: MediaElement, probe: SourceProbe): number | null {
  if (element.duration === 'container') return null;
  const given = typeof element.duration === 'number' ? samplesOfMs(element.duration) : null;
  if (element.type === 'image' || element.loop) return given;
  const rest = Math.max(0, playedSamples(element, probe) - seekSamples(element));
  return given === null ? rest : Math.min(given, rest);
}

/** When an element plays, in samples of the timeline. */
export function spanOf(element: MediaElement, probe: SourceProbe, container: Container) {
  const startSample = container.startSample + samplesOfMs(element.startMs);
  const length = ownLength(element, probe) ?? Infinity;
  return { startSample, endSample: Math.min(container.endSample, startSample + length) };
}
