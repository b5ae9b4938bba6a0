import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';

/** Between attempts to lock again. Shorter than the patience of `LostWorkers`. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 500;
const CONNECT_MS = 5_000;
/** How often the connection is tested: one that went silent holds no lock, although nothing says so. */
const TEST_MS = 5_000;

/**
 * The ID of a worker, and a lock of Postgres that its process holds as long as it lives: the database releases it
 * when the connection of a dead process is gone. It needs a connection of its own, to Postgres itself: a pool in between may
 * give the session to others.
 */
export class WorkerLock {
  readonly id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  private client: Client | null = null;
  private readonly closing = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  /** @param url null: only a pooler is known, so that the worker has no lock, and its heartbeats alone show that it lives */
  constructor(
    private readonly url: string | null,
    private readonly warn: (message: string) => void,
  ) {}

  /** Whether the worker holds its lock at the moment. */
  get isLocked(): boolean {
    return this.client !== null;
  }

  /** Takes the lock, and takes it again whenever the connection is lost. Resolves after the first try. */
  async start(): Promise<void> {
    const { url } = this;
    if (url === null) return;
    await new Promise<void>((resolve) => {
      this.ended = this.keepLocked(url, resolve);
    });
  }

  /** Releases the lock. */
  async stop(): Promise<void> {
    this.closing.abort();
    await this.client?.end().catch(() => {});
    await this.ended;
  }

  private async keepLocked(url: string, tried: () => void): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    let warned = false;
    while (!this.closing.signal.aborted) {
      try {
        const { client, lost } = await this.connect(url);
        this.client = client;
        waitMs = FIRST_WAIT_MS;
        warned = false;
        tried();
        await lost;
        void client.end().catch(() => {});
      } catch (error) {
        if (!warned) this.warn(`The lock of the worker is not held: ${(error as Error).message}`);
        warned = true;
        waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
      }
      this.client = null;
      tried();
      await wait(waitMs, undefined, { signal: this.closing.signal }).catch(() => {});
    }
  }

  private async connect(
    url: string,
  ): Promise<{ readonly client: Client; readonly lost: Promise<void> }> {
    const client = new Client({
      connectionString: url,
      application_name: 'videocraft-worker',
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: CONNECT_MS,
      keepAlive: true,
    });
    let lose = () => {};
    const lost = new Promise<void>((resolve) => {
      lose = resolve;
    });
    client.on('error', lose);
    client.on('end', lose);
    try {
      await client.connect();
      const { rows } = await client.query<{ locked: boolean }>(
        'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
        [this.id],
      );
      // After a reset, the server may still have the connection before.
      if (rows[0]?.locked !== true) throw new Error('another connection has it');
      const test = setInterval(() => void client.query('SELECT 1').catch(lose), TEST_MS);
      void lost.then(() => clearInterval(test));
      return { client, lost };
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
  }
}
