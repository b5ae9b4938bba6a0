import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { isFinal, type JobStatus } from '../core/job/job-status.js';
import type { Issue } from '../core/fields/issues.js';
import { BatchStore } from '../engine/jobs/batch-store.js';
import type { BatchEntity } from '../engine/jobs/batch.entity.js';
import type { IdempotencyKey } from '../engine/jobs/idempotency.js';
import { JobStore, type NewJob } from '../engine/jobs/job-store.js';
import { actorOf, type Caller, type Identity } from '../http/access/access.js';
import { findVisible } from '../http/access/visibility.js';
import { ApiError } from '../http/errors/api-error.js';
import { type LinkTo, linksOf } from '../http/routes/links.js';
import { idempotencyKeyReused } from '../submissions/idempotency.js';
import { type ConfigTemplate, SubmissionsService } from '../submissions/submissions.service.js';
import type { BatchItem, BatchRequest } from './batch-request.js';
import type { BatchDto, CreatedBatchDto } from './batches.dto.js';

/** Limit of all configs of a batch in characters. Each job stores its own config. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** Limit of all scenes and elements of a batch, including repeated ones: it limits the cost of validation. */
const MAX_PARTS = 100_000;
const MAX_ISSUES = 100;

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
   * IDEMPOTENCY_KEY_REUSED
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
    const configs = await this.fillItems(configTemplate, request.items);
    const jobs = configs.map((config) => ({
      ...actorOf(caller),
      id: uuidv7(),
      config,
      template,
    }));
    const batchId = uuidv7();
    const accepted = await this.jobs.acceptAll(jobs as [NewJob, ...NewJob[]], batchId, idempotency);
    if (accepted.outcome === 'reused') throw idempotencyKeyReused();
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

  /** @throws ApiError VALIDATION_ERROR with the issues of all items */
  private async fillItems(
    template: ConfigTemplate,
    items: readonly BatchItem[],
  ): Promise<unknown[]> {
    const configs: unknown[] = [];
    const issues: Issue[] = [];
    let characters = 0;
    let parts = 0;
    for (const [index, item] of items.entries()) {
      // Hundreds of configs take a while: other requests get their turn in between.
      await setImmediate();
      const filled = this.submissions.fillTemplate(template, {
        ...item,
        pointer: `/items/${index}`,
      });
      if (!filled.ok) issues.push(...filled.issues);
      else {
        characters += JSON.stringify(filled.config).length;
        parts += filled.partCount;
        configs.push(filled.config);
      }
      if (characters > MAX_CHARACTERS || parts > MAX_PARTS) throw batchTooLarge();
      if (issues.length > MAX_ISSUES) break;
    }
    if (issues.length > 0) throw ApiError.validation(issues.slice(0, MAX_ISSUES));
    return configs;
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

function batchTooLarge(): ApiError {
  const message =
    `The configs of the batch have more than ${MAX_CHARACTERS} characters or more than ` +
    `${MAX_PARTS} scenes and elements in total. Send fewer items.`;
  return ApiError.validation([{ pointer: '/items', message }]);
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
