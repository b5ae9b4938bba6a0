import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Confinements } from './confinement.js';

const run = promisify(execFile);

/** What a build of ffmpeg can do. */
export interface BuildAbilities {
  readonly filters: ReadonlySet<string>;
  readonly encoders: ReadonlySet<string>;
  /** The transitions of its `xfade` filter, or none if it lacks the filter. */
  readonly transitions: ReadonlySet<string>;
  /** The names of {@link FRAME_MODE} that it knows. */
  readonly frameModes: ReadonlySet<string>;
}

/** What chooses the frames of an output: the first since ffmpeg 5.1, the second up to 7. Both have the same values. */
const FRAME_MODE = ['-fps_mode', '-vsync'] as const;

export interface FfmpegAbilities extends BuildAbilities, Confinements {}

/** The version of an executable, such as `5.1.9-0+deb12u1`. Throws if it does not run. */
export async function readVersion(path: string): Promise<string> {
  return versionIn(await describeBuild(path));
}

/** What an executable says about itself: its version, its options, and those of its libraries. Throws if it does not run. */
export async function describeBuild(path: string): Promise<string> {
  const { stdout } = await run(path, ['-version'], { timeout: 20_000 });
  return stdout;
}

/** The version in a {@link describeBuild description}. */
export function versionIn(description: string): string {
  return /^\w+ version (\S+)/.exec(description)?.[1] ?? 'unknown';
}

/** Asks a build of ffmpeg what it supports. */
export async function probeAbilities(ffmpegPath: string): Promise<BuildAbilities> {
  const [filters, encoders, transitions, frameModes] = await Promise.all([
    listNames(ffmpegPath, ['-filters'], /^ \S{2,3} (\w+) +\S+->/gm),
    listNames(ffmpegPath, ['-encoders'], /^ [VAS]\S{5} ([\w-]+)/gm),
    listNames(ffmpegPath, ['-h', 'filter=xfade'], /^ {5}([a-z]+) +\d+ +\.\.FV/gm),
    listNames(ffmpegPath, ['-h', 'long'], /^ *(-fps_mode|-vsync)\b/gm),
  ]);
  return { filters, encoders, transitions, frameModes };
}

/** Options of an output that choose its frames, with the name that a build knows. */
export function frameMode({ frameModes }: BuildAbilities, mode: 'passthrough' | 'vfr'): string[] {
  const name = FRAME_MODE.find((one) => frameModes.has(one)) ?? FRAME_MODE[0];
  return [name, mode];
}

async function listNames(
  path: string,
  list: readonly string[],
  line: RegExp,
): Promise<Set<string>> {
  const { stdout } = await run(path, ['-hide_banner', ...list], { timeout: 20_000 });
  return new Set([...stdout.matchAll(line)].map((match) => match[1] ?? ''));
}
