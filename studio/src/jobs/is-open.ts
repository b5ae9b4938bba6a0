import type { JobStatus } from '../api/index.js';

/** Whether more will happen to a job. */
export function isOpen({ status }: Pick<JobStatus, 'status'>): boolean {
  return status === 'pending' || status === 'processing';
}
