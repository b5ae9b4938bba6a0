import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** Answers a request. `nth` counts the requests for the same path, from 1. */
export type Script = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A loopback server that runs a script for each path and records the requests. */
export class ScriptedServer {
  readonly scripts = new Map<string, Script>();
  readonly requests: IncomingMessage[] = [];
  readonly sockets = new Set<Socket>();
  /** The largest number of requests that were open at the same time. */
  maxOpenRequests = 0;
  private connections = 0;
  private open = 0;

  private constructor(
    private readonly server: Server,
    private readonly scheme: string,
  ) {}

  static async start(tls?: ServerOptions): Promise<ScriptedServer> {
    const server = tls ? createTlsServer(tls) : createServer();
    const scripted = new ScriptedServer(server, tls ? 'https' : 'http');
    server.on('request', (request, response) => scripted.answer(request, response));
    server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
      scripted.connections++;
      scripted.sockets.add(socket);
      socket.on('close', () => scripted.sockets.delete(socket));
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return scripted;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get url(): string {
    return `${this.scheme}://${this.host}`;
  }

  get connectionCount(): number {
    return this.connections;
  }

  /** Returns the values of a header in all requests for a path. */
  headersOf(path: string, name: string): (string | undefined)[] {
    return this.requests
      .filter(({ url }) => url === path)
      .map(({ headers }) => headers[name] as string | undefined);
  }

  reset(): void {
    this.scripts.clear();
    this.requests.length = 0;
    this.maxOpenRequests = 0;
    this.connections = 0;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    this.requests.push(request);
    const path = request.url ?? '';
    const nth = this.requests.filter(({ url }) => url === path).length;
    this.open++;
    this.maxOpenRequests = Math.max(this.maxOpenRequests, this.open);
    response.once('close', () => this.open--);
    const script = this.scripts.get(path) ?? this.scripts.get(path.split('?', 1)[0]!);
    if (script) script(request, response, nth);
    else response.writeHead(404).end();
  }
}
