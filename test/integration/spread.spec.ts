import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { withinCacheScope } from '../../src/engine/files/cache-scope.js';
import type { RenderedSegment } from '../../src/engine/render/segments/segment-renderer.js';
import { AttemptShare } from '../../src/engine/spread/attempt-share.js';
import type { ChunkState } from '../../src/engine/spread/chunk-state.js';
import { FolderStore } from '../../src/engine/storage/folder-store.js';
import { ChunkRenderer } from '../../src/pipeline/spread/chunk-renderer.js';
import type { Helpers } from '../../src/pipeline/types/helpers.js';
import { Studio } from '../support/studio.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const { signal } = new AbortController();

describe('segments that another worker renders', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('spread');
  });
  afterAll(() => studio.close());

  /** Another worker that takes each chunk that is offered, at once. */
  async function helper(name: string): Promise<{ helpers: Helpers; rendered: () => number }> {
    const attempt = { jobId: name, attempt: 1 };
    const share = new AttemptShare(new FolderStore(studio.dir), attempt, signal);
    const workDir = join(studio.dir, `help-${name}`);
    await mkdir(workDir);
    const session = studio.engines.get(ChunkRenderer).open(share, workDir, signal);
    const states: ChunkState[] = [];
    let count = 0;
    let work: Promise<void> = Promise.resolve();
    const render = async (number: number): Promise<void> => {
      for (;;) {
        const chunk = await share.chunk(number, workDir);
        if (chunk) {
          const segments = await session.render(number, chunk, signal);
          count += segments.length;
          states[number] = { kind: 'done', result: { worker: 'other', segments } };
          return;
        }
        await delay(50);
      }
    };
    const helpers: Helpers = {
      share,
      fromSeconds: 0.01,
      offer: async () => {
        const number = states.push({ kind: 'taken' }) - 1;
        // One chunk at a time, as a worker does.
        work = work.then(() => withinCacheScope(name, () => render(number)));
        return { id: String(number), number };
      },
      stateOf: async (id) => states[Number(id)]!,
      withdraw: async () => false,
      discard: async () => {},
      onProblem: (error) => {
        throw error;
      },
      onSpread: () => {},
    };
    return { helpers, rendered: () => count };
  }

  it('have the same bytes, and tell of the same damage', async () => {
    const moving = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=30:d=1.2', '-c:v', 'libx264'];
    const options = ['-pix_fmt', 'yuv420p', '-b:v', '2M', '-movflags', '+faststart'];
    const damaged = await studio.make('damaged.mp4', ...moving, ...options);
    const bytesOfIt = await readFile(damaged);
    for (let at = bytesOfIt.length >> 1; at < bytesOfIt.length; at += 499) bytesOfIt[at]! ^= 0x5a;
    await writeFile(damaged, bytesOfIt);
    const video = (src: string) => ({ type: 'video', src, volume: 0, height: 80 });
    const lut = join(studio.dir, 'look.cube');
    await writeFile(lut, 'LUT_1D_SIZE 2\n1 0 0.5\n0 1 0\n');
    const correction = { lut };
    const scenes = [
      [video(damaged)],
      [{ type: 'image', src: `${MEDIA}pictures/i1.jpg`, zoom: 2, correction }],
      [{ type: 'shape', shape: 'ellipse', width: 60, height: 40, 'fade-in': 1 }],
      [{ ...video(`${MEDIA}background.mp4`), correction }],
      [{ type: 'text', text: 'A title' }],
      [video(`${MEDIA}background.mp4`), { type: 'text', text: 'Another' }],
    ].map((elements) => ({ duration: 1, elements }));
    const project = studio.parse({ width: 160, height: 90, scenes });
    const render = async (name: string, helpers?: Helpers) => {
      const workDir = join(studio.dir, name);
      await mkdir(workDir);
      const context = { signal, workDir, localSources: true, onProgress: () => {}, helpers };
      return withinCacheScope(name, async () => {
        const planned = await studio.engines.planner.plan(project, context);
        return studio.engines.plans.render(planned, context);
      });
    };
    const { helpers, rendered } = await helper('together');
    const [alone, together] = [await render('alone'), await render('together', helpers)];
    expect(rendered()).toBeGreaterThan(0);
    const bytes = (segments: readonly RenderedSegment[]) =>
      Promise.all(segments.map(async ({ path }) => (await readFile(path)).toString('base64')));
    expect(await bytes(together)).toEqual(await bytes(alone));
    const damage = together.map(({ hasDecodeErrors }) => hasDecodeErrors);
    expect(damage).toContain(true);
    expect(damage).toEqual(alone.map(({ hasDecodeErrors }) => hasDecodeErrors));
    expect(together.some(({ cached }) => cached)).toBe(false);
  }, 120_000);
});
