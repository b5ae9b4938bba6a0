import type { Project } from './types/index.js';

/** Changes a project, and what it becomes once its sources are known. */
export function changeProject<Changed extends Project>(
  project: Project,
  change: (project: Project) => Changed,
): Changed {
  const { withSources } = project;
  const changed = change(project);
  if (withSources === null) return changed;
  return {
    ...changed,
    withSources: (facts) => {
      const read = withSources(facts);
      return read.ok ? { ok: true, project: changeProject(read.project, change) } : read;
    },
  };
}
