import { resolve } from 'node:path';
import { FFMPEG_VARIABLES } from './ffmpeg-variables.js';
import { hostList, listenHost } from './host-parsers.js';
import {
  absolutePath,
  anyText,
  boolean,
  integer,
  oneOf,
  secondsAsMs,
  token,
  url,
} from './parsers.js';
import { SOURCE_VARIABLES } from './source-variables.js';
import { optional, secret, type Variable, variable } from './variable.js';

const HTTP = ['http', 'https'];
const NO_HOSTS: readonly string[] = [];

export const VARIABLES = {
  production: variable(
    'NODE_ENV',
    (text) => text === 'production',
    false,
    'not production',
    '`production` refuses what only suits development, such as the bundled ffmpeg.',
  ),
  host: variable(
    'VIDEOCRAFT_SERVER_HOST',
    listenHost,
    '127.0.0.1',
    '127.0.0.1',
    'Address the API listens on; `0.0.0.0` to be reached from other machines.',
  ),
  port: variable(
    'VIDEOCRAFT_SERVER_PORT',
    integer(0, 65_535),
    3002,
    '3002',
    'Port the API listens on; 0 takes a free one.',
  ),
  trustedProxies: variable(
    'VIDEOCRAFT_SERVER_TRUSTED_PROXIES',
    integer(0, 16),
    0,
    '0',
    'How many proxies stand before the service; only their `X-Forwarded-For` entries are believed.',
  ),
  publicUrl: optional(
    'VIDEOCRAFT_SERVER_PUBLIC_URL',
    url(HTTP, 'refused'),
    'the address of the request',
    'Address under which clients reach the service, with the path that a proxy serves it below, if any; base of all links and an origin of its own.',
  ),
  corsMaxAgeSeconds: variable(
    'VIDEOCRAFT_SERVER_CORS_MAX_AGE_SECONDS',
    integer(0, 86_400),
    600,
    '600',
    'How long a browser may remember the answer to a preflight request.',
  ),
  fontsDir: optional(
    'VIDEOCRAFT_FONTS_DIR',
    absolutePath,
    'the built-in families alone',
    'Folder of further TrueType, OpenType, WOFF or WOFF2 fonts; read at the start.',
  ),
  dataDir: variable(
    'VIDEOCRAFT_DATA_DIR',
    absolutePath,
    resolve('data'),
    './data',
    'Folder of the embedded database, finished videos, caches and generated secrets.',
  ),
  databaseUrl: secret(
    optional(
      'DATABASE_URL',
      url(['postgres', 'postgresql'], 'kept'),
      'the embedded Postgres in the data folder',
      'Postgres to use, `postgres://user:password@host:5432/database`.',
    ),
  ),
  workers: variable(
    'VIDEOCRAFT_WORKERS',
    integer(0, 64),
    1,
    '1',
    'Jobs rendered at once in this process; 0 serves the API only.',
  ),
  logLevel: variable(
    'VIDEOCRAFT_LOG_LEVEL',
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    'info',
    'info',
    'Least severe level that is logged: fatal, error, warn, info, debug, trace, silent.',
  ),
  enableAuth: variable(
    'VIDEOCRAFT_SECURITY_ENABLE_AUTH',
    boolean,
    true,
    'true',
    'Asks for an API key. False makes every caller an administrator: only for a machine of your own.',
  ),
  apiKey: secret(
    optional(
      'VIDEOCRAFT_SECURITY_API_KEY',
      token(8),
      'one is made at the first start and written to `secrets/admin-api-key` in the data folder',
      'The first API key; it may do everything.',
    ),
  ),
  enableCsrf: variable(
    'VIDEOCRAFT_SECURITY_ENABLE_CSRF',
    boolean,
    true,
    'true',
    'Asks for `X-CSRF-Token` on requests that change something.',
  ),
  csrfSecret: secret(
    optional(
      'VIDEOCRAFT_SECURITY_CSRF_SECRET',
      token(8),
      'one is made and kept in `secrets/csrf-secret` in the data folder',
      'Secret the CSRF tokens derive from; the same on every machine that serves the API.',
    ),
  ),
  allowedDomains: variable(
    'VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS',
    hostList,
    NO_HOSTS,
    'none',
    'Web pages that may call the API: exact `host[:port]` entries separated by commas, https (http too for loopback).',
  ),
  ratePerMinute: variable(
    'VIDEOCRAFT_RATE_LIMIT_PER_MINUTE',
    integer(1, 1_000_000),
    100,
    '100',
    'Requests a minute for one client address.',
  ),
  rateBurst: variable(
    'VIDEOCRAFT_RATE_LIMIT_BURST',
    integer(0, 1_000_000),
    20,
    '20',
    'Requests let through beyond that within the same minute.',
  ),
  rateShared: optional(
    'VIDEOCRAFT_RATE_LIMIT_SHARED',
    boolean,
    'true with `DATABASE_URL`, else false',
    'Keeps the counters in Postgres, so that several API processes count together.',
  ),
  metricsPublic: variable(
    'VIDEOCRAFT_METRICS_PUBLIC',
    boolean,
    false,
    'false',
    'Serves `/metrics` without a key.',
  ),
  storageMinFreeBytes: variable(
    'VIDEOCRAFT_STORAGE_MIN_FREE_BYTES',
    integer(0, 1_000_000_000_000_000),
    536_870_912,
    '536870912',
    'With less space than this on the disk of the data folder the service says it is not ready.',
  ),
  ...SOURCE_VARIABLES,
  ...FFMPEG_VARIABLES,
  segmentCacheMaxBytes: variable(
    'VIDEOCRAFT_CACHE_SEGMENTS_MAX_BYTES',
    integer(0, 1_000_000_000_000_000),
    10_737_418_240,
    '10737418240',
    'Size of the cache of rendered segments, in bytes; those used longest ago go first.',
  ),
  soundCacheMaxBytes: variable(
    'VIDEOCRAFT_CACHE_SOUNDS_MAX_BYTES',
    integer(0, 1_000_000_000_000_000),
    1_073_741_824,
    '1073741824',
    'Size of the cache of encoded sound tracks, in bytes; those used longest ago go first.',
  ),
  sourceCacheMaxBytes: variable(
    'VIDEOCRAFT_CACHE_SOURCES_MAX_BYTES',
    integer(0, 1_000_000_000_000_000),
    10_737_418_240,
    '10737418240',
    'Size of the cache of sound decoded from sources, in bytes; what was used longest ago goes first.',
  ),
  recognitionUrl: optional(
    'VIDEOCRAFT_RECOGNITION_URL',
    url(HTTP, 'refused'),
    'the model on this machine, if one is set',
    'Base URL of an OpenAI-compatible speech recognition endpoint, such as `http://127.0.0.1:8000/v1`.',
  ),
  recognitionApiKey: secret(
    optional(
      'VIDEOCRAFT_RECOGNITION_API_KEY',
      token(1),
      'none is sent',
      'Key sent to the speech recognition endpoint.',
    ),
  ),
  recognitionModel: optional(
    'VIDEOCRAFT_RECOGNITION_MODEL',
    anyText,
    '`whisper-1` with a URL; without one no speech recognition: captions need `text`, `captions` or `words`',
    'Model asked for at the endpoint; without an endpoint a model to run on this machine: a name of `videocraft models list`, or the path of a folder.',
  ),
  recognitionModelsUrl: optional(
    'VIDEOCRAFT_RECOGNITION_MODELS_URL',
    url(HTTP, 'refused'),
    'https://huggingface.co and https://github.com',
    'Base URL of a mirror to fetch models from; their paths are kept.',
  ),
  recognitionTimeoutMs: variable(
    'VIDEOCRAFT_RECOGNITION_TIMEOUT_SECONDS',
    secondsAsMs(1, 86_400),
    600_000,
    '600',
    'Longest wait for one answer of the endpoint or the model.',
  ),
} satisfies Record<string, Variable<unknown>>;

/** `VIDEOCRAFT_SUBTITLES_<SETTING>`: the default of the caption setting of that name. */
export const SUBTITLES_PREFIX = 'VIDEOCRAFT_SUBTITLES_';

type ValueOf<V> = V extends Variable<infer T> ? T : never;

export type EnvironmentValues = { [K in keyof typeof VARIABLES]: ValueOf<(typeof VARIABLES)[K]> };
