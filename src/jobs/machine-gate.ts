import { Inject, Injectable, Logger } from '@nestjs/common';
import { RenderQueue } from '../engine/jobs/render-queue.js';
import { WORKER_LINK, type WorkerLink } from '../engine/workers/messages.js';
import { MachineCheck } from './machine-check.js';

/** How often the machine is checked while the worker waits. */
const CHECK_MS = 2_000;

/** Lets jobs in as long as this machine can render. */
@Injectable()
export class MachineGate {
  private readonly logger = new Logger(MachineGate.name);
  private problem: string | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly check: MachineCheck,
    private readonly queue: RenderQueue,
    @Inject(WORKER_LINK) private readonly link: WorkerLink,
  ) {}

  /** From now on, the worker stops taking jobs while the machine cannot render. */
  start(): void {
    this.timer = setInterval(() => void this.look(), CHECK_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Checks before a job is claimed. False: the worker takes no more jobs until the machine is well. */
  async isOpen(): Promise<boolean> {
    await this.look();
    return this.problem === null;
  }

  /** Whether this machine is the reason of a failure. */
  isAtFault(error: unknown): boolean {
    return this.check.isAtFault(error);
  }

  /** Checks everything again, because the machine is why a render failed. */
  async distrust(error: unknown): Promise<void> {
    await this.check.distrust(error);
    await this.look();
  }

  private look(): Promise<void> {
    this.looking ??= this.apply().finally(() => (this.looking = null));
    return this.looking;
  }

  private async apply(): Promise<void> {
    const problem = await this.check.problem();
    if (problem === this.problem) return;
    const wasWell = this.problem === null;
    this.problem = problem;
    this.link.problem(problem);
    if (problem === null) {
      this.logger.log('The worker takes jobs again');
      // Not awaited: it waits for the job that runs, which may wait for this check.
      void this.resume().catch((error: unknown) => {
        this.logger.error({ err: error, msg: 'The worker cannot take jobs again' });
      });
    } else if (wasWell) {
      this.logger.error(`The worker takes no jobs: ${problem}`);
      this.queue.pause();
    }
  }

  private async resume(): Promise<void> {
    await this.queue.resume();
    // The machine may have failed again meanwhile.
    if (this.problem !== null) this.queue.pause();
  }
}
