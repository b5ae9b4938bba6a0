import { createHash } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { within } from '../database/transaction.js';

export type OutgoingKind = 'webhook' | 'file';

const QUEUES: Readonly<Record<OutgoingKind, string>> = {
  webhook: 'outgoing-webhooks',
  file: 'outgoing-files',
};

/** A process that dies lets go of its messages after this time. */
const HEARTBEAT_SECONDS = 10;
/** How long a message can be worked on: an attempt at a webhook, or the delivery of large files. */
export const LONGEST_SECONDS: Readonly<Record<OutgoingKind, number>> = {
  webhook: 120,
  file: 6 * 3600,
};
/** Messages come back when a process died, or could not reach the database. Attempts are counted by the row. */
const MAX_RETURNS = 100_000;
const RETURN_DELAY_SECONDS = 2;
/** Ten years: a message must not expire before its row. */
const RETENTION_SECONDS = 315_360_000;
const KEPT_SECONDS = 600;
/** Each worker asks for messages whose time has come. New ones wake the workers of the process that sends them. */
const POLL_SECONDS = 5;
/** Messages of a group that are handled at the same time: exactly in a process, and about so in all of them. */
const AT_ONCE_OF_A_GROUP = 2;

/** An attempt to send something. */
export interface OutgoingAttempt {
  readonly id: string;
  /** The number of attempts before. */
  readonly attempt: number;
}

/** A message to send later, or now. */
export interface OutgoingMessage extends OutgoingAttempt {
  readonly kind: OutgoingKind;
  readonly keyId: string;
  /** What waits for each other: a slow receiver holds up only its own group. */
  readonly group: string;
  readonly delaySeconds: number;
}

interface OutgoingData extends OutgoingAttempt {
  readonly keyId: string;
  readonly group: string;
}

/** Handles an attempt. If it throws, the message comes back. */
export type OutgoingHandler = (attempt: OutgoingAttempt, signal: AbortSignal) => Promise<void>;

/** How messages of a kind are handled. */
export interface OutgoingHandling {
  readonly handle: OutgoingHandler;
  /** The number of messages of one key that this process handles at the same time. */
  readonly ownLimit: number;
}

/** The messages for webhooks and deliveries: one for each attempt. */
export class OutgoingQueue {
  private readonly workers: Record<OutgoingKind, string[]> = { webhook: [], file: [] };

  constructor(private readonly boss: PgBoss) {}

  async create(): Promise<void> {
    for (const kind of ['webhook', 'file'] as const) {
      await this.boss.createQueue(QUEUES[kind], {
        retryLimit: MAX_RETURNS,
        retryDelay: RETURN_DELAY_SECONDS,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        expireInSeconds: LONGEST_SECONDS[kind],
        retentionSeconds: RETENTION_SECONDS,
        deleteAfterSeconds: KEPT_SECONDS,
      });
    }
  }

  /** Adds messages within the transaction of `manager`. An attempt that has a message gets no second one. */
  async send(manager: EntityManager, messages: readonly OutgoingMessage[]): Promise<void> {
    for (const kind of ['webhook', 'file'] as const) {
      const rows = messages
        .filter((message) => message.kind === kind)
        .map(({ id, attempt, keyId, group, delaySeconds }) => ({
          id: messageId({ id, attempt }),
          data: { id, attempt, keyId, group } satisfies OutgoingData,
          group: { id: group },
          startAfter: delaySeconds,
        }));
      if (rows.length > 0) await this.boss.insert(QUEUES[kind], rows, { db: within(manager) });
    }
  }

  /** Whether a worker has the message of an attempt, or will get it. */
  async isLive(kind: OutgoingKind, attempt: OutgoingAttempt): Promise<boolean> {
    const [message] = await this.boss.findJobs(QUEUES[kind], { id: messageId(attempt) });
    return message !== undefined && ['created', 'retry', 'active'].includes(message.state);
  }

  /** Removes the message of an attempt, so that it can be sent again. */
  async forget(kind: OutgoingKind, attempt: OutgoingAttempt): Promise<void> {
    await this.boss.deleteJob(QUEUES[kind], messageId(attempt));
  }

  /** Takes messages of a kind, `concurrency` at the same time, until the queue stops. */
  async work(
    kind: OutgoingKind,
    concurrency: number,
    { handle, ownLimit }: OutgoingHandling,
  ): Promise<void> {
    const running = new Map<string, number>();
    const options = {
      batchSize: 1,
      pollingIntervalSeconds: POLL_SECONDS,
      heartbeatRefreshSeconds: 3,
      groupConcurrency: AT_ONCE_OF_A_GROUP,
    };
    for (let index = 0; index < concurrency; index++) {
      const id = await this.boss.work<OutgoingData>(QUEUES[kind], options, async (jobs) => {
        try {
          for (const { data, signal } of jobs) {
            // Two workers that ask at the same time may get one more of a group than the queue allows.
            await withinLimit(running, { of: data.group, limit: AT_ONCE_OF_A_GROUP }, () =>
              withinLimit(running, { of: data.keyId, limit: ownLimit }, () => handle(data, signal)),
            );
          }
        } finally {
          this.boss.notifyWorker(id);
        }
      });
      this.workers[kind].push(id);
    }
  }

  /** Lets the workers of this process look for messages now. */
  wake(kind: OutgoingKind): void {
    for (const id of this.workers[kind]) this.boss.notifyWorker(id);
  }
}

/**
 * Runs a handler unless too many of its group or key run. The message comes back a little later then.
 *
 * @throws Error at the limit
 */
async function withinLimit(
  running: Map<string, number>,
  { of, limit }: { readonly of: string; readonly limit: number },
  handle: () => Promise<void>,
): Promise<void> {
  const count = running.get(of) ?? 0;
  if (count >= limit) throw new Error('Other messages of the group or the key are handled first.');
  running.set(of, count + 1);
  try {
    await handle();
  } finally {
    const left = running.get(of)! - 1;
    if (left === 0) running.delete(of);
    else running.set(of, left);
  }
}

/** The same for the same attempt, so that it has at most one message. */
function messageId({ id, attempt }: OutgoingAttempt): string {
  const hex = createHash('sha256').update(`${id} ${attempt}`).digest('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`];
  return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
