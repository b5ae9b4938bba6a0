import { S3Client } from '@aws-sdk/client-s3';
import type { S3Settings } from '../../config/types.js';

const CONNECT_TIMEOUT_MS = 5_000;
/**
 * Requests are bounded where they begin. The default of 50 would let slow readers of downloads keep all others
 * from the store.
 */
const AGENT = { keepAlive: true, maxSockets: Infinity };
/**
 * The SDK warns at each start on Node 20 that versions after January 2027 need Node 22. The one in
 * package-lock.json supports Node 20, and `test/integration/supply-chain.spec.ts` fails on one that does not, so
 * that operators have nothing to do about it.
 */
const SUPPORT_WARNING = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';
/** A request that fails is repeated twice, by the SDK. */
const MAX_ATTEMPTS = 3;

/**
 * A client of an S3-compatible store. Checksums are sent as headers, because many stores refuse the trailers
 * that the SDK would add to streams.
 */
export function createS3Client(settings: S3Settings, endpoint: string | null): S3Client {
  const { region, pathStyle, credentials, timeoutMs } = settings;
  process.env[SUPPORT_WARNING] ??= 'true';
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    maxAttempts: MAX_ATTEMPTS,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // The time without data, not the whole time: a large file may take long.
    requestHandler: {
      ...{ connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: timeoutMs },
      ...{ httpAgent: AGENT, httpsAgent: AGENT },
    },
    ...(endpoint === null ? {} : { endpoint }),
    // A copy: the SDK adds to it, and the configuration is frozen.
    ...(credentials === null ? {} : { credentials: { ...credentials } }),
  });
}
