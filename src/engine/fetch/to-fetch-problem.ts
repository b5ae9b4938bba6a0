import { FetchProblem } from './fetch-problem.js';
import { ProxyRefusal } from './connections.js';
import { notDecodable } from './content-coding.js';

/** Certificate problems by the error code of OpenSSL or Node. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT: 'is signed by an unknown authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is signed by an unknown authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'is signed by an unknown authority, or the server does not send the intermediate certificates',
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another host name',
  HOSTNAME_MISMATCH: 'is for another host name',
  CERT_REVOKED: 'is revoked',
  CERT_UNTRUSTED: 'is not trusted',
  CERT_REJECTED: 'is not trusted',
  CERT_SIGNATURE_FAILURE: 'is not valid',
  CERT_CHAIN_TOO_LONG: 'is not valid',
  INVALID_CA: 'is not valid',
  INVALID_PURPOSE: 'is not valid',
};

const CLOSED_EARLY = 'The host closed the connection before it responded.';
const UNREACHABLE = 'The host cannot be reached.';

/** Connection problems by system error code. All of them are transient. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The host refused the connection.',
  ECONNRESET: CLOSED_EARLY,
  EPIPE: CLOSED_EARLY,
  ECONNABORTED: CLOSED_EARLY,
  EHOSTUNREACH: UNREACHABLE,
  EHOSTDOWN: UNREACHABLE,
  ENETUNREACH: UNREACHABLE,
  ENETDOWN: UNREACHABLE,
  EADDRNOTAVAIL: UNREACHABLE,
};

/** Converts an error to a problem with a message for the author of the config. */
export function toFetchProblem(error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  // The message does not reveal which hosts the proxy can reach.
  if (error instanceof ProxyRefusal) {
    const isTransient = error.status === null || error.status >= 500;
    return new FetchProblem('SOURCE_NOT_FOUND', UNREACHABLE, { isTransient, cause: error });
  }
  const code = codeOf(error);
  const certificate = CERTIFICATES[code];
  if (certificate !== undefined) {
    const sentence = `The TLS certificate of the host ${certificate}.`;
    return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause: error });
  }
  const connection = CONNECTIONS[code];
  if (connection !== undefined) {
    return new FetchProblem('SOURCE_NOT_FOUND', connection, { isTransient: true, cause: error });
  }
  return toOtherProblem(code, error);
}

const UNKNOWN_NAME: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN']);

/** True for an error of a connection, its certificate, or the lookup of its host. */
export function isConnectionError(error: unknown): boolean {
  const code = codeOf(error);
  return [CERTIFICATES, CONNECTIONS].some((known) => code in known) || UNKNOWN_NAME.has(code);
}

function toOtherProblem(code: string, cause: unknown): FetchProblem {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const sentence = 'The disk of the service is full.';
    return new FetchProblem('STORAGE_FULL', sentence, { cause });
  }
  if (code === 'ETIMEDOUT') {
    const sentence = 'The connection to the host timed out.';
    return new FetchProblem('SOURCE_TIMEOUT', sentence, { isTransient: true, cause });
  }
  if (code.startsWith('HPE_')) {
    const sentence = 'The response of the host is not valid HTTP.';
    return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause });
  }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO') {
    const sentence = 'The TLS handshake with the host failed.';
    return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause });
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return notDecodable(cause);
  }
  return new FetchProblem('SOURCE_NOT_FOUND', 'The download of the source failed.', { cause });
}

/** The error code. If several addresses failed, the code of the first. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
