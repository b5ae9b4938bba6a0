import { InvalidValue, type Parser } from './parsers.js';

const LABEL = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?';
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})*|\\[[0-9a-f:.]+\\])$`);

/** A host to listen on: a name, an IPv4 address, or an IPv6 address without brackets. */
export const listenHost: Parser<string> = (text) => {
  const lower = text.toLowerCase();
  if (HOST.test(lower) || HOST.test(`[${lower}]`)) return lower;
  throw new InvalidValue('a host name or an IP address without a scheme or port');
};

/**
 * A comma-separated list of exact `host[:port]` entries, in lowercase.
 *
 * Rejects wildcards, schemes, paths, user info, a trailing dot, and letters outside ASCII (use Punycode).
 * Such entries would match too much, or never match what a browser sends.
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
  const isValidPort = port === undefined || (Number(port) >= 1 && Number(port) <= 65_535);
  if (HOST.test(host) && host.length <= 253 && isValidPort) return lower;
  const hint = entry.includes('*') ? '. Wildcards are not supported: list every host' : '';
  throw new InvalidValue(
    'exact host[:port] entries separated by commas, without a scheme, path, or wildcard' +
      ` (invalid entry: ${JSON.stringify(entry)}${hint})`,
  );
}
