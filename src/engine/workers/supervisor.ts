import type { WorkerBoard } from './worker-board.js';
import type { WorkerProgram } from './worker-process.js';
import { type SlotHandlers, WorkerSlot } from './worker-slot.js';

/** Time for worker processes to give their jobs back. Then they are killed. */
const GRACE_MS = 5_000;

/** Runs the worker processes of a service. */
export class Supervisor {
  private readonly slots: readonly WorkerSlot[];

  constructor(count: number, program: WorkerProgram, handlers: SlotHandlers) {
    this.slots = Array.from({ length: count }, () => new WorkerSlot(program, handlers));
  }

  /**
   * Resolves when all processes take jobs. From then on, one that ends is replaced.
   *
   * @throws Error with the reason if one of them cannot start; all are stopped then
   */
  async start(board: WorkerBoard): Promise<void> {
    board.connect(() => this.slots.map((slot) => slot.describe()));
    try {
      await Promise.all(this.slots.map((slot) => slot.start()));
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Ends all processes. Their jobs return to the queue. */
  async stop(): Promise<void> {
    await Promise.all(this.slots.map((slot) => slot.stop(GRACE_MS)));
  }
}
