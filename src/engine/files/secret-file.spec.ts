import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOrCreateSecret, writeSecret } from './secret-file.js';

describe('secret files', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'videocraft-secret-'));
    path = join(folder, 'secrets', 'one');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('creates one secret for concurrent calls and keeps it', async () => {
    const secrets = await Promise.all(Array.from({ length: 20 }, () => readOrCreateSecret(path)));
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toHaveLength(43);
    expect(await readOrCreateSecret(path)).toBe(secrets[0]);
    expect(await readdir(join(folder, 'secrets'))).toEqual(['one']);
  });

  it('makes the file readable by its owner only', async () => {
    await writeSecret(path, 'hush');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'secrets'))).mode & 0o777).toBe(0o700);
    await writeSecret(path, 'hush again');
    expect(await readFile(path, 'utf8')).toBe('hush again\n');
  });

  it('reports an empty file', async () => {
    await writeSecret(path, 'x');
    await writeFile(path, '\n');
    await expect(readOrCreateSecret(path)).rejects.toThrow('is empty');
  });
});
