import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { JobAssets } from '../engine/assets/job-assets.js';
import { CertainJobs } from '../engine/jobs/certain-jobs.js';
import type { Claim } from '../engine/jobs/attempt.js';
import { AttemptStore } from '../engine/jobs/attempt-store.js';
import type { HeldMessage } from '../engine/jobs/render-queue.js';
import { VoiceUsage } from '../engine/jobs/voice-usage.js';
import { SharedCaches } from '../engine/storage/shared-caches.js';
import { WORKER_LINK, type WorkerLink } from '../engine/workers/messages.js';
import { AttemptFolders } from './attempt-folders.js';
import { AttemptRun, type AttemptTools } from './attempt-run.js';
import { FittingWorker } from './fitting-worker.js';
import { JobRenderer } from './job-renderer.js';
import { JobSpread } from './job-spread.js';
import { MachineGate } from './machine-gate.js';

/** Runs attempts at jobs that this worker has claimed. */
@Injectable()
export class AttemptRunner implements OnModuleDestroy {
  private readonly shutdown = new AbortController();
  private readonly running = new Set<Claim>();
  private readonly tools: AttemptTools;

  constructor(
    jobs: AttemptStore,
    certain: CertainJobs,
    gate: MachineGate,
    @Inject(WORKER_LINK) private readonly link: WorkerLink,
    folders: AttemptFolders,
    shared: SharedCaches,
    spread: JobSpread,
    fitting: FittingWorker,
    renderer: JobRenderer,
    assets: JobAssets,
    voices: VoiceUsage,
  ) {
    const { signal: shutdown } = this.shutdown;
    const files = { folders, shared, spread };
    this.tools = {
      jobs,
      certain,
      gate,
      link,
      ...files,
      fitting,
      renderer,
      assets,
      voices,
      shutdown,
    };
  }

  /** Running jobs return to the queue. The queue waits for that before it stops. */
  onModuleDestroy(): void {
    this.shutdown.abort();
  }

  /** The attempts of a job that run in this process. */
  attemptsOf(jobId: string): number[] {
    const claims = [...this.running].filter((one) => one.jobId === jobId);
    return claims.map(({ attempt }) => attempt);
  }

  /** @param signal aborted when the queue has taken the message away */
  async run(claim: Claim, message: HeldMessage, signal: AbortSignal): Promise<void> {
    this.running.add(claim);
    this.link.attempt({ jobId: claim.jobId, attempt: claim.attempt, message });
    try {
      await new AttemptRun(this.tools, claim, message, signal).run();
    } finally {
      this.running.delete(claim);
      this.link.attempt(null);
    }
  }
}
