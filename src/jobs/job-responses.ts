import { estimateRemainingSeconds } from '../core/job/estimate.js';
import type { JobClock, JobStatusRow } from '../engine/jobs/job-queries.js';
import type { AuditEventEntity } from '../engine/audit/audit-event.entity.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import type { Outgoing } from '../engine/outgoing/outgoing.js';
import { toDeliveryDto } from '../http/deliveries/delivery-response.js';
import type { LinkTo } from '../http/routes/links.js';
import type { JobDto, JobStatusDto, JobSummaryDto } from './jobs.dto.js';
import { stageLog } from './stage-log.js';

/** Maps a job to its status, the shortest of the three views of a job. */
export function toStatusDto(job: JobStatusRow) {
  return {
    job_id: job.id,
    status: job.status,
    progress: job.progress,
    current_step: job.currentStep,
    error: job.errorMessage,
    error_code: job.errorCode,
    error_pointer: job.errorPointer,
    deleted_at: job.deletedAt?.toISOString() ?? null,
  } satisfies JobStatusDto;
}

export function toSummaryDto(job: JobEntity, link: LinkTo) {
  const self = link(`/jobs/${job.id}`);
  return {
    ...toStatusDto(job),
    attempt: job.attempt,
    priority: job.priority,
    warnings: job.warnings,
    batch_id: job.batchId,
    template_id: job.templateId,
    template_revision: job.templateRevision,
    retry_of: job.retryOf,
    created_at: job.createdAt.toISOString(),
    started_at: job.startedAt?.toISOString() ?? null,
    finished_at: job.finishedAt?.toISOString() ?? null,
    links: {
      self,
      status: `${self}/status`,
      events: `${self}/events`,
      video: job.deletedAt === null ? link(`/videos/${job.id}`) : null,
    },
  } satisfies JobSummaryDto;
}

/** What the details of a job show besides its row. */
export interface JobDetails {
  readonly clock: JobClock;
  readonly events: readonly AuditEventEntity[];
  readonly deliveries: readonly Outgoing[];
}

export function toJobDto(job: JobEntity, { clock, events, deliveries }: JobDetails, link: LinkTo) {
  const { attemptSeconds, queuePosition } = clock;
  const config = job.config as Readonly<Record<string, unknown>>;
  return {
    ...toSummaryDto(job, link),
    config,
    client_data: config['client-data'] ?? config['client_data'] ?? null,
    deliveries: deliveries.map(toDeliveryDto),
    steps: stageLog(job, events),
    estimated_remaining_seconds:
      job.status === 'processing' && attemptSeconds !== null
        ? estimateRemainingSeconds(job.progress, attemptSeconds)
        : null,
    queue_position: queuePosition,
  } satisfies JobDto;
}
