import { InvalidValue, type Parser } from './parsers.js';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-f:.]+\\])$`);

/** A host to listen on or to be reached at: a name, an IPv4 or a bare IPv6 address. */
export const listenHost: Parser<string> = (text) => {
  const lower = text.toLowerCase();
  if (HOST.test(lower) || HOST.test(`[${lower}]`)) return lower;
  throw new InvalidValue('a host name or an IP address, without scheme or port');
};

/**
 * A comma-separated list of exact `host[:port]` entries, lower case.
 *
 * Refused, because each would let in more than it names or never match what a browser sends:
 * wildcards, schemes, paths, user info, a trailing dot, letters outside ASCII (write punycode).
 */
export const hostList: Parser<readonly string[]> = (text) =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(hostEntry);

function hostEntry(entry: string): string {
  const lower = entry.toLowerCase();
  const [, host = '', port] = /^(.*?)(?::(\d{1,5}))?$/.exec(lower) ?? [];
  const portAllowed = port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
  if (HOST.test(host) && host.length <= 253 && portAllowed) return lower;
  const hint = entry.includes('*') ? ' A wildcard is never allowed: name every host.' : '';
  throw new InvalidValue(
    'exact host[:port] entries separated by commas, without scheme, path or wildcard' +
      ` (wrong: ${JSON.stringify(entry)}).${hint}`,
  );
}
