import { connect, createServer, type Server, type Socket } from 'node:net';

/** `silent`: nothing passes and nobody is told, as if a cable were cut. `refuse`: connections are reset. */
export type LinkState = 'open' | 'silent' | 'refuse';

/** Which of the two sides of a statement is lost: the statement itself, or its answer. */
export type LostSide = 'statement' | 'answer';

/** The end of an answer of Postgres outside of a transaction (ReadyForQuery, idle). */
const IDLE = Buffer.from('Z\0\0\0\x05I', 'latin1');

interface Trap {
  readonly text: string;
  readonly side: LostSide;
  readonly spring: () => void;
}

/** One connection of a link. */
class Wire {
  /** True if its answers are withheld from the next idle state of Postgres on. */
  private frozenAtIdle: Trap | null = null;
  private frozen = false;

  constructor(
    readonly near: Socket,
    readonly far: Socket,
    private readonly link: FaultyLink,
  ) {
    near.on('data', (chunk) => this.forward(chunk));
    far.on('data', (chunk) => this.answer(chunk));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy());
      // Who is behind a silent link does not learn that the other side has gone.
      one.on('close', () => this.link.whenOpen(() => other.destroy()));
    }
  }

  private forward(chunk: Buffer): void {
    this.link.observe(chunk);
    const trap = this.frozen ? null : this.link.trapFor(chunk);
    if (trap?.side === 'statement') this.freeze(trap);
    else if (trap) this.frozenAtIdle = trap;
    if (!this.frozen) this.link.whenOpen(() => this.far.write(chunk));
  }

  private answer(chunk: Buffer): void {
    if (this.frozenAtIdle && chunk.includes(IDLE)) this.freeze(this.frozenAtIdle);
    if (!this.frozen) this.link.whenOpen(() => this.near.write(chunk));
  }

  /** Withholds everything from now on. */
  private freeze({ spring }: Trap): void {
    this.frozen = true;
    this.frozenAtIdle = null;
    spring();
  }

  get isFrozen(): boolean {
    return this.frozen;
  }

  destroy(): void {
    this.near.resetAndDestroy();
    this.far.resetAndDestroy();
  }
}

/** The way of one program to a local port, usually Postgres. It can be cut, and lose single statements. */
export class FaultyLink {
  private state: LinkState = 'open';
  private readonly wires = new Set<Wire>();
  private waiting: (() => void)[] = [];
  private trap: Trap | null = null;
  /** Called with everything that the program sends. */
  observe: (chunk: Buffer) => void = () => {};

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(targetPort: number, host = '127.0.0.1'): Promise<FaultyLink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const link = new FaultyLink(server, (server.address() as { port: number }).port);
    server.on('connection', (near) => {
      if (link.state === 'refuse') {
        near.on('error', () => {});
        near.resetAndDestroy();
        return;
      }
      const wire = new Wire(near, connect(targetPort, '127.0.0.1'), link);
      link.wires.add(wire);
      // A reset must reach the side that is still open.
      for (const socket of [near, wire.far]) {
        socket.on('close', () => {
          if (near.closed && wire.far.closed) link.wires.delete(wire);
        });
      }
    });
    return link;
  }

  set(state: LinkState): void {
    this.state = state;
    if (state === 'refuse') this.reset();
    if (state !== 'open') return;
    for (const action of this.waiting.splice(0)) action();
  }

  /** Ends all connections. What a silent link withholds is lost. */
  reset(): void {
    this.waiting = [];
    for (const wire of this.wires) wire.destroy();
  }

  /** Ends the connections that a lost statement has left frozen. */
  dropFrozen(): void {
    for (const wire of this.wires) if (wire.isFrozen) wire.destroy();
  }

  /**
   * Loses the next statement with this text, or its answer. Resolves when that has happened; the connection
   * is frozen then, until {@link dropFrozen}.
   */
  lose(text: string, side: LostSide, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const trap = { text, side, spring: () => resolve(true) };
      this.trap = trap;
      signal.addEventListener('abort', () => {
        if (this.trap === trap) this.trap = null;
        resolve(false);
      });
    });
  }

  /** The trap that this chunk springs. */
  trapFor(chunk: Buffer): Trap | null {
    const { trap } = this;
    if (!trap || !chunk.includes(trap.text)) return null;
    this.trap = null;
    return trap;
  }

  whenOpen(action: () => void): void {
    if (this.state === 'silent') this.waiting.push(action);
    else action();
  }

  async close(): Promise<void> {
    this.reset();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
