import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute } from 'node:path';
import { promisify } from 'node:util';
import type { ConfinementMode } from '../../config/confinement-modes.js';
import { findExecutable } from './find-executable.js';

const run = promisify(execFile);

/**
 * How ffmpeg is confined, from the strongest to none. `bubblewrap`: no network, no capabilities, and
 * only the files of the run. `no-network`: no network, no capabilities. `limits`: bounded memory, and
 * ffmpeg ends with the service.
 */
export type ConfinementLevel = 'bubblewrap' | 'no-network' | 'limits' | 'none';

/** How the machine confines ffmpeg. */
export interface Confinements {
  readonly level: ConfinementLevel;
  /**
   * Arguments before ffmpeg. With bubblewrap, the files of a run follow them (see `confine`). Empty if the
   * machine can confine nothing.
   */
  readonly confinement: readonly string[];
  /**
   * The same for runs that use a GPU. Drivers need devices, and helpers with more rights. They reserve
   * address space for all the memory that exists (CUDA cannot start with less than tens of gigabytes), so
   * the limit applies to writable private memory, which excludes reservations.
   */
  readonly gpuConfinement: readonly string[];
  /** The largest file that a run may write, if `prlimit` exists and the limit is set. */
  readonly maxFileBytes: number | null;
}

/** The files of one run. */
export interface RunFiles {
  readonly cwd: string;
  /** True if the run writes into its working folder. */
  readonly writes: boolean;
  /** Files that the run reads. Names without a folder are in the working folder. */
  readonly reads: readonly string[];
}

export interface ConfinementOptions {
  readonly mode: ConfinementMode;
  readonly searchPath: string;
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
  /** The largest file that a run may write, in bytes. Null: no limit. */
  readonly maxFileBytes: number | null;
  /** Under what ffmpeg has run before. Default: nothing is known. */
  readonly proven?: ProvenConfinements;
}

/** The confinements under which this ffmpeg has run, as long as neither it nor its libraries change. */
export interface ProvenConfinements {
  has(confinement: readonly string[]): boolean;
  add(confinement: readonly string[]): Promise<void>;
}

/** Memory limit of one ffmpeg. An encode at 2160p takes about 2 GB of address space. */
const MAX_MEMORY_BYTES = 8 * 2 ** 30;

/** Programs and libraries. Nothing else of the machine is visible, `/proc` and `/sys` included. */
export const SYSTEM_FOLDERS = ['/usr', '/lib', '/lib32', '/lib64', '/bin', '/nix/store'];
const LOADER_FILES = ['/etc/ld.so.cache', '/etc/alternatives'];

/**
 * Finds the strongest confinement with which ffmpeg runs here. Tries each one, because containers and
 * kernels forbid some.
 *
 * @throws Error if bubblewrap is required and does not work
 */
export async function findConfinement(options: ConfinementOptions): Promise<Confinements> {
  const names = ['bwrap', 'unshare', 'setpriv', 'prlimit', 'true'];
  const [bwrap, unshare, setpriv, prlimit, trivial = null] = await Promise.all(
    names.map((name) => findExecutable(name, options.searchPath)),
  );
  const maxFileBytes = prlimit ? options.maxFileBytes : null;
  const fileSize = maxFileBytes === null ? [] : [`--fsize=${maxFileBytes}`];
  const bound = (limit: 'as' | 'data') =>
    prlimit ? [prlimit, `--${limit}=${MAX_MEMORY_BYTES}`, ...fileSize, '--core=0', '--'] : [];
  const follow = setpriv ? [setpriv, '--pdeathsig', 'KILL'] : [];
  const plain = setpriv ? [...follow, '--'] : [];
  const gpuConfinement = [...plain, ...bound('data')];
  const unprivileged = setpriv ? [...follow, ...dropRights(), '--'] : [];
  const candidates: [ConfinementLevel, readonly string[]][] = [];
  if (bwrap && options.mode !== 'off')
    candidates.push(['bubblewrap', [...bound('as'), bwrap, ...(await sandbox(options))]]);
  if (unshare && setpriv && options.mode !== 'off')
    candidates.push(['no-network', [unshare, ...netOnly(), ...unprivileged, ...bound('as')]]);
  if (setpriv) candidates.push(['limits', [...unprivileged, ...bound('as')]]);
  if (setpriv || prlimit) candidates.push(['limits', [...plain, ...bound('as')]]);
  for (const [level, confinement] of candidates) {
    if (options.mode === 'required' && level !== 'bubblewrap') break;
    if (await works(confinement, options, trivial))
      return { level, confinement, gpuConfinement, maxFileBytes };
  }
  if (options.mode === 'required') throw new Error(REQUIRED);
  return { level: 'none', confinement: [], gpuConfinement: [], maxFileBytes: null };
}

const REQUIRED =
  'VIDEOCRAFT_FFMPEG_CONFINEMENT is "required", but bubblewrap is missing or does not work here. ' +
  'Install bubblewrap and allow user namespaces, or set the variable to "auto".';

/** The arguments before ffmpeg, for a run with these files. */
export function confine({ level, confinement }: Confinements, files: RunFiles): readonly string[] {
  if (level !== 'bubblewrap') return confinement;
  const { cwd, writes, reads } = files;
  const named = reads.some((path) => !isAbsolute(path));
  const folder = writes ? ['--bind', cwd, cwd] : named ? ['--ro-bind', cwd, cwd] : ['--dir', cwd];
  // After the folder, as most of them are inside of it and must not change.
  const inputs = reads.filter(isAbsolute).flatMap((path) => ['--ro-bind-try', path, path]);
  return [...confinement, ...folder, ...inputs, '--chdir', cwd, '--'];
}

async function sandbox({ ffmpegPath, ffprobePath }: ConfinementOptions): Promise<string[]> {
  const programs = await Promise.all([ffmpegPath, ffprobePath].map(programFolders));
  return bareSandbox(programs.flat());
}

/** Arguments of bubblewrap that show only programs, libraries, and these files or folders, all read-only. */
export function bareSandbox(more: readonly string[]): string[] {
  const visible = [...SYSTEM_FOLDERS, ...LOADER_FILES, ...new Set(more)];
  return [
    ...['--unshare-all', '--die-with-parent', '--cap-drop', 'ALL', '--dev', '/dev'],
    ...['--tmpfs', '/tmp'],
    ...visible.flatMap((path) => ['--ro-bind-try', path, path]),
  ];
}

/** Programs outside of the system's folders, and where they really are. */
async function programFolders(path: string): Promise<string[]> {
  const real = await realpath(path);
  return [path, real]
    .filter((file) => !SYSTEM_FOLDERS.some((folder) => file.startsWith(`${folder}/`)))
    .map((file) => (dirname(file).endsWith('/bin') ? dirname(dirname(file)) : file));
}

/** Root without its capabilities is an ordinary user that owns many files. */
export function dropRights(): string[] {
  const root = process.getuid?.() === 0;
  const none = root ? ['--bounding-set', '-all', '--inh-caps', '-all'] : [];
  return ['--no-new-privs', ...none];
}

/** Arguments of `unshare` for no network. */
export function netOnly(): string[] {
  const own = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  return [...own, '--net', '--'];
}

/**
 * Whether ffmpeg runs under a confinement. If it did before, only the confinement itself is tried, with a program that
 * does nothing: to start ffmpeg takes ten times as long.
 */
async function works(
  confinement: readonly string[],
  { ffmpegPath, proven }: ConfinementOptions,
  trivial: string | null,
): Promise<boolean> {
  const isProven = trivial !== null && proven?.has(confinement) === true;
  if (isProven && (await succeeds([...confinement, trivial]))) return true;
  if (!(await succeeds([...confinement, ffmpegPath, '-version']))) return false;
  await proven?.add(confinement);
  return true;
}

async function succeeds([command, ...rest]: readonly string[]): Promise<boolean> {
  return run(command!, rest, { timeout: 20_000, cwd: '/' }).then(
    () => true,
    () => false,
  );
}
