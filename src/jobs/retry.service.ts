import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { JobQueries } from '../engine/jobs/job-queries.js';
import { JobStore } from '../engine/jobs/job-store.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import { actorOf, type Caller } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { acceptJobs } from '../submissions/accept-jobs.js';
import type { CreatedJob } from '../submissions/created-job.js';
import { parseIdempotencyKey } from '../submissions/idempotency.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import { findJob } from './find-job.js';

/** Repeats jobs. A final job stays as it is, so each repetition is a job of its own. */
@Injectable()
export class RetryService {
  constructor(
    private readonly store: JobStore,
    private readonly jobs: JobQueries,
    private readonly submissions: SubmissionsService,
  ) {}

  /**
   * Creates a job with the config of a failed or cancelled one, or returns the job that the idempotency key
   * already has.
   *
   * @param idempotencyKey the header of the request
   * @throws ApiError JOB_NOT_FOUND, JOB_NOT_RETRYABLE, IDEMPOTENCY_KEY_REUSED, RATE_LIMIT_EXCEEDED;
   *   VALIDATION_ERROR if the config exceeds a limit that was set since
   */
  async retry(
    jobId: string,
    caller: Caller,
    idempotencyKey: string | undefined,
  ): Promise<CreatedJob> {
    const failed = await findJob((id) => this.jobs.findWithConfig(id), jobId, caller);
    // In place of a body, which the request does not have.
    const idempotency = parseIdempotencyKey(idempotencyKey, { retry_of: failed.id });
    requireRetryable(failed);
    const request = { config: failed.config };
    const { config, delivery, notes, assets } = await this.submissions.resolve(request, caller);
    const { templateId, templateRevision: revision, priority } = failed;
    const template = templateId && revision ? { id: templateId, revision } : null;
    const id = uuidv7();
    const own = { config, template, priority, delivery, notes, assets };
    const job = { id, ...actorOf(caller), ...own, retryOf: failed.id };
    const accepted = await acceptJobs(() => this.store.accept(job, idempotency), '');
    if (accepted.outcome === 'new') {
      return { id, status: 'pending', replayed: false, deletedAt: null };
    }
    const { status, deletedAt } = accepted;
    return { id: accepted.jobId, status, replayed: true, deletedAt };
  }
}

function requireRetryable({ status }: JobEntity): void {
  if (status === 'failed' || status === 'cancelled') return;
  throw new ApiError('JOB_NOT_RETRYABLE', `The status of this job is ${status}.`);
}
