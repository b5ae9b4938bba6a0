import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { startTestServer, type TestServer } from '../support/database.js';
import { DatabaseLink } from '../support/database-link.js';
import { Program } from '../support/program.js';
import { PROJECT, videoResult } from '../support/service.js';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

let dir: string;
let server: TestServer;
let databaseUrl: string;
let dataSource: DataSource;
let link: DatabaseLink;
let receiver: WebhookReceiver;
let queue: RenderQueue;
let attempts: AttemptStore;
let service: Program;
let url: string;

async function start(): Promise<void> {
  service = new Program('main', [], {
    VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
    DATABASE_URL: link.through(databaseUrl),
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: '0',
    VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
    VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: receiver.host,
  });
  [, url = ''] = await service.waitForOutput(/API: +(http:\S+)/, 180_000);
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'videocraft-outgoing-'));
  await chmod(dir, 0o755);
  server = await startTestServer();
  ({ url: databaseUrl, dataSource } = await server.database());
  link = await DatabaseLink.to(databaseUrl);
  receiver = await startReceiver();
  queue = new RenderQueue(databaseUrl, () => {});
  await queue.start();
  attempts = new AttemptStore(dataSource, queue);
  await start();
}, 300_000);

afterAll(async () => {
  await service.stop('SIGKILL');
  await queue.stop(5_000);
  await receiver.close();
  await link.close();
  await server.stop();
  await rm(dir, { recursive: true, force: true });
}, 60_000);

async function create(path: string): Promise<string> {
  const webhook = { url: `${receiver.url}${path}` };
  const response = await fetch(`${url}/videos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...PROJECT, webhook }),
  });
  expect(response.status).toBe(202);
  return ((await response.json()) as { job_id: string }).job_id;
}

/** Does what a worker does, which needs no API. */
async function complete(id: string): Promise<void> {
  const claim = (await attempts.claim(id, 'w'))!;
  expect(await attempts.complete(claim, videoResult(`${id}-1`), [], [])).toBe(true);
}

async function settled(id: string): Promise<{ state: string; log: { status: number }[] }> {
  for (;;) {
    const [row] = await dataSource.query<{ state: string; log: { status: number }[] }[]>(
      'SELECT state, log FROM outgoing WHERE job_id = $1',
      [id],
    );
    if (row && row.state !== 'pending') return row;
    await delay(100);
  }
}

const ids = (path: string) =>
  new Set(receiver.of(path).map(({ headers }) => headers['webhook-id']));

describe('a webhook', () => {
  it('is sent after the process died between the change and the request', async () => {
    const id = await create('/committed');
    await service.stop('SIGKILL');
    await complete(id);
    await start();
    await receiver.wait('/committed');
    expect((await settled(id)).state).toBe('delivered');
  }, 300_000);

  it('comes again, with the same ID, after the process died between the request and the log', async () => {
    receiver.replies.set('/killed', (res, nth) => {
      if (nth > 1) res.writeHead(204).end();
      else process.kill(service.pid, 'SIGKILL');
    });
    const id = await create('/killed');
    await complete(id);
    await receiver.wait('/killed');
    await service.stop('SIGKILL');
    await start();
    await receiver.wait('/killed', 2);
    expect(await settled(id)).toMatchObject({ state: 'delivered', log: [{ status: 204 }] });
    expect(ids('/killed').size).toBe(1);
  }, 300_000);

  it('comes again, with the same ID, if the database is away when it is logged', async () => {
    receiver.replies.set('/away', (res, nth) => {
      if (nth === 1) {
        link.mode = 'refuses';
        link.cut();
      }
      res.writeHead(204).end();
    });
    const id = await create('/away');
    await complete(id);
    await receiver.wait('/away');
    await delay(2_000);
    link.mode = 'passes';
    await receiver.wait('/away', 2);
    expect(await settled(id)).toMatchObject({ state: 'delivered', log: [{ status: 204 }] });
    expect(ids('/away').size).toBe(1);
  }, 300_000);

  it('does not keep the process from ending', async () => {
    receiver.replies.set('/silent', () => {});
    const id = await create('/silent');
    await complete(id);
    await receiver.wait('/silent');
    expect((await service.stop('SIGTERM')).code).toBe(0);
    const [row] = await dataSource.query<{ state: string; attempts: number }[]>(
      'SELECT state, attempts FROM outgoing WHERE job_id = $1',
      [id],
    );
    // An attempt that the stop ended does not count.
    expect(row).toEqual({ state: 'pending', attempts: 0 });
  }, 120_000);
});
