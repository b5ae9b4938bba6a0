import type { Logger } from '@nestjs/common';
import { overallProgress, type Step } from '../core/job/steps.js';
import type { JobStep } from '../engine/jobs/job-result.js';
import type { Claim, JobStore } from '../engine/jobs/job-store.js';

/** How often a running job writes its progress and checks whether it still holds the job. */
const REPORT_MS = 500;

/** Reports the progress of an attempt to the database until it is stopped. */
export class AttemptProgress {
  readonly steps: JobStep[] = [];
  private step: Step = 'fetch';
  private progress = 0;
  private readonly loss = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly jobs: JobStore,
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
    this.steps.push({ step, seconds });
  };

  stop(): void {
    clearInterval(this.timer);
  }

  private async report(): Promise<void> {
    const { step, progress, steps } = this;
    try {
      const holdsJob = await this.jobs.report(this.claim, { step, progress, steps: [...steps] });
      if (!holdsJob) this.loss.abort();
    } catch (error) {
      const { jobId, attempt } = this.claim;
      this.logger.warn({ jobId, attempt, err: error, msg: 'Progress could not be written' });
    }
  }
}
