import { JobFailure } from '../job/job-failure.js';
import type { TimelineElement, Project } from '../project/types/index.js';
import { SAMPLE_RATE } from '../time/time.js';
import type { Container } from './element-span.js';
import { probeOf } from './probe-of.js';
import { placeScenes } from './scenes.js';
import { sequenceProject } from './sequence-elements.js';
import { soundClip, withSoftCuts } from './sound-clips.js';
import { textClip } from './texts.js';
import type { Probes, SoundClip, TextClip, Timeline, TimelineScene, VisualClip } from './types.js';
import { shapeClip, visualClip } from './visuals.js';

const MAX_VIDEO_SAMPLES = 4 * 3600 * SAMPLE_RATE;

/** An element, and the scene or the video in which it plays. */
interface ContainedElement {
  readonly element: TimelineElement;
  readonly container: Container;
}

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
  const { visuals, texts, sounds } = placeClips(project, scenes, probes);
  return {
    width,
    height,
    fps,
    totalFrames: endFrame,
    totalSamples: endSample,
    scenes,
    // Sorting is stable: of elements with the same z-index, the later one is painted on top.
    visuals: visuals.sort((a, b) => a.zIndex - b.zIndex),
    texts,
    sounds: withSoftCuts(sounds, (clip) => probes.get(clip.src)?.audioSamples ?? 0),
  };
}

function placeClips(project: Project, scenes: readonly TimelineScene[], probes: Probes) {
  const visuals: VisualClip[] = [];
  const texts: TextClip[] = [];
  const sounds: SoundClip[] = [];
  for (const [sequence, { element, container }] of elementsOf(project, scenes).entries()) {
    if (element.type === 'text') {
      const clip = textClip(element, container, sequence, project.fps);
      if (clip) texts.push(clip);
      continue;
    }
    if (element.type === 'shape') {
      const clip = shapeClip(element, container, project);
      if (clip) visuals.push({ ...clip, sequence });
      continue;
    }
    const probe = probeOf(element, probes);
    if (element.type !== 'audio') {
      const clip = visualClip(element, probe, container, project);
      if (clip) visuals.push({ ...clip, sequence });
    }
    const sound = soundClip(element, probe, container, scenes);
    if (sound) sounds.push(sound);
  }
  return { visuals, texts, sounds };
}

/** All elements in the order of the config: first those of the scenes, then those of the whole video. */
function elementsOf(project: Project, scenes: readonly TimelineScene[]): ContainedElement[] {
  const video = { startSample: 0, endSample: scenes.at(-1)?.endSample ?? 0, sceneIndex: null };
  return [
    ...project.scenes.flatMap(({ elements }, index) =>
      elements.map((element) => ({ element, container: sceneContainer(scenes[index]!) })),
    ),
    ...project.elements.map((element) => ({ element, container: video })),
  ];
}

function sceneContainer({ startSample, endSample, index }: TimelineScene): Container {
  return { startSample, endSample, sceneIndex: index };
}
