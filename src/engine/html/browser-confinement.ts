import { execFile } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { ConfinementMode } from '../../config/confinement-modes.js';
import {
  bareSandbox,
  type ConfinementLevel,
  dropRights,
  netOnly,
  SYSTEM_FOLDERS,
} from '../ffmpeg/confinement.js';
import { findExecutable } from '../ffmpeg/find-executable.js';
import { browserArgs } from './browser-args.js';

const run = promisify(execFile);
const TRY_MS = 30_000;
/**
 * Writable memory of each process of the browser. Chromium reserves far more addresses than it uses, so these are not
 * limited.
 */
const MAX_MEMORY_BYTES = 2 * 2 ** 30;
/** Of the wrapper that Debian starts Chromium with. */
const SETTINGS = ['/etc/chromium.d', '/etc/chromium', '/etc/opt/chrome'];

/** How this machine confines a browser. */
export interface BrowserConfinement {
  readonly level: ConfinementLevel;
  /** The programs and arguments before the browser. @param folder the only folder that it may write to */
  readonly around: (folder: string, reads: readonly string[]) => readonly string[];
}

/**
 * Finds the strongest confinement with which a browser starts here. The levels are those of ffmpeg, and so is the setting.
 *
 * @returns null if it starts with none of them, or if `mode` forbids those that work
 */
export async function findBrowserConfinement(
  path: string,
  mode: ConfinementMode,
  searchPath: string,
): Promise<BrowserConfinement | null> {
  const names = ['bwrap', 'unshare', 'setpriv', 'prlimit'];
  const [bwrap, unshare, setpriv, prlimit] = await Promise.all(
    names.map((name) => findExecutable(name, searchPath)),
  );
  const bound = prlimit ? [prlimit, `--data=${MAX_MEMORY_BYTES}`, '--core=0', '--'] : [];
  const follow = setpriv ? [setpriv, '--pdeathsig', 'KILL', ...dropRights(), '--'] : [];
  const same = (before: readonly string[]) => () => before;
  const all: BrowserConfinement[] = [];
  if (bwrap && mode !== 'off') {
    const inside = bareSandbox([...SETTINGS, ...(await programFolders(path))]);
    all.push({
      level: 'bubblewrap',
      around: (folder, reads) => [
        ...bound,
        bwrap,
        ...inside,
        ...['--proc', '/proc', '--bind', folder, folder],
        ...reads.flatMap((one) => ['--ro-bind-try', one, one]),
        ...['--chdir', folder, '--'],
      ],
    });
  }
  if (mode !== 'required') {
    if (unshare && setpriv && mode !== 'off')
      all.push({ level: 'no-network', around: same([unshare, ...netOnly(), ...follow, ...bound]) });
    if (setpriv || prlimit) all.push({ level: 'limits', around: same([...follow, ...bound]) });
    else all.push({ level: 'none', around: same([]) });
  }
  for (const one of all) if (await starts(path, one)) return one;
  return null;
}

/** Where a program outside of the system's folders is, with what is beside it. */
async function programFolders(path: string): Promise<string[]> {
  const real = await realpath(path);
  return [path, real]
    .filter((file) => !SYSTEM_FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
    .map((file) => dirname(file));
}

async function starts(path: string, { around }: BrowserConfinement): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'videocraft-browser-'));
  try {
    const isRoot = process.getuid?.() === 0;
    const own = [...browserArgs(folder, isRoot), '--dump-dom', 'about:blank'];
    const [command, ...rest] = [...around(folder, []), path, ...own];
    const env = { PATH: '/usr/bin:/bin', HOME: folder, LC_ALL: 'C' };
    const { stdout } = await run(command!, rest, { timeout: TRY_MS, cwd: folder, env });
    return stdout.includes('<html>');
  } catch {
    return false;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
