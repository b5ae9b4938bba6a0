import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { loadConfig } from '../../src/config/load-config.js';
import type { Retry } from '../../src/engine/fetch/download.js';
import { Fetcher, type FetchOptions } from '../../src/engine/fetch/fetcher.js';
import { ScriptedServer, type Script } from '../support/scripted-server.js';

/** Content in which no two parts are the same. */
const CONTENT = Buffer.from(
  Array.from({ length: 8_000 }, (_, index) =>
    createHash('sha256').update(`${index}`).digest('hex'),
  ).join(''),
);
const HALF = CONTENT.length / 2;

const whole: Script = (_request, response) => void response.end(CONTENT);

/** Sends the whole content or the requested range, like a file server. */
function sendRange(request: IncomingMessage, response: ServerResponse, etag = '"one"'): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const part = request.headers['if-range'] === etag && from > 0;
  const body = part ? CONTENT.subarray(from) : CONTENT;
  response.writeHead(part ? 206 : 200, {
    etag,
    'content-length': body.length,
    ...(part ? { 'content-range': `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` } : {}),
  });
  response.end(body);
}

/** Sends the first half of the announced content and disconnects. */
function breakOff(response: ServerResponse, headers: Record<string, string> = { etag: '"one"' }) {
  response.writeHead(200, { ...headers, 'content-length': CONTENT.length });
  response.write(CONTENT.subarray(0, HALF), () => response.socket?.destroy());
}

describe('fetching from an unpredictable server', () => {
  const { signal } = new AbortController();
  let server: ScriptedServer;
  let other: ScriptedServer;
  let dir: string;
  let retries: Retry[];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-fetching-'));
    [server, other] = await Promise.all([ScriptedServer.start(), ScriptedServer.start()]);
  });
  beforeEach(() => {
    server.reset();
    other.reset();
    retries = [];
  });
  afterAll(async () => {
    await Promise.all([server.close(), other.close()]);
    await rm(dir, { recursive: true, force: true });
  });

  function fetcher(env: Record<string, string> = {}): Fetcher {
    const { sources } = loadConfig({
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: `${server.host},${other.host},localhost:${server.port}`,
      VIDEOCRAFT_SOURCES_CONNECT_TIMEOUT_SECONDS: '5',
      VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '5',
      ...env,
    });
    return new Fetcher(sources);
  }

  async function get(
    path: string,
    env: Record<string, string> = {},
    more: Partial<FetchOptions> = {},
  ): Promise<Buffer> {
    const file = join(dir, 'fetched');
    const using = fetcher(env);
    try {
      await using.fetch(path.startsWith('http') ? path : `${server.url}${path}`, file, {
        pointer: '/scenes/0/elements/0',
        signal,
        onRetry: (retry) => retries.push(retry),
        ...more,
      });
      return await readFile(file);
    } finally {
      using.close();
    }
  }

  const script = (path: string, run: Script) => server.scripts.set(path, run);

  describe('retries', () => {
    it('from the position of the failure, if the content is unchanged', async () => {
      script('/a', (request, response, nth) =>
        nth === 1 ? breakOff(response) : sendRange(request, response),
      );
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      const [, range] = server.headersOf('/a', 'range');
      expect(range).toMatch(/^bytes=[1-9]\d*-$/);
      expect(server.headersOf('/a', 'if-range')).toEqual([undefined, '"one"']);
      const sent = retries[0]!.receivedBytes;
      expect(range).toBe(`bytes=${sent}-`);
      expect(retries[0]).toMatchObject({
        reason: expect.stringMatching(/^The host sent .* of 512 KB, then closed the connection\.$/),
        waitSeconds: 0.5,
      });
    });

    it('from the position of the failure, by the date of the content', async () => {
      const date = { 'last-modified': 'Sat, 01 Jan 2022 00:00:00 GMT' };
      script('/a', (request, response, nth) => {
        if (nth === 1) return breakOff(response, date);
        if (request.headers['if-range'] === date['last-modified']) {
          request.headers['if-range'] = '"one"';
        }
        sendRange(request, response);
      });
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(server.headersOf('/a', 'range')[1]).toBeDefined();
    });

    it.each([
      ['has changed', { etag: '"one"' }, '"two"', true],
      ['has a weak ETag', { etag: 'W/"one"' }, '"one"', false],
      ['has no ETag', {}, '"one"', false],
      ['does not support ranges', { etag: '"one"', 'accept-ranges': 'none' }, '"one"', false],
    ])('from the start if the source %s', async (_, first, etag, asks) => {
      script('/a', (request, response, nth) =>
        nth === 1 ? breakOff(response, first) : sendRange(request, response, etag),
      );
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(server.headersOf('/a', 'range')[1] !== undefined).toBe(asks);
    });

    it.each([
      ['another part', { 'content-range': `bytes 0-9/${CONTENT.length}` }],
      ['a part of another size', { 'content-range': `bytes ${HALF}-${HALF + 9}/${HALF + 10}` }],
      ['a part without its range', {}],
      [
        'a part beyond the end',
        { 'content-range': `bytes ${HALF}-${CONTENT.length}/${CONTENT.length}` },
      ],
    ])('from the start after %s', async (_, headers) => {
      script('/a', (_request, response, nth) => {
        if (nth === 1) return breakOff(response);
        if (nth > 2) return void response.end(CONTENT);
        response.writeHead(206, headers as Record<string, string>).end('0123456789');
      });
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(server.headersOf('/a', 'range')[2]).toBeUndefined();
    });

    it('from the start if the part does not exist', async () => {
      script('/a', (_request, response, nth) => {
        if (nth === 1) breakOff(response);
        else if (nth === 2) response.writeHead(416).end();
        else response.end(CONTENT);
      });
      expect((await get('/a')).equals(CONTENT)).toBe(true);
    });

    it.each([
      [
        'a connection that is reset at once',
        (response: ServerResponse) => response.socket?.destroy(),
      ],
      ['500', (response: ServerResponse) => response.writeHead(500).end()],
      ['502', (response: ServerResponse) => response.writeHead(502).end()],
      ['503', (response: ServerResponse) => response.writeHead(503).end()],
      ['429', (response: ServerResponse) => response.writeHead(429).end()],
      ['408', (response: ServerResponse) => response.writeHead(408).end()],
      [
        'an interrupted body without Content-Length',
        (response: ServerResponse) =>
          response.write(CONTENT.subarray(0, HALF), () => response.socket?.destroy()),
      ],
    ])('after %s', async (_, fail) => {
      script('/a', (request, response, nth) => {
        if (nth > 2) whole(request, response, nth);
        else fail(response);
      });
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(retries).toHaveLength(2);
    });

    it.each([
      ['in seconds', () => '1'],
      ['as a date', () => new Date(Date.now() + 2_000).toUTCString()],
    ])('after the delay that the server requests, %s', async (_, when) => {
      script('/a', (request, response, nth) => {
        if (nth > 1) whole(request, response, nth);
        else response.writeHead(503, { 'retry-after': when() }).end();
      });
      await get('/a');
      expect(retries).toHaveLength(1);
      // More than the default delay, and no more than requested.
      expect(retries[0]!.waitSeconds).toBeGreaterThan(0.5);
      expect(retries[0]!.waitSeconds).toBeLessThanOrEqual(2);
    });

    it('once after silence', async () => {
      script('/a', (request, response, nth) => nth > 1 && whole(request, response, nth));
      const env = { VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '0.3' };
      expect((await get('/a', env)).equals(CONTENT)).toBe(true);
      expect(retries.map(({ reason }) => reason)).toEqual([
        'The server did not respond within 0.3 s.',
      ]);
    });

    it('as often as it makes progress', async () => {
      const step = Math.ceil(CONTENT.length / 6);
      script('/a', (request, response) => {
        const from = Number(/\d+/.exec(request.headers.range ?? '0')![0]);
        const part = from > 0;
        response.writeHead(part ? 206 : 200, {
          etag: '"one"',
          'content-length': CONTENT.length - from,
          ...(part
            ? { 'content-range': `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}` }
            : {}),
        });
        const last = from + step >= CONTENT.length;
        response.write(
          CONTENT.subarray(from, from + step),
          () => last || response.socket?.destroy(),
        );
      });
      expect((await get('/a', { VIDEOCRAFT_SOURCES_RETRIES: '1' })).equals(CONTENT)).toBe(true);
      expect(retries.length).toBeGreaterThan(3);
    });
  });

  describe('does not retry', () => {
    it.each([400, 401, 403, 404, 410, 451, 501])('after %d', async (status) => {
      script('/a', (_request, response) => void response.writeHead(status).end());
      await expect(get('/a')).rejects.toMatchObject({
        code: 'SOURCE_NOT_FOUND',
        pointer: '/scenes/0/elements/0',
        message: expect.stringContaining(`The server responded with status ${status}.`),
      });
      expect(server.requests).toHaveLength(1);
    });

    it.each(['3600', new Date(Date.now() + 86_400_000).toUTCString()])(
      'if the delay exceeds its limit (%s)',
      async (when) => {
        script('/a', (_request, response) => {
          response.writeHead(429, { 'retry-after': when }).end();
        });
        await expect(get('/a')).rejects.toThrow(
          /^The server responded with status 429\. It receives too many requests\. It asks clients to wait \d+ s\.$/,
        );
        expect(server.requests).toHaveLength(1);
      },
    );

    it('when retries are off', async () => {
      script('/a', (_request, response) => void response.writeHead(503).end());
      await expect(get('/a', { VIDEOCRAFT_SOURCES_RETRIES: '0' })).rejects.toThrow('status 503');
      expect(server.requests).toHaveLength(1);
    });

    it('forever', async () => {
      script('/a', (_request, response) => void response.writeHead(503).end());
      await expect(get('/a', { VIDEOCRAFT_SOURCES_RETRIES: '2' })).rejects.toThrow('status 503');
      expect(server.requests).toHaveLength(3);
    });

    it('beyond its time limit', async () => {
      script(
        '/a',
        (_request, response) => void response.writeHead(503, { 'retry-after': '5' }).end(),
      );
      await expect(get('/a', {}, { totalMs: 3_000 })).rejects.toThrow('status 503');
      expect(server.requests).toHaveLength(1);
    });
  });

  describe('reports', () => {
    const quick = {
      VIDEOCRAFT_SOURCES_RETRIES: '0',
      VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '0.4',
    };

    it.each<[string, Script, object]>([
      [
        'headers and then silence',
        (_request, response) => {
          response.writeHead(200, { 'content-length': 100 });
          response.flushHeaders();
        },
        {
          code: 'SOURCE_TIMEOUT',
          message: 'The download stalled at the start: no data arrived for 0.4 s.',
        },
      ],
      [
        'no headers',
        () => {},
        { code: 'SOURCE_TIMEOUT', message: 'The server did not respond within 0.4 s.' },
      ],
      [
        'a body that stalls',
        (_request, response) => {
          response.writeHead(200, { 'content-length': 12_000_000 });
          response.write(Buffer.alloc(3_000_000));
        },
        {
          code: 'SOURCE_TIMEOUT',
          message: 'The download stalled after 3 MB: no data arrived for 0.4 s.',
        },
      ],
      [
        'a truncated body',
        (_request, response) => {
          response.writeHead(200, { 'content-length': 12_000_000 });
          response.write(Buffer.alloc(3_000_000), () => response.socket?.end());
        },
        {
          code: 'SOURCE_NOT_FOUND',
          // The two sockets determine how much arrives before the end is noticed.
          message: expect.stringMatching(
            /^The host sent [\d.]+ (MB )?of 12 MB, then closed the connection\.$/,
          ) as string,
        },
      ],
      [
        'another protocol',
        (_request, response) => {
          response.socket?.write(
            'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n',
          );
        },
        { code: 'SOURCE_NOT_FOUND', message: 'The server responded with status 101.' },
      ],
      [
        'a response that is not HTTP',
        (_request, response) => void response.socket?.end('220 mail.example.com ESMTP\r\n'),
        { code: 'SOURCE_NOT_FOUND', message: 'The response of the host is not valid HTTP.' },
      ],
      [
        'two Content-Length headers',
        (_request, response) =>
          void response.socket?.end(
            'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
          ),
        { code: 'SOURCE_NOT_FOUND', message: 'The response of the host is not valid HTTP.' },
      ],
      [
        'endless headers',
        (_request, response) => {
          response.socket?.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`);
        },
        { code: 'SOURCE_NOT_FOUND', message: 'The response of the host is not valid HTTP.' },
      ],
      [
        'an unrequested part',
        (_request, response) =>
          void response.writeHead(206, { 'content-range': 'bytes 0-1/9' }).end('ab'),
        {
          code: 'SOURCE_NOT_FOUND',
          message: expect.stringMatching(
            /^The server responded with status 206\. It sent only a part /,
          ),
        },
      ],
      [
        'a response without content',
        (_request, response) => void response.writeHead(204).end(),
        {
          code: 'SOURCE_NOT_FOUND',
          message: 'The server responded with status 204. It sent no content.',
        },
      ],
      [
        'an unsupported compression',
        (_request, response) =>
          void response.writeHead(200, { 'content-encoding': 'zstd' }).end('x'),
        {
          code: 'SOURCE_BLOCKED',
          message:
            'The server compresses the source (zstd), although the request does not allow compression.',
        },
      ],
      [
        'damaged compression',
        (_request, response) => {
          const damaged = gzipSync(CONTENT);
          damaged.fill(0xff, 500, 600);
          response.writeHead(200, { 'content-encoding': 'gzip' }).end(damaged);
        },
        {
          code: 'SOURCE_NOT_FOUND',
          message: 'The server compresses the source, and it cannot be decompressed.',
        },
      ],
      [
        'a web page',
        (_request, response) =>
          void response.end('\ufeff <!-- a page -->\n<!DOCTYPE html><p>Hello'),
        {
          code: 'MEDIA_INVALID',
          message: expect.stringContaining('The address opens a web page, not a file.'),
        },
      ],
    ])('%s', async (_, run, failure) => {
      script('/a', run);
      await expect(get('/a', quick)).rejects.toMatchObject(failure);
    });

    it('a closed port', async () => {
      const closed = await ScriptedServer.start();
      const url = `${closed.url}/a`;
      const env = { ...quick, VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: closed.host };
      await closed.close();
      await expect(get(url, env)).rejects.toMatchObject({
        code: 'SOURCE_NOT_FOUND',
        message: 'The host refused the connection.',
        cause: { hop: url, cause: { code: 'ECONNREFUSED' } },
      });
    });

    it('a source that does not arrive in time, however steady it is', async () => {
      script('/a', (_request, response) => {
        const timer = setInterval(() => response.write('x'), 20);
        response.once('close', () => clearInterval(timer));
      });
      await expect(get('/a', {}, { totalMs: 600 })).rejects.toMatchObject({
        code: 'SOURCE_TIMEOUT',
        message: expect.stringMatching(
          /^The download did not finish within 0\.6 s\. \d+ bytes arrived\.$/,
        ),
      });
    });
  });

  describe('stops', () => {
    it.each<[string, Script]>([
      ['before a response', () => {}],
      ['in a body', (_request, response) => void response.write('x')],
      [
        'between attempts',
        (_request, response) => void response.writeHead(503, { 'retry-after': '30' }).end(),
      ],
    ])('at once %s', async (_, run) => {
      const cancel = new AbortController();
      script('/a', (request, response, nth) => {
        run(request, response, nth);
        setTimeout(() => cancel.abort(), 100);
      });
      await expect(get('/a', {}, { signal: cancel.signal })).rejects.toMatchObject({
        name: 'AbortError',
      });
    });
  });

  describe('follows redirects', () => {
    const to =
      (location: string | Buffer, headers: Record<string, string | string[]> = {}): Script =>
      (_request, response) => {
        const lines = Object.entries(headers).flatMap(([name, values]) =>
          [values].flat().map((value) => `${name}: ${value}\r\n`),
        );
        response.socket?.end(
          Buffer.concat([
            Buffer.from(`HTTP/1.1 302 Found\r\n${lines.join('')}Connection: close\r\nLocation: `),
            Buffer.from(location),
            Buffer.from('\r\n\r\n'),
          ]),
        );
      };

    it('up to ten times', async () => {
      for (let hop = 0; hop < 11; hop++) script(`/${hop}`, to(`/${hop + 1}`));
      script('/10', whole);
      expect((await get('/0')).equals(CONTENT)).toBe(true);
      script('/10', to('/11'));
      script('/11', whole);
      await expect(get('/0')).rejects.toMatchObject({
        code: 'SOURCE_BLOCKED',
        message: 'The address redirects more than 10 times.',
      });
    });

    it.each<[string, string | Buffer, string]>([
      ['in UTF-8', 'fotos/Mädchen €.jpg', '/fotos/M%C3%A4dchen%20%E2%82%AC.jpg'],
      ['in bytes that are not UTF-8', Buffer.from('/caf\xe9.jpg', 'latin1'), '/caf%E9.jpg'],
      ['relative to the path', '../b/c.jpg', '/b/c.jpg'],
      ['with only a query', '?x=1', '/a?x=1'],
      ['with a fragment', '/b#t=5', '/b'],
      ['with spaces around it', '   /b   ', '/b'],
    ])('%s', async (_, location, path) => {
      script('/a', (request, response, nth) =>
        nth === 1 ? to(location)(request, response, nth) : whole(request, response, nth),
      );
      script(path, (request, response, nth) =>
        path.startsWith('/a') && nth === 1 && request.url === '/a'
          ? to(location)(request, response, nth)
          : whole(request, response, nth),
      );
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(server.requests.at(-1)!.url).toBe(path);
    });

    it.each([
      ['to a private host', 'http://10.0.0.1/a'],
      ['to another port', 'http://example.com:8080/a'],
      ['to another scheme', 'ftp://example.com/a'],
      ['to a file', 'file:///etc/passwd'],
      ['with a password', `http://user:password@example.com/a`],
      ['to an empty host', 'http://'],
    ])('but not %s', async (_, location) => {
      script('/a', to(location));
      await expect(get('/a')).rejects.toMatchObject({ code: 'SOURCE_BLOCKED' });
      expect(server.requests).toHaveLength(1);
    });

    it('with the cookies of the chain, each for its own host', async () => {
      const cookies = [
        'session=1; Path=/; HttpOnly',
        'elsewhere=2; Domain=example.com',
        'below=3; Path=/deep',
        'secure=4; Secure',
        'gone=5; Max-Age=0',
        '__Host-x=6; Path=/',
        `long=${'x'.repeat(5_000)}`,
      ];
      script('/a', to('/b', { 'Set-Cookie': cookies }));
      script('/b', to(`${other.url}/c`, { 'Set-Cookie': 'session=9; Path=/b' }));
      other.scripts.set('/c', to(`${server.url}/deep/d`));
      script('/deep/d', whole);
      await get('/a');
      expect(server.headersOf('/b', 'cookie')).toEqual(['session=1']);
      expect(other.headersOf('/c', 'cookie')).toEqual([undefined]);
      expect(server.headersOf('/deep/d', 'cookie')).toEqual(['below=3; session=1']);
      // Each chain has its own cookie jar.
      script('/b', whole);
      await get('/b');
      expect(server.headersOf('/b', 'cookie')).toEqual(['session=1', undefined]);
    });

    it('with a limit for cookies', async () => {
      const many = Array.from({ length: 200 }, (_, index) => `c${index}=${'x'.repeat(300)}`);
      script('/a', to('/b', { 'Set-Cookie': many.slice(0, 40) }));
      script('/b', whole);
      await get('/a');
      expect(server.headersOf('/b', 'cookie')[0]!.length).toBeLessThanOrEqual(8_192);
    });
  });

  describe('decodes unrequested compression', () => {
    it.each([
      ['gzip', gzipSync(CONTENT)],
      ['x-gzip', gzipSync(CONTENT)],
      ['GZIP', gzipSync(CONTENT)],
      ['deflate', deflateSync(CONTENT)],
      ['deflate', deflateRawSync(CONTENT)],
      ['br', brotliCompressSync(CONTENT)],
      ['identity, gzip', gzipSync(CONTENT)],
      ['gzip, br', brotliCompressSync(gzipSync(CONTENT))],
      ['IDENTITY', CONTENT],
      ['aws-chunked', CONTENT],
      ['utf-8', CONTENT],
      ['gzip', CONTENT],
    ])('%s', async (coding, body) => {
      script('/a', (_request, response) => {
        response.writeHead(200, { 'content-encoding': coding, 'content-length': body.length });
        response.end(body);
      });
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(server.headersOf('/a', 'accept-encoding')).toEqual(['identity']);
    });

    it('from the start after a failure', async () => {
      const packed = gzipSync(CONTENT);
      script('/a', (_request, response, nth) => {
        response.writeHead(200, {
          'content-encoding': 'gzip',
          etag: '"one"',
          'content-length': packed.length,
        });
        if (nth > 1) response.end(packed);
        else response.write(packed.subarray(0, 1000), () => response.socket?.destroy());
      });
      expect((await get('/a')).equals(CONTENT)).toBe(true);
      expect(server.headersOf('/a', 'range')).toEqual([undefined, undefined]);
    });

    it.each(['gzip', 'deflate', 'br', 'gzip, gzip'])(
      'but not a decompression bomb (%s)',
      async (coding) => {
        const zeros = Buffer.alloc(60 << 20);
        const pack = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
        const bomb = coding
          .split(', ')
          .reduce((body, one) => pack[one as keyof typeof pack](body), zeros as Buffer);
        script('/a', (_request, response) => {
          response.writeHead(200, { 'content-encoding': coding }).end(bomb);
        });
        await expect(get('/a')).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' });
        expect(server.requests).toHaveLength(1);
      },
    );

    it('within the size limit for sources', async () => {
      script('/a', (_request, response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(CONTENT));
      });
      const env = { VIDEOCRAFT_SOURCES_MAX_BYTES: String(CONTENT.length - 1) };
      await expect(get('/a', env)).rejects.toMatchObject({ code: 'SOURCE_TOO_LARGE' });
    });
  });

  it.each([
    [
      'with Content-Length',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-length': 1001 }).end(Buffer.alloc(1001)),
    ],
    [
      'without Content-Length',
      (response: ServerResponse) => (response.write('x'), response.end(Buffer.alloc(1000))),
    ],
  ])('rejects a source that is too large, %s', async (_, send) => {
    script('/a', (_request, response) => void send(response));
    await expect(get('/a', { VIDEOCRAFT_SOURCES_MAX_BYTES: '1000' })).rejects.toMatchObject({
      code: 'SOURCE_TOO_LARGE',
      message: 'The source is larger than 1000 bytes, the limit of the service.',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('reuses connections, and closes them at the end', async () => {
    script('/a', whole);
    script('/b', (_request, response) => void response.writeHead(302, { location: '/a' }).end());
    const using = fetcher();
    for (const path of ['/a', '/b', '/a']) {
      await using.fetch(`${server.url}${path}`, join(dir, 'again'), { pointer: null, signal });
    }
    expect(server.requests).toHaveLength(4);
    expect(server.connectionCount).toBe(1);
    using.close();
    while (server.sockets.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });

  it.each([
    [{}, /^VideoCraft\/\d+\.\d+\.\d+ \(.+\)$/],
    [
      { VIDEOCRAFT_SERVER_PUBLIC_URL: 'https://v.example.com' },
      /^VideoCraft\/[\d.]+ \(\+https:\/\/v\.example\.com\)$/,
    ],
    [
      { VIDEOCRAFT_SOURCES_CONTACT: 'ops@example.com' },
      /^VideoCraft\/[\d.]+ \(\+ops@example\.com\)$/,
    ],
    [{ VIDEOCRAFT_SOURCES_USER_AGENT: 'Newsroom/1 (desk)' }, /^Newsroom\/1 \(desk\)$/],
  ])('identifies itself as %j', async (env, agent) => {
    script('/a', whole);
    await get('/a', env);
    expect(server.headersOf('/a', 'user-agent')[0]).toMatch(agent);
  });

  it('answers with the same message for a private and a missing host', async () => {
    const messages = new Set<string>();
    for (const host of ['10.0.0.1', '[::1]', '127.0.0.1', 'no-such-host.invalid', '[fe00::1]']) {
      const failure = await get(`http://${host}/a`, { VIDEOCRAFT_SOURCES_RETRIES: '0' }).catch(
        (error: unknown) => error,
      );
      expect(failure).toMatchObject({ code: 'SOURCE_BLOCKED' });
      messages.add((failure as Error).message);
    }
    expect(messages.size).toBe(1);
  });
});
