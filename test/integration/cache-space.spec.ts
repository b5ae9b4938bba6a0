import { link, mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CacheSpace } from '../../src/engine/files/cache-space.js';
import { mountSmallDisk } from '../support/small-disk.js';
import { PROJECT, startTestService, type TestService } from '../support/service.js';

const MEGABYTE = 1024 * 1024;

const disk = await mountSmallDisk(48);
const { free, describeOnDisk } = disk;

async function entry(name: string, megabytes: number, ageMinutes: number): Promise<string> {
  const path = join(disk.path, 'cache', name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, Buffer.alloc(megabytes * MEGABYTE, 1));
  const used = new Date(Date.now() - ageMinutes * 180_000);
  await utimes(path, used, used);
  return path;
}

const names = async () =>
  (await readdir(join(disk.path, 'cache'), { recursive: true })).filter((name) =>
    name.includes('.'),
  );

describeOnDisk('the space of caches', () => {
  beforeEach(() => rm(join(disk.path, 'cache'), { recursive: true, force: true }));

  it('goes to work, the oldest entries of all caches first', async () => {
    await entry('segments/new.entry', 10, 1);
    await entry('sources/old.entry', 10, 30);
    await entry('sounds/older.entry', 10, 40);
    await entry('words/oldest.json', 1, 50);
    await entry('ffmpeg.json', 1, 60);
    await disk.leave(6 * MEGABYTE);
    const space = new CacheSpace(disk.path, 8 * MEGABYTE);
    await space.makeRoom();
    expect(await free()).toBeGreaterThanOrEqual(16 * MEGABYTE);
    expect((await names()).sort()).toEqual(['ffmpeg.json', 'segments/new.entry']);
    await disk.empty();
  });

  it('keeps entries that a job has linked, which free nothing', async () => {
    const used = await entry('segments/used.entry', 2, 50);
    await entry('segments/idle.entry', 2, 1);
    await link(used, join(disk.path, 'linked'));
    await new CacheSpace(disk.path, 0).empty();
    expect(await names()).toEqual(['segments/used.entry']);
    await rm(join(disk.path, 'linked'));
  });

  it('takes no more than half of what would be free', async () => {
    for (const age of [1, 2, 3, 4]) await entry(`segments/e${age}.entry`, 9, age);
    await new CacheSpace(disk.path, 0).makeRoom();
    expect((await names()).sort()).toEqual(['segments/e1.entry', 'segments/e2.entry']);
  });

  it('stays while there is enough', async () => {
    await entry('segments/a.entry', 5, 100);
    expect(await new CacheSpace(disk.path, MEGABYTE).makeRoom()).toBe(0);
    expect(await names()).toEqual(['segments/a.entry']);
  });
});

describeOnDisk('a disk full of caches', () => {
  let service: TestService;

  beforeAll(async () => {
    await rm(join(disk.path, 'cache'), { recursive: true, force: true });
    for (const age of [10, 20, 30, 40]) await entry(`segments/${age}.entry`, 10, age);
    service = await startTestService({
      VIDEOCRAFT_DATA_DIR: disk.path,
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
