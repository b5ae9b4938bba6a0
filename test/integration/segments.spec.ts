import {
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FileCache } from '../../src/engine/files/file-cache.js';
import { Studio } from '../support/studio.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';
import { openRenderApp } from '../support/render-app.js';

const COLORS = ['#101010', '#203040', '#405060', '#607080', '#8090A0'];

const scene = (color: string, more: object = {}): object => ({
  duration: 1,
  elements: [],
  'background-color': color,
  ...more,
});
const video = (scenes: readonly object[], more: object = {}) => ({
  width: 160,
  height: 90,
  fps: 30,
  scenes,
  ...more,
});
const ONE_SCENE = video([scene('#336699')]);

describe('the segment cache', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('segments');
  });

  afterAll(() => studio.close());

  beforeEach(() => rm(folder(), { recursive: true, force: true }));

  const folder = () => join(studio.dir, 'cache/segments');
  const entries = async () => (await readdir(folder())).sort().map((name) => join(folder(), name));

  /** Writes a new file, because a file that a job has linked must not change. */
  async function rewrite(path: string, change: (bytes: Buffer) => void): Promise<void> {
    const bytes = await readFile(path);
    change(bytes);
    await rm(path);
    await writeFile(path, bytes);
  }
  const flip = (at: (bytes: Buffer) => number) => (path: string) =>
    rewrite(path, (bytes) => {
      const index = at(bytes);
      expect(index).toBeLessThan(bytes.length);
      bytes[index]! ^= 1;
    });
  /** Changes a name or a number of the header so that it stays readable. */
  const replace = (from: string, to: string) => (path: string) =>
    rewrite(path, (bytes) => {
      expect(bytes.indexOf(from)).toBeGreaterThan(0);
      bytes.write(to, bytes.indexOf(from));
    });

  const DAMAGE: readonly [string, (path: string) => Promise<void>][] = [
    ['a flipped bit of its mark', flip(() => 0)],
    ['a flipped bit of its digest', flip(() => 12)],
    ['a flipped bit of the size of its header', flip(() => 41)],
    ['another name in its header', replace('"sizes"', '"sixes"')],
    ['another number in its header', replace('"sync":[0]', '"sync":[1]')],
    ['another parameter set in its header', replace('"pps":"a', '"pps":"b')],
    ['a flipped bit of its first sample', flip((bytes) => 44 + bytes.readUInt32BE(40) + 9)],
    ['a flipped bit of its last sample', flip(({ length }) => length - 1)],
    ['its last byte missing', async (path) => truncate(path, (await stat(path)).size - 1)],
    ['its half missing', async (path) => truncate(path, (await stat(path)).size >> 1)],
    ['a byte too many', async (path) => writeFile(path, 'x', { flag: 'a' })],
    ['nothing in it', (path) => truncate(path, 0)],
    [
      'a folder in its place',
      async (path) => {
        await rm(path);
        await mkdir(join(path, 'inner'), { recursive: true });
      },
    ],
    [
      'a link to nowhere in its place',
      async (path) => {
        await rm(path);
        await symlink('nowhere', path);
      },
    ],
  ];

  it('replaces a segment with any kind of damage', async () => {
    const first = await studio.render(ONE_SCENE);
    expect(first.segments).toEqual({ total: 1, cached: 0 });
    const expected = await readFile(first.video);
    const [entry] = await entries();
    const segment = await readFile(entry!);
    for (const [what, damage] of DAMAGE) {
      await damage(entry!);
      const { segments, video: path } = await studio.render(ONE_SCENE);
      expect({ what, ...segments }).toEqual({ what, total: 1, cached: 0 });
      expect((await readFile(path)).equals(expected)).toBe(true);
      expect(await entries()).toEqual([entry]);
      expect((await readFile(entry!)).equals(segment)).toBe(true);
    }
    expect((await studio.render(ONE_SCENE)).segments).toEqual({ total: 1, cached: 1 });
  }, 120_000);

  it('renders one segment if a scene changes, even in duration', async () => {
    const scenes = COLORS.map((color) => scene(color));
    expect((await studio.render(video(scenes))).segments).toEqual({ total: 5, cached: 0 });
    expect((await studio.render(video(scenes))).segments).toEqual({ total: 5, cached: 5 });
    const cachedWith = async (changed: object) =>
      (await studio.render(video(scenes.with(2, changed)))).segments;
    expect(await cachedWith(scene('#FF0000'))).toEqual({ total: 5, cached: 4 });
    expect(await cachedWith(scene(COLORS[2]!, { duration: 1.5 }))).toEqual({ total: 5, cached: 4 });
    const moved = [...scenes.slice(3), ...scenes.slice(0, 3)];
    expect((await studio.render(video(moved))).segments).toEqual({ total: 5, cached: 5 });
  }, 60_000);

  it('renders only the segments with captions if the color of captions changes', async () => {
    const captioned = (color: string) =>
      video(
        COLORS.map((background) => scene(background, { duration: 2 })),
        {
          elements: [
            {
              type: 'subtitles',
              words: [
                { word: 'second', start: 2.5, end: 2.8 },
                { word: 'fourth', start: 6.5, end: 6.8 },
              ],
              settings: { style: 'classic', 'max-words-per-line': 1, 'line-color': color },
            },
          ],
        },
      );
    expect((await studio.render(captioned('#FFFFFF'))).segments).toEqual({ total: 5, cached: 0 });
    expect((await studio.render(captioned('#00FF00'))).segments).toEqual({ total: 5, cached: 3 });
  }, 60_000);

  it('separates entries by quality and build of ffmpeg', async () => {
    await studio.render(ONE_SCENE);
    expect((await studio.render({ ...ONE_SCENE, quality: 'low' })).segments.cached).toBe(0);
    expect((await studio.render({ ...ONE_SCENE, quality: 'medium' })).segments.cached).toBe(1);
    const { engines } = studio;
    const { tools } = engines.ffmpeg;
    const cachedWith = async (more: Partial<typeof tools>) => {
      const ffmpeg = Object.assign(Object.create(engines.ffmpeg), { tools: { ...tools, ...more } });
      const using = await openRenderApp(engines.config, [[FfmpegService, ffmpeg]]);
      return (await studio.render(ONE_SCENE, { engines: using })).segments.cached;
    };
    expect(await cachedWith({})).toBe(1);
    expect(await cachedWith({ fingerprint: 'another build' })).toBe(0);
    expect(await cachedWith({ fingerprint: 'another build' })).toBe(1);
  }, 60_000);

  it('stays within its limit without a scan for every segment', async () => {
    const cache = new FileCache(folder(), 1_000_000, async () => true);
    const sizes: number[] = [];
    let kept = 0;
    const keep = async (count: number) => {
      for (const end = kept + count; kept < end; kept++) {
        const path = join(studio.dir, 'entry');
        await writeFile(path, Buffer.alloc(1000));
        await utimes(path, kept, kept);
        await cache.keep(`key${kept}`, path);
        await rm(path);
        if (kept % 50 === 0) sizes.push((await readdir(folder())).length);
      }
    };
    await keep(1200);
    expect(Math.max(...sizes)).toBeGreaterThan(900);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1000);
    expect(await readdir(folder())).toContain('key1199.entry');
    expect(await readdir(folder())).not.toContain('key200.entry');

    // Additions by another process are found in the next scan, which follows after 2% of the limit.
    await writeFile(join(folder(), 'other.entry'), Buffer.alloc(500_000));
    const before = (await readdir(folder())).length;
    await keep(1);
    expect(await readdir(folder())).toHaveLength(before + 1);
    await keep(21);
    expect((await readdir(folder())).length).toBeLessThan(450);
  }, 60_000);

  it('releases a canceled job that waits for the segment of another job', async () => {
    const long = video([
      scene('#000000', {
        duration: 10,
        // Has no source, so the second job does not need ffmpeg, which has no free slot.
        elements: [
          {
            type: 'shape',
            shape: 'ellipse',
            width: 1800,
            height: 1000,
            fill: '#FF8000',
            'fade-in': 10,
          },
        ],
      }),
    ]);
    const big = { ...long, width: 1920, height: 1080, fps: 60, quality: 'high' };
    const stop = new AbortController();
    const endOf = (render: Promise<unknown>) =>
      render.then(
        () => 'rendered',
        ({ name }: Error) => name,
      );
    let at = { step: '', fraction: 0 };
    const first = endOf(
      studio.render(big, {
        signal: stop.signal,
        onProgress: (step, fraction) => {
          at = { step, fraction };
        },
      }),
    );
    while (at.step !== 'segments') await delay(5);
    const cancel = new AbortController();
    const second = studio.render(big, {
      signal: cancel.signal,
      onProgress: (step) => {
        // After the delay, it waits for the first job.
        if (step === 'segments') setTimeout(() => cancel.abort(), 200);
      },
    });
    expect(await endOf(second)).toBe('AbortError');
    const { step, fraction } = at;
    stop.abort();
    expect(await first).toMatch(/^(Abort|Ffmpeg)Error$/);
    expect(step).toBe('segments');
    expect(fraction).toBeLessThan(1);
  }, 60_000);
});
