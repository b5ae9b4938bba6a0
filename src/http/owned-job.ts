import type { JobEntity } from '../engine/jobs/job.entity.js';
import type { JobStore } from '../engine/jobs/job-store.js';
import type { Identity } from './access.js';
import { ApiError } from './errors/api-error.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A job that the caller may see.
 *
 * @throws ApiError `code` when there is none, and in the same words when it is somebody else's
 */
export async function ownedJob(
  jobs: JobStore,
  id: string,
  key: Identity,
  code: 'JOB_NOT_FOUND' | 'VIDEO_NOT_FOUND' = 'JOB_NOT_FOUND',
): Promise<JobEntity> {
  const job = UUID.test(id) ? await jobs.find(id) : null;
  if (job && (key.isAdmin || job.keyId === key.id)) return job;
  throw new ApiError(code, 'There is none of this id among those of your key.');
}
