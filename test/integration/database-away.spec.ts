import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../../src/config/load-config.js';
import { type RunningService, startService } from '../../src/start-service.js';
import { startTestServer, type TestServer } from '../support/database.js';
import { DatabaseLink } from '../support/database-link.js';
import { ADMIN_KEY, PROJECT } from '../support/service.js';

/** Routes that answer without the database, with their answers while it is away. */
const WITHOUT_DATABASE: Readonly<Record<string, number>> = {
  'GET /api/v1/live': 200,
  'GET /api/v1/csrf-token': 200,
  // The checks are part of its answer.
  'GET /api/v1/health/detailed': 200,
  'POST /api/v1/videos/validate': 200,
  // It lacks the version of the protocol, which is checked first.
  'POST /api/v1/assets/uploads': 412,
};

const ID = '0198d6f0-0000-7000-8000-000000000001';
const KEY_ID = '0123456789abcdef';
const BODIES: Readonly<Record<string, unknown>> = {
  '/assets': { url: 'https://example.com/a.png' },
  '/keys': { name: 'test', scopes: ['videos:read'] },
  '/keys/{id}': { limits: { waiting_jobs: 5 } },
  '/templates': { name: 'test', config: PROJECT },
  '/templates/{id}': { name: 'test', config: PROJECT },
  '/videos/batch': { config: PROJECT, items: [{}] },
  '/videos/{id}/transcript': { text: 'Some words' },
  '/videos/{id}/links': {},
  '/webhooks': { url: 'https://hooks.example.com/' },
  '/webhooks/secret': {},
  '/webhooks/ping': { url: 'https://hooks.example.com/' },
};

type Operations = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

describe('while the database is away', () => {
  let server: TestServer;
  let url: string;
  let link: DatabaseLink;
  let dir: string;
  let service: RunningService;

  beforeAll(async () => {
    server = await startTestServer();
    ({ url } = await server.database());
    link = await DatabaseLink.to(url);
    dir = await mkdtemp(join(tmpdir(), 'videocraft-away-'));
    await chmod(dir, 0o755);
    const config = loadConfig({
      VIDEOCRAFT_DATA_DIR: dir,
      DATABASE_URL: link.through(url),
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
      VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    });
    service = await startService(config, { api: true, logLevel: 'fatal' });
  }, 180_000);

  afterEach(() => {
    link.mode = 'passes';
  });

  afterAll(async () => {
    await service.stop();
    await link.close();
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  async function call(method: string, path: string, body?: unknown) {
    const response = await fetch(`${service.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text };
  }

  const submit = () => call('POST', '/api/v1/videos', PROJECT);

  async function completed(id: string): Promise<void> {
    for (;;) {
      const { text } = await call('GET', `/api/v1/jobs/${id}/status`);
      const { status } = JSON.parse(text) as { status: string };
      if (status === 'completed') return;
      expect(status).not.toBe('failed');
      await delay(100);
    }
  }

  it('each route says so, and the service comes back by itself', async () => {
    const document = JSON.parse((await call('GET', '/docs/openapi.json')).text) as {
      paths: Operations;
    };
    const accepted = await submit();
    expect(accepted.status).toBe(202);
    link.mode = 'refuses';
    link.cut();

    const answers: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const [path, operations] of Object.entries(document.paths)) {
      for (const method of Object.keys(operations).map((name) => name.toUpperCase())) {
        const route = `${method} ${path}`;
        const short = path.replace('/api/v1', '');
        const body = method === 'GET' || method === 'HEAD' ? undefined : (BODIES[short] ?? PROJECT);
        const id = short.startsWith('/keys') ? KEY_ID : ID;
        const filled = path.replace(/\{[^}]+\}/g, (name) => (name === '{id}' ? id : 'video.mp4'));
        const answer = await call(method, filled, body);
        answers[route] = [answer.status, answer.headers.get('retry-after') !== null];
        const status = WITHOUT_DATABASE[route] ?? 503;
        expected[route] = [status, status === 503];
      }
    }
    expect(answers).toEqual(expected);

    link.mode = 'passes';
    while ((await call('GET', '/ready')).status !== 200) await delay(100);
    await completed((JSON.parse(accepted.text) as { job_id: string }).job_id);
    const next = await submit();
    expect(next.status).toBe(202);
    await completed((JSON.parse(next.text) as { job_id: string }).job_id);
  }, 300_000);

  it('a database that goes silent does not keep requests or the worker', async () => {
    await Promise.all(Array.from({ length: 5 }, () => call('GET', '/api/v1/jobs')));
    link.silence();
    // A statement on a silent connection ends with 503. Others may find another connection.
    let accepted = await submit();
    while (accepted.status === 503) accepted = await submit();
    expect(accepted.status).toBe(202);
    await completed((JSON.parse(accepted.text) as { job_id: string }).job_id);
  }, 300_000);

  it('a read-only standby is not an error of the service, and a failover ends it', async () => {
    const name = new URL(url).pathname.slice(1);
    const { dataSource } = await server.database();
    const change = (value: string) =>
      dataSource.query(`ALTER DATABASE ${name} SET default_transaction_read_only = ${value}`);
    await change('on');
    link.cut();
    await delay(100);
    const refused = await submit();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect((await call('GET', '/api/v1/jobs')).status).toBe(200);

    // The open connections still lead to the standby.
    await change('off');
    let accepted = await submit();
    while (accepted.status === 503) accepted = await submit();
    expect(accepted.status).toBe(202);
    await completed((JSON.parse(accepted.text) as { job_id: string }).job_id);
  }, 300_000);
});
