import type { Response } from 'express';
import type { JobStatus } from '../core/job/job-status.js';
import { WithMessage } from '../http/responses/envelope.js';
import type { LinkTo } from '../http/routes/links.js';
import type { CreatedJobDto } from './created-job.dto.js';

/** The job that a request created, now or when it was first sent with its idempotency key. */
export interface CreatedJob {
  readonly id: string;
  readonly status: JobStatus;
  readonly replayed: boolean;
  /** When the video was deleted; null if it was not. */
  readonly deletedAt: Date | null;
}

/** Sets the headers of the response and returns its body. */
export function respondWithJob(
  { id, status, replayed, deletedAt }: CreatedJob,
  link: LinkTo,
  res: Response,
): CreatedJobDto | WithMessage<CreatedJobDto> {
  res.location(link(`/jobs/${id}`));
  if (replayed) res.setHeader('Idempotent-Replayed', 'true');
  const job = { job_id: id, status };
  if (deletedAt === null) return job;
  return new WithMessage(
    { ...job, deleted_at: deletedAt.toISOString() },
    'The video of this request was deleted; to create it again, send a new Idempotency-Key',
  );
}
