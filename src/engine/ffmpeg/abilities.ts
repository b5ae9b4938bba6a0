import { execFile } from 'node:child_process';
import { constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { canAccess } from '../files/path-exists.js';

const run = promisify(execFile);

/** Memory limit of one ffmpeg. An encode at 2160p takes about 2 GB of address space. */
const MAX_MEMORY_BYTES = 8 * 2 ** 30;

/** What a build of ffmpeg can do. */
export interface BuildAbilities {
  readonly filters: ReadonlySet<string>;
  readonly encoders: ReadonlySet<string>;
  /** The transitions of its `xfade` filter, or none if it lacks the filter. */
  readonly transitions: ReadonlySet<string>;
}

/** Programs of the machine that limit ffmpeg. */
export interface Confinements {
  /**
   * Arguments before ffmpeg: `setpriv`, with which the kernel ends it together with this process, and
   * `prlimit`, which limits its memory. Empty if the machine has neither.
   */
  readonly confinement: readonly string[];
  /**
   * The same for runs that use a GPU. Drivers reserve address space for all the memory that exists (CUDA
   * cannot start with less than tens of gigabytes), so the limit applies to writable private memory, which
   * excludes reservations.
   */
  readonly gpuConfinement: readonly string[];
  /** The largest file that a run may write, if `prlimit` is there and it was set. */
  readonly maxFileBytes: number | null;
}

export interface FfmpegAbilities extends BuildAbilities, Confinements {}

/** The version of an executable, such as `5.1.9-0+deb12u1`. Throws if it does not run. */
export async function readVersion(path: string): Promise<string> {
  const { stdout } = await run(path, ['-version'], { timeout: 20_000 });
  return /^\w+ version (\S+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** Asks a build of ffmpeg what it supports. */
export async function probeAbilities(ffmpegPath: string): Promise<BuildAbilities> {
  const [filters, encoders, transitions] = await Promise.all([
    listNames(ffmpegPath, ['-filters'], /^ \S{2,3} (\w+) +\S+->/gm),
    listNames(ffmpegPath, ['-encoders'], /^ [VAS]\S{5} ([\w-]+)/gm),
    listNames(ffmpegPath, ['-h', 'filter=xfade'], /^ {5}([a-z]+) +\d+ +\.\.FV/gm),
  ]);
  return { filters, encoders, transitions };
}

/** Finds the programs on the machine that can limit ffmpeg. */
export async function findConfinements(
  searchPath: string,
  maxFileBytes: number | null = null,
): Promise<Confinements> {
  const [setpriv, prlimit] = await Promise.all([
    findExecutable('setpriv', searchPath),
    findExecutable('prlimit', searchPath),
  ]);
  const fileSize = maxFileBytes === null ? [] : [`--fsize=${maxFileBytes}`];
  const boundBy = (limit: 'as' | 'data') => [
    ...(setpriv === null ? [] : [setpriv, '--pdeathsig', 'KILL', '--']),
    ...(prlimit === null
      ? []
      : [prlimit, `--${limit}=${MAX_MEMORY_BYTES}`, ...fileSize, '--core=0', '--']),
  ];
  return { confinement: boundBy('as'), gpuConfinement: boundBy('data'), maxFileBytes };
}

/** The first executable with that name on a PATH, or null. */
export async function findExecutable(name: string, searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    if (await canAccess(file, constants.X_OK)) return file;
  }
  return null;
}

async function listNames(
  path: string,
  list: readonly string[],
  line: RegExp,
): Promise<Set<string>> {
  const { stdout } = await run(path, ['-hide_banner', ...list], { timeout: 20_000 });
  return new Set([...stdout.matchAll(line)].map((match) => match[1] ?? ''));
}
