import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Memory of one ffmpeg; an encode at 2160p takes some 2 GB of address space. */
const MOST_MEMORY_BYTES = 8 * 2 ** 30;

/** What a build of ffmpeg can do. */
export interface BuildAbilities {
  readonly filters: ReadonlySet<string>;
  readonly encoders: ReadonlySet<string>;
  /** Styles that its `xfade` filter has; none where there is no such filter. */
  readonly transitions: ReadonlySet<string>;
}

/** What the machine bounds ffmpeg by. */
export interface Confinements {
  /**
   * What ffmpeg is run by, as arguments before it: `setpriv`, by which the kernel ends it with this
   * process, and `prlimit`, which bounds its memory. Empty where the machine has neither.
   */
  readonly confinement: readonly string[];
  /**
   * The same for runs that use a GPU. Drivers reserve address space by the size of all memory there is
   * (CUDA cannot start below tens of gigabytes), so what is bounded is writable private memory alone,
   * of which reservations are no part.
   */
  readonly gpuConfinement: readonly string[];
  /** The largest file that a run may write, if `prlimit` is there and it was set. */
  readonly maxFileBytes: number | null;
}

export interface FfmpegAbilities extends BuildAbilities, Confinements {}

/** The version text of an executable, e.g. `5.1.9-0+deb12u1`; throws when it does not run. */
export async function readVersion(path: string): Promise<string> {
  const { stdout } = await run(path, ['-version'], { timeout: 20_000 });
  return /^\w+ version (\S+)/.exec(stdout)?.[1] ?? 'unknown';
}

/** What the build itself says that it can do. */
export async function probeAbilities(ffmpegPath: string): Promise<BuildAbilities> {
  const [filters, encoders, transitions] = await Promise.all([
    listNames(ffmpegPath, ['-filters'], /^ \S{2,3} (\w+) +\S+->/gm),
    listNames(ffmpegPath, ['-encoders'], /^ [VAS]\S{5} ([\w-]+)/gm),
    listNames(ffmpegPath, ['-h', 'filter=xfade'], /^ {5}([a-z]+) +\d+ +\.\.FV/gm),
  ]);
  return { filters, encoders, transitions };
}

/** Programs on the machine that bound what runs by them. */
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
      : [prlimit, `--${limit}=${MOST_MEMORY_BYTES}`, ...fileSize, '--core=0', '--']),
  ];
  return { confinement: boundBy('as'), gpuConfinement: boundBy('data'), maxFileBytes };
}

/** The first executable of that name on a PATH, or null. */
export async function findExecutable(name: string, searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
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
