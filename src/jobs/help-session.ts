import type { Attempt } from '../engine/jobs/attempt.js';
import { AttemptShare, type ShareStore } from '../engine/spread/attempt-share.js';
import type { ChunkRenderer, ChunkSession } from '../pipeline/spread/chunk-renderer.js';
import type { AttemptFolders, WorkFolder } from './attempt-folders.js';

interface Engines {
  readonly folders: AttemptFolders;
  readonly store: ShareStore;
  readonly renderer: ChunkRenderer;
}

/** The help with one attempt: its work folder, with the limits of a job, and what its chunks have in common. */
export class HelpSession {
  readonly share: AttemptShare;
  readonly chunks: ChunkSession;
  /** Aborted at the end, and when a limit is exceeded. */
  readonly signal: AbortSignal;
  private readonly ended = new AbortController();

  private constructor(
    private readonly attempt: Attempt,
    private readonly folder: WorkFolder,
    private readonly engines: Engines,
  ) {
    this.signal = AbortSignal.any([this.ended.signal, folder.limits.signal]);
    this.share = new AttemptShare(engines.store, attempt, this.signal);
    this.chunks = engines.renderer.open(this.share, folder.path, this.signal);
  }

  static async open(attempt: Attempt, engines: Engines): Promise<HelpSession> {
    return new HelpSession(attempt, await engines.folders.openHelp(attempt), engines);
  }

  get workDir(): string {
    return this.folder.path;
  }

  isFor({ jobId, attempt }: Attempt): boolean {
    return this.attempt.jobId === jobId && this.attempt.attempt === attempt;
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.engines.folders.close(this.folder);
  }
}
