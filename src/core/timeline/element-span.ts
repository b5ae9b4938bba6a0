import { JobFailure } from '../job/job-failure.js';
import type { MediaElement } from '../project/types/index.js';
import { stretchedSamples } from '../sound/time-stretch.js';
import { samplesOfMs } from '../time/time.js';
import type { GainRamp, SourceProbe } from './types.js';
import { SAMPLE_RATE } from '../time/time.js';

/** A span that holds elements: a scene, a group, or the whole video. */
export interface Container {
  readonly startSample: number;
  readonly endSample: number;
  readonly sceneIndex: number | null;
  /** What the groups around its elements do to their sounds. */
  readonly volume: number;
  readonly ramps: readonly GainRamp[];
}

/**
 * 0.1 s: sound encoders pad their last frames, so decoded sound is often that much longer than the recording,
 * and the rest is silent.
 */
const LONGEST_PADDING_SAMPLES = SAMPLE_RATE / 10;

const samplesOfUs = (us: number) => (us * SAMPLE_RATE) / 1_000_000;

/**
 * True for a video whose sound continues after its last picture, which then stays. Muted sound does not
 * count: a muted video is as long as its pictures.
 */
export function soundOutlastsPicture(
  element: MediaElement,
  { audioSamples, videoDurationUs }: SourceProbe,
): boolean {
  if (element.type !== 'video' || element.volume === 0 || videoDurationUs === null) return false;
  return (audioSamples ?? 0) > samplesOfUs(videoDurationUs) + LONGEST_PADDING_SAMPLES;
}

/** The duration of a source at the speed of its element, in samples. */
export function playedSamples(
  element: Exclude<MediaElement, { type: 'image' }>,
  probe: SourceProbe,
): number {
  return element.type === 'audio' || soundOutlastsPicture(element, probe)
    ? stretchedSamples(probe.audioSamples ?? 0, element.speed)
    : Math.round(samplesOfUs(probe.videoDurationUs ?? 0) / element.speed);
}

/** The start of an element in its source as it is played, in samples. */
export function seekSamples({ seekMs, speed }: Exclude<MediaElement, { type: 'image' }>): number {
  return Math.round(samplesOfMs(seekMs) / speed);
}

/** How long a source plays after the start of its element, in samples. */
function restSamples(element: Exclude<MediaElement, { type: 'image' }>, probe: SourceProbe) {
  const { untilMs, speed } = element;
  const until = untilMs === null ? Infinity : Math.round(samplesOfMs(untilMs) / speed);
  return Math.max(0, Math.min(until, playedSamples(element, probe)) - seekSamples(element));
}

/** A source that is longer would take too long to decode for what is seen of it. */
const FASTEST = 100;

/**
 * An element with the speed at which its source takes exactly its time.
 *
 * @throws JobFailure if its source is empty, or much too long
 */
export function withFittingSpeed<T extends MediaElement>(
  element: T,
  probe: SourceProbe,
  container: Container,
): T {
  if (element.type === 'image' || !element.fits) return element;
  const { startSample, endSample } = spanOf(element, probe, container);
  if (endSample <= startSample) return element;
  const speed = restSamples(element, probe) / (endSample - startSample);
  if (speed > 0 && speed <= FASTEST) return { ...element, speed };
  const problem =
    speed > 0
      ? `would play ${Math.round(speed)} times as fast to fit its element, and at most ${FASTEST} times is possible`
      : 'has ended where its element begins';
  throw new JobFailure('MEDIA_INVALID', `The source ${problem}.`, element.pointer);
}

/** The duration of an element, in samples. Null if it lasts as long as its container. */
export function ownLength(element: MediaElement, probe: SourceProbe): number | null {
  if (element.duration === 'container') return null;
  const given = typeof element.duration === 'number' ? samplesOfMs(element.duration) : null;
  if (element.type === 'image' || element.loop) return given;
  if (element.fits) return given;
  const rest = restSamples(element, probe);
  return given === null ? rest : Math.min(given, rest);
}

/** The start and the end of an element, in samples of the timeline. */
export function spanOf(element: MediaElement, probe: SourceProbe, container: Container) {
  const startSample = container.startSample + samplesOfMs(element.startMs);
  const length = ownLength(element, probe) ?? Infinity;
  return { startSample, endSample: Math.min(container.endSample, startSample + length) };
}
