import { JobFailure } from '../job/job-failure.js';
import type { Project } from '../project/types/index.js';
import { SAMPLE_RATE } from '../time/time.js';
import type { Container } from './element-span.js';
import { type ContainedElement, ElementPlacer } from './place-elements.js';
import { placeScenes } from './scenes.js';
import { sequenceProject } from './sequence-elements.js';
import { withSoftCuts } from './sound-clips.js';
import type { Probes, Timeline, TimelineScene } from './types.js';

const MAX_VIDEO_SAMPLES = 4 * 3600 * SAMPLE_RATE;

/**
 * Lays out a video config in time. Scenes follow each other without a gap, each is as long as its audio
 * really is, and every clip starts and ends at whole frames or samples.
 *
 * @throws JobFailure if a source does not suit its element, or if the video would be too long
 */
export function buildTimeline(given: Project, probes: Probes): Timeline {
  const project = sequenceProject(given, probes);
  const { width, height, fps } = project;
  const scenes = placeScenes(project, probes);
  const { endFrame = 0, endSample = 0 } = scenes.at(-1) ?? {};
  if (endSample > MAX_VIDEO_SAMPLES) {
    throw new JobFailure('MEDIA_LIMIT_EXCEEDED', 'The video would be longer than 4 hours.');
  }
  const placer = new ElementPlacer(probes, scenes, fps);
  const { visuals, texts, sounds } = placer.place(elementsOf(project, scenes), { width, height });
  return {
    width,
    height,
    fps,
    totalFrames: endFrame,
    totalSamples: endSample,
    scenes,
    visuals,
    texts,
    warnings: placer.warnings,
    sounds: withSoftCuts(sounds, (clip) => probes.get(clip.src)?.audioSamples ?? 0),
  };
}

const UNCHANGED = { volume: 1, ramps: [] };

/** All elements in the order of the config: first those of the scenes, then those of the whole video. */
function elementsOf(project: Project, scenes: readonly TimelineScene[]): ContainedElement[] {
  const video = {
    startSample: 0,
    endSample: scenes.at(-1)?.endSample ?? 0,
    sceneIndex: null,
    ...UNCHANGED,
  };
  return [
    ...project.scenes.flatMap(({ elements }, index) =>
      elements.map((element) => {
        const scene = scenes[index]!;
        const goesOn = element.type === 'audio' && element.beyondScene;
        const { startSample } = scene;
        return { element, container: goesOn ? { ...video, startSample } : sceneContainer(scene) };
      }),
    ),
    ...project.elements.map((element) => ({ element, container: video })),
  ];
}

function sceneContainer({ startSample, endSample, index }: TimelineScene): Container {
  return { startSample, endSample, sceneIndex: index, ...UNCHANGED };
}
