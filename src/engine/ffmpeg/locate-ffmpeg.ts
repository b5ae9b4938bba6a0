import { dirname, join } from 'node:path';
import type { FfmpegBuildChoice } from '../../config/ffmpeg-builds.js';
import type { FfmpegAbilities } from './abilities.js';
import { loadBundled } from './bundled-build.js';
import type { ConfinementMode } from '../../config/confinement-modes.js';
import { findConfinement } from './confinement.js';
import { findExecutable } from './find-executable.js';
import { loadAbilities, type ProbedAbilities } from './load-abilities.js';
import { loadProvenConfinements } from './proven-confinements.js';

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
  /** Default: `auto`. */
  readonly build?: FfmpegBuildChoice;
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
 * packages. The operator can choose one of the last two.
 *
 * @throws Error that says what to install if none is usable
 */
export async function locateFfmpeg(options: LocateOptions): Promise<FfmpegTools> {
  const { build = 'auto' } = options;
  if (options.path !== null || options.probePath !== null) {
    if (options.path === null || options.probePath === null) {
      throw new Error('Set both VIDEOCRAFT_FFMPEG_PATH and VIDEOCRAFT_FFPROBE_PATH, or neither.');
    }
    if (build !== 'auto') throw new Error('Set either VIDEOCRAFT_FFMPEG_BUILD or paths of ffmpeg.');
    const known = await loadAbilities(options.path, options.probePath, options.abilitiesFile);
    return toolsOf(options.path, options.probePath, 'configured', { options, known, warnings: [] });
  }

  const warnings: string[] = [];
  if (build !== 'bundled') {
    const tools = await locateOnPath(options, warnings);
    if (tools !== null) return tools;
    if (build === 'system') {
      throw new Error([...warnings, `No usable ffmpeg is on the PATH. ${INSTALL}`].join(' '));
    }
    if (options.production && !options.allowBundled) {
      throw new Error(
        `No usable ffmpeg was found, and production does not use the bundled build. ${INSTALL}`,
      );
    }
  }
  const { build: programs, known } = await loadBundled(options.abilitiesFile).catch(
    (error: Error) => {
      throw new Error(`${error.message} ${INSTALL}`, { cause: error });
    },
  );
  const advice = build === 'bundled' ? '' : ` ${INSTALL}`;
  warnings.push(`${describeBundled(known.version)} is used. It gets no security fixes.${advice}`);
  return toolsOf(programs.ffmpeg, programs.ffprobe, 'bundled', { options, known, warnings });
}

/**
 * The ffmpeg on the PATH.
 *
 * @param warnings gets a sentence about one that is not usable
 * @returns null if none is usable
 */
async function locateOnPath(
  options: LocateOptions,
  warnings: string[],
): Promise<FfmpegTools | null> {
  const ffmpeg = await findExecutable('ffmpeg', options.searchPath);
  const ffprobe = await findExecutable('ffprobe', options.searchPath);
  if (ffmpeg === null || ffprobe === null) return null;
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
  return null;
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
  const { abilitiesFile } = options;
  const memory = abilitiesFile && join(dirname(abilitiesFile), 'confinement.json');
  const confinements = await findConfinement({
    mode,
    searchPath,
    ffmpegPath,
    ffprobePath,
    maxFileBytes,
    proven: await loadProvenConfinements([ffmpegPath, ffprobePath], memory),
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
