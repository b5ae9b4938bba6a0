import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { type RunningService, startService } from '../../src/start-service.js';
import { describeUnless } from '../support/skip.js';
import { missingSystemPostgres, startSystemPostgres } from '../support/system-postgres.js';

const run = promisify(execFile);
const KEY = 'the-configured-key';
const CONFIG = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };
/** Bounds hangs. A start takes long on a slow, shared machine. */
const PATIENCE_MS = 400_000;

let dir: string;
let running: RunningService | null = null;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'videocraft-restore-'));
  await chmod(dir, 0o755);
}, PATIENCE_MS);

afterEach(async () => {
  await stop();
  await rm(dir, { recursive: true, force: true });
}, PATIENCE_MS);

async function start(dataDir: string, databaseUrl: string | null, workers: number): Promise<void> {
  const config = loadConfig({
    VIDEOCRAFT_DATA_DIR: dataDir,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: String(workers),
    VIDEOCRAFT_SECURITY_API_KEY: KEY,
    VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  });
  running = await startService(config, { api: true, logLevel: 'fatal' });
}

async function stop(): Promise<void> {
  await running?.stop();
  running = null;
}

function call(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  return fetch(`${running!.url}/api/v1${path}`, { ...init, headers });
}

async function submit(): Promise<string> {
  const response = await call('/videos', { method: 'POST', body: JSON.stringify(CONFIG) });
  expect(response.status).toBe(202);
  return ((await response.json()) as { job_id: string }).job_id;
}

/** @returns the ID of the asset */
async function upload(name: string, text: string): Promise<string> {
  const body = new FormData();
  body.append('file', new Blob([text]), name);
  const headers = { authorization: `Bearer ${KEY}` };
  const response = await fetch(`${running!.url}/api/v1/assets`, { method: 'POST', headers, body });
  expect(response.status).toBe(201);
  return ((await response.json()) as { data: { id: string } }).data.id;
}

/** The commands of docs/operations.md that copy files out and back, without those of the database. */
async function documentedCopies(): Promise<[string, string]> {
  const page = await readFile(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const [, section = ''] = page.split('## Backup and restore\n');
  const blocks = [...section.split('\n## ')[0]!.matchAll(/```bash\n(.*?)```/gs)];
  const [out, back] = blocks.map(([, commands]) => commands!.replaceAll(/^pg_.*$/gm, ''));
  return [out!, back!];
}

/** Runs commands in the folder of the test. */
async function bash(commands: string, env: Record<string, string>): Promise<void> {
  const { PATH = '' } = process.env;
  await run('bash', ['-ec', commands], { cwd: dir, env: { PATH, ...env } });
}

/** The timeout of the test ends a hang. */
async function completed(id: string): Promise<void> {
  for (;;) {
    const { status } = (await (await call(`/jobs/${id}/status`)).json()) as { status: string };
    if (status === 'completed') return;
    expect(['pending', 'processing']).toContain(status);
    await delay(100);
  }
}

async function video(id: string): Promise<Buffer> {
  const response = await call(`/videos/${id}/download`);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** What a restored service gives: a finished video, and that of a job that waited. */
async function restoredVideos(done: string, waiting: string): Promise<Buffer[]> {
  await completed(waiting);
  return Promise.all([video(done), video(waiting)]);
}

it(
  'a copy of the data folder of a stopped service is a backup, in another place too',
  async () => {
    const [data, backup, restored] = ['data', 'backup', 'restored'].map((name) => join(dir, name));
    await start(data!, null, 1);
    const done = await submit();
    await completed(done);
    const bytes = await video(done);
    await stop();
    await start(data!, null, 0);
    const waiting = await submit();
    await stop();
    // With owners and modes: Postgres refuses files of others.
    await run('cp', ['-a', data!, backup!]);
    await rm(data!, { recursive: true });
    await run('cp', ['-a', backup!, restored!]);
    await start(restored!, null, 1);
    expect(await restoredVideos(done, waiting)).toEqual([bytes, bytes]);
  },
  PATIENCE_MS,
);

describeUnless(await missingSystemPostgres())('a dump and then a copy of the files', () => {
  it(
    'are a backup of a running service, and videos that are missing are told',
    async () => {
      const postgres = await startSystemPostgres();
      try {
        const [data, restored] = ['data', 'restored'].map((name) => join(dir, name));
        const [from, to] = [`${postgres.server}/postgres`, `${postgres.server}/restored`];
        await start(data!, from, 1);
        const done = await submit();
        await completed(done);
        const bytes = await video(done);
        const captions = await upload('captions.srt', '1\n00:00:00,100 --> 00:00:00,900\nHello\n');
        await stop();
        await start(data!, from, 0);
        const waiting = await submit();
        const dump = join(dir, 'dump');
        await postgres.tool('pg_dump', '--format=custom', `--file=${dump}`, from);
        const [copyOut, copyBack] = await documentedCopies();
        await bash(copyOut, { VIDEOCRAFT_DATA_DIR: data! });
        // What happens after the backup is lost.
        const lost = await submit();
        await stop();
        await postgres.tool('psql', '-c', 'CREATE DATABASE restored', from);
        await postgres.tool('pg_restore', '--exit-on-error', `--dbname=${to}`, dump);
        await bash(copyBack, { VIDEOCRAFT_DATA_DIR: restored! });
        await start(restored!, to, 1);
        expect(await restoredVideos(done, waiting)).toEqual([bytes, bytes]);
        expect((await call(`/jobs/${lost}/status`)).status).toBe(404);
        expect(await (await call(`/assets/${captions}/download`)).text()).toContain('Hello');
        for (const name of await readdir(join(restored!, 'videos'))) {
          if (name.startsWith(done)) await rm(join(restored!, 'videos', name), { recursive: true });
        }
        const missing = await call(`/videos/${done}/download`);
        expect(missing.status).toBe(404);
        expect(await missing.json()).toMatchObject({ code: 'FILE_NOT_FOUND' });
      } finally {
        await stop();
        await postgres.stop();
      }
    },
    PATIENCE_MS,
  );
});
