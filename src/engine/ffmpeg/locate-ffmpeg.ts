import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FfmpegAbilities } from './abilities.js';
import type { ConfinementMode } from '../../config/confinement-modes.js';
import { findConfinement } from './confinement.js';
import { findExecutable } from './find-executable.js';
import { loadAbilities, type ProbedAbilities } from './load-abilities.js';

/** The ffmpeg that this process uses. */
export interface FfmpegTools {
  readonly ffmpegPath: string;
  readonly ffprobePath: string;
  readonly version: string;
  /** Differs between builds and machines that may encode differently. Part of the keys of caches. */
  readonly fingerprint: string;
  readonly source: 'configured' | 'system' | 'bundled';
  readonly abilities: FfmpegAbilities;
  /** Sentences for the log and the health report. */
  readonly warnings: readonly string[];
}

export interface LocateOptions {
  /** Paths that the operator sets: both or neither. */
  readonly path: string | null;
  readonly probePath: string | null;
  readonly allowBundled: boolean;
  readonly production: boolean;
  /** The largest file that ffmpeg may write, in bytes. Default: no limit. */
  readonly maxFileBytes?: number;
  /** Default: as far as the machine can. */
  readonly confinement?: ConfinementMode;
  /** PATH to search. */
  readonly searchPath: string;
  /** File that remembers what ffmpeg supports. Without it, every start asks again. */
  readonly abilitiesFile?: string;
}

const UNCONFINED =
  'Nothing confines ffmpeg: this machine has neither bubblewrap nor setpriv and prlimit.';
const CONFINE = 'Install bubblewrap, or set VIDEOCRAFT_FFMPEG_CONFINEMENT=off to run without.';

interface ProbedTools {
  readonly options: LocateOptions;
  readonly known: ProbedAbilities;
  readonly warnings: readonly string[];
}

const OLDEST_SYSTEM_MAJOR = 5;
const NEEDED_FILTERS = ['ass', 'overlay', 'loop', 'tpad', 'scale', 'crop'];
const NEEDED_ENCODERS = ['libx264', 'aac'];
const INSTALL =
  'Install ffmpeg 5 or newer, or set VIDEOCRAFT_FFMPEG_PATH and VIDEOCRAFT_FFPROBE_PATH.';

/**
 * Finds ffmpeg: the configured one, or else version 5 or newer on the PATH, or else the build in the npm
 * packages.
 *
 * @throws Error that says what to install if none is usable
 */
export async function locateFfmpeg(options: LocateOptions): Promise<FfmpegTools> {
  if (options.path !== null || options.probePath !== null) {
    if (options.path === null || options.probePath === null) {
      throw new Error('Set both VIDEOCRAFT_FFMPEG_PATH and VIDEOCRAFT_FFPROBE_PATH, or neither.');
    }
    const known = await loadAbilities(options.path, options.probePath, options.abilitiesFile);
    return toolsOf(options.path, options.probePath, 'configured', { options, known, warnings: [] });
  }

  const warnings: string[] = [];
  const ffmpeg = await findExecutable('ffmpeg', options.searchPath);
  const ffprobe = await findExecutable('ffprobe', options.searchPath);
  if (ffmpeg !== null && ffprobe !== null) {
    try {
      const known = await loadAbilities(ffmpeg, ffprobe, options.abilitiesFile);
      const major = Number(/^n?(\d+)\./.exec(known.version)?.[1] ?? OLDEST_SYSTEM_MAJOR);
      if (major >= OLDEST_SYSTEM_MAJOR) {
        return await toolsOf(ffmpeg, ffprobe, 'system', { options, known, warnings });
      }
      warnings.push(
        `The ffmpeg on the PATH is not used, because version ${known.version} is too old.`,
      );
    } catch (error) {
      warnings.push(`The ffmpeg on the PATH is not used: ${(error as Error).message}`);
    }
  }

  if (options.production && !options.allowBundled) {
    throw new Error(
      `No usable ffmpeg was found, and production does not use the bundled build. ${INSTALL}`,
    );
  }
  const { build, known } = await loadBundled(options.abilitiesFile);
  warnings.push(`${describeBundled(known.version)} is used. It gets no security fixes. ${INSTALL}`);
  return toolsOf(build.ffmpeg, build.ffprobe, 'bundled', { options, known, warnings });
}

/** A build in the npm packages, as a subject of a sentence. The version of the one of 2018 is a commit. */
export function describeBundled(version: string): string {
  const number = /^n?(\d+\.\d+)/.exec(version)?.[1];
  return number === undefined ? 'The bundled ffmpeg of 2018' : `The bundled ffmpeg ${number}`;
}

/** @throws Error if it lacks something that every render needs */
async function toolsOf(
  ffmpegPath: string,
  ffprobePath: string,
  source: FfmpegTools['source'],
  { options, known, warnings }: ProbedTools,
): Promise<FfmpegTools> {
  const { version, fingerprint, ...lists } = known;
  const missing = [
    ...NEEDED_FILTERS.filter((name) => !lists.filters.has(name)),
    ...NEEDED_ENCODERS.filter((name) => !lists.encoders.has(name)),
  ];
  if (missing.length > 0) {
    throw new Error(`The ${source} ffmpeg ${version} lacks ${missing.join(', ')}. ${INSTALL}`);
  }
  const { searchPath, production, confinement: mode = 'auto', maxFileBytes = null } = options;
  const confinements = await findConfinement({
    mode,
    searchPath,
    ffmpegPath,
    ffprobePath,
    maxFileBytes,
  });
  const unconfined = confinements.level === 'none';
  if (unconfined && production && mode !== 'off') throw new Error(`${UNCONFINED} ${CONFINE}`);
  return {
    ffmpegPath,
    ffprobePath,
    version,
    fingerprint,
    source,
    abilities: { ...lists, ...confinements },
    warnings: unconfined ? [...warnings, UNCONFINED] : warnings,
  };
}

interface BundledBuild {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

/**
 * The newest build in the npm packages that runs on this machine. The current one needs glibc 2.28, so another libc has
 * the build of 2018, which needs none.
 *
 * @throws Error if there is none for this platform
 */
async function loadBundled(
  abilitiesFile: string | undefined,
): Promise<{ readonly build: BundledBuild; readonly known: ProbedAbilities }> {
  let cause: unknown;
  for (const find of [currentBuild, oldBuild]) {
    try {
      const build = find(createRequire(import.meta.url));
      await Promise.all([ensureExecutable(build.ffmpeg), ensureExecutable(build.ffprobe)]);
      return { build, known: await loadAbilities(build.ffmpeg, build.ffprobe, abilitiesFile) };
    } catch (error) {
      cause = error;
    }
  }
  throw new Error(`No bundled ffmpeg exists for ${process.platform}-${process.arch}. ${INSTALL}`, {
    cause,
  });
}

const pathIn = (require: NodeJS.Require, name: string) => (require(name) as { path: string }).path;

/** A package for each platform, of which npm installs the one for this platform, if there is one. */
function currentBuild(require: NodeJS.Require): BundledBuild {
  const { platform, arch } = process;
  return {
    ffmpeg: require.resolve(`@ffmpeg-binary/${platform}-${arch}/ffmpeg`),
    ffprobe: pathIn(require, '@ffprobe-installer/ffprobe'),
  };
}

/** Both packages find the binary for this platform when they are loaded. */
function oldBuild(require: NodeJS.Require): BundledBuild {
  return {
    ffmpeg: pathIn(require, '@ffmpeg-installer/ffmpeg'),
    ffprobe: pathIn(require, '@ffprobe-installer/ffprobe'),
  };
}

/** Packages that were installed without their scripts lack the execute bit. */
async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) === 0) await chmod(file, mode | 0o755);
}
