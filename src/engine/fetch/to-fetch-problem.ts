import { FetchProblem } from './fetch-problem.js';
import { ProxyRefusal } from './connections.js';
import { notDecodable } from './content-coding.js';

/** What is wrong with a certificate, by the code of OpenSSL or Node. */
const CERTIFICATES: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'is signed by an authority that is not known here',
  UNABLE_TO_GET_ISSUER_CERT: 'is signed by an authority that is not known here',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'is signed by an authority that is not known here',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'is signed by an authority that is not known here, or comes without the certificates in between',
  CERT_HAS_EXPIRED: 'has expired',
  CERT_NOT_YET_VALID: 'is not valid yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'is for another name',
  HOSTNAME_MISMATCH: 'is for another name',
  CERT_REVOKED: 'is revoked',
  CERT_UNTRUSTED: 'is not trusted here',
  CERT_REJECTED: 'is not trusted here',
  CERT_SIGNATURE_FAILURE: 'is not valid',
  CERT_CHAIN_TOO_LONG: 'is not valid',
  INVALID_CA: 'is not valid',
  INVALID_PURPOSE: 'is not valid',
};

const CUT_OFF = 'The host closed the connection before it answered.';
const AWAY = 'The host cannot be reached.';

/** What happened to a connection, by the code of the system. All of these may pass. */
const CONNECTIONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'The host refused the connection.',
  ECONNRESET: CUT_OFF,
  EPIPE: CUT_OFF,
  ECONNABORTED: CUT_OFF,
  EHOSTUNREACH: AWAY,
  EHOSTDOWN: AWAY,
  ENETUNREACH: AWAY,
  ENETDOWN: AWAY,
  EADDRNOTAVAIL: AWAY,
};

/** Says what an error means for who wrote the address. */
export function toFetchProblem(error: unknown): FetchProblem {
  if (error instanceof FetchProblem) return error;
  // Which hosts a proxy reaches is nobody's business: every refusal of it reads the same.
  if (error instanceof ProxyRefusal) {
    const isTransient = error.status === null || error.status >= 500;
    return new FetchProblem('SOURCE_NOT_FOUND', AWAY, { isTransient, cause: error });
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

/** True for an error of a connection, its certificate or the name that it is for. */
export function isConnectionError(error: unknown): boolean {
  const code = codeOf(error);
  return [CERTIFICATES, CONNECTIONS].some((known) => code in known) || UNKNOWN_NAME.has(code);
}

function toOtherProblem(code: string, cause: unknown): FetchProblem {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const sentence = 'There is no space left to store the source.';
    return new FetchProblem('STORAGE_FULL', sentence, { cause });
  }
  if (code === 'ETIMEDOUT') {
    const sentence = 'The host could not be connected to in time.';
    return new FetchProblem('SOURCE_TIMEOUT', sentence, { isTransient: true, cause });
  }
  if (code.startsWith('HPE_')) {
    const sentence = 'The host does not answer in HTTP as it should.';
    return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause });
  }
  if (code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO') {
    const sentence = 'The host does not speak TLS as it should.';
    return new FetchProblem('SOURCE_NOT_FOUND', sentence, { cause });
  }
  if (code.startsWith('Z_') || code.startsWith('ERR_BROTLI') || code.startsWith('ERR__ERROR')) {
    return notDecodable(cause);
  }
  return new FetchProblem('SOURCE_NOT_FOUND', 'The source could not be fetched.', { cause });
}

/** Of several addresses that failed, the first tells. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
