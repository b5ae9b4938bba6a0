import { resolve } from 'node:path';
import { BROWSER_VARIABLES } from './browser-variables.js';
import { DATABASE_VARIABLES } from './database-variables.js';
import { DELIVERY_VARIABLES } from './delivery-variables.js';
import { FFMPEG_VARIABLES } from './ffmpeg-variables.js';
import { hostList, listenHost } from './host-parsers.js';
import {
  absolutePath,
  boolean,
  csrfMode,
  folderOrAddress,
  integer,
  oneOf,
  secondsAsMs,
  token,
  url,
} from './parsers.js';
import { LIMIT_VARIABLES } from './limit-variables.js';
import { RECOGNITION_VARIABLES } from './recognition-variables.js';
import { RETENTION_VARIABLES } from './retention-variables.js';
import { SOURCE_VARIABLES } from './source-variables.js';
import { STORAGE_VARIABLES } from './storage-variables.js';
import { optional, secret, type Variable, variable } from './variable.js';
import { VOICE_VARIABLES } from './voice-variables.js';

const HTTP = ['http', 'https'];
const NO_HOSTS: readonly string[] = [];

export const VARIABLES = {
  production: variable({
    name: 'NODE_ENV',
    parse: (text) => text === 'production',
    fallback: false,
    fallbackText: 'not production',
    doc: '`production` refuses settings that are only for development, such as the bundled ffmpeg.',
  }),
  host: variable({
    name: 'VIDEOCRAFT_SERVER_HOST',
    parse: listenHost,
    fallback: '127.0.0.1',
    fallbackText: '127.0.0.1',
    doc: 'Address that the API listens on. Use `0.0.0.0` to accept connections from other machines.',
  }),
  port: variable({
    name: 'VIDEOCRAFT_SERVER_PORT',
    parse: integer(0, 65_535),
    fallback: 3002,
    fallbackText: '3002',
    doc: 'Port that the API listens on. 0 selects a free port.',
  }),
  trustedProxies: variable({
    name: 'VIDEOCRAFT_SERVER_TRUSTED_PROXIES',
    parse: integer(0, 16),
    fallback: 0,
    fallbackText: '0',
    doc: 'Number of reverse proxies in front of the service. Only their `X-Forwarded-For` entries are trusted.',
  }),
  publicUrl: optional(
    'VIDEOCRAFT_SERVER_PUBLIC_URL',
    url(HTTP, 'refused'),
    'the address of the request',
    'Address at which clients reach the service, including the path prefix of a proxy, if any. It is the base of all links and an allowed origin.',
  ),
  corsMaxAgeSeconds: variable({
    name: 'VIDEOCRAFT_SERVER_CORS_MAX_AGE_SECONDS',
    parse: integer(0, 86_400),
    fallback: 600,
    fallbackText: '600',
    doc: 'How long browsers cache the response to a preflight request, in seconds.',
  }),
  maxConnections: variable({
    name: 'VIDEOCRAFT_SERVER_MAX_CONNECTIONS',
    parse: integer(10, 1_000_000),
    fallback: 4000,
    fallbackText: '4000',
    doc: 'Maximum number of open connections. At the limit, the connection that has been idle longest is closed.',
  }),
  maxConnectionsPerAddress: variable({
    name: 'VIDEOCRAFT_SERVER_MAX_CONNECTIONS_PER_ADDRESS',
    parse: integer(1, 1_000_000),
    fallback: 256,
    fallbackText: '256',
    doc: 'Maximum number of open connections of each client address. It does not apply with `VIDEOCRAFT_SERVER_TRUSTED_PROXIES`, because the proxy opens the connections.',
  }),
  fontsDir: optional(
    'VIDEOCRAFT_FONTS_DIR',
    absolutePath,
    'only the built-in families',
    'Folder with additional TrueType, OpenType, WOFF, or WOFF2 fonts. It is read at startup.',
  ),
  fontsMirror: optional(
    'VIDEOCRAFT_FONTS_MIRROR',
    folderOrAddress,
    'none',
    'Where font families come from that are not installed: a folder, or an http or https address, with `@fontsource` packages as npm has them, such as `https://cdn.jsdelivr.net/npm`.',
  ),
  dataDir: variable({
    name: 'VIDEOCRAFT_DATA_DIR',
    parse: absolutePath,
    fallback: resolve('data'),
    fallbackText: './data',
    doc: 'Folder for the embedded database, finished videos, caches, and generated secrets.',
  }),
  ...DATABASE_VARIABLES,
  workers: variable({
    name: 'VIDEOCRAFT_WORKERS',
    parse: integer(0, 64),
    fallback: 1,
    fallbackText: '1',
    doc: 'Number of worker processes. Each renders one job at a time. 0 serves only the API.',
  }),
  workerHeapMegabytes: optional(
    'VIDEOCRAFT_WORKERS_MAX_HEAP_MEGABYTES',
    integer(128, 1_000_000),
    'half of the memory that remains for each worker, from 256 to 4096',
    'Maximum size of the JavaScript heap of each worker process. A job that needs more fails with `MEDIA_LIMIT_EXCEEDED`.',
  ),
  previews: variable({
    name: 'VIDEOCRAFT_PREVIEWS',
    parse: integer(0, 16),
    fallback: 3,
    fallbackText: '3',
    doc: 'Number of stills, drafts, and timelines that the API makes at the same time, in a process of its own. An API key gets all places but one. 0: none.',
  }),
  spreadMs: variable({
    name: 'VIDEOCRAFT_WORKERS_SPREAD_SECONDS',
    parse: secondsAsMs(0, 86_400),
    fallback: 8_000,
    fallbackText: '8',
    doc: 'If a worker would take at least this many seconds to render the segments of a job, idle workers help. 0: never.',
  }),
  validationMs: variable({
    name: 'VIDEOCRAFT_LIMITS_VALIDATION_SECONDS',
    parse: secondsAsMs(0.1, 600),
    fallback: 30_000,
    fallbackText: '30',
    doc: 'Maximum time to check the body of a request, in seconds. A body that takes longer is rejected.',
  }),
  logLevel: variable({
    name: 'VIDEOCRAFT_LOG_LEVEL',
    parse: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
    fallback: 'info',
    fallbackText: 'info',
    doc: 'Lowest level to log: fatal, error, warn, info, debug, trace, or silent.',
  }),
  logFormat: variable<'auto' | 'json' | 'text'>({
    name: 'VIDEOCRAFT_LOG_FORMAT',
    parse: oneOf('auto', 'json', 'text'),
    fallback: 'auto',
    fallbackText: 'auto',
    doc: 'Format of the log: `json`, a line of JSON for each event, or `text`, a line for people. `auto` is `text` on a terminal, otherwise `json`.',
  }),
  enableAuth: variable({
    name: 'VIDEOCRAFT_SECURITY_ENABLE_AUTH',
    parse: boolean,
    fallback: true,
    fallbackText: 'true',
    doc: 'Requires an API key. `false` makes every caller an administrator. Use it only on your own machine.',
  }),
  apiKey: secret(
    optional(
      'VIDEOCRAFT_SECURITY_API_KEY',
      token(8),
      'generated at the first start and stored in `secrets/admin-api-key` in the data folder',
      'The first API key. It has all permissions.',
    ),
  ),
  enableCsrf: variable({
    name: 'VIDEOCRAFT_SECURITY_ENABLE_CSRF',
    parse: csrfMode,
    fallback: true,
    fallbackText: 'true',
    doc: 'Requires `X-CSRF-Token` for requests that change data. `browsers` requires it only of requests that a browser may have sent.',
  }),
  csrfSecret: secret(
    optional(
      'VIDEOCRAFT_SECURITY_CSRF_SECRET',
      token(8),
      'generated and stored in the database',
      'Secret from which CSRF tokens are derived. It must be the same for all processes that serve the API.',
    ),
  ),
  allowedDomains: variable({
    name: 'VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS',
    parse: hostList,
    fallback: NO_HOSTS,
    fallbackText: 'none',
    doc: 'Web origins that can call the API: exact `host[:port]` entries separated by commas. The scheme is https, or also http for loopback addresses.',
  }),
  ratePerMinute: variable({
    name: 'VIDEOCRAFT_RATE_LIMIT_PER_MINUTE',
    parse: integer(1, 1_000_000),
    fallback: 100,
    fallbackText: '100',
    doc: 'Number of requests per minute for each client address.',
  }),
  rateBurst: variable({
    name: 'VIDEOCRAFT_RATE_LIMIT_BURST',
    parse: integer(0, 1_000_000),
    fallback: 20,
    fallbackText: '20',
    doc: 'Number of additional requests allowed in the same minute.',
  }),
  ratePage: variable({
    name: 'VIDEOCRAFT_RATE_LIMIT_PAGE_PER_MINUTE',
    parse: integer(1, 1_000_000),
    fallback: 600,
    fallbackText: '600',
    doc: 'Number of previews per minute for each client address. They are counted apart from other requests, and so are files of the studio, of which ten times as many are allowed.',
  }),
  rateWrongKeys: variable({
    name: 'VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS',
    parse: integer(1, 1_000_000),
    fallback: 10,
    fallbackText: '10',
    doc: 'Number of wrong API keys per minute for each client address, in each process. After that, the service looks up no further key of the address in that minute.',
  }),
  rateShared: optional(
    'VIDEOCRAFT_RATE_LIMIT_SHARED',
    boolean,
    'true with `DATABASE_URL`, otherwise false',
    'Stores the counters in Postgres, so that several API processes share them.',
  ),
  metricsPublic: variable({
    name: 'VIDEOCRAFT_METRICS_PUBLIC',
    parse: boolean,
    fallback: false,
    fallbackText: 'false',
    doc: 'Serves `/metrics` without an API key.',
  }),
  ...DELIVERY_VARIABLES,
  ...STORAGE_VARIABLES,
  ...SOURCE_VARIABLES,
  ...FFMPEG_VARIABLES,
  ...BROWSER_VARIABLES,
  ...LIMIT_VARIABLES,
  ...RETENTION_VARIABLES,
  segmentCacheMaxBytes: variable({
    name: 'VIDEOCRAFT_CACHE_SEGMENTS_MAX_BYTES',
    parse: integer(0, 1_000_000_000_000_000),
    fallback: 10_737_418_240,
    fallbackText: '10737418240',
    doc: 'Maximum size of the cache of rendered segments, in bytes. The least recently used segments are removed first.',
  }),
  soundCacheMaxBytes: variable({
    name: 'VIDEOCRAFT_CACHE_SOUNDS_MAX_BYTES',
    parse: integer(0, 1_000_000_000_000_000),
    fallback: 1_073_741_824,
    fallbackText: '1073741824',
    doc: 'Maximum size of the cache of encoded audio tracks, in bytes. The least recently used tracks are removed first.',
  }),
  sourceCacheMaxBytes: variable({
    name: 'VIDEOCRAFT_CACHE_SOURCES_MAX_BYTES',
    parse: integer(0, 1_000_000_000_000_000),
    fallback: 10_737_418_240,
    fallbackText: '10737418240',
    doc: 'Maximum size of the cache of sound decoded from sources, in bytes. The least recently used entries are removed first.',
  }),
  ...RECOGNITION_VARIABLES,
  ...VOICE_VARIABLES,
} satisfies Record<string, Variable<unknown>>;

/** `VIDEOCRAFT_SUBTITLES_<SETTING>`: the default of the caption setting of that name. */
export const SUBTITLES_PREFIX = 'VIDEOCRAFT_SUBTITLES_';

type ValueOf<V> = V extends Variable<infer T> ? T : never;

export type EnvironmentValues = { [K in keyof typeof VARIABLES]: ValueOf<(typeof VARIABLES)[K]> };
