import type { Request } from 'express';
import type { Config } from '../../config/types.js';

/**
 * Base of the links in an answer, without a slash at its end: the configured public address, else
 * the local address the request came in at. Never the `Host` header, which the caller chooses.
 */
export function baseUrl(req: Request, config: Config): string {
  if (config.server.publicUrl !== null) return config.server.publicUrl;
  const { host, port } = config.server;
  return `http://${linkHost(host)}:${req.socket.localPort ?? port}`;
}

/** A host as a browser can open it: a wildcard address is reached over loopback. */
function linkHost(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '[::]' || host === '127.0.0.1') {
    return 'localhost';
  }
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}
