import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReverseProxy {
  /** The URL of the proxy, including the prefix. */
  readonly url: string;
  /** The paths that clients requested from the proxy. */
  readonly requestedPaths: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves `target` below a path prefix, like nginx with `proxy_pass`. Other paths get 502.
 *
 * @param stripsPrefix whether the proxy removes the prefix before it forwards a request
 */
export async function startReverseProxy(
  prefix: string,
  target: () => string,
  { port = 0, stripsPrefix = true }: { port?: number; stripsPrefix?: boolean } = {},
): Promise<ReverseProxy> {
  const requestedPaths: string[] = [];
  const server: Server = createServer((req, res) => {
    const path = req.url ?? '';
    requestedPaths.push(path);
    if (path !== prefix && !path.startsWith(`${prefix}/`)) {
      res.writeHead(502).end('another service');
      return;
    }
    const url = new URL(target());
    const onward = request(
      {
        host: url.hostname,
        port: url.port,
        method: req.method,
        path: stripsPrefix ? path.slice(prefix.length) || '/' : path,
        headers: { ...req.headers, 'x-forwarded-for': '198.51.100.1' },
      },
      (answer) => {
        res.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(res);
      },
    );
    onward.on('error', () => res.destroy());
    req.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}`,
    requestedPaths,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
