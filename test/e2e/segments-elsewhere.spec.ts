import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Studio } from '../support/studio.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const SCRIPT = fileURLToPath(new URL('../fixtures/render-segments.mjs', import.meta.url));

describe('segments as JSON', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('elsewhere');
  });

  afterAll(() => studio.close());

  it('become the same files in another process with another data folder', async () => {
    const picture = (name: string, more: object = {}) => ({
      type: 'image',
      src: `${MEDIA}pictures/${name}.jpg`,
      ...more,
    });
    const project = studio.parse({
      width: 320,
      height: 180,
      scenes: [
        { duration: 2, elements: [picture('i0', { 'corner-radius': 12, width: 200 })] },
        { duration: 2, elements: [{ type: 'video', src: `${MEDIA}background.mp4`, volume: 0 }] },
        { duration: 2, elements: [picture('i1', { zoom: 2 })] },
        {
          duration: 3,
          transition: { duration: 1 },
          elements: [
            picture('i2'),
            { type: 'shape', shape: 'ellipse', width: 60, height: 40, fill: '#FF8000' },
            { type: 'text', text: 'A title', 'fade-in': 0.3 },
          ],
        },
      ],
      elements: [{ type: 'subtitles', words: [{ word: 'said', start: 0.5, end: 1 }] }],
    });
    const { engines, dir } = studio;
    const { signal } = new AbortController();
    const workDir = join(dir, 'work');
    await mkdir(workDir);
    const context = { signal, workDir, localSources: true, onProgress: () => {} };
    const { plan, sourceOf, timeline } = await engines.planner.plan(project, context);
    expect(plan.segments.length).toBeGreaterThanOrEqual(5);
    await engines.plans.render({ plan, sourceOf }, context);

    const sources = join(dir, 'sources');
    await mkdir(sources);
    for (const { kind, contentHash } of timeline.visuals) {
      if (kind !== 'shape') {
        await copyFile(sourceOf(contentHash).path, join(sources, contentHash));
      }
    }
    const json = join(dir, 'plan.json');
    await writeFile(json, JSON.stringify(plan));
    const elsewhere = join(dir, 'elsewhere');
    await run(process.execPath, [SCRIPT, json, elsewhere, sources], {
      env: { PATH: process.env['PATH'] },
    });

    const here = join(dir, 'cache/segments');
    const there = join(elsewhere, 'cache/segments');
    const names = (await readdir(here)).sort();
    expect(names).toHaveLength(plan.segments.length);
    expect((await readdir(there)).sort()).toEqual(names);
    for (const name of names) {
      const [one, other] = await Promise.all(
        [here, there].map((folder) => readFile(join(folder, name))),
      );
      expect([name, one!.equals(other!)]).toEqual([name, true]);
    }
    await rm(workDir, { recursive: true });
  }, 120_000);
});
