import { describeEstimate } from '../../core/budget/describe-estimate.js';
import { estimateProject } from '../../core/budget/estimate-project.js';
import { captionWarnings } from '../../core/project/caption-warnings.js';
import { noteTexts } from '../../core/project/note-texts.js';
import type { Project } from '../../core/project/types/index.js';

/** What is known of a valid config before it is rendered. Plain data, so that threads can send it. */
export interface ProjectDescription {
  /** What the video will cost. */
  readonly estimate: string;
  readonly warnings: readonly string[];
}

/** Describes a config for whoever asks whether it is valid, on this machine and on a service alike. */
export function describeProject(project: Project): ProjectDescription {
  return {
    estimate: describeEstimate(estimateProject(project)),
    warnings: [...noteTexts(project), ...captionWarnings(project)],
  };
}
