import { type Clock, type ConstructorOptions, type Db, PgBoss } from 'pg-boss';
import { CONNECT_TIMEOUT_MS } from '../database/data-source.js';
import { type Preparing, ServiceClient } from '../database/service-client.js';

/**
 * A statement of the queue that has had no answer for so long met a silent server. Its maintenance deletes many
 * rows at once, so it has more time than other statements.
 */
const QUERY_TIMEOUT_MS = 15_000;

/**
 * The time of the machine at the start of the process, and from then on the time that passes. Otherwise, a
 * worker would wait for an hour for its next job when the clock is set back by an hour.
 */
const STEADY_CLOCK: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  setTimeout: (action, ms) => setTimeout(action, ms),
  clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout),
  setInterval: (action, ms) => setInterval(action, ms),
  clearInterval: (timer) => clearInterval(timer as NodeJS.Timeout),
};

/** Where the queue is. */
export interface QueueUrls {
  readonly url: string;
  /** A URL without a pooler, or null if only the pooler is known. Workers poll then. */
  readonly directUrl: string | null;
}

/**
 * Connects pg-boss to its database so that it survives connections that break or go silent. Statements go through
 * `url`, notifications through `directUrl`.
 */
export function connectQueue(
  { url, directUrl }: QueueUrls,
  options: Omit<ConstructorOptions, 'connectionString' | 'db'>,
): PgBoss {
  const connection = {
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    clock: STEADY_CLOCK,
    useListenNotify: directUrl !== null,
    // pg-boss passes these on to pg.
    keepAlive: true,
    query_timeout: QUERY_TIMEOUT_MS,
    Client: ServiceClient,
    preparing: (directUrl === url ? 'all' : 'nothing') satisfies Preparing,
  };
  const boss = new PgBoss({ ...options, ...connection, connectionString: url });
  if (directUrl !== null && directUrl !== url) listenThrough(boss, { ...connection, directUrl });
  return boss;
}

/** The database that pg-boss makes for itself. */
interface OwnDatabase extends Required<Pick<Db, 'listen'>> {
  readonly opened: boolean;
  open(): Promise<void>;
}

/** Lets a queue listen for notifications at another URL than that of its statements. */
function listenThrough(boss: PgBoss, { directUrl, ...connection }: { directUrl: string }): void {
  const listener = new PgBoss({ ...connection, connectionString: directUrl });
  listener.on('error', (error) => boss.emit('error', error));
  // The pool of the second database stays empty: a listener has a connection of its own.
  const direct = listener.getDb() as unknown as OwnDatabase;
  boss.getDb().listen = async (...parameters) => {
    if (!direct.opened) await direct.open();
    return direct.listen(...parameters);
  };
}
