import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What the link does with bytes. `ends-new` ends each new connection as it is established. */
type Mode = 'passes' | 'silent' | 'refuses' | 'ends-new';

/** The server says that it is ready for the first statement. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
const TERMINATED = errorMessage('57P01', 'terminating connection due to administrator command');

/** A network between the service and a Postgres, which a test can cut, silence, or lead elsewhere. */
export class DatabaseLink {
  /** For new connections. */
  mode: Mode = 'passes';
  private readonly pairs = new Set<{ client: Socket; server: Socket; silent: boolean }>();

  private constructor(
    private readonly listener: Server,
    private targetPort: number,
  ) {}

  static async to(url: string): Promise<DatabaseLink> {
    const listener = createServer();
    const link = new DatabaseLink(listener, Number(new URL(url).port));
    listener.on('connection', (client) => link.join(client));
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
    return link;
  }

  /** The same URL through this link. */
  through(url: string): string {
    const parsed = new URL(url);
    parsed.port = String((this.listener.address() as AddressInfo).port);
    return parsed.href;
  }

  /** New connections lead to another server. */
  switchTo(url: string): void {
    this.targetPort = Number(new URL(url).port);
  }

  /** No byte of the present connections arrives any more. They stay open. */
  silence(): void {
    for (const pair of this.pairs) pair.silent = true;
  }

  /** Resets the present connections. */
  cut(): void {
    for (const { client, server } of this.pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  }

  get connections(): number {
    return this.pairs.size;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.listener.close(resolve));
  }

  private join(client: Socket): void {
    client.on('error', () => {});
    if (this.mode === 'refuses') {
      client.resetAndDestroy();
      return;
    }
    const endsNew = this.mode === 'ends-new';
    const server = connect(this.targetPort, '127.0.0.1');
    const pair = { client, server, silent: this.mode === 'silent' };
    this.pairs.add(pair);
    server.on('error', () => client.destroy());
    client.on('data', (bytes) => pair.silent || server.write(bytes));
    server.on('data', (bytes) => {
      if (pair.silent) return;
      const isReady = endsNew && bytes.includes(READY);
      if (isReady) client.end(Buffer.concat([bytes, TERMINATED]));
      else client.write(bytes);
    });
    client.on('close', () => {
      this.pairs.delete(pair);
      server.destroy();
    });
    server.on('close', () => pair.silent || client.end());
  }
}

/** A fatal error, as a server that shuts down sends it. */
function errorMessage(code: string, text: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${text}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
