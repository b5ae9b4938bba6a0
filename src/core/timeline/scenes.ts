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
export function placeScenes({ scenes, fps }: Project, probes: Probes): TimelineScene[] {
  const placed: TimelineScene[] = [];
  for (const scene of scenes) {
    placed.push(placeScene(scene, placed, { samples: sceneSamples(scene, probes), fps }));
  }
  return placed;
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
  if (overlap <= length && overlap + taken <= before.endSample - before.startSample) return overlap;
  throw new JobFailure(
    'MEDIA_INVALID',
    'The transition is too long for the scenes that it joins. Make it shorter.',
    `${pointer}/transition`,
  );
}

/** The explicit duration, or else the real length of the audio, or else that of the longest visual element. */
function sceneSamples(scene: Scene, probes: Probes): number {
  if (scene.durationMs !== null) return samplesOfMs(scene.durationMs);
  const ends = (matches: (element: TimelineElement) => boolean) =>
    scene.elements.filter(matches).flatMap((element) => {
      const length = elementLength(element, probes);
      return length === null ? [] : [samplesOfMs(element.startMs) + length];
    });
  const audio = ends((element) => element.type === 'audio');
  const longest = Math.max(0, ...(audio.length > 0 ? audio : ends(() => true)));
  if (longest > 0) return longest;
  throw new JobFailure(
    'MEDIA_INVALID',
    'The length of this scene is unknown, because its media are empty. Set its duration.',
    scene.pointer,
  );
}
