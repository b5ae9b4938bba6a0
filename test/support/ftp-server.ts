import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { dirname, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createSecureContext, TLSSocket } from 'node:tls';

/** Certificate and key of a server that encrypts when the client asks for it (`AUTH TLS`). */
export interface FtpTls {
  readonly cert: Buffer | string;
  readonly key: Buffer | string;
}

/** An FTP server for uploads into a folder, with the user `ann` and the password `secret`. */
export interface FtpServer {
  readonly port: number;
  /** Commands as `STOR name`, in their order. */
  readonly commands: string[];
  /** Ends the next upload after so many bytes. */
  cutAfter: number | null;
  /** Whether a command, with its argument, is refused. */
  refuses: (line: string) => boolean;
  /** Whether a file can get the name of another. */
  replaces: boolean;
  /** Ends all connections. */
  cut(): void;
  /** The connections that are open. */
  connections(): number;
  close(): Promise<void>;
}

export async function startFtpServer(folder: string, tls: FtpTls | null): Promise<FtpServer> {
  const sockets = new Set<Socket>();
  const state: Settings['state'] = {
    commands: [],
    cutAfter: null,
    refuses: () => false,
    replaces: true,
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    new Session(socket, { folder, tls, state }).greet();
  });
  const port = await listen(server);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return Object.assign(state, {
    port,
    connections: () => sockets.size,
    cut,
    async close() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

interface Settings {
  readonly folder: string;
  readonly tls: FtpTls | null;
  readonly state: Pick<FtpServer, 'commands' | 'cutAfter' | 'refuses' | 'replaces'>;
}

class Session {
  private control: Socket;
  private directory = '/';
  private isSecure = false;
  private user = '';
  private from = '';
  private data: Promise<Socket> | null = null;

  constructor(
    socket: Socket,
    private readonly settings: Settings,
  ) {
    this.control = socket;
  }

  greet(): void {
    this.listenTo(this.control);
    this.reply(220, 'Ready');
  }

  private listenTo(socket: Socket): void {
    let rest = '';
    let queue = Promise.resolve();
    socket.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split('\r\n');
      rest = lines.pop()!;
      for (const line of lines) queue = queue.then(() => this.run(line)).catch(() => {});
    });
  }

  private reply(code: number, words: string): void {
    this.control.write(`${code} ${words}\r\n`);
  }

  private path(name: string): string {
    return posix.resolve(this.directory, name);
  }

  private onDisk(name: string): string {
    return join(this.settings.folder, this.path(name));
  }

  private async run(line: string): Promise<void> {
    const [, verb = '', argument = ''] = /^(\w+) ?(.*)$/.exec(line) ?? [];
    if (verb !== 'PASS') this.settings.state.commands.push(line);
    if (this.settings.state.refuses(line)) return this.reply(550, 'Refused');
    const handler = this.handlers[verb.toUpperCase()];
    if (!handler) return this.reply(502, 'Not implemented');
    await handler(argument).catch((error: unknown) => this.reply(550, String(error)));
  }

  private readonly handlers: Record<string, (argument: string) => Promise<void>> = {
    AUTH: async () => {
      if (this.settings.tls === null) return this.reply(502, 'No TLS');
      this.reply(234, 'TLS');
      const plain = this.control;
      plain.removeAllListeners('data');
      this.control = this.secure(plain);
      this.isSecure = true;
      this.listenTo(this.control);
    },
    PBSZ: async () => this.reply(200, 'OK'),
    PROT: async () => this.reply(200, 'OK'),
    USER: async (name) => {
      this.user = name;
      this.reply(331, 'Password');
    },
    PASS: async (password) =>
      this.user === 'ann' && password === 'secret'
        ? this.reply(230, 'Welcome')
        : this.reply(530, 'Not logged in'),
    FEAT: async () => this.reply(211, 'None'),
    TYPE: async () => this.reply(200, 'OK'),
    STRU: async () => this.reply(200, 'OK'),
    OPTS: async () => this.reply(200, 'OK'),
    PWD: async () => this.reply(257, `"${this.directory}"`),
    CWD: async (name) => {
      if (!(await stat(this.onDisk(name))).isDirectory()) return this.reply(550, 'No folder');
      this.directory = this.path(name);
      this.reply(250, 'OK');
    },
    MKD: async (name) => {
      await mkdir(this.onDisk(name));
      this.reply(257, 'Made');
    },
    SIZE: async (name) => this.reply(213, String((await stat(this.onDisk(name))).size)),
    DELE: async (name) => {
      await rm(this.onDisk(name));
      this.reply(250, 'OK');
    },
    RNFR: async (name) => {
      this.from = this.onDisk(name);
      this.reply(350, 'And?');
    },
    RNTO: async (name) => {
      const isTaken = await stat(this.onDisk(name)).catch(() => null);
      if (isTaken && !this.settings.state.replaces) return this.reply(553, 'It exists');
      await mkdir(dirname(this.onDisk(name)), { recursive: true });
      await rename(this.from, this.onDisk(name));
      this.reply(250, 'OK');
    },
    EPSV: async () => this.reply(229, `Listening (|||${await this.openData()}|)`),
    STOR: async (name) => this.store(name),
    QUIT: async () => this.reply(221, 'Bye'),
  };

  private secure(socket: Socket): TLSSocket {
    const secureContext = createSecureContext({ ...this.settings.tls! });
    const secured = new TLSSocket(socket, { isServer: true, secureContext });
    secured.on('error', () => {});
    return secured;
  }

  private async openData(): Promise<number> {
    const server = createServer();
    const port = await listen(server);
    this.data = new Promise((resolve) => {
      server.once('connection', (socket) => {
        server.close();
        socket.on('error', () => {});
        resolve(this.isSecure ? this.secure(socket) : socket);
      });
    });
    return port;
  }

  private async store(name: string): Promise<void> {
    this.reply(150, 'Send');
    const socket = await this.data!;
    const { state } = this.settings;
    const { cutAfter } = state;
    state.cutAfter = null;
    if (cutAfter !== null) {
      let bytes = 0;
      socket.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes < cutAfter) return;
        socket.destroy();
        this.control.destroy();
      });
    }
    await pipeline(socket, createWriteStream(this.onDisk(name)));
    this.reply(226, 'Stored');
  }
}
