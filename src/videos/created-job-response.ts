import type { Response } from 'express';
import type { JobStatus } from '../core/job/job-status.js';
import { WithMessage } from '../http/responses/envelope.js';
import type { LinkTo } from '../http/routes/links.js';
import type { CreatedJobDto } from './videos.dto.js';

/** A job that a request made, or that an earlier one with its idempotency key did. */
export interface CreatedJob {
  readonly id: string;
  readonly status: JobStatus;
  readonly replayed: boolean;
  /** When its video was deleted; null: it was not. */
  readonly deletedAt: Date | null;
}

/** Answers with a job, and says when it is one whose video is gone. */
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
    'The video of this request was deleted; send another Idempotency-Key to make it again',
  );
}
