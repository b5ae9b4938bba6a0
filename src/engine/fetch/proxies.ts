import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { ProxySettings } from '../../config/types.js';

/**
 * The proxy for an address, or null. Loopback addresses never use a proxy, because they would then refer to
 * the proxy itself.
 */
export function proxyFor(url: URL, { http, https, except }: ProxySettings): URL | null {
  const proxy = url.protocol === 'https:' ? https : http;
  if (proxy === null) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (isLoopback(host)) return null;
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return except.some((entry) => matches(entry, host, port)) ? null : new URL(proxy);
}

function isLoopback(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  return isIP(host) !== 0 && ipaddr.process(host).range() === 'loopback';
}

/** `*`, `example.com`, `.example.com`, `*.example.com`, `10.0.0.0/8`, `[::1]`, each with an optional `:port`. */
function matches(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const { name, wanted } = splitPort(entry);
  if (wanted !== null && wanted !== port) return false;
  if (isIP(host) !== 0) return matchesAddress(name, host);
  const domain = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}

function splitPort(entry: string): { name: string; wanted: string | null } {
  if (isIP(entry) === 6) return { name: entry, wanted: null };
  const [, name, wanted] = /^(.*?)(?::(\d{1,5}))?$/.exec(entry)!;
  return { name: name!.replace(/^\[|\]$/g, ''), wanted: wanted ?? null };
}

function matchesAddress(entry: string, host: string): boolean {
  const address = ipaddr.process(host);
  if (ipaddr.isValid(entry)) return ipaddr.process(entry).toString() === address.toString();
  if (!ipaddr.isValidCIDR(entry)) return false;
  const [network, bits] = ipaddr.parseCIDR(entry);
  return network.kind() === address.kind() && address.match([network, bits] as never);
}

/** Where a proxy listens, and what opens a request to it. */
export function proxyPlace({ protocol, hostname, port }: URL) {
  return {
    request: protocol === 'https:' ? httpsRequest : httpRequest,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || undefined,
  };
}

/** The header with the credentials for a proxy (RFC 9110, section 11.7.2), if there are any. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(pair).toString('base64')}` };
}
