import type { AttemptShare } from '../../engine/spread/attempt-share.js';
import type { ChunkState } from '../../engine/spread/chunk-state.js';

/** A chunk that is offered to other workers. */
export interface Offer {
  /** The ID of its message. */
  readonly id: string;
  /** The number of the chunk within the attempt. */
  readonly number: number;
}

/** How many segments each worker rendered. */
export interface SpreadSummary {
  readonly here: number;
  /** By the ID of the worker. */
  readonly elsewhere: Readonly<Record<string, number>>;
}

/** Other workers, which may render segments of an attempt. */
export interface Helpers {
  readonly share: AttemptShare;
  /** Other workers help if this one would take at least so long. */
  readonly fromSeconds: number;
  offer(): Promise<Offer>;
  stateOf(id: string): Promise<ChunkState>;
  /** @returns false if a worker has the chunk, or had it */
  withdraw(id: string): Promise<boolean>;
  /** Withdraws chunks, whoever has them. */
  discard(ids: readonly string[]): Promise<void>;
  /** Called when the queue or the store of shared files fails, which only costs the help. */
  onProblem(error: unknown): void;
  /** Called at the end, if another worker rendered something. */
  onSpread(summary: SpreadSummary): void;
}
