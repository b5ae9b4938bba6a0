import { statfs } from 'node:fs/promises';
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/types.js';
import { WorkerBoard } from '../workers/worker-board.js';
import type { WorkerDescription } from '../workers/worker-description.js';
import { SEEN_EVERY_MS, WorkerRegistry } from './worker-registry.js';

/**
 * Keeps the rows of the workers of this process. Their supervisor does it, because a worker may be too busy to
 * say that it is alive, and cannot say that it has died. Every process marks workers of other machines that are
 * gone. Nothing here fails a render: without the database, the next turn makes up for it.
 */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Presence.name);
  private readonly announced = new Map<string, WorkerDescription>();
  private timer: NodeJS.Timeout | null = null;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly registry: WorkerRegistry,
    private readonly board: WorkerBoard,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.inTurn(() => this.report()), SEEN_EVERY_MS);
    this.timer.unref();
  }

  /** All workers have ended when the application closes. */
  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.turn;
  }

  /** A worker of this process takes jobs from now on. */
  started(worker: WorkerDescription): void {
    this.announced.set(worker.id, worker);
    this.inTurn(() => this.registry.announce(worker));
  }

  /** @param wasAsked whether it was asked to stop; otherwise it is lost */
  ended(id: string, wasAsked: boolean): void {
    if (!this.announced.delete(id)) return;
    this.inTurn(() => (wasAsked ? this.registry.leave(id) : this.registry.markLost([id])));
  }

  /** One statement at a time, in order, so that a late sign of life cannot follow the end. */
  private inTurn(action: () => Promise<void>): void {
    this.turn = this.turn.then(action).catch((error: unknown) => {
      this.logger.warn({ err: error, msg: 'The registry of workers cannot be written' });
    });
  }

  /** Writes the signs of life of the workers of this process, and looks for those that are gone. */
  async report(): Promise<void> {
    const free = await statfs(this.config.dataDir).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => null,
    );
    const states = this.board.workers.filter(({ id }) => id !== null && this.announced.has(id));
    const signs = states.map(({ id, state, attempt }) => ({
      id: id!,
      state,
      jobId: attempt?.jobId ?? null,
      attempt: attempt?.attempt ?? null,
    }));
    for (const id of await this.registry.see(signs, free)) {
      const worker = this.announced.get(id);
      if (worker) await this.registry.announce(worker);
    }
    await this.registry.sweep();
  }
}
