import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReverseProxy {
  /** Of the proxy, with the prefix. */
  readonly url: string;
  /** Paths as they were asked of the proxy. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/**
 * Serves what is at `target` below a path, as nginx does with `proxy_pass`; anything else is 502.
 *
 * @param strips false: what stands before is passed on, as a router without rewriting does
 */
export async function startReverseProxy(
  prefix: string,
  target: () => string,
  { port = 0, strips = true }: { port?: number; strips?: boolean } = {},
): Promise<ReverseProxy> {
  const asked: string[] = [];
  const server: Server = createServer((req, res) => {
    const path = req.url ?? '';
    asked.push(path);
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
        path: strips ? path.slice(prefix.length) || '/' : path,
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
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
