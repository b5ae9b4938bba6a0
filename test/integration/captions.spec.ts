import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildCues } from '../../src/core/captions/build-cues.js';
import { buildPages } from '../../src/core/captions/build-pages.js';
import type { Cue } from '../../src/core/captions/types.js';
import { writeAss } from '../../src/core/captions/write-ass.js';
import type { CaptionSettings, FrameRate } from '../../src/core/project/types.js';
import { builtInFontsDir } from '../../src/engine/fonts/built-in-fonts.js';
import { FontCatalogue } from '../../src/engine/fonts/font-catalogue.js';
import { captionSettings, evenWords } from '../factories/captions.js';

const run = promisify(execFile);
const ffmpeg = (createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string })
  .path;

const WIDTH = 480;
const HEIGHT = 160;
const FPS_30 = { num: 30, den: 1 };
const settings = captionSettings({ fontSize: 32, outlineWidth: 2 });

type Pixel = (red: number, green: number, blue: number) => boolean;
const isYellow: Pixel = (red, green, blue) => red > 200 && green > 200 && blue < 60;
const isLight: Pixel = (red, green) => red > 128 && green > 128;

/** Where the pixels of a kind lie in one picture, or null when there are none. */
function find(picture: Buffer, is: Pixel) {
  let [left, right, top, bottom] = [WIDTH, -1, HEIGHT, -1];
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const at = (y * WIDTH + x) * 3;
      if (!is(picture[at] ?? 0, picture[at + 1] ?? 0, picture[at + 2] ?? 0)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return right < 0 ? null : { left, right, top, bottom, width: right - left + 1 };
}

/** The greatest difference of any sample of two pictures. */
function difference(a: Buffer, b: Buffer): number {
  return a.reduce((most, sample, at) => Math.max(most, Math.abs(sample - (b[at] ?? 0))), 0);
}

describe('captions drawn by the bundled ffmpeg', () => {
  let folder: string;
  let fonts: FontCatalogue;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'captions-'));
    fonts = await FontCatalogue.load(builtInFontsDir());
    await symlink(fonts.fontsDir, join(folder, 'fonts'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Decoded RGB frames of a document over black, as on a machine without any font of its own. */
  async function draw(document: string, fps: FrameRate, count: number, filter = 'ass') {
    await writeFile(join(folder, 'captions.ass'), document);
    const { stdout, stderr } = await run(
      ffmpeg,
      // prettier-ignore
      [
        '-nostdin', '-hide_banner', '-nostats', '-benchmark', '-f', 'lavfi',
        '-i', `color=black:s=${WIDTH}x${HEIGHT}:r=${fps.num}/${fps.den}`,
        '-vf', `format=rgb24,${filter}=captions.ass:fontsdir=fonts`,
        '-frames:v', String(count), '-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1',
      ],
      {
        cwd: folder,
        env: { FONTCONFIG_PATH: folder, FONTCONFIG_FILE: 'none' },
        encoding: 'buffer',
        maxBuffer: 2 ** 28,
      },
    );
    const size = WIDTH * HEIGHT * 3;
    const frames = Array.from({ length: count }, (_, at) =>
      stdout.subarray(at * size, at * size + size),
    );
    return {
      frames,
      maxRssKiB: Number(/maxrss=(\d+)(?:kB|KiB)/.exec(String(stderr))?.[1] ?? Number.NaN),
    };
  }

  const document = (cues: readonly Cue[], changes: Partial<CaptionSettings> = {}) =>
    writeAss({
      cues,
      settings: { ...settings, ...changes },
      width: WIDTH,
      height: HEIGHT,
      fps: FPS_30,
      fromFrame: 0,
      toFrame: 1000,
    });

  const still = (text: string, active: number | null = null): Cue[] => [
    {
      startFrame: 0,
      endFrame: 100,
      lines: text
        .split('/')
        .map((line) => line.split(' ').map((word) => ({ text: word, active: false })))
        .map((line, at) =>
          line.map((word, index) => ({ ...word, active: at * 2 + index === active })),
        ),
    },
  ];

  async function drawStill(cues: Cue[], changes: Partial<CaptionSettings> = {}): Promise<Buffer> {
    const { frames } = await draw(document(cues, changes), FPS_30, 1);
    return frames[0] ?? Buffer.alloc(0);
  }

  it.each([
    ['30', FPS_30, 'ass'],
    ['23.976', { num: 24_000, den: 1001 }, 'ass'],
    ['59.94', { num: 60_000, den: 1001 }, 'ass'],
    ['60', { num: 60, den: 1 }, 'ass'],
    ['30, by the subtitles filter', FPS_30, 'subtitles'],
  ])('highlights each word in exactly its frames at %s fps', async (_, fps, filter) => {
    const [first, count] = [1000, 90];
    const fromMs = Math.round((first * fps.den * 1000) / fps.num) + 100;
    const words = evenWords('one two three four', 170, 120, fromMs);
    const measure = fonts.measure(settings.fontFamily, true, settings.fontSize);
    const pages = buildPages(words, settings, { width: WIDTH, height: HEIGHT }, measure);
    const cues = buildCues(pages, settings, fps, first + count);
    const { frames } = await draw(
      writeAss({
        cues,
        settings,
        width: WIDTH,
        height: HEIGHT,
        fps,
        fromFrame: first,
        toFrame: first + count,
      }),
      fps,
      count,
      filter,
    );

    const texts = words.map((word) => word.text);
    const left = (WIDTH - measure(texts.join(' '))) / 2;
    const seenWord = (picture: Buffer): string | null | undefined => {
      const yellow = find(picture, isYellow);
      if (yellow === null) return find(picture, isLight) === null ? undefined : null;
      const middle = (yellow.left + yellow.right) / 2;
      return texts.findLast((_text, at) => left + measure(texts.slice(0, at).join(' ')) < middle);
    };
    const plannedWord = (frame: number): string | null | undefined => {
      const cue = cues.find((one) => one.startFrame <= frame && frame < one.endFrame);
      return cue && (cue.lines.flat().find((word) => word.active)?.text ?? null);
    };
    const planned = frames.map((_frame, at) => plannedWord(first + at));
    expect(new Set(planned)).toEqual(new Set([undefined, 'one', 'two', 'three', 'four', null]));
    expect(frames.map(seenWord)).toEqual(planned);
  });

  it.each([
    ['DejaVu Sans', 'Hamburg HAVEN To'],
    ['DejaVu Serif', 'Привет мир'],
    ['DejaVu Sans Mono', 'Καλημέρα'],
    ['DejaVu Sans Condensed', 'Größe Ångström'],
  ])('are as wide as %s was measured: %s', async (fontFamily, text) => {
    const picture = await drawStill(still(text), { fontFamily, shadowOffset: 0, outlineWidth: 0 });
    const width = find(picture, isLight)?.width ?? 0;
    const measured = fonts.measure(fontFamily, true, settings.fontSize)(text);
    // The ink begins and ends inside of the advances.
    expect(width).toBeLessThanOrEqual(measured + 1);
    expect(width).toBeGreaterThanOrEqual(measured - 8);
  });

  it.each(['{\\blur100\\fs400}boom\\N', 'a\\{b}c', '{unclosed', 'x\\hy\\nz\\'])(
    'print hostile text letter by letter: %s',
    async (text) => {
      const { frames, maxRssKiB } = await draw(document(still(text)), FPS_30, 1);
      const harmless = await draw(document(still(text.replace(/[^a-z]/g, 'x'))), FPS_30, 1);
      const ink = find(frames[0] ?? Buffer.alloc(0), isLight);
      const measured = fonts.measure(settings.fontFamily, true, settings.fontSize)(text);
      expect(Math.abs((ink?.width ?? 0) - measured)).toBeLessThanOrEqual(8);
      expect((ink?.bottom ?? HEIGHT) - (ink?.top ?? 0)).toBeLessThan(settings.fontSize);
      expect(maxRssKiB).toBeLessThan(harmless.maxRssKiB + 8192);
    },
  );

  it.each([
    ['an outline and a shadow', {}],
    ['a thick translucent outline', { outlineColor: '#00000080', outlineWidth: 9 }],
    ['a box', { boxColor: '#2040FF80' }],
  ])('change nothing but colour from word to word, with %s', async (_, changes) => {
    const almostWhite = { ...changes, wordColor: '#FFFFFEFF' };
    const text = 'so very/quiet today';
    const none = await drawStill(still(text), almostWhite);
    for (const active of [0, 1, 2, 3]) {
      expect(
        difference(await drawStill(still(text, active), almostWhite), none),
      ).toBeLessThanOrEqual(1);
    }
    expect(difference(await drawStill(still(text, 1)), none)).toBeGreaterThan(100);
  });

  it('stand in a box that covers all lines and stays inside of the safe area', async () => {
    const boxColor = '#0000FFFF';
    const picture = await drawStill(still('so very/quiet'), { boxColor });
    const box = find(picture, (red, green, blue) => blue > 200 && red < 60 && green < 60);
    const padding = settings.fontSize / 4;
    expect(box).toMatchObject({
      bottom: HEIGHT - HEIGHT * 0.05 - 1,
      top: HEIGHT - HEIGHT * 0.05 - 2 * settings.fontSize - 2 * padding,
    });
    expect((box?.left ?? 0) + (box?.right ?? 0)).toBeCloseTo(WIDTH, -1);
  });

  it.each([
    ['left', 'top'],
    ['center', 'center'],
    ['right', 'bottom'],
  ] as const)('stand %s %s when told to', async (horizontal, vertical) => {
    const picture = await drawStill(still('word', 0), { position: { horizontal, vertical } });
    const ink = find(picture, isYellow);
    const third = (at: number, size: number) => Math.floor((3 * at) / size);
    expect([
      third(((ink?.left ?? 0) + (ink?.right ?? 0)) / 2, WIDTH),
      third(((ink?.top ?? 0) + (ink?.bottom ?? 0)) / 2, HEIGHT),
    ]).toEqual([
      { left: 0, center: 1, right: 2 }[horizontal],
      { top: 0, center: 1, bottom: 2 }[vertical],
    ]);
  });

  it('begin at the right in scripts read from there', async () => {
    const picture = await drawStill(still('\u0633\u0644\u0627\u0645 \u062F\u0646\u06CC\u0627', 0));
    const [first, all] = [find(picture, isYellow), find(picture, isLight)];
    expect(Math.abs((first?.right ?? 0) - (all?.right ?? WIDTH))).toBeLessThanOrEqual(1);
    expect(first?.left).toBeGreaterThan((all?.left ?? WIDTH) + 30);
  });
});
