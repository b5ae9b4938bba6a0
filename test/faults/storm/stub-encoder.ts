import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { findExecutable } from '../../../src/engine/ffmpeg/find-executable.js';

const run = promisify(execFile);
const CLI = fileURLToPath(new URL('../../../dist/src/cli.js', import.meta.url));

/** Only small jobs have this size, by which the stub knows them. */
export const SMALL_SIZE = 16;

/** A config whose picture no other job of the storm has, so that no cache has it. */
export function smallConfig(index: number, frames: number) {
  const color = `#${index.toString(16).padStart(6, '0')}`;
  const scenes = [{ duration: frames / 30, 'background-color': color, elements: [] }];
  return { width: SMALL_SIZE, height: SMALL_SIZE, fps: 30, scenes };
}

/** Programs that stand for ffmpeg and ffprobe. */
export interface StubEncoder {
  /** Selects them. */
  readonly env: Record<string, string>;
  /** Makes small jobs take seconds, so that their encoder can be hit. */
  slow(isSlow: boolean): Promise<void>;
}

/**
 * Writes programs that stand for ffmpeg and ffprobe. For the picture of a small job, the stub takes the output
 * of a real run from its folder; everything else is up to the real ffmpeg.
 */
export async function writeStubEncoder(dir: string): Promise<StubEncoder> {
  const bin = join(dir, 'bin');
  await mkdir(bin, { recursive: true });
  const [ffmpeg, ffprobe] = await Promise.all(
    ['ffmpeg', 'ffprobe'].map((name) => findExecutable(name, process.env['PATH'] ?? '')),
  );
  if (!ffmpeg || !ffprobe) throw new Error('ffmpeg and ffprobe are not on the PATH. Install them.');
  const picture = join(dir, 'picture.h264');
  const slow = join(dir, 'slow');
  const programs = {
    VIDEOCRAFT_FFMPEG_PATH: join(bin, 'ffmpeg'),
    VIDEOCRAFT_FFPROBE_PATH: join(bin, 'ffprobe'),
  };
  const isSmall = `case "$*" in *s=${SMALL_SIZE}x${SMALL_SIZE}:*stream.h264)`;
  await write(programs.VIDEOCRAFT_FFPROBE_PATH, `exec ${ffprobe} "$@"`);
  await write(
    programs.VIDEOCRAFT_FFMPEG_PATH,
    `${ffmpeg} "$@" || exit\n${isSmall} cp stream.h264 ${picture};; esac`,
  );
  await recordPicture(dir, programs);
  await write(
    programs.VIDEOCRAFT_FFMPEG_PATH,
    `${isSmall} [ -e ${slow} ] && sleep 3; sleep 0.05; exec cp ${picture} stream.h264;; esac\nexec ${ffmpeg} "$@"`,
  );
  return {
    env: programs,
    slow: (isSlow) => (isSlow ? writeFile(slow, '') : rm(slow, { force: true })),
  };
}

/** Renders a small config with the program that keeps the picture. */
async function recordPicture(dir: string, programs: Record<string, string>): Promise<void> {
  const config = join(dir, 'small.json');
  const { PATH = '', HOME = '' } = process.env;
  await writeFile(config, JSON.stringify(smallConfig(1, 15)));
  await run(process.execPath, [CLI, 'render', config, '--output', join(dir, 'small.mp4')], {
    env: {
      ...{ PATH, HOME, ...programs },
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
    },
  });
  await rm(join(dir, 'data'), { recursive: true, force: true });
}

async function write(path: string, script: string): Promise<void> {
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
}
