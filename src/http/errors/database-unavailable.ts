/** Socket faults, as Node names them. */
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
 * Classes and codes of Postgres that mean "not now" (appendix A of its manual): connection faults,
 * too little memory, disk or connections, an operator's intervention such as a shutdown.
 */
const SQL_STATE = /^(?:08|53|57)[0-9A-Z]{3}$/;

/** What pg and TypeORM say without a code when the connection is gone. */
const CONNECTION_GONE =
  /connection terminated|not queryable|timeout exceeded when trying to connect|driver not connected|connection is not established|cannot use a pool after calling end|client was closed/i;

const DATABASE_ERRORS = new Set(['QueryFailedError', 'TypeORMError', 'DatabaseError']);

/**
 * True when an error says that the database cannot be used at the moment: the same request may
 * succeed later. Looks through `driverError`, `cause` and the members of an `AggregateError`.
 */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 4) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (SOCKET_CODES.has(code) || isSqlState(error, code))) return true;
  if (CONNECTION_GONE.test(error.message)) return true;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [];
  return [driverError, error.cause, ...inner].some((cause) =>
    isDatabaseUnavailable(cause, depth + 1),
  );
}

function isSqlState(error: Error, code: string): boolean {
  const fromDatabase =
    DATABASE_ERRORS.has(error.constructor.name) ||
    DATABASE_ERRORS.has(error.name) ||
    'severity' in error;
  return fromDatabase && SQL_STATE.test(code);
}
