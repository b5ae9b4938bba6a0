import { hostList } from './host-parsers.js';
import { integer, secondsAsMs } from './parsers.js';
import { contact, headerText, proxyExceptions, proxyUrl } from './http-parsers.js';
import { withLowerCase, optional, secret, variable } from './variable.js';

const NONE: readonly string[] = [];

/** How sources, and everything else from outside, are fetched. */
export const SOURCE_VARIABLES = {
  sourceHosts: variable(
    'VIDEOCRAFT_SOURCES_ALLOWED_HOSTS',
    hostList,
    NONE,
    'none',
    'Exact `host[:port]` entries from which media is fetched even if the address is private.',
  ),
  sourceMaxBytes: variable(
    'VIDEOCRAFT_SOURCES_MAX_BYTES',
    integer(1, 1_000_000_000_000),
    1_073_741_824,
    '1073741824',
    'Largest source file, in bytes.',
  ),
  sourceConnectTimeoutMs: variable(
    'VIDEOCRAFT_SOURCES_CONNECT_TIMEOUT_SECONDS',
    secondsAsMs(0.1, 600),
    10_000,
    '10',
    'Longest wait for a connection to a source.',
  ),
  sourceIdleTimeoutMs: variable(
    'VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS',
    secondsAsMs(0.1, 3600),
    30_000,
    '30',
    'Longest silence of a source while it is fetched.',
  ),
  sourceTotalTimeoutMs: variable(
    'VIDEOCRAFT_SOURCES_TOTAL_TIMEOUT_SECONDS',
    secondsAsMs(0.1, 86_400),
    600_000,
    '600',
    'Longest time one source may take to fetch, waits and further tries included.',
  ),
  sourceMaxDurationSeconds: variable(
    'VIDEOCRAFT_SOURCES_MAX_DURATION_SECONDS',
    integer(1, 86_400),
    7200,
    '7200',
    'Longest audio or video source, in seconds.',
  ),
  sourceRetries: variable(
    'VIDEOCRAFT_SOURCES_RETRIES',
    integer(0, 20),
    3,
    '3',
    'How often in a row a fetch that failed for a reason that may pass is tried again.',
  ),
  sourceContact: optional(
    'VIDEOCRAFT_SOURCES_CONTACT',
    contact,
    '`VIDEOCRAFT_SERVER_PUBLIC_URL`, if it is set',
    'URL or mail address of whoever runs the service, told to hosts in `User-Agent`.',
  ),
  sourceUserAgent: optional(
    'VIDEOCRAFT_SOURCES_USER_AGENT',
    headerText,
    '`VideoCraft/<version> (+<contact>)`',
    'The whole `User-Agent` that hosts are sent.',
  ),
  httpProxy: secret(
    withLowerCase(
      optional(
        'HTTP_PROXY',
        proxyUrl,
        'hosts are connected to directly',
        'Proxy for `http` addresses, `http://user:password@host:port`. In lower case too, which counts first.',
      ),
    ),
  ),
  httpsProxy: secret(
    withLowerCase(
      optional(
        'HTTPS_PROXY',
        proxyUrl,
        'hosts are connected to directly',
        'Proxy for `https` addresses, which it tunnels (`CONNECT`). In lower case too, which counts first.',
      ),
    ),
  ),
  noProxy: withLowerCase(
    variable(
      'NO_PROXY',
      proxyExceptions,
      NONE,
      'none',
      'Hosts that are connected to without a proxy: names with all names below them, addresses, networks such as `10.0.0.0/8`, each with `:port` if you like; `*` is all. In lower case too, which counts first.',
    ),
  ),
};
