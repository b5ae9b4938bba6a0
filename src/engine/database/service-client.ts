import pg from 'pg';
import { nameOfPrepared, prepared } from './prepared.js';

/** SQLSTATE of a write to a standby. After a failover, an open connection still leads to the old primary. */
const READ_ONLY = '25006';
/**
 * SQLSTATEs of a prepared statement that fails each time from now on: a change of the schema changed its columns
 * (feature_not_supported), or the server has forgotten it (invalid_sql_statement_name).
 */
const STALE_STATEMENT = ['0A000', '26000'];
const UNUSABLE: ReadonlySet<unknown> = new Set([READ_ONLY, ...STALE_STATEMENT]);

/** Changes of the schema may take as long as they need, such as an index for millions of rows. */
const SCHEMA_CHANGE = /\b(?:CREATE|ALTER|DROP|REINDEX|VACUUM|ANALYZE)\b/;

/**
 * What a connection lets Postgres prepare: nothing, because a pooler gives each transaction another session; the marked
 * statements; or all with parameters, for a library with a few statements of its own.
 */
export type Preparing = 'nothing' | 'marked' | 'all';

export interface ServiceClientConfig extends pg.ClientConfig {
  /** The default is `nothing`. */
  readonly preparing?: Preparing;
}

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
 * It also ends itself if a statement fails in a way that no other attempt on this connection helps against.
 *
 * It survives errors that nobody listens for. A pool lends a new connection in a later turn than the one that
 * established it, and an error in between would end the process. The next statement fails in any case.
 */
export class ServiceClient extends pg.Client {
  private readonly limitMs: number;
  private readonly preparing: Preparing;
  private pending = 0;

  constructor(config: ServiceClientConfig) {
    super(config);
    this.preparing = config.preparing ?? 'nothing';
    this.limitMs = config.query_timeout ?? 0;
    internals(this).connectionParameters.query_timeout = 0;
    this.query = this.watched(this.query.bind(this) as Query) as pg.Client['query'];
    this.on('error', () => {});
    open.add(this);
    this.once('end', () => open.delete(this));
  }

  /** The same function with all its signatures. Statements end with a callback or a promise. */
  private watched(query: Query): Query {
    return (...given) => {
      const parameters = this.named(given);
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

  /** The same statement with a name, if it is to be prepared. */
  private named(parameters: unknown[]): unknown[] {
    const [text, values, ...others] = parameters;
    if (this.preparing === 'nothing' || typeof text !== 'string' || !Array.isArray(values)) {
      return parameters;
    }
    if (this.preparing === 'all' && values.length > 0) prepared(text);
    const name = nameOfPrepared(text);
    return name === undefined ? parameters : [{ name, text }, values, ...others];
  }

  /** Watches a statement until the returned function is called with its error or null. */
  private watch(parameters: readonly unknown[]): (error: unknown) => void {
    this.pending++;
    const isBounded = this.limitMs > 0 && !SCHEMA_CHANGE.test(plainTextOf(parameters));
    const timer = isBounded ? setTimeout(() => this.endSilent(), this.limitMs) : undefined;
    return (error) => {
      this.pending--;
      clearTimeout(timer);
      if (UNUSABLE.has((error as { code?: unknown } | null)?.code)) this.abandon(error as Error);
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
