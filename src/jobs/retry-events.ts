import type { Logger } from '@nestjs/common';
import type { Claim } from '../engine/jobs/attempt.js';
import type { AttemptStore } from '../engine/jobs/attempt-store.js';
import type { SourceRetry } from '../engine/media/store/media-session.js';

/** Bounds the events of a job with many sources on an unreliable host. */
const MAX_EVENTS = 100;

/** Records retries of fetching sources as events of the job, one after another. */
export class RetryEvents {
  /** Resolves when all events so far are written. It never rejects. */
  recorded: Promise<void> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly jobs: AttemptStore,
    private readonly claim: Claim,
    private readonly logger: Logger,
  ) {}

  readonly record = ({ pointer, reason, waitSeconds, receivedBytes }: SourceRetry): void => {
    if (++this.count > MAX_EVENTS) return;
    const { jobId, attempt } = this.claim;
    const data = {
      pointer,
      reason,
      attempt,
      wait_seconds: waitSeconds,
      received_bytes: receivedBytes,
    };
    this.recorded = this.recorded
      .then(() => this.jobs.addEvent(this.claim, 'job.source_retried', data))
      .catch((error: Error) =>
        this.logger.warn({ jobId, attempt, err: error, msg: 'A retry could not be recorded' }),
      );
  };
}
