import { Inject, Injectable } from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { JobFailure } from '../core/job/job-failure.js';
import { JobStore } from '../engine/jobs/job-store.js';
import { type HeldMessage, RenderQueue } from '../engine/jobs/render-queue.js';
import type { CurrentAttempt } from '../engine/workers/messages.js';
import type { MemoryDeath } from '../engine/workers/memory-death.js';
import { removeAttempts } from './attempt-folders.js';

/** Ends or hands back the jobs of worker processes that cannot do so themselves. */
@Injectable()
export class LostAttempts {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: JobStore,
    private readonly queue: RenderQueue,
  ) {}

  /** Fails a job whose worker died of memory. Another attempt would end in the same way. */
  async failForMemory(
    attempt: CurrentAttempt,
    death: NonNullable<MemoryDeath>,
    heapMegabytes: number,
  ): Promise<void> {
    const failure = new JobFailure('MEDIA_LIMIT_EXCEEDED', memoryMessage(death, heapMegabytes));
    if (await this.jobs.fail(attempt, failure, null)) {
      await removeAttempts(this.config.dataDir, attempt.jobId);
    }
    await this.queue.settle(attempt.message);
  }

  /** Gives back the job of a worker that had to be killed at the end of the service. */
  async handBack(attempt: CurrentAttempt): Promise<void> {
    await this.jobs.handBack(attempt);
    await this.queue.settle(attempt.message);
  }

  /** Keeps the message of a worker that is busy. */
  hold(message: HeldMessage): Promise<void> {
    return this.queue.hold(message);
  }
}

function memoryMessage(death: NonNullable<MemoryDeath>, heapMegabytes: number): string {
  const reason =
    death === 'heap'
      ? `The video needs more than the ${heapMegabytes} MB of memory that a worker may use. ` +
        'The operator can raise VIDEOCRAFT_WORKERS_MAX_HEAP_MEGABYTES.'
      : 'The machine ran out of memory during the render.';
  return `${reason} Use fewer or shorter texts and captions, or make several shorter videos.`;
}
