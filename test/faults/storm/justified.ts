import type { FaultKind } from './schedule.js';
import type { Happening } from './storm.js';

/** A job at the end of a storm. */
export interface JobEnd {
  readonly id: string;
  readonly status: string;
  readonly errorCode: string | null;
  readonly attempt: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

/**
 * The error codes that a job may fail with, and the faults that justify them. Whatever is not here passes, or
 * is repeated: no job fails because of Postgres, of a killed ffmpeg, or of a lost connection.
 */
const JUSTIFIED: Readonly<Record<string, readonly FaultKind[]>> = {
  // Three lost workers in a row look like a job that kills its workers.
  WORKER_LOST: ['worker-kill', 'supervisor-kill'],
  STORAGE_FULL: ['disk-full'],
  // The sources are on the other side of the cut.
  SOURCE_TIMEOUT: ['host-cut'],
  SOURCE_NOT_FOUND: ['host-cut'],
  // Hung again in each of three attempts.
  RENDER_TIMEOUT: ['ffmpeg-hang'],
};

/** Returns the failures that no fault during the life of their job justifies. */
export function findUnjustified(
  ends: readonly JobEnd[],
  happenings: readonly Happening[],
): string[] {
  return ends
    .filter(({ status, errorCode }) => status === 'failed' && errorCode !== null)
    .filter((job) => !happenings.some((happening) => justifies(happening, job)))
    .map(({ id, errorCode }) => `the job ${id} failed with ${errorCode} without a reason`);
}

function justifies({ fault, from, to, skipped }: Happening, job: JobEnd): boolean {
  const kinds = JUSTIFIED[job.errorCode ?? ''] ?? [];
  const overlaps = from <= (job.finishedAt ?? to) && to >= job.createdAt;
  return skipped === null && kinds.includes(fault.kind) && overlaps;
}
