import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG } from '../config/config.module.js';
import type { Config } from '../config/types.js';
import { CertainJobs } from '../engine/jobs/certain-jobs.js';
import { AttemptStore } from '../engine/jobs/attempt-store.js';
import { type HeldMessage, RenderQueue } from '../engine/jobs/render-queue.js';
import { WorkerLock } from '../engine/workers/worker-lock.js';
import { AttemptFolders } from './attempt-folders.js';
import { AttemptRunner } from './attempt-runner.js';
import { ChunkRunner } from './chunk-runner.js';
import { FittingWorker } from './fitting-worker.js';
import { MachineGate } from './machine-gate.js';

const GIVEN_UP = 'The job was given up, because its workers stopped repeatedly. Submit it again.';

/** Takes jobs, and chunks of jobs of other workers, from the queue. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(JobRunner.name);

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'workers'>,
    private readonly jobs: AttemptStore,
    private readonly certain: CertainJobs,
    private readonly queue: RenderQueue,
    private readonly lock: WorkerLock,
    private readonly gate: MachineGate,
    private readonly fitting: FittingWorker,
    private readonly folders: AttemptFolders,
    private readonly attempts: AttemptRunner,
    private readonly chunks: ChunkRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.workers === 0) return;
    await this.queue.work(this.config.workers, {
      run: (jobId, message, signal) => this.run(jobId, message, signal),
      help: (chunk, message, signal) => this.chunks.help(chunk, message, signal),
      lost: (jobId) => this.giveUp(jobId, true),
    });
    this.gate.start();
  }

  onModuleDestroy(): void {
    this.gate.stop();
  }

  /** @param always false: only a job whose workers died too often */
  private async giveUp(jobId: string, always: boolean): Promise<void> {
    const isGivenUp = await this.jobs.giveUp(jobId, GIVEN_UP, always);
    if (isGivenUp) this.logger.warn({ jobId, msg: 'Job given up: its workers died repeatedly' });
    await this.folders.removeLeft(jobId);
  }

  private async run(jobId: string, message: HeldMessage, signal: AbortSignal): Promise<void> {
    if (!(await this.gate.isOpen())) {
      await this.queue.messages.refuse(message, { reason: 'machine_failed', delaySeconds: 0 });
      return;
    }
    if (await this.fitting.refuses(jobId, message)) return;
    const { id, isLocked } = this.lock;
    const known = this.attempts.attemptsOf(jobId);
    const claim = await this.certain.claim(jobId, { id, isLocked }, known);
    // Null: it was cancelled, it finished just before its worker died, or its workers died too often.
    if (claim === null) await this.giveUp(jobId, false);
    else await this.attempts.run(claim, message, signal);
  }
}
