import type { Logger } from '@nestjs/common';
import { overallProgress, type Step } from '../core/job/steps.js';
import type { JobStep } from '../engine/jobs/job-result.js';
import type { Claim } from '../engine/jobs/attempt.js';
import type { AttemptStore } from '../engine/jobs/attempt-store.js';

/** How often a running job writes its progress and checks whether it still holds the job. */
const REPORT_MS = 500;

/** Reports the progress of an attempt to the database until it is stopped. */
export class AttemptProgress {
  readonly steps: JobStep[] = [];
  private step: Step = 'fetch';
  private progress = 0;
  private readonly loss = new AbortController();
  private readonly timer: NodeJS.Timeout;
  private isWriting = false;
  private hasFailed = false;
  private isStopped = false;

  constructor(
    private readonly jobs: AttemptStore,
    private readonly claim: Claim,
    private readonly logger: Logger,
  ) {
    this.timer = setInterval(() => void this.report(), REPORT_MS);
  }

  /** Aborted when the attempt no longer holds the job: it was cancelled, or another worker has it. */
  get lost(): AbortSignal {
    return this.loss.signal;
  }

  readonly onProgress = (step: Step, fraction: number): void => {
    this.step = step;
    this.progress = overallProgress(step, fraction);
  };

  readonly onStepEnd = (step: Step, seconds: number): void => {
    const index = this.steps.findIndex((known) => known.step === step);
    if (index === -1) this.steps.push({ step, seconds });
    else this.steps[index] = { step, seconds };
  };

  /**
   * Ends the reports. One that is under way finds that the attempt no longer holds its job, because it has ended.
   * That is no loss: it would be told to the supervisor, which would kill the process with its next job.
   */
  stop(): void {
    this.isStopped = true;
    clearInterval(this.timer);
  }

  private async report(): Promise<void> {
    // A database that does not answer gets no more questions.
    if (this.isWriting) return;
    this.isWriting = true;
    const { step, progress, steps } = this;
    try {
      const holdsJob = await this.jobs.report(this.claim, { step, progress, steps: [...steps] });
      this.hasFailed = false;
      if (!holdsJob && !this.isStopped) this.loss.abort();
    } catch (error) {
      const { jobId, attempt } = this.claim;
      // Once for each outage.
      if (!this.hasFailed)
        this.logger.warn({ jobId, attempt, err: error, msg: 'Progress could not be written' });
      this.hasFailed = true;
    } finally {
      this.isWriting = false;
    }
  }
}
