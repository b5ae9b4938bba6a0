import type { ConfigProblem } from './config-error.js';
import { boolean, integer, oneOf, secondsAsMs, token, url } from './parsers.js';
import { bucketName, keyPrefix } from './storage-parsers.js';
import type { Config } from './types.js';
import { optional, secret, type Variable, variable } from './variable.js';

const HTTP = ['http', 'https'];

/** The variables for the place of videos and shared caches. */
export const STORAGE_VARIABLES = {
  storageKind: variable({
    name: 'VIDEOCRAFT_STORAGE',
    parse: oneOf('folder', 's3'),
    fallback: 'folder',
    fallbackText: 'folder',
    doc: 'Where videos are kept: `folder`, the data folder, or `s3`, an S3-compatible store. With `s3`, each machine has a data folder of its own.',
  }),
  storageMinFreeBytes: variable({
    name: 'VIDEOCRAFT_STORAGE_MIN_FREE_BYTES',
    parse: integer(0, 1_000_000_000_000_000),
    fallback: 536_870_912,
    fallbackText: '536870912',
    doc: 'Minimum free space on the disk of the data folder, in bytes. With less space, the service reports that it is not ready.',
  }),
  storageDownloads: variable({
    name: 'VIDEOCRAFT_STORAGE_DOWNLOADS',
    parse: oneOf('proxy', 'redirect'),
    fallback: 'proxy',
    fallbackText: 'proxy',
    doc: 'How clients get files from an S3 store: `proxy`, through the API, or `redirect`, from the store by a signed address.',
  }),
  storageLinkSeconds: variable({
    name: 'VIDEOCRAFT_STORAGE_LINK_SECONDS',
    parse: integer(1, 604_800),
    fallback: 900,
    fallbackText: '900',
    doc: 'How long a signed address of `redirect` is valid, in seconds.',
  }),
  sharedCacheDays: variable({
    name: 'VIDEOCRAFT_STORAGE_CACHE_DAYS',
    parse: integer(1, 3650),
    fallback: 30,
    fallbackText: '30',
    doc: 'Age at which entries of the shared caches are removed from an S3 store, in days.',
  }),
  sharedCacheMaxBytes: variable({
    name: 'VIDEOCRAFT_STORAGE_CACHE_MAX_BYTES',
    parse: integer(0, 1_000_000_000_000_000),
    fallback: 107_374_182_400,
    fallbackText: '107374182400',
    doc: 'Maximum size of the shared caches in an S3 store, in bytes. Once an hour, the oldest entries are removed. 0 shares no caches.',
  }),
  s3Endpoint: optional(
    'VIDEOCRAFT_S3_ENDPOINT',
    url(HTTP, 'refused'),
    'Amazon S3',
    'Address of the S3 store, such as `http://minio:9000`.',
  ),
  s3PublicEndpoint: optional(
    'VIDEOCRAFT_S3_PUBLIC_ENDPOINT',
    url(HTTP, 'refused'),
    'the same address',
    'Address of the S3 store for clients, in signed addresses.',
  ),
  s3Region: variable({
    name: 'VIDEOCRAFT_S3_REGION',
    parse: token(1),
    fallback: 'us-east-1',
    fallbackText: 'us-east-1',
    doc: 'Region of the S3 store. Most stores of other vendors ignore it.',
  }),
  s3Bucket: optional(
    'VIDEOCRAFT_S3_BUCKET',
    bucketName,
    'required with `s3`',
    'Bucket for videos and shared caches. It must exist.',
  ),
  s3Prefix: variable({
    name: 'VIDEOCRAFT_S3_PREFIX',
    parse: keyPrefix,
    fallback: '',
    fallbackText: 'none',
    doc: 'Beginning of all keys in the bucket, such as `videocraft/`.',
  }),
  s3PathStyle: optional(
    'VIDEOCRAFT_S3_PATH_STYLE',
    boolean,
    'true with `VIDEOCRAFT_S3_ENDPOINT`, otherwise false',
    'Puts the bucket into the path of addresses instead of the host name.',
  ),
  s3AccessKeyId: secret(
    optional(
      'VIDEOCRAFT_S3_ACCESS_KEY_ID',
      token(1),
      'the credentials that the AWS SDK finds: `AWS_*` variables, `~/.aws`, or the role of the machine',
      'Access key of the S3 store.',
    ),
  ),
  s3SecretAccessKey: secret(
    optional(
      'VIDEOCRAFT_S3_SECRET_ACCESS_KEY',
      token(1),
      'as for the access key',
      'Secret of the access key.',
    ),
  ),
  s3TimeoutMs: variable({
    name: 'VIDEOCRAFT_S3_TIMEOUT_SECONDS',
    parse: secondsAsMs(0.1, 3600),
    fallback: 30_000,
    fallbackText: '30',
    doc: 'Maximum time without an answer or data of the S3 store, in seconds. Requests that fail are repeated twice.',
  }),
} satisfies Record<string, Variable<unknown>>;

type StorageValues = {
  [K in keyof typeof STORAGE_VARIABLES]: (typeof STORAGE_VARIABLES)[K] extends Variable<infer T>
    ? T
    : never;
};

/** Variables that contradict each other. */
export function storageProblems(values: StorageValues): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const add = (key: keyof StorageValues, message: string) =>
    problems.push({ name: STORAGE_VARIABLES[key].name, message });
  if (values.storageKind === 's3' && values.s3Bucket === null) {
    add('s3Bucket', 'Expected a bucket, because VIDEOCRAFT_STORAGE is s3.');
  }
  if (values.storageKind === 'folder' && values.s3Bucket !== null) {
    add('storageKind', 'Expected s3, because VIDEOCRAFT_S3_BUCKET is set.');
  }
  if (values.storageKind === 'folder' && values.storageDownloads === 'redirect') {
    add('storageDownloads', 'Expected proxy, because a folder has no addresses for clients.');
  }
  if ((values.s3AccessKeyId === null) !== (values.s3SecretAccessKey === null)) {
    const missing = values.s3AccessKeyId === null ? 's3AccessKeyId' : 's3SecretAccessKey';
    add(missing, 'Expected a value, because the other half of the credentials is set.');
  }
  return problems;
}

export function storageConfig(values: StorageValues): Config['storage'] {
  const keys = values.s3AccessKeyId !== null && values.s3SecretAccessKey !== null;
  return {
    minFreeBytes: values.storageMinFreeBytes,
    redirectDownloads: values.storageDownloads === 'redirect',
    linkSeconds: values.storageLinkSeconds,
    sharedCache: { maxDays: values.sharedCacheDays, maxBytes: values.sharedCacheMaxBytes },
    s3:
      values.storageKind === 'folder'
        ? null
        : {
            endpoint: values.s3Endpoint,
            publicEndpoint: values.s3PublicEndpoint ?? values.s3Endpoint,
            region: values.s3Region,
            bucket: values.s3Bucket!,
            prefix: values.s3Prefix,
            pathStyle: values.s3PathStyle ?? values.s3Endpoint !== null,
            credentials: keys
              ? {
                  accessKeyId: values.s3AccessKeyId!,
                  secretAccessKey: values.s3SecretAccessKey!,
                }
              : null,
            timeoutMs: values.s3TimeoutMs,
          },
  };
}
