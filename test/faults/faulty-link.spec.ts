import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { FaultyLink } from './storm/faulty-link.js';

/** An answer of Postgres that ends outside of a transaction. */
const IDLE = Buffer.from('Z\0\0\0\x05I', 'latin1');

/** The storm proves nothing if its links lose nothing. */
describe('a faulty link', () => {
  const heard: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      heard.push(chunk.toString());
      socket.write(Buffer.concat([chunk, IDLE]));
    });
  });
  let link: FaultyLink;
  const open: Socket[] = [];

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    link = await FaultyLink.start((server.address() as { port: number }).port);
  });
  beforeEach(() => heard.splice(0));
  afterAll(async () => {
    for (const socket of open) socket.destroy();
    await link.close();
    await new Promise((resolve) => server.close(resolve));
  });

  async function dial(): Promise<Socket> {
    const socket = connect(link.port, '127.0.0.1');
    socket.on('error', () => {});
    open.push(socket);
    await once(socket, 'connect');
    return socket;
  }
  const answerTo = async (socket: Socket, text: string) => {
    const answered = once(socket, 'data') as Promise<[Buffer]>;
    socket.write(text);
    return (await answered)[0].toString();
  };
  /** A reset is an error, which `once` would throw. */
  const endOf = (socket: Socket) => new Promise<void>((end) => socket.once('close', () => end()));
  const never = () => AbortSignal.timeout(20_000);

  it('passes everything on', async () => {
    expect(await answerTo(await dial(), 'SELECT 1')).toContain('SELECT 1');
  });

  it('loses a statement', async () => {
    const socket = await dial();
    const lost = link.lose('job.completed', 'statement', never());
    socket.write('job.completed');
    expect(await lost).toBe(true);
    const closed = endOf(socket);
    link.dropFrozen();
    await closed;
    expect(heard).toEqual([]);
  });

  it('loses the answer of a statement that has arrived', async () => {
    const socket = await dial();
    const got: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => got.push(chunk));
    const lost = link.lose('job.completed', 'answer', never());
    socket.write('job.completed');
    expect(await lost).toBe(true);
    const closed = endOf(socket);
    link.dropFrozen();
    await closed;
    expect(heard).toEqual(['job.completed']);
    expect(got).toEqual([]);
  });

  it('is silent, and delivers later', async () => {
    const socket = await dial();
    await answerTo(socket, 'first');
    link.set('silent');
    const answered = answerTo(socket, 'second');
    await answerTo(await dialDirectly(), 'other');
    expect(heard).toEqual(['first', 'other']);
    link.set('open');
    expect(await answered).toContain('second');
  });

  it('refuses connections', async () => {
    link.set('refuse');
    const socket = connect(link.port, '127.0.0.1');
    socket.on('error', () => {});
    await endOf(socket);
    link.set('open');
    expect(await answerTo(await dial(), 'again')).toContain('again');
  });

  async function dialDirectly(): Promise<Socket> {
    const socket = connect((server.address() as { port: number }).port, '127.0.0.1');
    open.push(socket);
    await once(socket, 'connect');
    return socket;
  }
});
