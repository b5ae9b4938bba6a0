import { JobFailure } from '../job/job-failure.js';
import type { Issue } from '../fields/issues.js';
import type { Project, Scene, TimelineElement } from '../project/types/index.js';
import { SAMPLE_RATE } from '../time/time.js';
import { flattenElements } from './flatten-elements.js';
import { placeScenes } from './scenes.js';
import { sequenceProject } from './sequence-elements.js';

/** What is known of the length of a video before its sources are. */
export interface KnownLength {
  /** Null if only the sources tell. */
  readonly seconds: number | null;
  /** Why the video has no length, whatever its sources are. */
  readonly problems: readonly Issue[];
}

/** The length of a video as its config says it. */
export function knownLength(project: Project): KnownLength {
  const { scenes, elements } = project;
  const outlasts = scenes.some((scene) => scene.outlasts);
  const isKnown = scenes.every(hasOwnLength) && !(outlasts && hasSources(elements));
  if (!isKnown) return { seconds: null, problems: [] };
  const timed = scenes.map((scene) =>
    scene.durationMs === null ? scene : { ...scene, elements: [] },
  );
  const probes = new Map();
  const timely = { ...project, scenes: timed, elements: outlasts ? elements : [] };
  try {
    const { endSample = 0 } = placeScenes(sequenceProject(timely, probes), probes).at(-1) ?? {};
    return { seconds: endSample / SAMPLE_RATE, problems: [] };
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    const { pointer, message } = error;
    return { seconds: null, problems: [{ pointer: pointer ?? '', message }] };
  }
}

function hasOwnLength({ durationMs, elements }: Scene): boolean {
  return durationMs !== null || !hasSources(elements);
}

/** Whether there is a source among elements, their groups, and their mattes. */
function hasSources(elements: readonly TimelineElement[]): boolean {
  return flattenElements(elements).some((element) => 'src' in element);
}
