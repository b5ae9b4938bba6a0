import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { Job, PgBoss } from 'pg-boss';
import { type ChunkMessage, ChunkQueue, isChunk } from './chunk-queue.js';
import type { HeldMessage } from './held-message.js';
import { OutgoingQueue } from '../outgoing/outgoing-queue.js';
import { heldMessage, JobMessages, type RenderMessage } from './job-messages.js';
import { connectQueue } from './queue-connections.js';
import { MOST_RUNNING_JOBS } from './queue-order.js';

export type { HeldMessage } from './held-message.js';

const QUEUE = 'render';
const LOST_QUEUE = 'render-lost';

const HEARTBEAT_SECONDS = 10;
/**
 * How often messages without a heartbeat are looked for. A dead worker is noticed sooner (`jobs/lost-workers.ts`), and
 * each look takes 15 ms of Postgres.
 */
const SUPERVISE_SECONDS = 3;
/** How long a worker has a message. An attempt ends itself before that (`MAX_ATTEMPT_SECONDS`). */
export const LONGEST_RENDER_SECONDS = 6 * 3600;
/** Messages that were delivered too often are rare. */
const LOST_POLL_SECONDS = 5;
const SHUTDOWN_MS = 8_000;
/** A database that is busy or fails over refuses connections for a while. Together, the attempts take about a minute. */
const START_ATTEMPTS = 6;
/** A tier for each limit that a key can have. Jobs of keys without one have no group. */
const RUNNING_JOBS_OF_A_KEY = {
  default: MOST_RUNNING_JOBS,
  tiers: Object.fromEntries(
    Array.from({ length: MOST_RUNNING_JOBS }, (_, index) => [String(index + 1), index + 1]),
  ),
};

export interface RenderHandlers {
  /**
   * Runs a job. Resolves when the message is handled, even if the job failed. The signal is aborted when
   * the message is no longer held.
   */
  run(jobId: string, message: HeldMessage, signal: AbortSignal): Promise<void>;
  /** Renders segments of a job that another worker has. Settles the message itself. */
  help(chunk: ChunkMessage, message: HeldMessage, signal: AbortSignal): Promise<void>;
  /** Handles a job whose message was delivered too often. */
  lost(jobId: string): Promise<void>;
}

export interface QueueOptions {
  /** A URL without a pooler, or null if only the pooler is known. */
  readonly directUrl?: string | null;
  /**
   * Whether this process looks after the queue: messages without a heartbeat, and old ones. One process of a
   * machine is enough.
   */
  readonly supervises?: boolean;
}

/**
 * The render queue, based on pg-boss. Its messages are in Postgres, so that a message and its job are committed
 * together. If a worker stops sending heartbeats, another worker gets its message.
 */
export class RenderQueue implements BeforeApplicationShutdown {
  readonly messages: JobMessages;
  /** Passes chunks of a job to other workers. */
  readonly chunks: ChunkQueue;
  /** Sends webhooks and delivers videos, over the same connections. */
  readonly outgoing: OutgoingQueue;
  /** What all workers of the queue ask for. */
  readonly fetching = { groupConcurrency: RUNNING_JOBS_OF_A_KEY };
  private readonly boss: PgBoss;
  private takeJobs: (() => Promise<void>) | null = null;
  private paused: Promise<void> = Promise.resolve();

  constructor(
    url: string,
    onError: (error: Error) => void,
    { directUrl = url, supervises = true }: QueueOptions = {},
  ) {
    this.boss = connectQueue(
      { url, directUrl },
      {
        application_name: 'videocraft-queue',
        max: 6,
        schedule: false,
        supervise: supervises,
        superviseIntervalSeconds: SUPERVISE_SECONDS,
        monitorIntervalSeconds: SUPERVISE_SECONDS,
      },
    );
    this.boss.on('error', onError);
    this.messages = new JobMessages(this.boss, QUEUE);
    this.chunks = new ChunkQueue(this.boss, QUEUE);
    this.outgoing = new OutgoingQueue(this.boss);
  }

  async start(): Promise<void> {
    await this.boss.start({ attempts: START_ATTEMPTS });
    await this.boss.createQueue(LOST_QUEUE);
    await this.outgoing.create();
    await this.boss.createQueue(QUEUE, {
      retryLimit: 2,
      retryDelay: 0,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_RENDER_SECONDS,
      deleteAfterSeconds: 3600,
      deadLetter: LOST_QUEUE,
      notify: true,
    });
  }

  /** Takes up to `concurrency` jobs at the same time, until {@link pause} or {@link stop}. */
  async work(concurrency: number, handlers: RenderHandlers): Promise<void> {
    this.takeJobs = async () => {
      for (let index = 0; index < concurrency; index++) await this.takeEach(handlers);
    };
    await this.takeJobs();
    const rarely = { pollingIntervalSeconds: LOST_POLL_SECONDS };
    await this.boss.work<RenderMessage>(LOST_QUEUE, rarely, async (jobs) => {
      // A chunk that is lost goes back to the worker that has the job.
      for (const { data } of jobs) if (!isChunk(data)) await handlers.lost(data.jobId);
    });
  }

  /** One worker of pg-boss. After each job it asks for the next at once, instead of at its next poll. */
  private async takeEach(handlers: RenderHandlers): Promise<void> {
    const options = {
      batchSize: 1,
      pollingIntervalSeconds: 1,
      heartbeatRefreshSeconds: 2,
      // For messages whose delay is over, which nothing notifies of.
      notifyPollingIntervalSeconds: 2,
      ...this.fetching,
    };
    const id = await this.boss.work<RenderMessage>(QUEUE, options, async (jobs) => {
      try {
        for (const job of jobs) await handle(job, handlers);
      } finally {
        this.boss.notifyWorker(id);
      }
    });
  }

  /** Takes no more jobs until {@link resume}. Jobs that run are not touched, and not waited for. */
  pause(): void {
    this.paused = this.boss.offWork(QUEUE, { wait: true });
  }

  /** Takes jobs again after {@link pause}, once those that ran have ended: never more than `concurrency`. */
  async resume(): Promise<void> {
    await this.paused;
    await this.takeJobs?.();
  }

  /** Stops before the server closes, while running handlers can still write to the database. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop(SHUTDOWN_MS);
  }

  /** Stops taking messages, and waits at most `timeoutMs` for running handlers. */
  async stop(timeoutMs: number): Promise<void> {
    await this.boss.stop({ graceful: true, close: true, timeout: timeoutMs });
  }
}

function handle(job: Job<RenderMessage>, handlers: RenderHandlers): Promise<void> {
  const { data, signal } = job;
  const message = heldMessage(job);
  if (isChunk(data)) return handlers.help(data, message, signal);
  return handlers.run(data.jobId, message, signal);
}
