import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What a program loads before its first line runs. */
interface Load {
  readonly files: number;
  readonly megabytes: number;
  /** Packages in `node_modules`, whose files are found, read, and linked one by one. */
  readonly packages: readonly string[];
}

function loadOf(program: string): Load {
  const seen = new Map<string, number>();
  const packages = new Set<string>();
  const waiting = [join(DIST, program)];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    const text = readFileSync(file, 'utf8');
    seen.set(file, text.length);
    for (const [, name] of text.matchAll(/^(?:import|export)\b[^'"();]*["']([^"']+)["'];?$/gm)) {
      if (name!.startsWith('.')) waiting.push(join(dirname(file), name!));
      else if (!builtinModules.includes(name!.replace('node:', ''))) packages.add(name!);
    }
  }
  const characters = [...seen.values()].reduce((sum, length) => sum + length, 0);
  return { files: seen.size, megabytes: characters / 1e6, packages: [...packages] };
}

/** Bounds with some room. A start costs CPU for every file, and for every megabyte. */
describe('what a program loads at its start', () => {
  it.each([
    ['src/main.js', 145, 9.3],
    ['src/worker.js', 145, 9.3],
    ['src/worker-process.js', 115, 6],
    ['src/preview-process.js', 115, 6],
    ['src/cli.js', 30, 0.5],
    ['src/pipeline/checks/config-check-worker.js', 30, 0.9],
    ['src/engine/views/view-worker.js', 10, 0.1],
    ['src/engine/recognition/sherpa-process.js', 10, 0.1],
  ])('%s: at most %i files with %d MB, and no package of its own', (program, files, megabytes) => {
    const load = loadOf(program);
    expect(load.packages).toEqual([]);
    expect(load.files).toBeLessThanOrEqual(files);
    expect(load.megabytes).toBeLessThanOrEqual(megabytes);
  });
});
