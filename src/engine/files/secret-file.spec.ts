import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSecret, writeSecret } from './secret-file.js';

describe('secret files', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'videocraft-secret-'));
    path = join(folder, 'secrets', 'one');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('has what was written, and no other file beside it', async () => {
    expect(await readSecret(path)).toBeNull();
    await writeSecret(path, 'hush');
    expect(await readSecret(path)).toBe('hush');
    expect(await readdir(join(folder, 'secrets'))).toEqual(['one']);
  });

  it('makes the file readable by its owner only', async () => {
    await writeSecret(path, 'hush');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'secrets'))).mode & 0o777).toBe(0o700);
    await writeSecret(path, 'hush again');
    expect(await readFile(path, 'utf8')).toBe('hush again\n');
  });

  it('takes an empty file for none', async () => {
    await writeSecret(path, 'x');
    await writeFile(path, '\n');
    expect(await readSecret(path)).toBeNull();
  });
});
