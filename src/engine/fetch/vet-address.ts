import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { BlockedAddress, NoPublicHost } from './fetch-problem.js';
import { type HostAddress, NoAddress, resolveTrusted, resolveUntrusted } from './resolve-host.js';

/** A vetted address, and how to connect to it. */
export interface Route {
  readonly url: URL;
  /** The vetted IP addresses of the host. Empty with a proxy. */
  readonly addresses: readonly HostAddress[];
  /** True if the operator allows or configured the host, so that it can be private. */
  readonly trusted: boolean;
  readonly proxy: URL | null;
}

export interface VettingRules {
  /** `host` or `host:port` entries that can be private and use any port. */
  readonly allowedHosts: readonly string[];
  /** True only for addresses of the configuration. */
  readonly trusted: boolean;
  readonly proxyOf: (url: URL) => URL | null;
  /** Maximum time of a DNS lookup in milliseconds. */
  readonly lookupMs: number;
}

const DEFAULT_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

const OTHER_PORT =
  'Only the ports 80 and 443 are allowed. ' +
  'The operator can allow a host and its port with VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.';

/** With a proxy, the lookup here is optional and often impossible, because the proxy resolves names itself. */
const LOOKUP_BEFORE_PROXY_MS = 2_000;

/**
 * Checks a URL before anything is sent: its scheme, credentials, and port, and that all IP addresses of its
 * host are public unicast addresses. With a proxy, a name that cannot be resolved here is accepted, and the
 * proxy decides.
 *
 * @throws BlockedAddress, NoPublicHost
 */
export async function vetAddress(
  text: string,
  rules: VettingRules,
  signal: AbortSignal,
): Promise<Route> {
  const url = checkedUrl(text);
  const trusted = rules.trusted || isAllowed(url, rules.allowedHosts);
  if (!trusted && !DEFAULT_PORTS.has(url.port)) {
    throw new BlockedAddress(OTHER_PORT);
  }
  const proxy = rules.proxyOf(url);
  const lookupMs = proxy ? Math.min(rules.lookupMs, LOOKUP_BEFORE_PROXY_MS) : rules.lookupMs;
  const addresses = await addressesOf(url, { trusted, lookupMs }, signal).catch(
    (error: unknown) => {
      signal.throwIfAborted();
      if (proxy) return [];
      throw error;
    },
  );
  if (!trusted && !addresses.every(({ address }) => isPublic(address))) {
    throw new NoPublicHost('private');
  }
  return { url, addresses: proxy ? [] : addresses, trusted, proxy };
}

/** @throws BlockedAddress */
function checkedUrl(text: string): URL {
  if (!URL.canParse(text)) throw new BlockedAddress('The address is not a valid URL.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BlockedAddress('Only http and https addresses are allowed.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new BlockedAddress('The address contains a user name or password. Remove it.');
  }
  url.hash = '';
  return url;
}

function isAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowedHosts.includes(url.hostname) || allowedHosts.includes(`${url.hostname}:${port}`);
}

/** @throws NoPublicHost when the lookup finds no address or takes too long */
async function addressesOf(
  url: URL,
  { trusted, lookupMs }: Pick<VettingRules, 'trusted' | 'lookupMs'>,
  signal: AbortSignal,
): Promise<readonly HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return [{ address: host, family: isIP(host) }];
  const limit = AbortSignal.any([signal, AbortSignal.timeout(lookupMs)]);
  try {
    return await (trusted ? resolveTrusted : resolveUntrusted)(host, limit);
  } catch (error) {
    signal.throwIfAborted();
    const isTransient = !(error instanceof NoAddress) || error.isTransient;
    const cause = error instanceof NoAddress ? error.cause : error;
    throw new NoPublicHost('unknown', { isTransient, cause });
  }
}

/** Addresses in public space that cloud platforms use for their own services. */
const PLATFORM: ReadonlySet<string> = new Set(['168.63.129.16']);
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for public unicast addresses. IPv4 addresses in IPv6 are checked as IPv4. The only globally assigned
 * IPv6 range is `2000::/3` (RFC 4291, section 2.4, and the IANA registry).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || PLATFORM.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST);
}
