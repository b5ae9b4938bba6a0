import { readFile } from 'node:fs/promises';
// @ts-expect-error The tools are JavaScript.
import { describeOldNode } from '../../tools/build/node-version.mjs';

const ROOT = new URL('../../', import.meta.url);

async function readJson<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(name, ROOT), 'utf8')) as T;
}

describe('packages', () => {
  it('run an install script only if package.json decides about it', async () => {
    const { packages } = await readJson<{
      packages: Record<string, { hasInstallScript?: boolean }>;
    }>('package-lock.json');
    const { allowScripts } = await readJson<{ allowScripts: Record<string, boolean> }>(
      'package.json',
    );
    const withScript = Object.entries(packages)
      .filter(([path, { hasInstallScript }]) => path !== '' && hasInstallScript)
      .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
    expect(Object.keys(allowScripts).sort()).toEqual([...new Set(withScript)].sort());
  });
});

describe('the version of Node', () => {
  it.each(['20.20.0', '20.20.2', '20.21.0', '22.0.0'])('can be %s', (version) => {
    expect(describeOldNode(version, '>=20.20')).toBeNull();
  });

  it.each(['18.20.8', '20.19.9', '20.2.0'])('cannot be %s', (version) => {
    expect(describeOldNode(version, '>=20.20')).toBe(
      `VideoCraft needs Node 20.20 or newer. This is Node ${version}.`,
    );
  });
});
