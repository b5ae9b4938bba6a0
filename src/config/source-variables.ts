import { hostList } from './host-parsers.js';
import { integer, secondsAsMs } from './parsers.js';
import { contact, headerText, proxyExceptions, proxyUrl } from './http-parsers.js';
import { withLowerCase, optional, secret, variable } from './variable.js';

const NONE: readonly string[] = [];

/** The variables for sources and other outbound requests. */
export const SOURCE_VARIABLES = {
  sourceHosts: variable({
    name: 'VIDEOCRAFT_SOURCES_ALLOWED_HOSTS',
    parse: hostList,
    fallback: NONE,
    fallbackText: 'none',
    doc: 'Hosts from which sources are fetched even if their addresses are private: exact `host[:port]` entries separated by commas.',
  }),
  sourceMaxBytes: variable({
    name: 'VIDEOCRAFT_SOURCES_MAX_BYTES',
    parse: integer(1, 1_000_000_000_000),
    fallback: 1_073_741_824,
    fallbackText: '1073741824',
    doc: 'Maximum size of a source, in bytes.',
  }),
  sourceConnectTimeoutMs: variable({
    name: 'VIDEOCRAFT_SOURCES_CONNECT_TIMEOUT_SECONDS',
    parse: secondsAsMs(0.1, 600),
    fallback: 10_000,
    fallbackText: '10',
    doc: 'Maximum time to connect to the host of a source, in seconds.',
  }),
  sourceIdleTimeoutMs: variable({
    name: 'VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS',
    parse: secondsAsMs(0.1, 3600),
    fallback: 30_000,
    fallbackText: '30',
    doc: 'Maximum time without data while a source is fetched, in seconds.',
  }),
  sourceTotalTimeoutMs: variable({
    name: 'VIDEOCRAFT_SOURCES_TOTAL_TIMEOUT_SECONDS',
    parse: secondsAsMs(0.1, 86_400),
    fallback: 600_000,
    fallbackText: '600',
    doc: 'Maximum total time to fetch a source, including waits and retries, in seconds.',
  }),
  sourceMaxDurationSeconds: variable({
    name: 'VIDEOCRAFT_SOURCES_MAX_DURATION_SECONDS',
    parse: integer(1, 86_400),
    fallback: 7200,
    fallbackText: '7200',
    doc: 'Maximum length of an audio or video source, in seconds.',
  }),
  sourceRetries: variable({
    name: 'VIDEOCRAFT_SOURCES_RETRIES',
    parse: integer(0, 20),
    fallback: 3,
    fallbackText: '3',
    doc: 'Maximum number of consecutive retries after transient failures.',
  }),
  sourceContact: optional(
    'VIDEOCRAFT_SOURCES_CONTACT',
    contact,
    '`VIDEOCRAFT_SERVER_PUBLIC_URL`, if it is set',
    'URL or email address of the operator, which is sent to hosts in `User-Agent`.',
  ),
  sourceUserAgent: optional(
    'VIDEOCRAFT_SOURCES_USER_AGENT',
    headerText,
    '`VideoCraft/<version> (+<contact>)`',
    'The complete `User-Agent` that is sent to hosts.',
  ),
  httpProxy: secret(
    withLowerCase(
      optional(
        'HTTP_PROXY',
        proxyUrl,
        'direct connections',
        'Proxy for `http` addresses: `http://user:password@host:port`. The lowercase name takes precedence.',
      ),
    ),
  ),
  httpsProxy: secret(
    withLowerCase(
      optional(
        'HTTPS_PROXY',
        proxyUrl,
        'direct connections',
        'Proxy for `https` addresses, which are tunneled (`CONNECT`). The lowercase name takes precedence.',
      ),
    ),
  ),
  noProxy: withLowerCase(
    variable({
      name: 'NO_PROXY',
      parse: proxyExceptions,
      fallback: NONE,
      fallbackText: 'none',
      doc: 'Hosts that do not use a proxy: names, which include all subdomains, addresses, or networks such as `10.0.0.0/8`, each with an optional `:port`. `*` matches all hosts. The lowercase name takes precedence.',
    }),
  ),
};
