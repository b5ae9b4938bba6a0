import { JobFailure } from '../job/job-failure.js';
import type { Issue } from '../fields/issues.js';
import type { Project, Scene, TimelineElement } from '../project/types/index.js';
import { SAMPLE_RATE } from '../time/time.js';
import { placeScenes } from './scenes.js';

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
  const isKnown = scenes.every(hasOwnLength) && !(outlasts && elements.some(isSource));
  if (!isKnown) return { seconds: null, problems: [] };
  const timed = scenes.map((scene) =>
    scene.durationMs === null ? scene : { ...scene, elements: [] },
  );
  const timely = { ...project, scenes: timed, elements: elements.filter((one) => !isSource(one)) };
  try {
    const { endSample = 0 } = placeScenes(timely, new Map()).at(-1) ?? {};
    return { seconds: endSample / SAMPLE_RATE, problems: [] };
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    const { pointer, message } = error;
    return { seconds: null, problems: [{ pointer: pointer ?? '', message }] };
  }
}

function hasOwnLength({ durationMs, elements }: Scene): boolean {
  return durationMs !== null || !elements.some(isSource);
}

function isSource(element: TimelineElement): boolean {
  return 'src' in element;
}
