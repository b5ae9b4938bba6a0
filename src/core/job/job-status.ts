export const JOB_STATUSES = ['pending', 'processing', 'completed', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

const FINAL: ReadonlySet<JobStatus> = new Set(['completed', 'failed', 'cancelled']);

/** True if a job in this status never changes again. */
export function isFinal(status: JobStatus): boolean {
  return FINAL.has(status);
}
