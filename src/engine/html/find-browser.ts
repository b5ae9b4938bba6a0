import { execFile } from 'node:child_process';
import { constants } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { ConfinementMode } from '../../config/confinement-modes.js';
import type { Config } from '../../config/types.js';
import { canAccess } from '../files/path-exists.js';
import { type BrowserConfinement, findBrowserConfinement } from './browser-confinement.js';
import { HtmlError } from './html-error.js';

const run = promisify(execFile);
const VERSION_MS = 20_000;

export interface HtmlSettings extends Pick<Config, 'production'> {
  readonly browser: Config['browser'];
  readonly confinement: ConfinementMode;
  readonly searchPath: string;
}

/** A browser that is ready to draw. */
export interface Browser {
  readonly path: string;
  readonly version: string;
  readonly confinement: BrowserConfinement;
}

/**
 * Finds the browser that the operator named, and how it is confined. Starts it for that, which takes seconds.
 *
 * @throws HtmlError if it can't be used
 */
export async function findBrowser({
  browser: { path },
  confinement: mode,
  searchPath,
  production,
}: HtmlSettings): Promise<Browser> {
  if (path === null) throw new HtmlError('VIDEOCRAFT_BROWSER_PATH is not set.');
  if (!(await canAccess(path, constants.X_OK)))
    throw new HtmlError('VIDEOCRAFT_BROWSER_PATH is not the path of a program.');
  const version = await run(path, ['--version'], { timeout: VERSION_MS }).then(
    ({ stdout }) => stdout.trim(),
    () => null,
  );
  if (version === null) throw new HtmlError('The program of VIDEOCRAFT_BROWSER_PATH does not run.');
  const confinement = await findBrowserConfinement(path, mode, searchPath);
  const isRefused = confinement?.level === 'none' && production && mode !== 'off';
  if (confinement === null || isRefused)
    throw new HtmlError('The browser does not start, or nothing confines it here.');
  return { path, version, confinement };
}
