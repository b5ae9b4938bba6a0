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

/** What errors of Node, pg and TypeORM may hold. */
interface Fault {
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
 * True when an error says that the database cannot be used at the moment: the same request may
 * succeed later. Looks through `driverError`, `cause` and the members of an `AggregateError`.
 */
export function isDatabaseUnavailable(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 4) return false;
  const fault = error as Fault;
  if (typeof fault.code === 'string') {
    if (SOCKET_CODES.has(fault.code)) return true;
    if (fromDatabase(fault) && SQL_STATE.test(fault.code)) return true;
  }
  if (typeof fault.message === 'string' && CONNECTION_GONE.test(fault.message)) return true;
  const inner = Array.isArray(fault.errors) ? (fault.errors as unknown[]) : [];
  return [fault.driverError, fault.cause, ...inner].some((cause) =>
    isDatabaseUnavailable(cause, depth + 1),
  );
}

function fromDatabase(fault: Fault): boolean {
  return DATABASE_ERRORS.has(String(fault.name)) || fault.severity !== undefined;
}
