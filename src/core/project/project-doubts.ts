import type { Issue } from '../fields/issues.js';
import type { TextShaper } from '../text/types.js';
import { captionDoubts } from './caption-doubts.js';
import { captionIssues } from './caption-warnings.js';
import { layoutDoubts } from './layout-doubts.js';
import type { Project } from './types/index.js';
import { variableDoubts } from './variable-doubts.js';

/** What doubts depend on besides a config. */
export interface Surroundings {
  readonly shaper: TextShaper;
  /** Why no speech is recognized, as a clause, or null if it is. */
  readonly recognitionProblem: string | null;
}

/** What would surprise or fail later, and can be known before anything is fetched or rendered. */
export function projectDoubts(project: Project, surroundings: Surroundings): Issue[] {
  return [
    ...captionIssues(project),
    ...captionDoubts(project, surroundings),
    ...layoutDoubts(project, surroundings.shaper),
    ...project.notes,
    ...(project.withSources === null ? [] : [AWAITED]),
  ];
}

const AWAITED: Issue = {
  pointer: '',
  message:
    'The size, the frame rate, or times of this video follow from its sources, which are not read here.',
};

/** Variables that a config declares and does not use. */
export function unusedVariables(config: unknown): Issue[] {
  return variableDoubts(config, { options: [], columns: [] });
}
