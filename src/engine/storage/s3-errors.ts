import { StorageUnavailable } from './storage-unavailable.js';

/** The parts of an error of the SDK that are used. */
interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

const MISSING: ReadonlySet<string> = new Set(['NotFound', 'NoSuchKey']);
/** Refusals that another attempt may not meet again. */
const PASSING: ReadonlySet<string> = new Set([
  'ExpiredToken',
  'RequestTimeTooSkewed',
  'RequestTimeout',
  'SlowDown',
]);
const UNKNOWN_OPERATION: ReadonlySet<string> = new Set(['NotImplemented', 'MethodNotAllowed']);
/** Only names that are safe to show: an error of the SDK contains requests with their signatures. */
const SAFE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

/** Whether an object does not exist. */
export function isMissing(error: unknown): boolean {
  return MISSING.has((error as SdkError | null)?.name ?? '');
}

/** Whether a store lacks an operation, as some do that are compatible in part. */
export function lacksOperation(error: unknown): boolean {
  const { name = '', $metadata } = error as SdkError;
  return UNKNOWN_OPERATION.has(name) || [405, 501].includes($metadata?.httpStatusCode ?? 0);
}

/** The error for anything that the SDK throws. It contains no addresses, headers, or keys. */
export function toStorageUnavailable(error: unknown, what: string): StorageUnavailable {
  if (error instanceof StorageUnavailable) return error;
  const { name = 'Error', code, $metadata } = error as SdkError;
  const status = $metadata?.httpStatusCode;
  const reason = [code, name].find((text) => text !== undefined && SAFE_NAME.test(text)) ?? 'Error';
  const details = status === undefined ? reason : `${reason}, HTTP ${status}`;
  const message = `Could not ${what} the S3 store (${details})`;
  return new StorageUnavailable(message, passes(name, status), null);
}

/** Credentials, buckets, and requests stay wrong until the operator changes something. */
function passes(name: string, status: number | undefined): boolean {
  if (PASSING.has(name)) return true;
  if (name === 'CredentialsProviderError') return false;
  return status === undefined || status === 200 || status === 429 || status >= 500;
}
