import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawRaster } from '../../core/raster/draw-raster.js';
import type { MaskPicture } from '../../core/raster/types.js';
import { RasterFiles } from './raster-files.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-raster-'));
});
afterEach(() => rm(folder, { recursive: true }));

const mask = (radius: number): MaskPicture => ({
  kind: 'mask',
  width: 20,
  height: 10,
  margin: 0,
  radius,
  area: null,
});
const kept = async () => (await readdir(join(folder, 'kept'))).length;
const samples = (name: string) => readFile(join(folder, name));

describe('files of drawn pictures', () => {
  it('draws a picture once, also for segments at the same time', async () => {
    const files = new RasterFiles(join(folder, 'kept'));
    await Promise.all(['a', 'b'].map((name) => files.link(mask(3), join(folder, name))));
    await files.link(mask(5), join(folder, 'c'));
    expect(await kept()).toBe(2);
    expect(await samples('a')).toEqual(Buffer.from(drawRaster(mask(3))));
    expect(await samples('b')).toEqual(await samples('a'));
    expect(await samples('c')).toEqual(Buffer.from(drawRaster(mask(5))));
  });

  it('keeps what was used last, and what segments still read', async () => {
    const files = new RasterFiles(join(folder, 'kept'), 450);
    await files.link(mask(1), join(folder, 'a'));
    await files.link(mask(2), join(folder, 'b'));
    await files.link(mask(1), join(folder, 'c'));
    await files.link(mask(3), join(folder, 'd'));
    expect(await kept()).toBe(2);
    expect(await samples('b')).toEqual(Buffer.from(drawRaster(mask(2))));
    await files.link(mask(2), join(folder, 'e'));
    expect(await samples('e')).toEqual(await samples('b'));
  });

  it('draws again if it could not, and not if only a segment failed', async () => {
    const kept = join(folder, 'kept');
    const files = new RasterFiles(kept);
    await writeFile(kept, 'no folder');
    await expect(files.link(mask(1), join(folder, 'a'))).rejects.toThrow('EEXIST');
    await rm(kept);
    await expect(files.link(mask(1), join(folder, 'none', 'a'))).rejects.toThrow('ENOENT');
    await files.link(mask(1), join(folder, 'a'));
    expect(await samples('a')).toHaveLength(200);
    expect(await readdir(kept)).toHaveLength(1);
  });
});
