import type { Request } from 'express';
import type { Config } from '../../config/types.js';

/**
 * The base URL of the links in a response, without a trailing slash: the configured public URL, or
 * the local address that received the request. It never uses the `Host` header, which the caller
 * controls.
 */
export function baseUrl(req: Request, config: Config): string {
  if (config.server.publicUrl !== null) return config.server.publicUrl;
  const { host, port } = config.server;
  return `http://${linkHost(host)}:${req.socket.localPort ?? port}`;
}

/** A host that a browser can open: a wildcard address is available on loopback. */
function linkHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '[::]' || host === '127.0.0.1') {
    return 'localhost';
  }
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
