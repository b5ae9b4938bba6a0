import pg from 'pg';

/** SQLSTATE of a write to a standby. After a failover, an open connection still leads to the old primary. */
const READ_ONLY = '25006';

/** Changes of the schema may take as long as they need, such as an index for millions of rows. */
const SCHEMA_CHANGE = /\b(?:CREATE|ALTER|DROP|REINDEX|VACUUM|ANALYZE)\b/;

/** The connections of this process. */
const open = new Set<ServiceClient>();

/** The server does not answer. `code` marks it as a condition that passes. */
class SilentDatabaseError extends Error {
  readonly code = 'ETIMEDOUT';
}

/**
 * A connection of the service. Pools of pg take it as their option `Client`.
 *
 * It ends itself if a statement has had no answer for `query_timeout`, because only a failed connection leaves
 * its pool: pg's own timeout fails the statement, and the pool would lend the silent connection again. The idle
 * connections to the same server end with it, because they most likely share its fate.
 *
 * It survives errors that nobody listens for. A pool lends a new connection in a later turn than the one that
 * established it, and an error in between would end the process. The next statement fails in any case.
 */
export class ServiceClient extends pg.Client {
  private readonly limitMs: number;
  private pending = 0;

  constructor(config: pg.ClientConfig) {
    super(config);
    this.limitMs = config.query_timeout ?? 0;
    internals(this).connectionParameters.query_timeout = 0;
    this.query = this.watched(this.query.bind(this) as Query) as pg.Client['query'];
    this.on('error', () => {});
    open.add(this);
    this.once('end', () => open.delete(this));
  }

  /** The same function with all its signatures. Statements end with a callback or a promise. */
  private watched(query: Query): Query {
    return (...parameters) => {
      const settled = this.watch(parameters);
      const callback = parameters.at(-1);
      if (typeof callback === 'function') {
        parameters[parameters.length - 1] = (error: unknown, result: unknown) => {
          settled(error);
          (callback as Callback)(error, result);
        };
      }
      const result = query(...parameters);
      if (result instanceof Promise) result.then(() => settled(null), settled);
      return result;
    };
  }

  /** Watches a statement until the returned function is called with its error or null. */
  private watch(parameters: readonly unknown[]): (error: unknown) => void {
    this.pending++;
    const isBounded = this.limitMs > 0 && !SCHEMA_CHANGE.test(plainTextOf(parameters));
    const timer = isBounded ? setTimeout(() => this.endSilent(), this.limitMs) : undefined;
    return (error) => {
      this.pending--;
      clearTimeout(timer);
      if ((error as { code?: unknown } | null)?.code === READ_ONLY) this.abandon(error as Error);
    };
  }

  private endSilent(): void {
    const seconds = this.limitMs / 1000;
    const error = new SilentDatabaseError(`The database did not answer within ${seconds} s`);
    for (const other of open) {
      const isSameServer = other.host === this.host && other.port === this.port;
      if (other === this || (isSameServer && other.pending === 0)) other.abandon(error);
    }
  }

  /** Breaks the connection, so that its pool replaces it. */
  private abandon(error: Error): void {
    internals(this).connection.stream.destroy(error);
  }
}

type Query = (...parameters: unknown[]) => unknown;
type Callback = (error: unknown, result: unknown) => void;

/** What pg does not declare. */
interface Internals {
  readonly connection: { readonly stream: { destroy(error: Error): void } };
  readonly connectionParameters: { query_timeout: number };
}

function internals(client: pg.Client): Internals {
  return client as unknown as Internals;
}

/** The text of a statement without parameters. Postgres takes none in changes of the schema. */
function plainTextOf([statement, values]: readonly unknown[]): string {
  if (Array.isArray(values) && values.length > 0) return '';
  if (typeof statement === 'string') return statement;
  const { text, values: own } = (statement ?? {}) as { text?: unknown; values?: unknown };
  return typeof text === 'string' && own === undefined ? text : '';
}
