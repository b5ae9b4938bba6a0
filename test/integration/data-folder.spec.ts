import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { closeFolders } from '../../src/engine/files/close-folders.js';
import { describeFolderProblem, openDataFolder } from '../../src/engine/files/data-folder.js';
import { loadAbilities } from '../../src/engine/ffmpeg/load-abilities.js';
import { toApiError } from '../../src/http/errors/to-api-error.js';
import { ffmpegToolsFor, itUnless } from '../support/skip.js';

const run = promisify(execFile);
const disk = await mkdtemp(join(tmpdir(), 'videocraft-folder-'));
const problem = await run('/bin/mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk]).then(
  () => null,
  (error: Error) => `this machine cannot mount a file system: ${error.message}`,
);
const itOnDisk = itUnless(problem);

describe('the data folder', () => {
  afterAll(async () => {
    if (problem === null) await run('/bin/umount', [disk]);
    await rm(disk, { recursive: true, force: true });
  });

  it('is created', async () => {
    expect(await openDataFolder(join(disk, 'a/b'))).toBeNull();
  });

  it('must be a folder', async () => {
    const file = join(disk, 'file');
    await writeFile(file, '');
    await expect(openDataFolder(file)).rejects.toThrow('is not a folder. Set VIDEOCRAFT_DATA_DIR');
    await expect(openDataFolder(join(file, 'data'))).rejects.toThrow('is not a folder');
  });

  it('keeps nothing of a process that died while it checked it', async () => {
    const folder = join(disk, 'checked');
    await openDataFolder(folder);
    // What every process leaves that is killed between its two steps.
    const written = await new Promise<string>((resolve, reject) => {
      const watcher = watch(folder, (_event, name) => {
        watcher.close();
        resolve(join(folder, String(name)));
      });
      openDataFolder(folder).catch(reject);
    });
    await writeFile(written, '', { mode: 0o400 });
    await Promise.all(Array.from({ length: 20 }, () => openDataFolder(folder)));
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['EACCES', /belongs to user \d+, and the service, which runs as user \d+, must not write/],
    ['ENOENT', /is gone\. Restore it/],
    ['EIO', /cannot be written to: the words of the system/],
  ])('is described for the operator: %s', async (code, words) => {
    const error = Object.assign(new Error('the words of the system'), { code });
    expect(await describeFolderProblem(disk, error)).toMatch(words);
  });

  itOnDisk('may be on a full disk, which is a warning', async () => {
    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = await statfs(disk);
    await writeFile(ballast, Buffer.alloc(bavail * bsize));
    expect(await openDataFolder(disk)).toMatch(/is on a full disk\. Free space/);
    await rm(ballast);
    expect(await openDataFolder(disk)).toBeNull();
  });

  itOnDisk('may be read-only, which says nothing about ffmpeg', async () => {
    const folder = join(disk, 'videos');
    await chmod(disk, 0o755);
    await mkdir(join(folder, 'one'), { recursive: true, mode: 0o755 });
    const { ffmpegPath, ffprobePath, version } = await ffmpegToolsFor();
    await run('/bin/mount', ['-o', 'remount,ro', disk]);
    try {
      expect(await openDataFolder(disk)).toMatch(/is on a read-only file system\. Mount it/);
      expect(await closeFolders(disk)).toEqual([expect.stringContaining('videos')]);
      const memory = join(disk, 'cache/abilities.json');
      expect((await loadAbilities(ffmpegPath, ffprobePath, memory)).version).toBe(version);
      const error: unknown = await rm(folder, { recursive: true }).catch(
        (failed: unknown) => failed,
      );
      expect(toApiError(error)).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    } finally {
      await run('/bin/mount', ['-o', 'remount,rw', disk]);
    }
  });
});
