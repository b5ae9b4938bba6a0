import { createConnection, createServer, type Server, type Socket } from 'node:net';

/** What becomes of a statement: it never arrives, or it runs and its answer is lost. */
export type Loss = 'statement' | 'answer';

/** A proxy before Postgres that cuts a connection at a chosen statement. */
export class LossyProxy {
  /** Connections that were cut. */
  cuts = 0;
  private readonly sockets = new Set<Socket>();
  private armed: { readonly marker: string; readonly loss: Loss; left: number } | null = null;
  private refusing = false;

  private constructor(
    private readonly server: Server,
    /** The URL of the database through the proxy. */
    readonly url: string,
  ) {}

  static async start(databaseUrl: string): Promise<LossyProxy> {
    const target = new URL(databaseUrl);
    const server = createServer((client) => proxy.connect(client, target));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const url = new URL(databaseUrl);
    url.port = String(port);
    const proxy = new LossyProxy(server, url.href);
    return proxy;
  }

  /** Cuts the next `times` connections that send a text. */
  cutAt(marker: string, loss: Loss, times = 1): void {
    this.armed = { marker, loss, left: times };
  }

  /** Ends all connections and refuses others, as a server that is stopped. */
  stopServing(): void {
    this.refusing = true;
    for (const socket of this.sockets) socket.destroy();
  }

  serveAgain(): void {
    this.refusing = false;
  }

  async close(): Promise<void> {
    this.stopServing();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private connect(client: Socket, target: URL): void {
    if (this.refusing) return void client.destroy();
    const database = createConnection(Number(target.port), target.hostname);
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    let cutting = false;
    client.on('data', (chunk) => {
      const { armed } = this;
      if (armed !== null && armed.left > 0 && chunk.includes(armed.marker)) {
        armed.left--;
        this.cuts++;
        cutting = true;
        if (armed.loss === 'statement') client.destroy();
      }
      if (!client.destroyed) database.write(chunk);
    });
    // With the first byte of its answer, the statement has been executed and committed.
    database.on('data', (chunk) => (cutting ? client.destroy() : client.write(chunk)));
  }
}
