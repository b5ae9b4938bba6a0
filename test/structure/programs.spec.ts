import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
// @ts-expect-error The tools are JavaScript.
import { entryPoints } from '../../tools/build/entries.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const entries = await (entryPoints as (root: string) => Promise<string[]>)(ROOT);
const sources = ['src', 'bench'].flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/assembly\//.test(file))
    .map((file) => `${folder}/${file}`),
);
const textOf = (file: string) => readFileSync(ROOT + file, 'utf8');

/** The files that a file imports for more than their types. */
function importsOf(file: string): string[] {
  const imports =
    /(?:^(?:import|export) (?!type\b)[^;]*?from |^import |\bimport\()'(\.[^']+)\.js'/gm;
  return [...textOf(file).matchAll(imports)].map(([, path]) => `${join(dirname(file), path!)}.ts`);
}

describe('the programs of a build', () => {
  it('are all sources that no other source imports', () => {
    const imported = new Set(sources.flatMap(importsOf));
    const roots = sources.filter((file) => !imported.has(file));
    // A file with nothing but types runs nowhere.
    const running = roots.filter((file) =>
      /^(?!(?:export )?(?:interface|type) |import|$)\w/m.test(textOf(file)),
    );
    expect(running.filter((file) => !entries.includes(file))).toEqual([]);
  });

  it('are all files that sources name beside themselves to start them', () => {
    const started = sources.flatMap((file) =>
      [...textOf(file).matchAll(/new URL\(\s*['"`](\.[^'"`]+)\.js/g)].map(
        ([, path]) => `${join(dirname(file), path!)}.ts`,
      ),
    );
    expect(started.length).toBeGreaterThan(3);
    expect(started.filter((file) => !entries.includes(file))).toEqual([]);
  });

  it('are all files of dist that scripts and deployments start', () => {
    const deployments = readdirSync(`${ROOT}deploy`, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.ya?ml$/.test(file))
      .map((file) => `deploy/${file}`);
    const files = ['package.json', 'Dockerfile', 'docker-compose.yml', ...deployments];
    const started = files
      .flatMap((file) => [...textOf(file).matchAll(/\bdist\/([\w/-]+)\.js\b/g)])
      .map(([, path]) => `${path!}.ts`);
    expect(started.length).toBeGreaterThan(5);
    expect(started.filter((file) => !entries.includes(file))).toEqual([]);
  });
});
