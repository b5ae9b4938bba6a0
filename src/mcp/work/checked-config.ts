import { describeEstimate } from '../../core/budget/describe-estimate.js';
import type { Issue } from '../../core/fields/issues.js';
import type { ProjectDescription } from '../../pipeline/checks/describe-project.js';
import type { CheckedConfig } from './agent-work.js';

/** What agents learn of a valid config. @param more doubts that depend on the machines that render */
export function toCheckedConfig(
  { estimate, doubts }: Pick<ProjectDescription, 'estimate' | 'doubts'>,
  more: readonly Issue[] = [],
): CheckedConfig {
  return {
    estimate: describeEstimate(estimate),
    warnings: [...doubts, ...more].map(({ pointer, message }) =>
      pointer === '' ? message : `${pointer}: ${message}`,
    ),
  };
}
