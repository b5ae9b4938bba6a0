import type { Duplex } from 'node:stream';
import type { FileNames } from './replace-file.js';

/** The packets of SFTP version 3 that an upload needs (the draft that OpenSSH implements). */
const PACKET = {
  init: 1,
  version: 2,
  open: 3,
  close: 4,
  write: 6,
  remove: 13,
  mkdir: 14,
  stat: 17,
  rename: 18,
  status: 101,
  handle: 102,
  attributes: 105,
  extended: 200,
} as const;

/** For writing; made if missing, emptied if not. */
const OPEN_TO_WRITE = 0x02 | 0x08 | 0x10;
const HAS_SIZE = 0x01;
const OK = 0;
const POSIX_RENAME = 'posix-rename@openssh.com';
const CHUNK_BYTES = 32_768;
const WRITES_AT_ONCE = 16;
/** Longer packets are not from a server. */
const MAX_PACKET_BYTES = 1 << 18;

/** A server refused something. */
export class SftpStatus extends Error {
  constructor(readonly code: number) {
    super(`The server answered with status ${code}.`);
  }
}

interface Packet {
  readonly type: number;
  readonly body: Buffer;
}

interface Waiting {
  readonly resolve: (packet: Packet) => void;
  readonly reject: (error: Error) => void;
}

/** The part of an SFTP client that uploads need. */
export class SftpClient implements FileNames {
  private readonly waiting = new Map<number, Waiting>();
  private received: Buffer = Buffer.alloc(0);
  private nextId = 1;
  private canReplace = false;
  private closed: Error | null = null;

  private constructor(private readonly stream: Duplex) {
    stream.on('data', (chunk: Buffer) => this.receive(chunk));
    const end = (error?: Error) =>
      this.end(error ?? new Error('The server closed the connection.'));
    stream.once('error', end);
    stream.once('close', () => end());
    stream.once('end', () => end());
  }

  /** @param stream the subsystem `sftp` of a connection */
  static async open(stream: Duplex): Promise<SftpClient> {
    const client = new SftpClient(stream);
    const answer = client.wait(0);
    client.send(Buffer.from([PACKET.init, 0, 0, 0, 3]));
    const { type, body } = await answer;
    if (type !== PACKET.version) throw new Error('The server does not speak SFTP.');
    client.canReplace = body.includes(POSIX_RENAME);
    return client;
  }

  /** Makes a folder. One that exists is fine. */
  async makeFolder(path: string): Promise<void> {
    try {
      await this.status(PACKET.mkdir, text(path), uint32(0));
    } catch (error) {
      // Servers have no code of their own for a folder that exists.
      await this.size(path).catch(() => Promise.reject(error as Error));
    }
  }

  /** Writes a file from its beginning. */
  async write(path: string, content: AsyncIterable<Buffer>): Promise<void> {
    const handle = await this.openFile(path);
    const open = new Set<Promise<void>>();
    // A write can be refused while nothing waits for it, and those after it can succeed.
    let refusal: unknown = null;
    let offset = 0;
    for await (const part of content) {
      for (let start = 0; start < part.length; start += CHUNK_BYTES) {
        const chunk = part.subarray(start, start + CHUNK_BYTES);
        const written = this.status(PACKET.write, handle, uint64(offset), bytes(chunk));
        const settled = written
          .catch((error: unknown) => void (refusal ??= error))
          .finally(() => open.delete(settled));
        open.add(settled);
        offset += chunk.length;
        if (open.size >= WRITES_AT_ONCE) await Promise.race(open);
        if (refusal !== null) throw refusal;
      }
    }
    await Promise.all(open);
    if (refusal !== null) throw refusal;
    await this.status(PACKET.close, handle);
  }

  /** The size of a file, if the server says it. */
  async size(path: string): Promise<number | null> {
    const { type, body } = await this.ask(PACKET.stat, text(path));
    if (type !== PACKET.attributes) throw statusOf(body);
    return body.readUInt32BE(0) & HAS_SIZE ? Number(body.readBigUInt64BE(4)) : null;
  }

  /** Gives a file another name. Some servers replace what has it, and others refuse that. */
  async rename(from: string, to: string): Promise<void> {
    if (this.canReplace) {
      return this.status(PACKET.extended, text(POSIX_RENAME), text(from), text(to));
    }
    return this.status(PACKET.rename, text(from), text(to));
  }

  async remove(path: string): Promise<void> {
    return this.status(PACKET.remove, text(path));
  }

  isRefusal(error: unknown): boolean {
    return error instanceof SftpStatus;
  }

  private async openFile(path: string): Promise<Buffer> {
    const { type, body } = await this.ask(
      PACKET.open,
      text(path),
      uint32(OPEN_TO_WRITE),
      uint32(0),
    );
    if (type !== PACKET.handle) throw statusOf(body);
    return body;
  }

  private async status(type: number, ...parts: readonly Buffer[]): Promise<void> {
    const answer = await this.ask(type, ...parts);
    const status = statusOf(answer.body);
    if (answer.type !== PACKET.status || status.code !== OK) throw status;
  }

  private ask(type: number, ...parts: readonly Buffer[]): Promise<Packet> {
    const id = this.nextId++;
    const answer = this.wait(id);
    this.send(Buffer.concat([Buffer.from([type]), uint32(id), ...parts]));
    return answer;
  }

  private wait(id: number): Promise<Packet> {
    if (this.closed) return Promise.reject(this.closed);
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  private send(packet: Buffer): void {
    if (!this.closed) this.stream.write(Buffer.concat([uint32(packet.length), packet]));
  }

  private receive(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    while (this.received.length >= 5) {
      const length = this.received.readUInt32BE(0);
      if (length < 5 || length > MAX_PACKET_BYTES) {
        this.stream.destroy(new Error('The server does not speak SFTP.'));
        return;
      }
      if (this.received.length < 4 + length) return;
      const packet = this.received.subarray(4, 4 + length);
      this.received = this.received.subarray(4 + length);
      this.settle(packet);
    }
  }

  private settle(packet: Buffer): void {
    const type = packet[0]!;
    // The answer to the first packet has a version in place of an ID.
    const id = type === PACKET.version ? 0 : packet.readUInt32BE(1);
    this.waiting.get(id)?.resolve({ type, body: packet.subarray(5) });
    this.waiting.delete(id);
  }

  private end(error: Error): void {
    this.closed ??= error;
    for (const { reject } of this.waiting.values()) reject(this.closed);
    this.waiting.clear();
  }
}

function statusOf(body: Buffer): SftpStatus {
  return new SftpStatus(body.length >= 4 ? body.readUInt32BE(0) : -1);
}

function uint32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
}

function uint64(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(value));
  return buffer;
}

function bytes(content: Buffer): Buffer {
  return Buffer.concat([uint32(content.length), content]);
}

function text(value: string): Buffer {
  return bytes(Buffer.from(value));
}
