import { JobFailure } from '../job/job-failure.js';
import type { FrameRate, TimelineElement, Project, Scene } from '../project/types/index.js';
import { nearestFrame, samplesOfMs } from '../time/time.js';
import { elementLength } from './element-length.js';
import type { Probes, TimelineScene } from './types.js';

/**
 * Places the scenes one after another without a gap. Each is as long as its audio really is.
 *
 * @throws JobFailure if a scene has no length, or is too short for its transition
 */
export function placeScenes({ scenes, elements, fps }: Project, probes: Probes): TimelineScene[] {
  const placed: TimelineScene[] = [];
  const lastEnd = Math.max(0, ...endsOf(elements, probes));
  for (const scene of scenes) {
    const samples = sceneSamples(scene, probes, lastEnd - startOf(scene, placed));
    placed.push(placeScene(scene, placed, { samples, fps }));
  }
  return placed;
}

/** Where a scene starts if it is long enough for its transition. */
function startOf({ transition }: Scene, before: readonly TimelineScene[]): number {
  const previous = before.at(-1);
  if (previous === undefined) return 0;
  return previous.endSample - (transition === null ? 0 : samplesOfMs(transition.durationMs));
}

function placeScene(
  scene: Scene,
  before: readonly TimelineScene[],
  { samples, fps }: { readonly samples: number; readonly fps: FrameRate },
): TimelineScene {
  const previous = before.at(-1);
  const overlap = overlapSamples(scene, samples, previous);
  const startSample = (previous?.endSample ?? 0) - overlap;
  const startFrame = overlap > 0 ? nearestFrame(startSample, fps) : (previous?.endFrame ?? 0);
  const endSample = startSample + samples;
  const { id, pointer, backgroundColor, transition } = scene;
  return {
    index: before.length,
    id,
    pointer,
    backgroundColor,
    startFrame,
    // A scene that is shorter than a frame still shows one.
    endFrame: Math.max(startFrame + 1, nearestFrame(endSample, fps)),
    startSample,
    endSample,
    transition: previous && previous.endFrame > startFrame ? transition!.style : null,
    overlapSamples: overlap,
  };
}

/**
 * How long a scene and the one before it are visible together.
 *
 * @throws JobFailure if either scene is too short, because no more than two scenes can overlap
 */
function overlapSamples(
  { transition, pointer }: Scene,
  length: number,
  before: TimelineScene | undefined,
): number {
  if (transition === null || before === undefined) return 0;
  const overlap = samplesOfMs(transition.durationMs);
  const taken = before.transition === null ? 0 : before.overlapSamples;
  const lengthBefore = before.endSample - before.startSample;
  if (transition.shortens) {
    const halves = Math.floor(Math.min(length, lengthBefore) / 2);
    return Math.min(overlap, halves, lengthBefore - taken);
  }
  if (overlap <= length && overlap + taken <= lengthBefore) return overlap;
  throw new JobFailure(
    'MEDIA_INVALID',
    'The transition is too long for the scenes that it joins. Make it shorter.',
    `${pointer}/transition`,
  );
}

/**
 * The length of a scene: its own, or until the elements of the whole video have ended.
 *
 * @param rest how long those last from the start of the scene
 */
function sceneSamples(scene: Scene, probes: Probes, rest: number): number {
  const samples = Math.max(ownSamples(scene, probes), scene.outlasts ? rest : 0);
  if (samples > 0) return samples;
  throw new JobFailure(
    'MEDIA_INVALID',
    'The length of this scene is unknown, because its media are empty. Set its duration.',
    scene.pointer,
  );
}

/** The explicit duration, or else the real length of what the scene lasts as long as. */
function ownSamples({ durationMs, lasts, elements }: Scene, probes: Probes): number {
  if (durationMs !== null) return samplesOfMs(durationMs);
  const audio =
    lasts === 'longest'
      ? []
      : endsOf(
          elements.filter(({ type }) => type === 'audio'),
          probes,
        );
  return Math.max(0, ...(audio.length > 0 ? audio : endsOf(elements, probes)));
}

/** When elements end whose length does not follow from that of their container, with the time after them. */
function endsOf(elements: readonly TimelineElement[], probes: Probes): number[] {
  return elements.flatMap((element) => {
    if (element.type === 'audio' && element.beyondScene) return [];
    const length = elementLength(element, probes);
    return length === null ? [] : [samplesOfMs(element.startMs + element.extraTimeMs) + length];
  });
}
