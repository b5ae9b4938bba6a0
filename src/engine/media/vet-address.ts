import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Why an address may not be fetched; a sentence without the address. */
export class BlockedAddress extends Error {}

export interface Vetted {
  readonly url: URL;
  /** The addresses that may be connected to. */
  readonly addresses: readonly { readonly address: string; readonly family: number }[];
}

const DEFAULT_PORTS: ReadonlySet<string> = new Set(['', '80', '443']);

/**
 * Checks a URL before anything is sent: scheme, credentials, port, and that every address of its
 * host is public unicast. Hosts of `allowedHosts` (`host` or `host:port`) may be private and use any
 * port.
 *
 * @throws BlockedAddress when it may not be fetched; private, missing and closed hosts read the same
 */
export async function vetAddress(text: string, allowedHosts: readonly string[]): Promise<Vetted> {
  if (!URL.canParse(text)) throw new BlockedAddress('The address is not a valid URL.');
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BlockedAddress('Only http and https addresses are fetched.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new BlockedAddress('An address with a user name or password is not fetched.');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  const allowed =
    allowedHosts.includes(url.hostname) || allowedHosts.includes(`${url.hostname}:${port}`);
  if (!allowed && !DEFAULT_PORTS.has(url.port)) {
    throw new BlockedAddress('Only the ports 80 and 443 are fetched from.');
  }
  const addresses = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true, verbatim: true }).catch(() => []);
  const open = addresses.length > 0 && addresses.every(({ address }) => isPublic(address));
  if (!allowed && !open) {
    throw new BlockedAddress('The host of the address is not on the public internet.');
  }
  return { url, addresses };
}

/** True for public unicast addresses; IPv4 inside IPv6 is judged as IPv4. */
export function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}
