import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { isFinal, type JobStatus } from '../core/job/job-status.js';
import { BatchStore } from '../engine/jobs/batch-store.js';
import type { BatchEntity } from '../engine/jobs/batch.entity.js';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import { JobStore, type NewJob } from '../engine/jobs/job-store.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { findVisible } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { acceptJobs } from '../submissions/accept-jobs.js';
import { idempotencyKeyReused } from '../submissions/idempotency.js';
import type { ConfigTemplate } from '../pipeline/checks/config-checks.js';
import { SubmissionsService } from '../submissions/submissions.service.js';
import type { BatchRequest } from './batch-request.js';
import type { BatchDto, CreatedBatchDto } from './batches.dto.js';

/** Creates and cancels batches: many videos from one config. */
@Injectable()
export class BatchesService {
  readonly link: LinkTo;

  constructor(
    private readonly jobs: JobStore,
    private readonly batches: BatchStore,
    private readonly submissions: SubmissionsService,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  /**
   * Creates a job for each item in one transaction, or returns the batch that the idempotency key already
   * has.
   *
   * @throws ApiError VALIDATION_ERROR with the issues of all items; TEMPLATE_NOT_FOUND,
   * IDEMPOTENCY_KEY_REUSED, RATE_LIMIT_EXCEEDED
   */
  async create(
    request: BatchRequest,
    caller: Caller,
    idempotency: IdempotencyKey | null,
  ): Promise<{ batch: CreatedBatchDto; replayed: boolean }> {
    const template =
      request.template === null
        ? null
        : await this.submissions.findTemplate(
            request.template,
            request['template-revision'],
            caller,
          );
    const configTemplate: ConfigTemplate = template
      ? { ...template, pointer: '/template' }
      : { config: request.config, variables: [], pointer: '/config' };
    const configs = await this.submissions.fillIn(
      configTemplate,
      request.items.map((item, index) => ({
        ...item,
        priority: item.priority ?? request.priority,
        pointer: `/items/${index}`,
      })),
      caller,
    );
    const jobs = configs.map((filled) => ({
      ...actorOf(caller),
      ...filled,
      id: uuidv7(),
      template,
    }));
    const batchId = uuidv7();
    const all = jobs as readonly NewJob[] as readonly [NewJob, ...NewJob[]];
    const accepted = await acceptJobs(
      () => this.jobs.acceptAll(all, batchId, idempotency, request.webhook),
      '/items',
    );
    if (accepted.outcome === 'new') {
      const job_ids = jobs.map(({ id }) => id);
      return { batch: { batch_id: batchId, job_ids }, replayed: false };
    }
    return { batch: await this.existingBatch(accepted.jobId), replayed: true };
  }

  /** @throws ApiError BATCH_NOT_FOUND */
  async get(id: string, key: Identity): Promise<BatchDto> {
    const batch = await this.find(id, key);
    return toBatchDto(batch, await this.batches.counts(batch.id), this.link);
  }

  /**
   * Cancels all jobs that have not ended. It also succeeds if there are none.
   *
   * @throws ApiError BATCH_NOT_FOUND
   */
  async cancel(id: string, caller: Caller): Promise<BatchDto> {
    const batch = await this.find(id, caller);
    await this.batches.cancel(batch.id, actorOf(caller));
    return toBatchDto(batch, await this.batches.counts(batch.id), this.link);
  }

  /** The batch that an earlier request created. @param jobId one of its jobs */
  private async existingBatch(jobId: string): Promise<CreatedBatchDto> {
    const batch = await this.batches.ofJob(jobId);
    // The key belongs to a single video, whose body cannot be that of a batch.
    if (batch === null) throw idempotencyKeyReused();
    const jobs = await this.batches.jobs(batch.id);
    const job_ids = jobs.map(({ id }) => id);
    const deleted = jobs.filter((job) => job.deleted).map(({ id }) => id);
    const result = { batch_id: batch.id, job_ids };
    return deleted.length === 0 ? result : { ...result, deleted_job_ids: deleted };
  }

  private find(id: string, key: Identity): Promise<BatchEntity> {
    return findVisible(id, key, {
      find: (batchId) => this.batches.find(batchId),
      notFound: () => new ApiError('BATCH_NOT_FOUND', 'No batch with this ID belongs to your key.'),
    });
  }
}

function toBatchDto(
  { id, size, createdAt }: BatchEntity,
  counts: Record<JobStatus, number>,
  link: LinkTo,
): BatchDto {
  const open = Object.entries(counts).filter(([status]) => !isFinal(status as JobStatus));
  return {
    id,
    size,
    counts,
    finished: open.every(([, count]) => count === 0),
    created_at: createdAt.toISOString(),
    links: { self: link(`/batches/${id}`), jobs: link(`/jobs?batch=${id}`) },
  };
}
