import { existsSync } from 'node:fs';
import { ThreadPool } from '../concurrency/thread-pool.js';
import { Aligner, type AlignedScript, type AlignmentRequest } from './aligner.js';

/** Lays scripts over speech. */
export interface AlignmentEngine {
  align(request: AlignmentRequest, signal: AbortSignal): Promise<AlignedScript>;
  close(): Promise<void>;
}

const WORKER = new URL('./alignment-worker.js', import.meta.url);

/** Threads where the program was built; else, where tests run its sources, the same in this thread. */
export function createAlignmentEngine(maxThreads: number): AlignmentEngine {
  return existsSync(WORKER) ? new AlignmentPool(maxThreads) : new InlineAlignmentEngine();
}

class InlineAlignmentEngine implements AlignmentEngine {
  private readonly aligner = new Aligner();

  async align(request: AlignmentRequest, signal: AbortSignal): Promise<AlignedScript> {
    signal.throwIfAborted();
    return this.aligner.align(request);
  }

  async close(): Promise<void> {}
}

/** How long an idle thread is kept: its models take a third of a second to load. */
const IDLE_MS = 30_000;

/**
 * Aligns in threads of their own, since it takes a second of a core for each minute of speech and
 * the process that does it may be serving the API.
 */
class AlignmentPool implements AlignmentEngine {
  private readonly pool: ThreadPool;

  constructor(maxThreads: number) {
    this.pool = new ThreadPool(WORKER, { maxThreads, idleMs: IDLE_MS });
  }

  /** Aborting ends the thread at once. */
  align(request: AlignmentRequest, signal: AbortSignal): Promise<AlignedScript> {
    return this.pool.run(request, { signal });
  }

  async close(): Promise<void> {
    await this.pool.close();
  }
}
