import type { HeldMessage } from '../jobs/render-queue.js';
import type { CacheUse } from '../figures/cache-use.js';
import type { RenderFigures } from '../figures/render-figures.js';

/** What a worker renders: the job, the attempt that owns it, and its queue message. */
export interface CurrentAttempt {
  readonly jobId: string;
  readonly attempt: number;
  readonly message: HeldMessage;
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
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'attempt'; readonly attempt: CurrentAttempt | null }
  | { readonly kind: 'rendered'; readonly figures: RenderFigures }
  | { readonly kind: 'figures'; readonly figures: WorkerFigures };

/** Whom a worker tells what it does. */
export interface WorkerLink {
  /** Before an attempt begins; null: after its end. */
  attempt(attempt: CurrentAttempt | null): void;
  rendered(figures: RenderFigures): void;
}

/** Injection token of the `WorkerLink`. */
export const WORKER_LINK = Symbol('WORKER_LINK');
