import type { Job, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { within } from '../database/transaction.js';
import type { HeldMessage } from './held-message.js';
import { type QueuedJob, queuePriority, queueRange } from './queue-order.js';

/**
 * How often a message is delivered. High, because outages of the database, workers that stop, and workers that
 * cannot do a job cost deliveries too. While the only worker that can is busy, the others may refuse a job every
 * two seconds for weeks. The job itself counts the attempts in which its worker died (`MAX_ATTEMPTS`).
 */
const MAX_DELIVERIES = 1_000_000;
/** Ten years: a message must not expire before its job. */
const RETENTION_SECONDS = 315_360_000;

/** Of each message instead of the queue, so that workers of an earlier version keep to theirs. */
const OF_JOBS = { retryLimit: MAX_DELIVERIES - 1, retentionSeconds: RETENTION_SECONDS };
/** The states of messages that a worker has, or that one will get. */
const LIVE: ReadonlySet<string> = new Set(['created', 'retry', 'active']);

export interface RenderMessage {
  readonly jobId: string;
}

/** Why a message returns to the queue, for who looks at the queue. */
export interface Return {
  readonly reason: string;
  /** How long no worker gets it. */
  readonly delaySeconds: number;
}

/** The messages of jobs. Those that change with a job change within its transaction. */
export class JobMessages {
  constructor(
    private readonly boss: PgBoss,
    private readonly queue: string,
  ) {}

  /**
   * Adds the first messages of jobs within the transaction of `manager`. A rollback removes them. They have
   * the IDs of their jobs, so that {@link withdraw} finds them.
   */
  async send(manager: EntityManager, ...jobs: readonly QueuedJob[]): Promise<void> {
    const messages = jobs.map(({ jobId, place, running }) => ({
      id: jobId,
      data: { jobId } satisfies RenderMessage,
      ...OF_JOBS,
      priority: queuePriority(place),
      ...(running && { group: { id: running.keyId, tier: String(running.most) } }),
    }));
    await this.boss.insert(this.queue, messages, { db: within(manager) });
  }

  /** Adds to the queue priorities of all jobs of a priority, within the transaction of `manager`. */
  async raise(manager: EntityManager, priority: number, by: number): Promise<void> {
    const { lowest, highest } = queueRange(priority);
    await within(manager).executeSql(
      `UPDATE pgboss.job SET priority = priority + $4
       WHERE name = $1 AND state <= 'active' AND priority BETWEEN $2 AND $3`,
      [this.queue, lowest, highest, by],
    );
  }

  /**
   * Returns a message to the queue, and wakes the workers, within the transaction of `manager`. Does nothing if
   * the queue has delivered it again. It keeps its place among the others.
   */
  async giveBack(manager: EntityManager, message: HeldMessage, why: Return): Promise<void> {
    await this.returnMessage(message, why, { db: within(manager) });
  }

  /** Like {@link giveBack}, for a message whose job was not claimed. */
  async refuse(message: HeldMessage, why: Return): Promise<void> {
    await this.returnMessage(message, why, {});
  }

  /** The present delivery of the first message of a job; null: no worker has it. */
  async deliveryOf(jobId: string): Promise<HeldMessage | null> {
    const [found] = await this.boss.findJobs<RenderMessage>(this.queue, { id: jobId });
    return found?.state === 'active' ? heldMessage(found) : null;
  }

  /**
   * Gives an open job a message that workers take, if it has none, within the transaction of `manager`. Nobody else
   * would take the job.
   */
  async revive(manager: EntityManager, jobId: string): Promise<void> {
    const db = within(manager);
    const [found] = await this.boss.findJobs<RenderMessage>(this.queue, { id: jobId, db });
    if (found && LIVE.has(found.state)) return;
    await this.boss.deleteJob(this.queue, jobId, { db });
    const message = {
      id: jobId,
      data: { jobId } satisfies RenderMessage,
      ...OF_JOBS,
      ...(found && { priority: found.priority }),
      ...(found?.groupId && { group: { id: found.groupId, tier: found.groupTier ?? undefined } }),
    };
    await this.boss.insert(this.queue, [message], { db });
  }

  /** Those of the jobs that have no message that workers take, or have. */
  async withoutMessage(manager: EntityManager, jobIds: readonly string[]): Promise<string[]> {
    const { rows } = await within(manager).executeSql(
      `SELECT asked.id FROM unnest($2::uuid[]) AS asked (id)
       WHERE NOT EXISTS (
         SELECT FROM pgboss.job AS message
         WHERE message.name = $1 AND message.id = asked.id AND message.state < 'completed')`,
      [this.queue, jobIds],
    );
    return (rows as { id: string }[]).map(({ id }) => id);
  }

  /**
   * Removes the messages of jobs that no worker has claimed, within the transaction of `manager`.
   * Otherwise each message would take a turn of a worker, although its job is final.
   */
  async withdraw(manager: EntityManager, jobIds: readonly string[]): Promise<void> {
    if (jobIds.length > 0)
      await this.boss.deleteJob(this.queue, [...jobIds], { db: within(manager) });
  }

  /** Keeps a message for the worker that has it, which is too busy to do so. */
  async hold(message: HeldMessage): Promise<void> {
    await this.boss.touch(this.queue, message);
  }

  /** Ends a message for a worker that has died, unless the queue has delivered it again. */
  async settle(message: HeldMessage): Promise<void> {
    await this.boss.complete(this.queue, message);
  }

  private async returnMessage(
    message: HeldMessage,
    { reason, delaySeconds }: Return,
    options: { readonly db?: ReturnType<typeof within> },
  ): Promise<void> {
    await this.boss.fail(this.queue, message, { reason }, options);
    // It also notifies the workers, which a message that failed does not.
    const later = delaySeconds > 0 ? { startAfter: delaySeconds } : {};
    await this.boss.update(this.queue, undefined, { id: message.id, ...later, ...options });
  }
}

export function heldMessage({ id, retryCount }: Job<RenderMessage>): HeldMessage {
  return { id, retryCount };
}
