import type { HeldMessage } from '../jobs/held-message.js';
import type { CacheUse } from '../figures/cache-use.js';
import type { RenderFigures } from '../figures/render-figures.js';
import type { WorkerDescription } from './worker-description.js';

/** What a worker renders: the job, the attempt that owns it, and the queue message of the worker. */
export interface CurrentAttempt {
  readonly jobId: string;
  readonly attempt: number;
  readonly message: HeldMessage;
  /** The number of the chunk, if another worker has the job and this one helps. */
  readonly chunk?: number;
}

/** What a worker process needs and counts. */
export interface WorkerFigures {
  readonly residentBytes: number;
  readonly heapUsedBytes: number;
  readonly ffmpegProcesses: number;
  /** Since the start of the process. */
  readonly cacheUses: readonly Readonly<CacheUse>[];
}

/** What the supervisor tells a worker process. `settings` are those of the program. */
export type SupervisorMessage =
  { readonly kind: 'start'; readonly settings: unknown } | { readonly kind: 'stop' };

/** What a worker process tells its supervisor. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly worker: WorkerDescription }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'attempt'; readonly attempt: CurrentAttempt | null }
  | { readonly kind: 'rendered'; readonly figures: RenderFigures }
  | { readonly kind: 'problem'; readonly problem: string | null }
  | { readonly kind: 'stuck' }
  | { readonly kind: 'figures'; readonly figures: WorkerFigures };

/** Whom a worker tells what it does. */
export interface WorkerLink {
  /** Before an attempt begins; null: after its end. */
  attempt(attempt: CurrentAttempt | null): void;
  rendered(figures: RenderFigures): void;
  /** Why the worker takes no jobs; null: it takes jobs. */
  problem(problem: string | null): void;
  /** The attempt does not end, although nobody waits for it: the process must. */
  stuck(): void;
}

/** Injection token of the `WorkerLink`. */
export const WORKER_LINK = Symbol('WORKER_LINK');
