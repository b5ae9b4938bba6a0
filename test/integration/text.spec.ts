import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const [WIDTH, HEIGHT] = [160, 90];
const IMAGE = fileURLToPath(new URL('../media/pictures/i0.jpg', import.meta.url));

interface Ink {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly count: number;
}

describe('texts', () => {
  let dir: string;
  let engines: RenderApp;
  let renders = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-text-'));
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir });
    engines = await openRenderApp(config);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  /** The decoded RGB frames of a video at 10 frames per second. */
  async function frames(input: object): Promise<{ frames: Buffer[]; warnings: readonly string[] }> {
    const project = { width: WIDTH, height: HEIGHT, fps: 10, ...input };
    const parsed = parseConfig(project, engines.fonts, {
      subtitleDefaults: {},
      localSources: true,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(dir, 'attempt-'));
    const outputDir = join(dir, `video-${++renders}`);
    const { warnings } = await engines.renderer.render(parsed.project, {
      signal: new AbortController().signal,
      workDir,
      outputDir,
      localSources: true,
      onProgress: () => {},
    });
    const { stdout } = await run(
      engines.ffmpeg.tools.ffmpegPath,
      args(
        ['-v', 'error', '-xerror', '-i', join(outputDir, 'video.mp4')],
        ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
      ),
      { encoding: 'buffer', maxBuffer: 1 << 28 },
    );
    const size = WIDTH * HEIGHT * 3;
    const list = Array.from({ length: stdout.length / size }, (_, index) =>
      stdout.subarray(index * size, (index + 1) * size),
    );
    return { frames: list, warnings };
  }

  const text = (more: object) => ({
    type: 'text',
    text: 'HI',
    settings: { 'font-size': 30 },
    ...more,
  });
  const scene = (elements: object[], duration = 1) => ({ scenes: [{ duration, elements }] });
  const isWhite = (red: number, green: number, blue: number) => red + green + blue > 600;
  const isRed = (red: number, green: number, blue: number) => red > 150 && green + blue < 120;

  /** The positions of pixels of a kind. */
  function ink(frame: Buffer, wanted = isWhite): Ink {
    let [left, right, top, bottom, count] = [WIDTH, -1, HEIGHT, -1, 0];
    for (let at = 0; at < WIDTH * HEIGHT; at++) {
      if (!wanted(frame[at * 3]!, frame[at * 3 + 1]!, frame[at * 3 + 2]!)) continue;
      const [x, y] = [at % WIDTH, Math.floor(at / WIDTH)];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      count++;
    }
    return { left, right, top, bottom, count };
  }

  it('appears at its position, in its frames only', async () => {
    const { frames: decoded } = await frames(
      scene([text({ position: 'left-top', start: 0.3, duration: 0.4 })]),
    );
    expect(decoded).toHaveLength(10);
    expect(decoded.map((frame) => ink(frame).count > 50)).toEqual(
      [0, 0, 0, 1, 1, 1, 1, 0, 0, 0].map(Boolean),
    );
    const placed = ink(decoded[4]!);
    expect(placed.left).toBeGreaterThanOrEqual(WIDTH * 0.05 - 1);
    expect(placed.right).toBeLessThan(WIDTH / 2);
    expect(placed.bottom).toBeLessThan(HEIGHT / 2);
    const { frames: centered } = await frames(scene([text({})], 0.2));
    const middle = ink(centered[0]!);
    expect(Math.abs((middle.left + middle.right) / 2 - WIDTH / 2)).toBeLessThan(2);
    expect(Math.abs((middle.top + middle.bottom) / 2 - HEIGHT / 2)).toBeLessThan(3);
  }, 60_000);

  it('wraps at its width and aligns its lines', async () => {
    const settings = { 'font-size': 16, 'text-align': 'right' };
    const { frames: decoded } = await frames(
      scene([text({ text: 'one two three', x: 10, y: 4, width: 60, settings })], 0.2),
    );
    const { left, right, top, bottom } = ink(decoded[0]!);
    expect(left).toBeGreaterThanOrEqual(10);
    expect(right).toBeLessThanOrEqual(70);
    expect(right).toBeGreaterThan(60);
    expect(bottom - top).toBeGreaterThan(20);
  }, 60_000);

  it('is layered by its z-index, with later elements above earlier ones', async () => {
    const picture = { type: 'image', src: IMAGE, width: WIDTH, height: HEIGHT };
    const count = async (...elements: object[]) =>
      ink((await frames(scene(elements, 0.2))).frames[0]!, isRed).count;
    const red = text({ settings: { 'font-size': 40, color: '#FF0000' } });
    const bare = await count(picture);
    const above = await count(picture, red);
    expect(above).toBeGreaterThan(bare + 200);
    expect(await count(red, picture)).toBe(bare);
    expect(await count({ ...red, 'z-index': 1 }, picture)).toBe(above);
    const half = { ...picture, width: 80, x: 0, y: 0, 'z-index': 2 };
    const covered = await count(picture, { ...red, 'z-index': 1 }, half);
    expect(covered).toBeLessThan(above - 50);
  }, 90_000);

  it('has a rounded box with padding', async () => {
    const settings = { 'font-size': 20, 'box-color': '#FF0000', 'box-padding': 10 };
    const { frames: decoded } = await frames(
      scene([text({ settings: { ...settings, 'box-radius': 8 } })], 0.2),
    );
    const box = ink(decoded[0]!, isRed);
    const letters = ink(decoded[0]!);
    expect(letters.left - box.left).toBeGreaterThanOrEqual(9);
    expect(letters.left - box.left).toBeLessThanOrEqual(14);
    const corner = (box.top * WIDTH + box.left) * 3;
    expect(isRed(decoded[0]![corner]!, decoded[0]![corner + 1]!, decoded[0]![corner + 2]!)).toBe(
      false,
    );
  }, 60_000);

  it.each([
    ['typewriter', (a: Ink, b: Ink) => a.right <= b.right && a.count < b.count],
    ['words', (a: Ink, b: Ink) => a.right <= b.right && a.count <= b.count],
    ['slide-left', (a: Ink, b: Ink) => a.left > b.left],
    ['slide-up', (a: Ink, b: Ink) => a.top > b.top],
  ] as const)(
    'comes by %s, frame by frame',
    async (style, follows) => {
      const animated = text({
        text: 'to be',
        settings: { 'font-size': 24 },
        'animate-in': { style, duration: 0.5 },
      });
      const { frames: decoded } = await frames(scene([animated]));
      // Letters that are still fading in are not counted.
      const shown = decoded.map((frame) => ink(frame, (r, g, b) => r + g + b > 380));
      const moving = shown.slice(1, 6);
      expect(follows(moving[0]!, moving.at(-1)!)).toBe(true);
      expect(shown[9]).toEqual(shown[6]);
    },
    60_000,
  );

  it('fades with its element, stays across scenes, and reports unsupported characters', async () => {
    const { frames: decoded, warnings } = await frames({
      scenes: [
        { duration: 0.5, elements: [] },
        { duration: 0.5, elements: [] },
      ],
      elements: [text({ text: 'HI \u{F0000}', 'fade-in': 0.4 })],
    });
    const brightest = decoded.map((frame) => Math.max(...frame));
    expect(brightest.slice(0, 5)).toEqual([...brightest.slice(0, 5)].sort((a, b) => a - b));
    expect(brightest[0]).toBeLessThan(100);
    expect(brightest[4]).toBeGreaterThan(230);
    const [before, after] = [ink(decoded[4]!), ink(decoded[9]!)];
    expect([after.left, after.right]).toEqual([before.left, before.right]);
    expect(warnings).toEqual(['No font has a glyph for U+F0000 (/elements/0).']);
  }, 60_000);
});
