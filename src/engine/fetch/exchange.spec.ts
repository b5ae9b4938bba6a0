import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { ScriptedServer } from '../../../test/support/scripted-server.js';
import { Connections } from './connections.js';
import { exchange, type StreamedBody } from './exchange.js';
import type { Route } from './vet-address.js';

describe('exchange', () => {
  let server: ScriptedServer;
  let connections: Connections;
  beforeAll(async () => {
    server = await ScriptedServer.start();
    connections = new Connections(5_000);
    server.scripts.set('/a', (request, response) => {
      request.on('data', (chunk: Buffer) => response.write(chunk));
      request.on('end', () => response.end('!'));
    });
  });
  afterAll(async () => {
    connections.close();
    await server.close();
  });

  const send = (route: Partial<Route>, body?: Buffer) =>
    exchange(
      {
        url: new URL(`http://files.example:${server.port}/a`),
        addresses: [{ address: '127.0.0.1', family: 4 }],
        proxy: null,
        trusted: true,
        ...route,
      },
      { method: body ? 'POST' : 'GET', headers: {}, ...(body ? { body } : {}) },
      { connectMs: 5_000, idleMs: 5_000, connections, signal: new AbortController().signal },
    );

  it('connects to the vetted address, whatever the name means now', async () => {
    const response = await send({}, Buffer.from('hello'));
    await expect(text(response)).resolves.toBe('hello!');
    expect(server.headersOf('/a', 'content-length')).toEqual(['5']);
    expect(server.headersOf('/a', 'host')).toEqual([`files.example:${server.port}`]);
  });

  it('waits longer for the answer to a whole file, which the server may check or move first', async () => {
    server.scripts.set('/slow', (request, response) => {
      request.resume().on('end', () => setTimeout(() => response.end('stored'), 400));
    });
    const put = (body: Buffer | StreamedBody) =>
      exchange(
        {
          url: new URL(`http://files.example:${server.port}/slow`),
          addresses: [{ address: '127.0.0.1', family: 4 }],
          ...{ proxy: null, trusted: true },
        },
        { method: 'PUT', headers: {}, body },
        { connectMs: 5_000, idleMs: 100, connections, signal: new AbortController().signal },
      );
    await expect(put(Buffer.from('file'))).rejects.toMatchObject({ code: 'SOURCE_TIMEOUT' });
    const response = await put({ stream: Readable.from([Buffer.from('file')]), bytes: 4 });
    await expect(text(response)).resolves.toBe('stored');
  });

  it('sends nothing to a private peer behind a vetted name', async () => {
    server.requests.length = 0;
    const fresh = { url: new URL(`http://rebound.example:${server.port}/a`), trusted: false };
    await expect(send(fresh)).rejects.toMatchObject({
      code: 'SOURCE_BLOCKED',
      reason: 'private',
      message: 'The host of the address does not exist or is not on the public internet.',
    });
    expect(server.requests).toEqual([]);
  });

  it('checks the peer of a reused connection as well', async () => {
    await text(await send({}));
    server.requests.length = 0;
    await expect(send({ trusted: false })).rejects.toMatchObject({ reason: 'private' });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['http://files.example/a', 'https://127.0.0.1'],
    ['https://files.example/a', 'https://127.0.0.1'],
    ['https://[2001:db8::1]/a', 'https://127.0.0.1'],
    ['https://files.example/a', 'http://[::1]:1'],
  ])('speaks TLS to a proxy that wants it: %s by %s', async (url, proxy) => {
    const place = proxy.endsWith(':1') ? proxy : `${proxy}:${server.port}`;
    const failing = send({ url: new URL(url), proxy: new URL(place) });
    // The server speaks no TLS, or is not there.
    await expect(failing).rejects.toThrow(/./);
    expect(server.requests).toEqual([]);
  });
});
