import { createConnection, type Socket } from 'node:net';
import type { DataSource } from 'typeorm';
import { ApiKeysService } from '../../src/security/keys/api-keys.service.js';
import { startTestServer, type TestServer } from '../support/database.js';
import { startTestApp, type TestApp } from '../support/http-app.js';

const KEY = 'the-configured-key';
/** Bounds waiting for what must happen; the machine may be slow and shared. */
const PATIENCE_MS = 20_000;

let server: TestServer;
let dataSource: DataSource;

beforeAll(async () => {
  server = await startTestServer();
  ({ dataSource } = await server.database());
}, 120_000);

afterAll(() => server.stop(), 60_000);

async function withApp(
  env: Record<string, string>,
  test: (app: TestApp) => Promise<void>,
): Promise<void> {
  const app = await startTestApp(dataSource, { VIDEOCRAFT_SECURITY_API_KEY: KEY, ...env });
  try {
    await test(app);
  } finally {
    await app.close();
  }
}

/** Connections that send this and no more, with what each has received. */
async function hold(port: number, count: number, text = ''): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => {
    const socket = createConnection(port, '127.0.0.1');
    return socket.on('error', () => undefined).on('data', () => undefined);
  });
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => socket.once('connect', resolve).once('close', resolve)),
    ),
  );
  for (const socket of sockets) socket.write(text);
  return sockets;
}

const openAt = ({ app }: TestApp) =>
  new Promise<number>((resolve, reject) =>
    app.getHttpServer().getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error('The condition did not come true.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isAlive = async ({ url }: TestApp) =>
  (await fetch(`${url}/live`, { headers: { Connection: 'close' } })).status === 200;

async function csrfToken({ url }: TestApp): Promise<string> {
  const answer = (await (await fetch(`${url}/api/v1/csrf-token`)).json()) as { csrf_token: string };
  return answer.csrf_token;
}

describe('a server that is held', () => {
  it.each([
    ['by idle connections', ''],
    ['by slow headers', 'GET /live HTTP/1.1\r\nX-Slow: '],
  ])('%s from one address keeps few of them, and answers', async (_, text) => {
    await withApp({ VIDEOCRAFT_SERVER_MAX_CONNECTIONS_PER_ADDRESS: '40' }, async (app) => {
      const sockets = await hold(app.port, 300, text);
      await until(async () => (await openAt(app)) <= 40);
      expect(await isAlive(app)).toBe(true);
      for (const socket of sockets) socket.destroy();
    });
  });

  it('behind a proxy by more connections than it has in all, answers too', async () => {
    const env = {
      VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1',
      VIDEOCRAFT_SERVER_MAX_CONNECTIONS_PER_ADDRESS: '5',
      VIDEOCRAFT_SERVER_MAX_CONNECTIONS: '60',
    };
    await withApp(env, async (app) => {
      const few = await hold(app.port, 30);
      await until(async () => (await openAt(app)) === 30);
      const many = await hold(app.port, 200);
      await until(async () => (await openAt(app)) <= 60);
      expect(await isAlive(app)).toBe(true);
      for (const socket of [...few, ...many]) socket.destroy();
    });
  });

  it('by 10,000 idle connections keeps as many as its limit, and answers', async () => {
    // Behind a proxy, all have the same address, and only the limit on all of them holds.
    await withApp({ VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1' }, async (app) => {
      const sockets: Socket[] = [];
      const memoryBefore = process.memoryUsage().rss;
      while (sockets.length < 10_000) {
        sockets.push(...(await hold(app.port, 500)));
        expect(await openAt(app)).toBeLessThanOrEqual(4_500);
      }
      await until(async () => (await openAt(app)) <= 4_000);
      expect(await isAlive(app)).toBe(true);
      expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(512 * 1024 * 1024);
      for (const socket of sockets) socket.destroy();
      await until(async () => (await openAt(app)) <= 1);
    });
  }, 120_000);

  it('closes the connections of refused bodies that never come', async () => {
    await withApp({}, async (app) => {
      const head =
        'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        'Content-Length: 1000\r\n\r\n{';
      const sockets = await hold(app.port, 100, head);
      await until(() => sockets.every(({ closed }) => closed));
      expect(sockets.every(({ bytesRead }) => bytesRead > 0)).toBe(true);
    });
  });

  it('keeps the connection of a refused body that comes', async () => {
    await withApp({}, async (app) => {
      const one = 'POST /api/v1/notes HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n';
      const [socket] = await hold(app.port, 1, one);
      let answers = '';
      socket!.on('data', (chunk: Buffer) => (answers += chunk.toString()));
      await until(() => answers.includes('MISSING_AUTH_HEADER'));
      socket!.write('body');
      socket!.write('GET /live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
      await until(() => answers.includes('HTTP/1.1 200 OK'));
      expect(answers).toMatch(/HTTP\/1.1 401 [^]*HTTP\/1.1 200 OK/);
      socket!.destroy();
    });
  });

  it('by bodies of one key that never come answers the other keys', async () => {
    await withApp({}, async (app) => {
      const keys = app.app.get(ApiKeysService, { strict: false });
      const made = { name: 'other', scopes: ['admin'] as const, expiresAt: null };
      const { key: other } = await keys.create(made, { keyId: 'test', requestId: null });
      const token = await csrfToken(app);
      const head = [
        'POST /api/v1/anything HTTP/1.1',
        'Host: x',
        `Authorization: Bearer ${KEY}`,
        `X-CSRF-Token: ${token}`,
        'Content-Type: application/json',
      ].join('\r\n');
      const sockets = await hold(app.port, 64, `${head}\r\nContent-Length: 1048576\r\n\r\n[`);
      const send = async (key: string) => {
        const response = await fetch(`${app.url}/api/v1/anything`, {
          method: 'POST',
          body: '{}',
          headers: {
            Authorization: `Bearer ${key}`,
            'Content-Type': 'application/json',
            'X-CSRF-Token': token,
          },
        });
        return [response.status, await response.text()];
      };
      await until(async () => (await send(KEY))[0] === 503);
      expect((await send(KEY))[1]).toContain('This key has too many large requests');
      expect(await send(other)).toEqual([201, expect.any(String)]);
      for (const socket of sockets) socket.destroy();
      await until(async () => (await send(KEY))[0] === 201);
    });
  });

  it('by 32 large bodies at once answers each of them, and the probe', async () => {
    await withApp({}, async (app) => {
      const token = await csrfToken(app);
      const send = async () => {
        const response = await fetch(`${app.url}/api/v1/anything`, {
          method: 'POST',
          body: JSON.stringify(Array.from({ length: 200 }, () => 'x'.repeat(3000))),
          headers: {
            Authorization: `Bearer ${KEY}`,
            'Content-Type': 'application/json',
            'X-CSRF-Token': token,
          },
        });
        await response.arrayBuffer();
        return response.status === 503 ? response.headers.get('retry-after') : response.status;
      };
      const answers = Promise.all(Array.from({ length: 32 }, send));
      expect(await isAlive(app)).toBe(true);
      for (const answer of await answers) expect([201, '2']).toContain(answer);
      expect(await send()).toBe(201);
    });
  }, 120_000);
});
