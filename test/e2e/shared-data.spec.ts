import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { isIntactSegment } from '../../src/engine/render/segments/segment-file.js';
import { Program } from '../support/program.js';
import { processesNaming } from '../support/processes.js';

const BACKGROUND = fileURLToPath(new URL('../media/background.mp4', import.meta.url));

/** Command lines that use one data folder concurrently, or after one of them was killed. */
describe('a data folder', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-shared-'));
  });

  afterEach(async () => {
    expect(await processesNaming(dir)).toEqual([]);
    await rm(dir, { recursive: true, force: true });
  });

  /** Numbered scenes that all differ, each half a second long. */
  async function project(name: string, from: number, to: number): Promise<string> {
    const scenes = Array.from({ length: to - from }, (_, index) => ({
      duration: 0.5,
      'background-color': `#0000${(16 + from + index).toString(16)}`,
      elements: [{ type: 'video', src: BACKGROUND, volume: 0, height: 120 }],
    }));
    const file = join(dir, name);
    await writeFile(file, JSON.stringify({ width: 320, height: 180, scenes }));
    return file;
  }

  const render = (file: string, output: string, env: Record<string, string> = {}) =>
    new Program(
      'cli',
      ['render', file, '-o', join(dir, output), '--json'],
      { VIDEOCRAFT_DATA_DIR: join(dir, 'data'), ...env },
      dir,
    );

  const segmentsOf = async (data: string) => {
    const folder = join(dir, data, 'cache/segments');
    const names = await readdir(folder).catch(() => []);
    expect(names.filter((name) => !name.endsWith('.entry'))).toEqual([]);
    return names.map((name) => join(folder, name));
  };
  const leftIn = async (data: string) =>
    (await readdir(join(dir, data)).catch(() => [])).filter((name) => name.startsWith('render-'));

  it('is shared by concurrent renders, although its cache is too small for one', async () => {
    const [first, second] = [await project('a.json', 0, 6), await project('b.json', 3, 9)];
    const alone = { VIDEOCRAFT_DATA_DIR: join(dir, 'alone') };
    for (const [file, name] of [
      [first, 'a.mp4'],
      [second, 'b.mp4'],
    ] as const) {
      expect(await render(file, name, alone).ended).toMatchObject({ code: 0, stderr: '' });
    }
    const sizes = await Promise.all(
      (await segmentsOf('alone')).map(async (path) => (await stat(path)).size),
    );
    expect(sizes).toHaveLength(9);
    const bound = 2 * Math.max(...sizes);
    const tight = { VIDEOCRAFT_CACHE_SEGMENTS_MAX_BYTES: String(bound) };

    for (let round = 0; round < 2; round++) {
      const running = [
        render(first, `a1-${round}.mp4`, tight),
        render(first, `a2-${round}.mp4`, tight),
        render(second, `b-${round}.mp4`, tight),
      ];
      for (const program of running) {
        expect(await program.ended).toMatchObject({ code: 0, stderr: '' });
      }
      for (const name of ['a1', 'a2', 'b']) {
        const made = await readFile(join(dir, `${name}-${round}.mp4`));
        expect(made.equals(await readFile(join(dir, `${name[0]}.mp4`)))).toBe(true);
      }
      const kept = await segmentsOf('data');
      expect(kept.length).toBeLessThan(9);
      for (const path of kept) expect(await isIntactSegment(path)).toBe(true);
    }
    expect(await leftIn('data')).toEqual([]);
  }, 180_000);

  it('contains only complete segments after a killed render, and is cleaned up by the next one', async () => {
    const scenes = 10;
    const file = await project('a.json', 0, scenes);
    expect(
      (await render(file, 'alone.mp4', { VIDEOCRAFT_DATA_DIR: join(dir, 'alone') }).ended).code,
    ).toBe(0);
    for (let kills = 0; kills < 2; kills++) {
      const before = (await segmentsOf('data')).length;
      const program = render(file, 'never.mp4');
      // Once it has stored another segment, the next ones are rendering or on their way into the
      // cache.
      while ((await segmentsOf('data')).length === before) await delay(5);
      await delay(kills * 30);
      await program.stop('SIGKILL');
      for (const path of await segmentsOf('data')) expect(await isIntactSegment(path)).toBe(true);
      expect((await segmentsOf('data')).length).toBeLessThan(scenes);
    }
    // Each run removes what the previous one left.
    expect(await leftIn('data')).toHaveLength(1);
    // Its child processes end with it, or with the segment on machines without `setpriv`.
    while ((await processesNaming(join(dir, 'data'))).length > 0) await delay(50);

    const { code, stdout, stderr } = await render(file, 'whole.mp4').ended;
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { segments } = JSON.parse(stdout) as { segments: { cached: number } };
    expect(segments.cached).toBeGreaterThanOrEqual(2);
    expect(await readFile(join(dir, 'whole.mp4'))).toEqual(await readFile(join(dir, 'alone.mp4')));
    expect(await leftIn('data')).toEqual([]);
  }, 180_000);

  it('keeps the folder of a render that is suspended but alive', async () => {
    const slow = render(await project('slow.json', 0, 8), 'slow.mp4');
    while ((await leftIn('data')).length === 0) await delay(10);
    const [folder] = await leftIn('data');
    process.kill(slow.pid, 'SIGSTOP');
    try {
      const other = render(await project('other.json', 8, 9), 'other.mp4');
      expect(await other.ended).toMatchObject({ code: 0, stderr: '' });
      expect(await leftIn('data')).toEqual([folder]);
    } finally {
      process.kill(slow.pid, 'SIGCONT');
    }
    expect(await slow.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await leftIn('data')).toEqual([]);
  }, 120_000);
});
