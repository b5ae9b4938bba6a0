import { Injectable } from '@nestjs/common';
import type { CacheUse } from '../figures/cache-use.js';
import type { CurrentAttempt, WorkerFigures } from './messages.js';

/** A worker process, as its supervisor sees it. */
export interface WorkerState {
  /** Null before its process is ready. */
  readonly id: string | null;
  readonly pid: number | null;
  readonly state: 'starting' | 'idle' | 'rendering' | 'stopping' | 'ended';
  readonly attempt: CurrentAttempt | null;
  /** Why it takes no jobs; null: it takes jobs. */
  readonly problem: string | null;
  /** How often the process was replaced. */
  readonly restarts: number;
  readonly heapLimitMegabytes: number;
  /** Null before the first report of the process. */
  readonly figures: WorkerFigures | null;
  /** Cache lookups of the processes that this one replaced. */
  readonly earlierCacheUses: readonly Readonly<CacheUse>[];
}

/** The worker processes of this service, for health and metrics. The supervisor fills it in. */
@Injectable()
export class WorkerBoard {
  private readWorkers: () => readonly WorkerState[] = () => [];

  /** @param read returns the present states */
  connect(read: () => readonly WorkerState[]): void {
    this.readWorkers = read;
  }

  get workers(): readonly WorkerState[] {
    return this.readWorkers();
  }

  /** Running ffmpeg and ffprobe processes of all worker processes. */
  get ffmpegProcesses(): number {
    return this.workers.reduce((sum, { figures }) => sum + (figures?.ffmpegProcesses ?? 0), 0);
  }

  /** Cache lookups of all worker processes since the start of the supervisor. */
  get cacheUses(): readonly Readonly<CacheUse>[] {
    return this.workers.flatMap(({ figures, earlierCacheUses }) => [
      ...earlierCacheUses,
      ...(figures?.cacheUses ?? []),
    ]);
  }
}
