import { isIP } from 'node:net';
import { normalizeIp } from '@nestjs/throttler';
import type { Request } from 'express';

/**
 * Whom a request is counted for: an IPv4 address, or the /64 network of an IPv6 one, which is what
 * one customer gets to choose addresses from. An IPv4 address in IPv6 clothes counts as itself.
 *
 * `req.ip` believes `X-Forwarded-For` for as many proxies as configured; when what stands there is
 * no address, the connection's own is taken.
 */
export function clientAddress(req: Request): string {
  const forwarded = stripZone(req.ip ?? '');
  const address = isIP(forwarded) ? forwarded : stripZone(req.socket.remoteAddress ?? '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return mapped ?? normalizeIp(address, 64);
}

function stripZone(address: string): string {
  return address.replace(/%.*$/, '');
}
