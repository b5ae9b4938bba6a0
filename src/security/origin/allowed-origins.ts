import { isIP } from 'node:net';
import type { Request } from 'express';
import type { Config } from '../../config/types.js';

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/**
 * The origins of the configured entries, as browsers send them: https (and http for loopback), without
 * the default port.
 */
export function originsOf(entries: readonly string[]): ReadonlySet<string> {
  return new Set(
    entries.flatMap((entry) => {
      const origins = [new URL(`https://${entry}`).origin];
      if (LOOPBACK.test(hostOf(entry))) origins.push(new URL(`http://${entry}`).origin);
      return origins;
    }),
  );
}

/**
 * True for the origin of the service itself: its public URL, or the address in `Host` if that is an IP
 * address, `localhost`, or the configured host. Any other name in `Host` proves nothing, because a page
 * can point its own name to the address of the service (DNS rebinding).
 */
export function isOwnOrigin(origin: string, req: Request, server: Config['server']): boolean {
  if (server.publicUrl !== null && origin === new URL(server.publicUrl).origin) return true;
  const host = req.headers.host?.toLowerCase();
  if (host === undefined || !isUnforgeable(hostOf(host), server.host)) return false;
  const url = `${req.protocol}://${host}`;
  return URL.canParse(url) && origin === new URL(url).origin;
}

function isUnforgeable(host: string, configured: string): boolean {
  return host === 'localhost' || host === configured || isIP(host.replace(/^\[|\]$/g, '')) !== 0;
}

/** `host[:port]` without the port. An IPv6 address keeps its brackets. */
function hostOf(entry: string): string {
  return entry.replace(/:\d+$/, '');
}
