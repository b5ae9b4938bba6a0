import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeAtomically } from './write-atomically.js';

describe('writeAtomically', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'videocraft-write-'));
    path = join(folder, 'file.txt');
    await writeFile(path, 'old');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('replaces the file only after all of it is written', async () => {
    await writeAtomically(path, async (temporary) => {
      await writeFile(temporary, 'new');
      expect(await readFile(path, 'utf8')).toBe('old');
    });
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['file.txt']);
  });

  it('keeps the file, and removes the temporary one, when writing fails', async () => {
    const write = writeAtomically(path, async (temporary) => {
      await writeFile(temporary, 'ne');
      throw new Error('disk full');
    });
    await expect(write).rejects.toThrow('disk full');
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['file.txt']);
  });
});
