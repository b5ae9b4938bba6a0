import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { BlockedAddress, NoPublicHost } from './fetch-problem.js';
import { orAbort } from '../concurrency/or-abort.js';

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** An address that may be asked, and how. */
export interface Route {
  readonly url: URL;
  /** The addresses that may be connected to; unused, and empty, by way of a proxy. */
  readonly addresses: readonly HostAddress[];
  /** True where an operator allows the host, or is the one who named it: it may be private. */
  readonly trusted: boolean;
  readonly proxy: URL | null;
}

export interface VettingRules {
  /** `host` or `host:port` that may be private and use any port. */
  readonly allowedHosts: readonly string[];
  /** True for addresses of the operator's configuration alone. */
  readonly trusted: boolean;
  readonly proxyOf: (url: URL) => URL | null;
  /** Longest wait for the names of hosts, in milliseconds. */
  readonly lookupMs: number;
}

const DEFAULT_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

/** A proxy looks names up itself, and where there is one there often is no other way to. */
const LOOKUP_BEFORE_PROXY_MS = 2_000;

/**
 * Checks a URL before anything is sent: scheme, credentials, port, and that every address of its host
 * is public unicast. By way of a proxy a name that cannot be looked up here passes: the proxy decides.
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
    throw new BlockedAddress('Only the ports 80 and 443 are fetched from.');
  }
  const proxy = rules.proxyOf(url);
  const lookupMs = proxy ? Math.min(rules.lookupMs, LOOKUP_BEFORE_PROXY_MS) : rules.lookupMs;
  const addresses = await addressesOf(url, lookupMs, signal).catch((error: unknown) => {
    signal.throwIfAborted();
    if (proxy) return [];
    throw error;
  });
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
    throw new BlockedAddress('Only http and https addresses are fetched.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new BlockedAddress('An address with a user name or password is not fetched.');
  }
  url.hash = '';
  return url;
}

function isAllowed(url: URL, allowedHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowedHosts.includes(url.hostname) || allowedHosts.includes(`${url.hostname}:${port}`);
}

/** @throws NoPublicHost when there are none, or none that could be had in time */
async function addressesOf(
  url: URL,
  lookupMs: number,
  signal: AbortSignal,
): Promise<readonly HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return [{ address: host, family: isIP(host) }];
  const limit = AbortSignal.any([signal, AbortSignal.timeout(lookupMs)]);
  try {
    const found = await orAbort(lookup(host, { all: true, verbatim: true }), limit);
    if (found.length > 0) return found;
  } catch (error) {
    signal.throwIfAborted();
    const passing = limit.aborted || (error as { code?: string }).code === 'EAI_AGAIN';
    throw new NoPublicHost('unknown', { passing, cause: error });
  }
  throw new NoPublicHost('unknown');
}

/** Addresses that clouds answer themselves at, though they lie in public space. */
const PLATFORM: ReadonlySet<string> = new Set(['168.63.129.16']);
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * True for public unicast addresses; IPv4 inside IPv6 is judged as IPv4. Of IPv6 only `2000::/3` is
 * given out to anyone (RFC 4291, section 2.4, and the registry of IANA).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast' || PLATFORM.has(parsed.toString())) return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_UNICAST);
}
