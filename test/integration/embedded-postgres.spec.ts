import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import {
  type RunningPostgres,
  startEmbeddedPostgres,
} from '../../src/engine/database/embedded-postgres.js';

describe('the embedded Postgres', () => {
  let dir: string;
  let dataDir: string;
  let running: RunningPostgres | null = null;
  let other: ChildProcess | null = null;
  const restarts: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-embedded-'));
    await chmod(dir, 0o755);
    // A shell would read each of these characters as something else.
    dataDir = join(dir, `it's $HOME "x" \`é\` \\`);
    await mkdir(dataDir, { mode: 0o755 });
  });

  afterEach(async () => {
    await running?.release();
    running = null;
    other?.kill('SIGKILL');
    other = null;
    restarts.splice(0);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  const start = async () =>
    (running = await startEmbeddedPostgres(dataDir, (message) => restarts.push(message)));
  const pidFile = () => join(dataDir, 'postgres/postmaster.pid');
  const serverPid = async () => Number((await readFile(pidFile(), 'utf8')).split('\n', 1)[0]);

  async function ask(url: string): Promise<unknown> {
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    await client.connect();
    try {
      return (await client.query<{ one: number }>('SELECT 1 AS one')).rows[0]!.one;
    } finally {
      await client.end();
    }
  }

  /** A program of the user that runs Postgres, to which Postgres could send signals. */
  async function anotherProgram(): Promise<ChildProcess> {
    const owner = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    other = spawn('sleep', ['600'], { ...owner, cwd: '/', stdio: 'ignore' });
    await new Promise((resolve) => other!.once('spawn', resolve));
    return other;
  }

  it('works in a folder with any characters in its path', async () => {
    const { url } = await start();
    expect(await ask(url)).toBe(1);
  }, 90_000);

  it('is started again at the same address when it is killed', async () => {
    const { url } = await start();
    const pid = await serverPid();
    process.kill(pid, 'SIGKILL');
    while (restarts.length === 0) await delay(50);
    expect(await ask(url)).toBe(1);
    expect(await serverPid()).not.toBe(pid);
    expect(restarts).toEqual(['The embedded Postgres had ended and was started again']);
  }, 90_000);

  it('never signals another program that has the process ID of its file', async () => {
    const { url } = await start();
    const lines = (await readFile(pidFile(), 'utf8')).split('\n');
    await running!.release();
    const { pid, exitCode } = await anotherProgram();
    await writeFile(pidFile(), [String(pid), ...lines.slice(1)].join('\n'));

    await running!.release();
    const again = await start();
    expect(again.url).not.toBe(url);
    expect(await ask(again.url)).toBe(1);
    await again.release();
    expect(other!.signalCode).toBeNull();
    expect(exitCode).toBeNull();
    expect(process.kill(pid!, 0)).toBe(true);
  }, 90_000);

  it('is left alone while another machine or container uses the folder', async () => {
    const machine = join(dataDir, 'postgres-machine');
    await writeFile(machine, 'another-kernel worker-7\n');
    const beat = setInterval(() => void utimes(machine, new Date(), new Date()), 100);
    await expect(start()).rejects.toThrow('is in use by another machine or container, worker-7.');
    await expect(readFile(pidFile())).rejects.toMatchObject({ code: 'ENOENT' });

    // It ends without a word, and the next start takes over.
    clearInterval(beat);
    const { url } = await start();
    expect(await ask(url)).toBe(1);

    // It comes back after it was frozen. This one does not start again what the other has.
    await writeFile(machine, 'another-kernel worker-7\n');
    process.kill(await serverPid(), 'SIGQUIT');
    expect((await running!.failed).message).toContain('worker-7');
    await rm(machine);
  }, 90_000);

  it('is quoted when it does not start', async () => {
    const version = join(dataDir, 'postgres/PG_VERSION');
    const original = await readFile(version, 'utf8');
    await writeFile(version, '9.6\n');
    await expect(start()).rejects.toThrow(
      /did not start: .*database files are incompatible with server/s,
    );
    await writeFile(version, original);
  }, 90_000);

  it('is given up with the reason when its folder is gone', async () => {
    const { failed } = await start();
    const version = join(dataDir, 'postgres/PG_VERSION');
    await rename(version, `${version}.away`);
    process.kill(await serverPid(), 'SIGKILL');
    const reason = await failed;
    expect(reason.message).toMatch(/ended, and its folder .* is gone\./);
    await rename(`${version}.away`, version);
  }, 90_000);
});
