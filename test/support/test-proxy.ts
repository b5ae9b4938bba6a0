import {
  createServer,
  type IncomingMessage,
  request as httpRequest,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

/**
 * An HTTP proxy on the loopback interface. It maps host names that no resolver knows to ports of this
 * machine.
 */
export class TestProxy {
  /** The requests so far, as `GET http://…` or `CONNECT host:port`. */
  readonly requests: string[] = [];
  readonly authorizations: (string | undefined)[] = [];
  /** Host names with their ports. Other names get 502. */
  readonly ports = new Map<string, number>();
  /** If set, the credentials that clients must send, as `user:password`. */
  credentials: string | null = null;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  /** @param tls if set, clients connect to the proxy through TLS */
  static async start(tls?: ServerOptions): Promise<TestProxy> {
    const server = tls ? createTlsServer(tls) : createServer();
    const proxy = new TestProxy(server);
    server.on('request', (request, response) => proxy.forward(request, response));
    server.on('connect', (request, socket) => proxy.tunnel(request, socket as Socket));
    server.on('connection', (socket) => proxy.track(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private track(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => this.sockets.delete(socket));
  }

  /** Returns the status to refuse a request with, or null. */
  private refusal(request: IncomingMessage): number | null {
    this.requests.push(`${request.method} ${request.url}`);
    const received = request.headers['proxy-authorization'];
    this.authorizations.push(received);
    const expected = `Basic ${Buffer.from(this.credentials ?? '').toString('base64')}`;
    return this.credentials !== null && received !== expected ? 407 : null;
  }

  private forward(request: IncomingMessage, response: ServerResponse): void {
    const refusal = this.refusal(request);
    const { host, pathname, search } = new URL(request.url ?? '', 'http://no-host');
    const port = this.ports.get(host);
    if (refusal !== null || port === undefined) {
      response.writeHead(refusal ?? 502).end();
      return;
    }
    const { 'proxy-authorization': _, ...headers } = request.headers;
    const onward = httpRequest({ host: '127.0.0.1', port, path: pathname + search, headers });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end();
  }

  private tunnel(request: IncomingMessage, socket: Socket): void {
    const refusal = this.refusal(request);
    const port = this.ports.get(request.url ?? '');
    if (refusal !== null || port === undefined) {
      socket.end(`HTTP/1.1 ${refusal ?? 502} No\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    this.track(onward);
  }
}
