import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Program } from '../support/program.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

describe('starting the service', () => {
  let dir: string;
  const env = (more: Record<string, string> = {}) => ({
    VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
    VIDEOCRAFT_SERVER_PORT: '0',
    ...more,
  });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-start-'));
    await chmod(dir, 0o755);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  it('prints all addresses, and keeps its data at the next start', async () => {
    const service = new Program('main', [], env());
    try {
      const [, url] = await service.waitForOutput(/API: +(http:\S+)\/api\/v1/);
      // The new key, and what is described here.
      expect(service.stdout.trimEnd().split('\n').length).toBeLessThan(20);
      expect(service.stdout).toMatch(/Documentation: +http:\S+\/docs/);
      expect(service.stdout).toContain(join(dir, 'data'));
      expect(service.stdout).toMatch(/ffmpeg: +\S+ \((system|bundled|configured)\)/);
      expect(service.stdout).toMatch(/Database: +embedded Postgres/);
      const [, keyFile] = await service.waitForOutput(/API key: +in (\S+)/);
      const key = (await readFile(keyFile!, 'utf8')).trim();
      expect((await stat(keyFile!)).mode & 0o077).toBe(0);
      expect(service.stdout + service.stderr).not.toContain(key);
      const ask = (at: string) =>
        fetch(`${at}/api/v1/jobs`, { headers: { authorization: `Bearer ${key}` } });
      expect((await ask(url!)).status).toBe(200);

      const worker = new Program('worker', [], env());
      await worker.waitForOutput(/worker/);
      expect(await worker.stop()).toMatchObject({ code: 0 });
      expect((await ask(url!)).status).toBe(200);
      expect(await service.stop()).toMatchObject({ code: 0 });

      const again = new Program('main', [], env());
      const [, next] = await again.waitForOutput(/API: +(http:\S+)\/api\/v1/);
      expect((await ask(next!)).status).toBe(200);
      expect(await again.stop()).toMatchObject({ code: 0 });
    } finally {
      await service.stop('SIGKILL');
    }
    expect(await readdir(join(dir, 'data/postgres-users'))).toEqual([]);
  }, 180_000);

  it('keeps running when nobody reads its output', async () => {
    const port = await freePort();
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH, HOME, ...env({ VIDEOCRAFT_SERVER_PORT: String(port) }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // Before the program starts, so that nothing reads its output.
    child.stdout.destroy();
    child.stderr.destroy();
    const ended = new Promise((resolve) => child.once('exit', resolve));
    try {
      const alive = () => fetch(`http://127.0.0.1:${port}/live`).then(({ ok }) => ok);
      while (child.exitCode === null && !(await alive().catch(() => false))) await delay(200);
      expect(child.exitCode).toBeNull();
    } finally {
      child.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
    expect(await readdir(join(dir, 'data/postgres-users'))).toEqual([]);
  }, 180_000);

  it('stops with its database when npm, which started it, is told to stop', async () => {
    const { PATH = '', HOME = '' } = process.env;
    const npm = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { PATH, HOME, ...env() },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const closed = new Promise((resolve) => npm.once('close', resolve));
    npm.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    npm.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (npm.exitCode === null && !output.includes('VideoCraft is ready')) await delay(100);
    expect(output).toContain('VideoCraft is ready');
    npm.kill('SIGTERM');
    // Its output closes when the last process that writes to it has ended.
    await closed;
    expect(await readdir(join(dir, 'data/postgres-users'))).toEqual([]);
  }, 180_000);

  // At several moments: its queue, its API, and its connections lose the database then.
  it.each([0, 600, 1_200])(
    'stops quietly, with its database, %i ms into its start',
    async (ms) => {
      const users = join(dir, 'data/postgres-users');
      const service = new Program('main', [], env());
      // A start creates the folder, too.
      while ((await readdir(users).catch(() => [])).length === 0) await delay(20);
      await delay(ms);
      expect(await service.stop()).toMatchObject({ code: 0, stderr: '' });
      expect(await readdir(users)).toEqual([]);
    },
    180_000,
  );

  it('stops with a message if its port is in use', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, stderr } = await new Program(
      'main',
      [],
      env({ VIDEOCRAFT_SERVER_PORT: String(port) }),
    ).ended;
    other.close();
    expect(code).toBe(1);
    expect(stderr).toContain(`port ${port} of`);
    expect(stderr).toContain('VIDEOCRAFT_SERVER_PORT');
    expect(stderr).not.toContain('    at ');
  }, 120_000);

  it.each([
    [{ VIDEOCRAFT_WORKERS: 'many' }, ['VIDEOCRAFT_WORKERS', '"many"', 'from 0 to 64']],
    [{ VIDEOCRAFT_WORKRES: '1' }, ['VIDEOCRAFT_WORKRES', 'VIDEOCRAFT_WORKERS']],
  ])('stops at an invalid setting: %j', async (more: Record<string, string>, words) => {
    const { code, stderr } = await new Program('main', [], env(more)).ended;
    expect(code).toBe(1);
    for (const word of words) expect(stderr).toContain(word);
  });
});

/** A port that is free at the moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
