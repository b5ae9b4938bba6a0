import { loadConfig } from '../../src/config/load-config.js';
import { findExecutable } from '../../src/engine/ffmpeg/find-executable.js';
import { type FfmpegTools, locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';

type DefineTest = (name: string, test: () => Promise<void>, timeoutMs?: number) => void;

/**
 * Skips a test by name where this machine cannot run it.
 *
 * @param missing what this machine lacks, or null to run the test
 */
export function itUnless(missing: string | null): DefineTest {
  if (missing === null) return it;
  return (name, test, timeoutMs) => it.skip(`${name} [skipped: ${missing}]`, test, timeoutMs);
}

/** Like `itUnless`, for a group of tests. */
export function describeUnless(missing: string | null): (name: string, tests: () => void) => void {
  if (missing === null) return describe;
  return (name, tests) => describe.skip(`${name} [skipped: ${missing}]`, tests);
}

/**
 * Explains that a program is not on the PATH, or returns null if it is. Only the tests need the
 * program. In CI, a missing program is an error, so that CI skips nothing.
 */
export async function missingProgram(program: string): Promise<string | null> {
  if ((await findExecutable(program, process.env['PATH'] ?? '')) !== null) return null;
  const missing = `${program} is not on the PATH`;
  if (process.env['CI']) throw new Error(`${missing}. Install it.`);
  return missing;
}

/** The ffmpeg that the service uses with these environment variables. */
export function ffmpegToolsFor(environment: Record<string, string> = {}): Promise<FfmpegTools> {
  const { ffmpeg } = loadConfig(environment);
  return locateFfmpeg({
    path: ffmpeg.path,
    probePath: ffmpeg.probePath,
    allowBundled: true,
    production: false,
    searchPath: process.env['PATH'] ?? '',
  });
}

/** Names the encoders that an ffmpeg lacks, or returns null if it has all of them. */
export function missingEncoders(tools: FfmpegTools, names: readonly string[]): string | null {
  const missing = names.filter((name) => !tools.abilities.encoders.has(name));
  return missing.length === 0 ? null : `this ffmpeg has no encoder ${missing.join(', ')}`;
}
