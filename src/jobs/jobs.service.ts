import { Injectable } from '@nestjs/common';
import { JobQueries, type JobStatusRow } from '../engine/jobs/job-queries.js';
import { JobStore } from '../engine/jobs/job-store.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { findJob } from './find-job.js';

/** Finds and cancels jobs. */
@Injectable()
export class JobsService {
  constructor(
    private readonly store: JobStore,
    private readonly jobs: JobQueries,
  ) {}

  /** @throws ApiError JOB_NOT_FOUND */
  status(id: string, key: Identity): Promise<JobStatusRow> {
    return findJob((jobId) => this.jobs.findStatus(jobId), id, key);
  }

  /**
   * Cancels a job that has not ended.
   *
   * @throws ApiError JOB_NOT_FOUND, JOB_NOT_CANCELLABLE
   */
  async cancel(id: string, caller: Caller): Promise<JobStatusRow> {
    await this.status(id, caller);
    await this.store.cancel(id, actorOf(caller));
    const job = await this.status(id, caller);
    if (job.status === 'cancelled') return job;
    throw new ApiError('JOB_NOT_CANCELLABLE', `The status of this job is ${job.status}.`);
  }
}
