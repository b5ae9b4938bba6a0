import type { VideoCraft } from '../../../../clients/typescript/src/index.js';
import type { JobList, JobStatus } from '../../api/index.js';

export interface BatchJob {
  readonly job: JobList['jobs'][number];
  /** The row of the table, from 1. */
  readonly row: number;
}

/** The largest page of a list. */
export const JOBS_PER_REQUEST = 100;

/** All jobs of batches, in the order of the rows. */
export async function jobsOfBatches(
  api: VideoCraft,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly BatchJob[]> {
  const all: JobList['jobs'][number][] = [];
  for (const batch of ids) {
    const jobs: JobList['jobs'][number][] = [];
    let cursor: string | undefined;
    do {
      const page = await api.jobs.list({ batch, cursor, limit: JOBS_PER_REQUEST, signal });
      jobs.push(...page.jobs);
      cursor = page.pagination.next_cursor ?? undefined;
    } while (cursor !== undefined);
    // Lists begin with the newest, and the IDs of a batch grow with its items.
    all.push(...jobs.reverse());
  }
  return all.map((job, index) => ({ job, row: index + 1 }));
}

/** The jobs in a state; all of them without one. */
export function inState(
  jobs: readonly BatchJob[],
  status: JobStatus['status'] | '',
): readonly BatchJob[] {
  return status === '' ? jobs : jobs.filter(({ job }) => job.status === status);
}
