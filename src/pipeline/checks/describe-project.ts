import type { Estimate } from '../../core/budget/estimate.js';
import { estimateProject } from '../../core/budget/estimate-project.js';
import type { Issue } from '../../core/fields/issues.js';
import {
  projectDoubts,
  type Surroundings,
  unusedVariables,
} from '../../core/project/project-doubts.js';
import type { Project } from '../../core/project/types/index.js';
import { type WantedVoice, wantedVoices } from '../../core/project/wanted-voices.js';
import { knownLength } from '../../core/timeline/known-length.js';

/** More would not be read. */
const MOST_DOUBTS = 100;

/** What is known of a valid config before it is rendered. Plain data, so that threads can send it. */
export interface ProjectDescription {
  /** The length in seconds; null if only the sources tell. */
  readonly seconds: number | null;
  /** What the video will cost. */
  readonly estimate: Estimate;
  /** What would surprise or fail later, whoever renders the video. */
  readonly doubts: readonly Issue[];
  /** Whether somebody speaks depends on the machines that render. */
  readonly voices: readonly WantedVoice[];
}

/**
 * Describes a config for whoever asks whether it is valid, on this machine and on a service alike.
 *
 * @param config what the project was read from
 */
export function describeProject(
  project: Project,
  config: unknown,
  surroundings: Surroundings,
): ProjectDescription {
  const { seconds, problems } = knownLength(project);
  const doubts = [...unusedVariables(config), ...problems, ...projectDoubts(project, surroundings)];
  return {
    seconds,
    estimate: estimateProject(project),
    doubts: firstOf(doubts),
    voices: wantedVoices(project).slice(0, MOST_DOUBTS),
  };
}

function firstOf(doubts: readonly Issue[]): Issue[] {
  if (doubts.length <= MOST_DOUBTS) return [...doubts];
  const message = `${doubts.length - MOST_DOUBTS} more warnings are not listed.`;
  return [...doubts.slice(0, MOST_DOUBTS), { pointer: '', message }];
}
