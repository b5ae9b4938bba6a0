import { setTimeout as delay } from 'node:timers/promises';
import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { withinCacheScope } from '../engine/files/cache-scope.js';
import type { ChunkMessage } from '../engine/jobs/chunk-queue.js';
import { AttemptQueries } from '../engine/jobs/attempt-queries.js';
import { type HeldMessage, RenderQueue } from '../engine/jobs/render-queue.js';
import { RenderFingerprint } from '../engine/render/setup/render-fingerprint.js';
import { AttemptShare, type SharedChunk } from '../engine/spread/attempt-share.js';
import { OBJECT_STORE, type ObjectStore } from '../engine/storage/object-store.js';
import { SharedCaches } from '../engine/storage/shared-caches.js';
import { WORKER_LINK, type WorkerLink } from '../engine/workers/messages.js';
import { WorkerLock } from '../engine/workers/worker-lock.js';
import { ChunkRenderer } from '../pipeline/spread/chunk-renderer.js';
import { AttemptFolders } from './attempt-folders.js';
import { HelpSession } from './help-session.js';
import { MachineGate } from './machine-gate.js';

/** How often a worker that helps looks whether the attempt still holds its job. */
const WATCH_MS = 500;
const SHARE_POLL_MS = 100;
/** How long a worker waits until a chunk is shared. Large sources may have to be uploaded first. */
const SHARE_WAIT_MS = 30_000;
/** Uploads of segments that take longer are dropped. The worker that has the job renders them then. */
const UPLOAD_MS = 30_000;
/** The next chunk normally follows at once, and reuses the sources of the one before. */
const SESSION_IDLE_MS = 2_000;

/** A chunk that this worker has. */
interface HeldChunk {
  readonly chunk: ChunkMessage;
  readonly message: HeldMessage;
  /** The key of the job. */
  readonly keyId: string;
}

/** Renders chunks of jobs that other workers have. */
@Injectable()
export class ChunkRunner implements OnModuleDestroy {
  private readonly logger = new Logger(ChunkRunner.name);
  private readonly shutdown = new AbortController();
  private session: HelpSession | null = null;
  private idle: NodeJS.Timeout | null = null;

  constructor(
    private readonly attempts: AttemptQueries,
    private readonly queue: RenderQueue,
    private readonly lock: WorkerLock,
    private readonly gate: MachineGate,
    @Inject(WORKER_LINK) private readonly link: WorkerLink,
    private readonly folders: AttemptFolders,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly caches: SharedCaches,
    private readonly fingerprint: RenderFingerprint,
    private readonly renderer: ChunkRenderer,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.shutdown.abort();
    await this.endSession();
  }

  /** Renders a chunk, or returns it to the queue. */
  async help(chunk: ChunkMessage, message: HeldMessage, signal: AbortSignal): Promise<void> {
    const keyId = await this.attempts.ownerOf(chunk);
    // Null: a message that an older attempt left. Nobody waits for it.
    if (keyId === null) return;
    const why = await this.reasonToRefuse(chunk);
    if (why !== null) return this.queue.chunks.refuse(message, why);
    const { jobId, attempt } = chunk;
    this.link.attempt({ jobId, attempt, message, chunk: chunk.chunk });
    try {
      await this.runWhileWanted({ chunk, message, keyId }, signal);
    } finally {
      this.link.attempt(null);
    }
  }

  private async reasonToRefuse(chunk: ChunkMessage): Promise<string | null> {
    if (this.shutdown.signal.aborted) return 'This worker stops.';
    if (!(await this.gate.isOpen())) return 'This machine cannot render.';
    if (chunk.fingerprint !== this.fingerprint.text) return 'This worker would render other bytes.';
    const share = new AttemptShare(this.store, chunk, this.shutdown.signal);
    if (!(await share.isOpen())) return 'This worker does not see the files of the job.';
    return null;
  }

  /** Stops when the attempt no longer holds the job, and when the message was given to another worker. */
  private async runWhileWanted(held: HeldChunk, signal: AbortSignal): Promise<void> {
    const { chunk, message } = held;
    const unwanted = new AbortController();
    const watch = setInterval(() => {
      // Without the database, the chunk goes on; its message expires if that lasts.
      void this.attempts.ownerOf(chunk).then(
        (owner) => owner === null && unwanted.abort(),
        () => {},
      );
    }, WATCH_MS);
    const stops = AbortSignal.any([signal, unwanted.signal, this.shutdown.signal]);
    try {
      await this.runChunk(held, stops);
    } catch (error) {
      await this.endSession();
      const { jobId, attempt, chunk: number } = chunk;
      const about = { jobId, attempt, chunk: number, err: error };
      if (this.shutdown.signal.aborted) {
        await this.queue.chunks.refuse(message, 'This worker stops.');
      } else if (stops.aborted || (await this.isOver(chunk))) {
        this.logger.debug({ ...about, msg: 'A chunk was withdrawn' });
      } else {
        this.logger.warn({ ...about, msg: 'A chunk of a job of another worker failed' });
        await this.queue.chunks.lose(message, error instanceof Error ? error.name : 'error');
        if (this.gate.isAtFault(error)) await this.gate.distrust(error);
      }
    } finally {
      clearInterval(watch);
    }
  }

  /** Whether the attempt has ended, and its files are gone. */
  private async isOver(chunk: ChunkMessage): Promise<boolean> {
    return (await this.attempts.ownerOf(chunk).catch(() => '')) === null;
  }

  private async runChunk(held: HeldChunk, signal: AbortSignal): Promise<void> {
    const { chunk, message, keyId } = held;
    const session = await this.sessionOf(chunk);
    const stops = AbortSignal.any([signal, session.signal]);
    try {
      const shared = await this.waitForChunk(session, chunk.chunk, stops);
      const render = () => session.chunks.render(chunk.chunk, shared, stops);
      const segments = await withinCacheScope(keyId, render);
      // The worker that has the job looks for them at once.
      await this.caches.settle(UPLOAD_MS);
      stops.throwIfAborted();
      await this.queue.chunks.finish(message, { worker: this.lock.id, segments });
    } finally {
      this.idle = setTimeout(() => this.endIdleSession(), SESSION_IDLE_MS);
    }
  }

  private async waitForChunk(
    { share, workDir }: HelpSession,
    number: number,
    signal: AbortSignal,
  ): Promise<SharedChunk> {
    for (let waited = 0; waited < SHARE_WAIT_MS; waited += SHARE_POLL_MS) {
      const chunk = await share.chunk(number, workDir);
      if (chunk) return chunk;
      await delay(SHARE_POLL_MS, undefined, { signal });
    }
    throw new Error('The chunk was not shared in time.');
  }

  /** The session for the attempt of a chunk. Ends the session for another one. */
  private async sessionOf({ jobId, attempt }: ChunkMessage): Promise<HelpSession> {
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    if (this.session?.isFor({ jobId, attempt })) return this.session;
    await this.endSession();
    const { folders, store, renderer } = this;
    this.session = await HelpSession.open({ jobId, attempt }, { folders, store, renderer });
    return this.session;
  }

  private endIdleSession(): void {
    this.endSession().catch((err: unknown) =>
      this.logger.warn({ err, msg: 'The folder of a chunk could not be removed' }),
    );
  }

  private async endSession(): Promise<void> {
    const { session } = this;
    if (this.idle) clearTimeout(this.idle);
    this.idle = null;
    this.session = null;
    await session?.close();
  }
}
