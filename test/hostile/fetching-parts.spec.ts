import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadConfig } from '../../src/config/load-config.js';
import { Fetcher } from '../../src/engine/fetch/fetcher.js';
import { ScriptedServer } from '../support/scripted-server.js';

const CONTENT = randomBytes(200_000);
const SIZE = CONTENT.length;
const HALF = SIZE / 2;

/** A valid part, with some headers changed. */
function sendPart(
  response: ServerResponse,
  status: number,
  { from = HALF, to = SIZE, whole = `${SIZE}`, ...headers }: Record<string, string | number>,
): void {
  response.writeHead(status, {
    etag: '"one"',
    'content-range': `bytes ${from}-${Number(to) - 1}/${whole}`,
    ...headers,
  });
  response.end(CONTENT.subarray(Number(from), Number(to)));
}

function breakOff(response: ServerResponse, headers: Record<string, string | number>): void {
  response.writeHead(200, headers);
  response.write(CONTENT.subarray(0, HALF), () => response.socket?.destroy());
}

describe('parts of a source', () => {
  let server: ScriptedServer;
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-parts-'));
    server = await ScriptedServer.start();
  });
  beforeEach(() => server.reset());
  afterAll(async () => {
    await server.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function get(retries = 3): Promise<Buffer> {
    const { sources } = loadConfig({
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host,
      VIDEOCRAFT_SOURCES_RETRIES: `${retries}`,
    });
    const fetcher = new Fetcher(sources);
    const path = join(dir, 'fetched');
    try {
      await fetcher.fetch(`${server.url}/a`, path, {
        pointer: '/scenes/0',
        signal: new AbortController().signal,
      });
      return await readFile(path);
    } finally {
      fetcher.close();
    }
  }

  it.each<[string, number, Record<string, string>, number, number]>([
    ['is marked as 200', 200, {}, 0, 2],
    ['belongs to other content according to its ETag', 206, { etag: '"two"' }, 0, 3],
    ['belongs to other content according to its ETag, marked as 200', 200, { etag: '"two"' }, 0, 3],
    ['starts at another position, marked as 200', 200, {}, 1, 3],
  ])('never corrupt the result: a part that %s', async (_, status, headers, shift, requests) => {
    server.scripts.set('/a', (request, response, nth) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0]) + shift;
      if (nth === 1) breakOff(response, { etag: '"one"', 'content-length': SIZE });
      else if (nth === 2) sendPart(response, status, { from, ...headers });
      else response.end(CONTENT);
    });
    expect((await get()).equals(CONTENT)).toBe(true);
    expect(server.requests).toHaveLength(requests);
  });

  it('are not taken for the last part if the total size is unknown', async () => {
    server.scripts.set('/a', (request, response, nth) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
      if (nth === 1) breakOff(response, { etag: '"one"' });
      else if (nth === 2) sendPart(response, 206, { from, to: from + 100, whole: '*' });
      else response.end(CONTENT);
    });
    expect((await get()).equals(CONTENT)).toBe(true);
    expect(server.requests).toHaveLength(3);
  });

  it('are accepted as the source if the server returns all of it unrequested', async () => {
    server.scripts.set('/a', (_request, response) => sendPart(response, 206, { from: 0 }));
    expect((await get(0)).equals(CONTENT)).toBe(true);
  });

  it.each([200, 206])('are rejected if they were not requested (%d)', async (status) => {
    server.scripts.set('/a', (_request, response) => sendPart(response, status, {}));
    await expect(get(0)).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message: `The server responded with status ${status}. It sent only a part of the source, which was not requested.`,
    });
  });

  it.each([
    ['br', Buffer.from('5feceb66ffc86f38d952786c6d696c79')],
    // An empty last block, followed by more data.
    ['deflate', Buffer.from([0x03, 0x00, 0x41, 0x42, 0x43])],
  ])('with the wrong label %s are not taken for an empty source', async (coding, body) => {
    server.scripts.set('/a', (_request, response) => {
      response.writeHead(200, { 'content-encoding': coding }).end(body);
    });
    await expect(get(0)).rejects.toMatchObject({
      code: 'SOURCE_NOT_FOUND',
      message: expect.stringContaining('cannot be decompressed'),
    });
  });

  it('that do not exist are reported as an empty file', async () => {
    server.scripts.set('/a', (_request, response) => void response.end());
    await expect(get(0)).rejects.toMatchObject({
      code: 'MEDIA_INVALID',
      message: 'The file at the address is empty (0 bytes).',
    });
  });

  it('of a compressed source are reported', async () => {
    server.scripts.set('/a', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(CONTENT).subarray(0, HALF));
    });
    await expect(get(0)).rejects.toMatchObject({
      message: expect.stringMatching(/^The compressed source ends early, after /),
    });
  });
});
