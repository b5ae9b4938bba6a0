import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../../config/package-version.js';
import { shellWord } from './shell-word.js';

const NAME = 'videocraft';

/** Where the program is: its package, and the file that Node runs. */
export interface Installation {
  readonly root: string;
  readonly file: string;
}

/**
 * The words that start this program in a folder, which may not exist yet. The package is not published, so `npx`
 * only works where npm finds the program without the registry.
 *
 * @param path the search path of the shell
 */
export function ownCommand(
  folder: string,
  path = process.env['PATH'] ?? '',
  program: Installation = thisInstallation(),
): string {
  if (isForNpx(folder, program)) return `npx ${NAME}`;
  return isOnPath(path, program) ? NAME : `node ${shellWord(program.file)}`;
}

function thisInstallation(): Installation {
  const root = fileURLToPath(packageRoot()).replace(/\/$/, '');
  return { root, file: join(root, 'dist/src/cli.js') };
}

/** npm looks at the nearest package: at its own program, and at those of the packages that it has installed. */
function isForNpx(folder: string, program: Installation): boolean {
  for (let above = folder; ; above = dirname(above)) {
    if (existsSync(join(above, 'package.json')) || existsSync(join(above, 'node_modules'))) {
      return above === program.root || isProgram(join(above, 'node_modules/.bin', NAME), program);
    }
    if (above === dirname(above)) return false;
  }
}

function isOnPath(path: string, program: Installation): boolean {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  // npx and npm scripts put the programs of packages before the path of the shell.
  const lasting = folders.filter((folder) => !/[\\/]node_modules[\\/]\.bin[\\/]?$/.test(folder));
  const found = lasting.map((folder) => join(folder, NAME)).find((file) => existsSync(file));
  return found !== undefined && isProgram(found, program);
}

function isProgram(file: string, program: Installation): boolean {
  try {
    return realpathSync(file) === realpathSync(program.file);
  } catch {
    return false;
  }
}
