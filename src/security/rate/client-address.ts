import { isIP } from 'node:net';
import { normalizeIp } from '@nestjs/throttler';
import type { Request } from 'express';

/**
 * The client that a request counts for: an IPv4 address, or the /64 network of an IPv6 address, because
 * a customer can usually choose any address of a /64. An IPv4-mapped IPv6 address counts as IPv4.
 *
 * `req.ip` trusts `X-Forwarded-For` for the configured number of proxies. If the header does not contain
 * an address, the address of the connection counts.
 */
export function clientAddress(req: Request): string {
  const forwarded = stripZone(req.ip ?? '');
  return networkOf(isIP(forwarded) ? forwarded : (req.socket.remoteAddress ?? ''));
}

/** The IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(text: string): string {
  const address = stripZone(text);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? normalizeIp(address, 64);
}

function stripZone(address: string): string {
  return address.replace(/%.*$/, '');
}
