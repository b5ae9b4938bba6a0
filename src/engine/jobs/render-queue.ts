import type { BeforeApplicationShutdown } from '@nestjs/common';
import { PgBoss, type Job } from 'pg-boss';
import type { EntityManager } from 'typeorm';

const QUEUE = 'render';
const LOST_QUEUE = 'render-lost';

/** The number of attempts with a lost worker after which the job fails. */
export const MAX_ATTEMPTS = 3;
const HEARTBEAT_SECONDS = 10;
/** How long a worker has a message. An attempt ends itself before that (`MAX_ATTEMPT_SECONDS`). */
export const LONGEST_RENDER_SECONDS = 6 * 3600;
const SHUTDOWN_MS = 8_000;

/** A message, and which delivery of it is meant. */
export interface HeldMessage {
  readonly id: string;
  readonly retryCount: number;
}

interface RenderMessage {
  readonly jobId: string;
}

export interface RenderHandlers {
  /**
   * Runs a job. Resolves when the message is handled, even if the job failed. The signal is aborted when
   * the message is no longer held.
   */
  run(jobId: string, message: HeldMessage, signal: AbortSignal): Promise<void>;
  /** Handles a job whose worker was lost too often. */
  lost(jobId: string): Promise<void>;
}

/**
 * The render queue, based on pg-boss. Its messages are in Postgres, so that a message and its job are committed
 * together. If a worker stops sending heartbeats, another worker gets its message.
 */
export class RenderQueue implements BeforeApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(url: string, onError: (error: Error) => void) {
    this.boss = new PgBoss({
      connectionString: url,
      application_name: 'videocraft-queue',
      max: 6,
      useListenNotify: true,
      schedule: false,
      superviseIntervalSeconds: 1,
      monitorIntervalSeconds: 1,
    });
    this.boss.on('error', onError);
  }

  async start(): Promise<void> {
    await this.boss.start();
    await this.boss.createQueue(LOST_QUEUE);
    await this.boss.createQueue(QUEUE, {
      retryLimit: MAX_ATTEMPTS - 1,
      retryDelay: 0,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_RENDER_SECONDS,
      retentionSeconds: 30 * 86_400,
      deleteAfterSeconds: 3600,
      deadLetter: LOST_QUEUE,
      notify: true,
    });
  }

  /**
   * Adds the first messages of jobs within the transaction of `manager`. A rollback removes them. They have
   * the IDs of their jobs, so that {@link withdraw} finds them.
   */
  async send(manager: EntityManager, ...jobIds: readonly string[]): Promise<void> {
    const messages = jobIds.map((jobId) => ({
      id: jobId,
      data: { jobId } satisfies RenderMessage,
    }));
    await this.boss.insert(QUEUE, messages, { db: within(manager) });
  }

  /** Adds another message of a job that had one, within the transaction of `manager`. */
  async sendAgain(manager: EntityManager, jobId: string): Promise<void> {
    const data = { jobId } satisfies RenderMessage;
    await this.boss.insert(QUEUE, [{ data }], { db: within(manager) });
  }

  /**
   * Removes the first messages of jobs that no worker has claimed, within the transaction of `manager`.
   * Otherwise each message would take a turn of a worker, although its job is final.
   */
  async withdraw(manager: EntityManager, jobIds: readonly string[]): Promise<void> {
    if (jobIds.length > 0) await this.boss.deleteJob(QUEUE, [...jobIds], { db: within(manager) });
  }

  /** Takes up to `concurrency` jobs at the same time, until {@link stop}. */
  async work(concurrency: number, handlers: RenderHandlers): Promise<void> {
    const options = {
      batchSize: 1,
      pollingIntervalSeconds: 1,
      heartbeatRefreshSeconds: 2,
      notifyPollingIntervalSeconds: 1,
    };
    for (let index = 0; index < concurrency; index++) {
      await this.boss.work<RenderMessage>(QUEUE, options, async (jobs: Job<RenderMessage>[]) => {
        for (const job of jobs) await handlers.run(job.data.jobId, heldMessage(job), job.signal);
      });
    }
    await this.boss.work<RenderMessage>(LOST_QUEUE, { pollingIntervalSeconds: 1 }, async (jobs) => {
      for (const job of jobs) await handlers.lost(job.data.jobId);
    });
  }

  /** Keeps a message for the worker that has it, which is too busy to do so. */
  async hold(message: HeldMessage): Promise<void> {
    await this.boss.touch(QUEUE, message);
  }

  /** Ends a message for a worker that has died, unless the queue has delivered it again. */
  async settle(message: HeldMessage): Promise<void> {
    await this.boss.complete(QUEUE, message);
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

function heldMessage({ id, retryCount }: Job<RenderMessage>): HeldMessage {
  return { id, retryCount };
}

/** Statements of the queue in the transaction of a manager. */
function within({ queryRunner: runner }: EntityManager) {
  if (!runner) throw new Error('The queue needs the manager of a transaction.');
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      const result = await runner.query(text, values, true);
      return { rows: result.records as unknown[] };
    },
  };
}
