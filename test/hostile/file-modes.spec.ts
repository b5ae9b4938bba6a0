import { lstat, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { closeFolders, PRIVATE_UMASK } from '../../src/engine/files/close-folders.js';
import { writeSecret } from '../../src/engine/files/secret-file.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp } from '../support/render-app.js';

/** Files and folders below a folder that other users may use in any way. */
async function openToOthers(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const found = await Promise.all(
    names.map(async (name) => {
      const { mode } = await lstat(join(folder, name));
      const isLink = (mode & 0o170000) === 0o120000;
      return !isLink && (mode & 0o077) !== 0 ? [`${name} ${(mode & 0o777).toString(8)}`] : [];
    }),
  );
  return found.flat();
}

describe('everything that a render creates', () => {
  it('is closed to other users', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-modes-'));
    const before = process.umask(PRIVATE_UMASK);
    try {
      await closeFolders(dataDir);
      await writeSecret(join(dataDir, 'secrets', 'admin-api-key'), 'hush');
      const app = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir }));
      const options = { subtitleDefaults: {}, localSources: false };
      const elements = [{ type: 'text', text: 'Closed' }];
      const project = { width: 64, height: 64, scenes: [{ duration: 1, elements }] };
      const parsed = parseConfig(project, app.fonts, options);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
      const workDir = await mkdtemp(join(dataDir, 'work', 'attempt-'));
      const { outputDir, files } = await app.renderer.render(parsed.project, {
        signal: new AbortController().signal,
        workDir,
        outputDir: join(dataDir, 'videos', 'one'),
        localSources: false,
        onProgress: () => {},
      });
      await app.close();
      expect((await stat(join(outputDir, files[0]!.name))).mode & 0o777).toBe(0o600);
      expect(await openToOthers(dataDir)).toEqual([]);
      expect(await readdir(join(dataDir, 'cache'))).not.toEqual([]);
    } finally {
      process.umask(before);
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
