import type { AuditEventEntity } from '../engine/audit/audit-event.entity.js';
import type { JobEntity } from '../engine/jobs/job.entity.js';
import type { StageDto } from './jobs.dto.js';

/**
 * The steps of a job's current attempt with their durations. The worker measures a completed job. For
 * any other job, the durations come from the audit events, whose accuracy is about half a second, the
 * interval in which a worker reports.
 *
 * @param events the events of the job, oldest first
 */
export function stageLog(
  job: Pick<JobEntity, 'steps' | 'finishedAt'>,
  events: readonly Pick<AuditEventEntity, 'type' | 'data' | 'at'>[],
): StageDto[] {
  if (job.steps.length > 0) return job.steps.map(({ step, seconds }) => ({ step, seconds }));
  const start = events.findLastIndex(({ type }) => type === 'job.started');
  const steps = events.slice(start + 1).filter(({ type }) => type === 'job.step');
  return steps.map((event, index) => {
    const end = steps[index + 1]?.at ?? job.finishedAt;
    const { step } = event.data as { step: string };
    return { step, seconds: end ? (end.getTime() - event.at.getTime()) / 1000 : null };
  });
}
