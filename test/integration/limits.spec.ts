import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';
import { Studio } from '../support/studio.js';

const BACKGROUND = fileURLToPath(new URL('../media/background.mp4', import.meta.url));
const CORES = availableParallelism();

describe('concurrent renders in one process', () => {
  let dir: string;
  let log: string;
  let studio: Studio;

  /** Real programs behind scripts that record start, end, and arguments. */
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-limits-'));
    log = join(dir, 'log');
    const { ffmpegPath, ffprobePath } = await locateFfmpeg({
      path: null,
      probePath: null,
      allowBundled: true,
      production: false,
      searchPath: process.env['PATH'] ?? '',
    });
    const script = async (name: string, real: string) => {
      const path = join(dir, name);
      const lines = [
        '#!/bin/bash',
        `echo "+ $$ $*" >>'${log}'`,
        `'${real}' "$@"`,
        'status=$?',
        `echo "- $$" >>'${log}'`,
        'exit $status',
        '',
      ];
      await writeFile(path, lines.join('\n'));
      await chmod(path, 0o755);
      return path;
    };
    studio = await Studio.open('limits', {
      VIDEOCRAFT_FFMPEG_PATH: await script('ffmpeg', ffmpegPath),
      VIDEOCRAFT_FFPROBE_PATH: await script('ffprobe', ffprobePath),
      // Confined scripts could not write the log.
      VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
    });
    // Calls at startup do not belong to a render.
    await rm(log);
  }, 60_000);

  afterAll(async () => {
    await studio.close();
    await rm(dir, { recursive: true, force: true });
  });

  it('run at most as many processes and encoder threads as there are cores', async () => {
    const moving = { type: 'video', src: BACKGROUND, loop: true, volume: 0 };
    const jobs = Array.from({ length: 4 }, (_, job) => ({
      width: 320,
      height: 180,
      scenes: Array.from({ length: 1 + 3 * (job % 2) }, (__, scene) => ({
        duration: 1,
        'background-color': `#${job}0${scene}000`,
        elements: [{ ...moving, height: 100 + 2 * job }],
      })),
    }));
    await Promise.all(jobs.map((job) => studio.render(job)));

    const running = new Map<string, number>();
    let mostProcesses = 0;
    let mostThreads = 0;
    for (const line of (await readFile(log, 'utf8')).trim().split('\n')) {
      const [, sign, pid, args = ''] = /^([+-]) (\d+) ?(.*)$/.exec(line)!;
      if (sign === '-') {
        running.delete(pid!);
        continue;
      }
      const asked = [...args.matchAll(/-threads (\d+)/g)].map(([, count]) => Number(count));
      running.set(pid!, Math.max(1, ...asked));
      if (args.includes('-progress')) expect(asked.length).toBeGreaterThan(1);
      mostProcesses = Math.max(mostProcesses, running.size);
      const threads = [...running.values()].reduce((sum, count) => sum + count, 0);
      mostThreads = Math.max(mostThreads, threads);
    }
    expect(running.size).toBe(0);
    expect(mostProcesses).toBe(CORES);
    expect(mostThreads).toBe(CORES);
  }, 120_000);

  it('give all cores to the only scene that changed', async () => {
    const video = (colors: readonly string[]) => ({
      width: 320,
      height: 180,
      scenes: colors.map((color) => ({
        duration: 1,
        'background-color': color,
        elements: [{ type: 'video', src: BACKGROUND, volume: 0, height: 90, speed: 0.5 }],
      })),
    });
    expect((await studio.render(video(['#123456', '#234567', '#345678']))).segments.total).toBe(3);
    await rm(log);
    const { segments } = await studio.render(video(['#123456', '#765432', '#345678']));
    expect(segments).toEqual({ total: 3, cached: 2 });
    const encodes = (await readFile(log, 'utf8'))
      .split('\n')
      .filter((line) => line.includes('libx264'));
    expect(encodes).toHaveLength(1);
    expect(encodes[0]).toMatch(new RegExp(`libx264.* -threads ${CORES} `));
  }, 120_000);
});
