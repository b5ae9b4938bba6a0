import { realpath, stat } from 'node:fs/promises';
import { cpus } from 'node:os';

/** Changes whenever the system updates a library, including those of ffmpeg. */
const LOADER_CACHE = '/etc/ld.so.cache';

/**
 * Identifies programs as they are on this machine: the processor, and the real paths, sizes, and modification times of
 * the programs and of their libraries. A missing file counts too.
 */
export async function programIdentity(paths: readonly string[]): Promise<string> {
  const files = [...paths, LOADER_CACHE].map(async (path) => {
    try {
      const real = await realpath(path);
      const { size, mtimeMs, ctimeMs } = await stat(real);
      return [real, size, mtimeMs, ctimeMs];
    } catch {
      return [path];
    }
  });
  const processor = [process.arch, cpus()[0]?.model ?? ''];
  return JSON.stringify([processor, await Promise.all(files)]);
}
