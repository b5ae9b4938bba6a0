import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { isProbePath } from '../http/routes/paths.js';
import type { Shutdown } from '../http/requests/shutdown.js';

/** A load balancer that asked for readiness so recently will ask again. */
const WATCHED_MS = 30_000;
/** How long the server goes on accepting connections, so that a load balancer sees that it is not ready. */
const NOTICE_MS = 2_000;

/**
 * Ends the connections of a server that stops. From the beginning of the shutdown, every response closes its
 * connection, since a client could otherwise use one for ever.
 */
export class Drain {
  private readonly sockets = new Set<Socket>();
  private readonly responses = new Set<ServerResponse>();
  private probedAt = -Infinity;
  private noticed = () => {};

  constructor(
    private readonly server: Server,
    private readonly shutdown: Shutdown,
  ) {
    server.on('connection', (socket: Socket) => {
      this.sockets.add(socket);
      socket.once('close', () => this.sockets.delete(socket));
    });
    server.prependListener('request', (req: IncomingMessage, res: ServerResponse) => {
      this.responses.add(res);
      res.once('close', () => this.responses.delete(res));
      if (isProbePath(pathOf(req))) this.noteProbe(res);
      if (shutdown.signal.aborted) closeAfter(res);
    });
    shutdown.signal.addEventListener('abort', () => this.responses.forEach(closeAfter));
  }

  /** Resolves when all connections have ended. Those that are left after `withinMs` are destroyed. */
  async finish(withinMs: number): Promise<void> {
    const stop = new AbortController();
    const wait = (ms: number) => delay(ms, undefined, { signal: stop.signal }).catch(() => {});
    const end = wait(withinMs);
    const isWatched = performance.now() - this.probedAt < WATCHED_MS;
    const noticed = new Promise<void>((resolve) => (this.noticed = resolve));
    if (isWatched) await Promise.race([noticed, wait(Math.min(NOTICE_MS, withinMs))]);
    const closed = new Promise((resolve) => this.server.close(resolve));
    await Promise.race([closed, end]);
    for (const socket of this.sockets) socket.destroy();
    stop.abort();
  }

  private noteProbe(res: ServerResponse): void {
    this.probedAt = performance.now();
    if (this.shutdown.signal.aborted) res.once('finish', () => this.noticed());
  }
}

/** Lets a response close its connection, unless its headers are sent already. */
function closeAfter(res: ServerResponse): void {
  if (!res.headersSent) res.setHeader('Connection', 'close');
}

function pathOf({ url = '' }: IncomingMessage): string {
  return url.split('?', 1)[0]!;
}
