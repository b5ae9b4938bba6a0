import { chmod, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeFolders } from './close-folders.js';

describe('closeFolders', () => {
  let dir: string;
  const modeOf = async (name: string) => (await stat(join(dir, name))).mode & 0o777;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-modes-'));
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

  it('creates what is missing, and closes what earlier versions left open', async () => {
    await mkdir(join(dir, 'videos'));
    await chmod(join(dir, 'videos'), 0o755);
    expect(await closeFolders(dir)).toEqual([]);
    for (const name of ['videos', 'cache', 'work']) expect(await modeOf(name)).toBe(0o700);
  });

  it('warns about a data folder that anybody can write to', async () => {
    await chmod(dir, 0o777);
    expect((await closeFolders(dir)).join()).toContain(`chmod o-w ${dir}`);
  });
});
