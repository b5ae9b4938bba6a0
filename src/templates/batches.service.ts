import { setImmediate } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { isFinal, type JobStatus } from '../core/job/job-status.js';
import type { Issue } from '../core/fields/issues.js';
import { BatchStore } from '../engine/jobs/batch-store.js';
import type { BatchEntity } from '../engine/jobs/batch.entity.js';
import { JobStore, type NewJob } from '../engine/jobs/job-store.js';
import type { Identity } from '../http/access.js';
import { ApiError } from '../http/errors/api-error.js';
import { isUuid } from '../http/is-uuid.js';
import { type LinkTo, linksOf } from '../http/links.js';
import { idempotencyKeyOf, idempotencyKeyReused } from '../submissions/idempotency-key.js';
import { type Source, Submissions } from '../submissions/submissions.service.js';
import { readBatchRequest } from './batch-request.js';
import type { BatchDto, CreatedBatchDto } from './batches.dto.js';

/** Characters of the configs of a batch together; each job keeps a config of its own. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
/** Scenes and elements of a batch together, repeated ones counted: what checking it costs. */
const MAX_PARTS = 100_000;
const MAX_ISSUES = 100;

/** Many videos of one template, asked for at once. */
@Injectable()
export class BatchesService {
  readonly link: LinkTo;

  constructor(
    private readonly jobs: JobStore,
    private readonly batches: BatchStore,
    private readonly submissions: Submissions,
    @Inject(CONFIG) config: Config,
  ) {
    this.link = linksOf(config);
  }

  /**
   * Stores a job for each item, all in one transaction; nothing when one item is wrong.
   *
   * @param idempotencyHeader a request repeated with the same one answers with the first one's batch
   * @throws ApiError VALIDATION_ERROR with the issues of all items
   */
  async create(
    body: unknown,
    key: Identity,
    requestId: string,
    idempotencyHeader: string | undefined,
  ): Promise<{ batch: CreatedBatchDto; replayed: boolean }> {
    const idempotency = idempotencyKeyOf(idempotencyHeader, body);
    const request = readBatchRequest(body);
    const template =
      request.template === null
        ? null
        : await this.submissions.template(request.template, request['template-revision'], key);
    const source: Source = template
      ? { ...template, pointer: '/template' }
      : { config: request.config, variables: [], pointer: '/config' };
    const configs = await this.configs(source, request.items);
    const jobs = configs.map((config) => ({
      id: uuidv7(),
      keyId: key.id,
      requestId,
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
    const first = await this.batches.ofJob(accepted.jobId);
    // The body of a batch is no body of anything else.
    if (first === null) throw idempotencyKeyReused();
    const made = await this.batches.jobs(first.id);
    const job_ids = made.map(({ id }) => id);
    const deleted = made.filter((job) => job.deleted).map(({ id }) => id);
    const lost = deleted.length === 0 ? {} : { deleted_job_ids: deleted };
    return { batch: { batch_id: first.id, job_ids, ...lost }, replayed: true };
  }

  /** @throws ApiError BATCH_NOT_FOUND */
  async get(id: string, key: Identity): Promise<BatchDto> {
    const batch = await this.owned(id, key);
    return toBatchDto(batch, await this.batches.counts(batch.id), this.link);
  }

  /** Cancels what has not come to its end; also when nothing is left to be cancelled. */
  async cancel(id: string, key: Identity, requestId: string): Promise<BatchDto> {
    const batch = await this.owned(id, key);
    await this.batches.cancel(batch.id, { keyId: key.id, requestId });
    return toBatchDto(batch, await this.batches.counts(batch.id), this.link);
  }

  private async configs(
    source: Source,
    items: readonly { variables: Readonly<Record<string, unknown>>; 'client-data': unknown }[],
  ): Promise<unknown[]> {
    const configs: unknown[] = [];
    const issues: Issue[] = [];
    let characters = 0;
    let parts = 0;
    for (const [index, item] of items.entries()) {
      // Others have their turn between: five hundred configs take a while.
      await setImmediate();
      const filled = this.submissions.configOf(source, { ...item, pointer: `/items/${index}` });
      if (!filled.ok) issues.push(...filled.issues);
      else {
        characters += JSON.stringify(filled.config).length;
        parts += filled.parts;
        configs.push(filled.config);
      }
      if (characters > MAX_CHARACTERS || parts > MAX_PARTS) {
        const message =
          `The videos have more than ${MAX_CHARACTERS} characters, or ${MAX_PARTS} scenes and ` +
          'elements, together; send fewer items at once.';
        throw ApiError.validation([{ pointer: '/items', message }]);
      }
      if (issues.length > MAX_ISSUES) break;
    }
    if (issues.length > 0) throw ApiError.validation(issues.slice(0, MAX_ISSUES));
    return configs;
  }

  private async owned(id: string, key: Identity): Promise<BatchEntity> {
    const batch = isUuid(id) ? await this.batches.find(id) : null;
    if (batch && (key.isAdmin || batch.keyId === key.id)) return batch;
    throw new ApiError('BATCH_NOT_FOUND', 'There is none of this id among those of your key.');
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
