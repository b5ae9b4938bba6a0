/** Error codes of Node's sockets. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/**
 * Postgres error classes for conditions that pass (appendix A of its manual): connection errors; a standby, which
 * is read-only; a refused login or database, as during a restore; conflicts between transactions; insufficient
 * memory, disk space or connections; operator intervention such as a shutdown or a timeout; and system errors.
 */
const SQL_STATE = /^(?:(?:08|28|40|53|57|58)[0-9A-Z]{3}|25006|3D000|55P03)$/;

/** Messages of pg and TypeORM, without a code, for a lost connection. */
const CONNECTION_GONE =
  /connection terminated|not queryable|timeout exceeded when trying to connect|driver not connected|connection is not established|cannot use a pool after calling end|client was closed/i;

/** Properties that errors of Node, pg and TypeORM can have. */
interface ErrorLike {
  readonly name?: unknown;
  readonly message?: unknown;
  readonly code?: unknown;
  readonly severity?: unknown;
  readonly driverError?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

const DATABASE_ERRORS = new Set(['QueryFailedError', 'TypeORMError', 'DatabaseError']);

/**
 * True if an error means that the database is temporarily unavailable, so that the same request may
 * succeed later. Also checks `driverError`, `cause`, and the members of an `AggregateError`.
 */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const candidate = error as ErrorLike;
  if (typeof candidate.code === 'string') {
    if (SOCKET_CODES.has(candidate.code)) return true;
    if (fromDatabase(candidate) && SQL_STATE.test(candidate.code)) return true;
  }
  if (typeof candidate.message === 'string' && CONNECTION_GONE.test(candidate.message)) return true;
  const inner = Array.isArray(candidate.errors) ? (candidate.errors as unknown[]) : [];
  return [candidate.driverError, candidate.cause, ...inner].some((cause) =>
    isDatabaseUnavailable(cause, depth + 1),
  );
}

function fromDatabase(candidate: ErrorLike): boolean {
  return DATABASE_ERRORS.has(String(candidate.name)) || candidate.severity !== undefined;
}
