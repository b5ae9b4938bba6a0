import { execFile } from 'node:child_process';
import { link, mkdir, mkdtemp, readdir, rm, statfs, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CacheSpace } from '../../src/engine/files/cache-space.js';
import { describeUnless } from '../support/skip.js';
import { PROJECT, startTestService, type TestService } from '../support/service.js';

const run = promisify(execFile);
const MEGABYTE = 1024 * 1024;

const disk = await mkdtemp(join(tmpdir(), 'videocraft-space-'));
const problem = await run('/bin/mount', ['-t', 'tmpfs', '-o', 'size=48m', 'none', disk]).then(
  () => null,
  (error: Error) => error.message,
);
const describeOnDisk = describeUnless(
  problem === null ? null : `this machine cannot mount a file system: ${problem}`,
);

afterAll(async () => {
  if (problem === null) await run('/bin/umount', ['-l', disk]);
  await rm(disk, { recursive: true, force: true });
});

async function entry(name: string, megabytes: number, ageMinutes: number): Promise<string> {
  const path = join(disk, 'cache', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, Buffer.alloc(megabytes * MEGABYTE, 1));
  const used = new Date(Date.now() - ageMinutes * 180_000);
  await utimes(path, used, used);
  return path;
}

async function free(): Promise<number> {
  const { bavail, bsize } = await statfs(disk);
  return bavail * bsize;
}

const names = async () =>
  (await readdir(join(disk, 'cache'), { recursive: true })).filter((name) => name.includes('.'));

describeOnDisk('the space of caches', () => {
  beforeEach(() => rm(join(disk, 'cache'), { recursive: true, force: true }));

  it('goes to work, the oldest entries of all caches first', async () => {
    await entry('segments/new.entry', 10, 1);
    await entry('sources/old.entry', 10, 30);
    await entry('sounds/older.entry', 10, 40);
    await entry('words/oldest.json', 1, 50);
    await entry('ffmpeg.json', 1, 60);
    const ballast = join(disk, 'ballast');
    await writeFile(ballast, Buffer.alloc((await free()) - 6 * MEGABYTE));
    const space = new CacheSpace(disk, 8 * MEGABYTE);
    await space.makeRoom();
    expect(await free()).toBeGreaterThanOrEqual(16 * MEGABYTE);
    expect((await names()).sort()).toEqual(['ffmpeg.json', 'segments/new.entry']);
    await rm(ballast);
  });

  it('keeps entries that a job has linked, which free nothing', async () => {
    const used = await entry('segments/used.entry', 2, 50);
    await entry('segments/idle.entry', 2, 1);
    await link(used, join(disk, 'linked'));
    await new CacheSpace(disk, 0).empty();
    expect(await names()).toEqual(['segments/used.entry']);
    await rm(join(disk, 'linked'));
  });

  it('takes no more than half of what would be free', async () => {
    for (const age of [1, 2, 3, 4]) await entry(`segments/e${age}.entry`, 9, age);
    await new CacheSpace(disk, 0).makeRoom();
    expect((await names()).sort()).toEqual(['segments/e1.entry', 'segments/e2.entry']);
  });

  it('stays while there is enough', async () => {
    await entry('segments/a.entry', 5, 100);
    expect(await new CacheSpace(disk, MEGABYTE).makeRoom()).toBe(0);
    expect(await names()).toEqual(['segments/a.entry']);
  });
});

describeOnDisk('a disk full of caches', () => {
  let service: TestService;

  beforeAll(async () => {
    await rm(join(disk, 'cache'), { recursive: true, force: true });
    for (const age of [10, 20, 30, 40]) await entry(`segments/${age}.entry`, 10, age);
    service = await startTestService({
      VIDEOCRAFT_DATA_DIR: disk,
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: String(10 * MEGABYTE),
    });
  }, 180_000);

  afterAll(() => service.close(), 180_000);

  it('does not keep a job from its end', async () => {
    const { json } = await service.change('POST', '/videos', { body: PROJECT });
    const path = `/jobs/${String(json['job_id'])}/status`;
    for (const end = Date.now() + 150_000; ; await delay(50)) {
      const { status } = (await service.call(path)).json;
      if (status === 'completed') break;
      expect([status, Date.now() < end]).toEqual([expect.not.stringMatching('failed'), true]);
    }
    expect(await names()).not.toContain('segments/40.entry');
  }, 240_000);
});
