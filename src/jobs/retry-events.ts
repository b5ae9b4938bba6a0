import type { Logger } from '@nestjs/common';
import type { Claim, JobStore } from '../engine/jobs/job-store.js';
import type { SourceRetry } from '../engine/media/store/media-session.js';

/** A job with many sources on a bad host has no end of them otherwise. */
const MOST_EVENTS = 100;

/** Records the further tries to fetch sources among a job's events, one after another. */
export class RetryEvents {
  /** Settles when all that was told so far is written; it never fails. */
  told: Promise<void> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly jobs: JobStore,
    private readonly claim: Claim,
    private readonly logger: Logger,
  ) {}

  readonly tell = ({ pointer, reason, waitSeconds, receivedBytes }: SourceRetry): void => {
    if (++this.count > MOST_EVENTS) return;
    const { jobId, attempt } = this.claim;
    const data = {
      pointer,
      reason,
      attempt,
      wait_seconds: waitSeconds,
      received_bytes: receivedBytes,
    };
    this.told = this.told
      .then(() => this.jobs.note(this.claim, 'job.source_retried', data))
      .catch((error: Error) =>
        this.logger.warn(`A retry of ${jobId} was not recorded: ${error.message}`),
      );
  };
}
