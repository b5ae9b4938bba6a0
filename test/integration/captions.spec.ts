import { JobBudget } from '../../src/core/budget/job-budget.js';
import { DEFAULT_LIMITS } from '../../src/core/budget/limits.js';
import { buildPages } from '../../src/core/captions/paging/build-pages.js';
import { captionFont } from '../../src/core/captions/layout/caption-font.js';
import { createCaptionTrack } from '../../src/core/captions/styles/caption-track.js';
import { layOutPage } from '../../src/core/captions/layout/lay-out-page.js';
import { STYLE_RENDERERS } from '../../src/core/captions/styles/style-renderers.js';
import { timePages } from '../../src/core/captions/paging/time-pages.js';
import { type Path, type Rect } from '../../src/core/drawing/path.js';
import { roundedRect } from '../../src/core/drawing/rectangles.js';
import { mergeSprites, toShape, type Sprite } from '../../src/core/drawing/sprite.js';
import { writeAssForFrames } from '../../src/core/drawing/write-ass-for-frames.js';
import { writeAssDrawing } from '../../src/core/drawing/write-ass.js';
import type {
  CaptionSettings,
  CaptionStyle,
  FrameRate,
} from '../../src/core/project/types/index.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../src/engine/fonts/harfbuzz-shaper.js';
import { captionSettings, evenWords, timedWord } from '../support/captions.js';
import { ffmpegBuilds, FrameDrawer, type Picture } from '../support/draw-frames.js';

const WIDTH = 480;
const HEIGHT = 160;
const FPS_30 = { num: 30, den: 1 };
const settings = captionSettings({ fontSize: 32, outlineWidth: 2 });
const budget = { budget: new JobBudget(DEFAULT_LIMITS), pointer: '/elements/0' };
const options = { direction: 'auto', language: 'en' } as const;

const isYellow = (red: number, green: number, blue: number) =>
  red > 200 && green > 200 && blue < 60;
const isLight = (red: number, green: number) => red > 128 && green > 128;
const isBlue = (red: number, green: number, blue: number) => blue > 200 && red < 60 && green < 60;

const shaperReady = FontCatalog.load().then((fonts) => new HarfbuzzShaper(fonts));

describe.each(ffmpegBuilds())('captions drawn by %s', (_name, ffmpeg) => {
  let shaper: HarfbuzzShaper;
  let drawer: FrameDrawer;
  beforeAll(async () => {
    shaper = await shaperReady;
    drawer = await FrameDrawer.make(ffmpeg);
  });
  afterAll(() => drawer.close());

  const frame = { width: WIDTH, height: HEIGHT, fps: FPS_30 };

  async function drawShape(path: Path, more: Partial<Sprite> = {}): Promise<Picture> {
    const sprite = {
      layer: 0,
      startFrame: 0,
      endFrame: 9,
      shape: toShape(path),
      fill: '#FFFFFFFF',
    };
    const document = writeAssDrawing([{ ...sprite, ...more }], frame);
    return (await drawer.draw(document, { ...frame, count: 1 }))[0]!;
  }

  /** A page of lines separated by `/`, visible from its first frame. */
  async function drawStill(
    text: string,
    changes: Partial<CaptionSettings> = {},
    active: number | null = null,
  ): Promise<Picture> {
    const lines = text
      .split('/')
      .map((line) => line.split(' ').map((word) => timedWord(word, 0, 1000)));
    const look = { ...settings, ...changes };
    const page = { lines, startMs: 0, endMs: 1000 };
    const layout = layOutPage(page, { settings: look, frame, shaper, language: 'en' });
    const said = (index: number) => ({ startFrame: index === active ? 0 : 30, endFrame: 30 });
    const times = { startFrame: 0, endFrame: 30, words: layout.words.map((_, at) => said(at)) };
    const sprites = STYLE_RENDERERS[look.style]({ layout, times }, look, FPS_30);
    const document = writeAssDrawing(mergeSprites(sprites), frame);
    return (await drawer.draw(document, { ...frame, count: 1 }))[0]!;
  }

  it.each<[string, Rect]>([
    ['at the origin', { left: 0, top: 0, right: 20, bottom: 10 }],
    ['on whole pixels', { left: 100, top: 50, right: 120, bottom: 60 }],
    ['over the left and top edges', { left: -10, top: -5, right: 20, bottom: 10 }],
  ])('stand where they should: a drawing %s', async (_, rect) => {
    const ink = (await drawShape(roundedRect(rect))).find((red) => red > 128);
    expect(ink).toMatchObject({
      left: Math.max(0, rect.left),
      top: Math.max(0, rect.top),
      right: rect.right - 1,
      bottom: rect.bottom - 1,
    });
  });

  it('are placed within a pixel: half covered where the edge is in its middle', async () => {
    const picture = await drawShape(
      roundedRect({ left: 100.5, top: 50.25, right: 120.5, bottom: 70 }),
    );
    expect(Math.abs(picture.at(100, 60)[0] - 128)).toBeLessThan(24);
    expect(Math.abs(picture.at(110, 50)[0] - 191)).toBeLessThan(24);
    expect(picture.at(110, 60)).toEqual([255, 255, 255]);
  });

  it('have outlines and shadows around the shape, wherever its points start', async () => {
    const rect = { left: 100, top: 50, right: 130, bottom: 70 };
    const outline = { color: '#FF0000FF', width: 4 };
    const shadow = { color: '#0000FFFF', x: 6, y: 6 };
    const picture = await drawShape(roundedRect(rect), { outline, shadow });
    expect(picture.find((red, green) => red > 128 && green < 60)).toMatchObject({
      left: 96,
      top: 46,
      right: 133,
      bottom: 73,
    });
    expect(picture.find(isBlue)).toMatchObject({ right: 139, bottom: 79 });
  });

  it('have holes and can be clipped', async () => {
    const ring = [
      ...roundedRect({ left: 100, top: 50, right: 140, bottom: 90 }),
      ...roundedRect({ left: 110, top: 60, right: 130, bottom: 80 }).toReversed(),
    ].map((command, index): Path[number] => [index % 4 === 0 ? 'M' : 'L', command[1], command[2]]);
    const picture = await drawShape(ring, { clip: { left: 0, top: 0, right: 480, bottom: 75 } });
    expect(picture.at(120, 70)).toEqual([0, 0, 0]);
    expect(picture.at(105, 70)).toEqual([255, 255, 255]);
    expect(picture.at(105, 76)).toEqual([0, 0, 0]);
  });

  it('have the look of their page, if it has one', () => {
    const words = evenWords('one two. three four.', 500);
    const measure = (text: string) => shaper.shape(text, captionFont(settings), options).width;
    const [first, second] = buildPages(words, { settings, frame, measure });
    const red = { ...settings, lineColor: '#FF0000FF' };
    const track = createCaptionTrack([first!, { ...second!, settings: red }], {
      ...budget,
      settings,
      video: { ...frame, fps: FPS_30, totalFrames: 90 },
      shaper,
      language: 'en',
    });
    const frameOf = (ms: number) => Math.round((ms * 30) / 1000) + 1;
    expect(track.documentOf([frameOf(first!.startMs)])).not.toContain('&H0000FF&');
    expect(track.documentOf([frameOf(second!.startMs)])).toContain('&H0000FF&');
  });

  it('are the same if they are drawn again instead of kept', () => {
    const words = evenWords('one two three four five six seven eight. nine ten', 700, 600, 100);
    const measure = (text: string) => shaper.shape(text, captionFont(settings), options).width;
    const pages = buildPages(words, { settings, frame, measure });
    expect(pages.length).toBeGreaterThan(1);
    const timing = { ...frame, fps: FPS_30, totalFrames: 300 };
    const [kept, drawnAgain] = [
      createCaptionTrack(pages, { ...budget, settings, video: timing, shaper, language: 'en' }),
      createCaptionTrack(pages, {
        ...budget,
        settings,
        video: timing,
        shaper,
        language: 'en',
        maxKeptCharacters: 0,
      }),
    ];
    expect(drawnAgain.changes).toEqual(kept.changes);
    const changes = kept.changes.slice(0, -1);
    for (const frames of [changes, changes.slice(3, 7), [changes[5]!]]) {
      expect(kept.documentOf(frames)).toContain('Dialogue');
      expect(drawnAgain.documentOf(frames)).toBe(kept.documentOf(frames));
    }
    expect(kept.documentOf([299])).toBeNull();
  });

  it.each<[string, FrameRate, string]>([
    ['30', FPS_30, 'ass'],
    ['23.976', { num: 24_000, den: 1001 }, 'ass'],
    ['59.94', { num: 60_000, den: 1001 }, 'ass'],
    ['60', { num: 60, den: 1 }, 'ass'],
    ['30, by the subtitles filter', FPS_30, 'subtitles'],
  ])('highlight each word in exactly its frames at %s fps', async (_, fps, filter) => {
    const [first, count] = [1000, 90];
    const fromMs = Math.round((first * fps.den * 1000) / fps.num) + 100;
    const words = evenWords('one two three four', 170, 120, fromMs);
    const measure = (text: string) => shaper.shape(text, captionFont(settings), options).width;
    const pages = buildPages(words, { settings, frame, measure });
    const timing = { ...frame, fps, totalFrames: first + count };
    const track = createCaptionTrack(pages, {
      ...budget,
      settings,
      video: timing,
      shaper,
      language: 'en',
    });
    const document = track.documentOf(Array.from({ length: count }, (_f, at) => first + at));
    const pictures = await drawer.draw(document!, { ...frame, fps, count }, filter);

    const texts = words.map((word) => word.text);
    const left = (WIDTH - measure(texts.join(' '))) / 2;
    const seenWord = (picture: Picture): string | null | undefined => {
      const yellow = picture.find(isYellow);
      if (yellow === null) return picture.find(isLight) === null ? undefined : null;
      const middle = (yellow.left + yellow.right) / 2;
      return texts.findLast((_text, at) => left + measure(texts.slice(0, at).join(' ')) < middle);
    };
    const [times] = timePages(pages, fps, first + count);
    const within = (span: { startFrame: number; endFrame: number }, at: number) =>
      span.startFrame <= at && at < span.endFrame;
    const planned = pictures.map((_picture, at) => {
      if (!within(times!, first + at)) return undefined;
      return texts.find((_text, index) => within(times!.words[index]!, first + at)) ?? null;
    });
    expect(new Set(planned)).toEqual(new Set([undefined, 'one', 'two', 'three', 'four', null]));
    expect(pictures.map(seenWord)).toEqual(planned);
  });

  it.each([
    ['Montserrat', 'Hamburg HAVEN To'],
    ['Anton', 'Hamburg HAVEN To'],
    ['DejaVu Serif', 'Привет мир'],
    ['Inter', 'Καλημέρα'],
    ['Poppins', 'Größe Ångström'],
    ['Montserrat', 'שלום עולם'],
    ['Montserrat', 'مرحبا بالعالم'],
    ['Montserrat', 'नमस्ते दुनिया'],
    ['Montserrat', '今天天气很好'],
  ])('are as wide as %s was measured: %s', async (fontFamily, text) => {
    const changes = { fontFamily, shadowX: 0, shadowY: 0, outlineWidth: 0 };
    const width = (await drawStill(text, changes)).find(isLight)?.width ?? 0;
    const font = captionFont({ ...settings, ...changes });
    const measured = shaper.shape(text, font, options).width;
    // The glyphs start and end within their advances, or slightly outside.
    expect(width).toBeLessThanOrEqual(measured + 2);
    expect(width).toBeGreaterThanOrEqual(measured - 8);
  });

  it.each(['{\\blur100\\fs400}boom\\N', 'a\\{b}c', '{unclosed', 'x\\hy\\nz\\'])(
    'print hostile text letter by letter: %s',
    async (text) => {
      const ink = (await drawStill(text)).find(isLight);
      const measured = shaper.shape(text, captionFont(settings), options).width;
      expect(Math.abs((ink?.width ?? 0) - measured)).toBeLessThanOrEqual(8);
      expect((ink?.bottom ?? HEIGHT) - (ink?.top ?? 0)).toBeLessThan(1.3 * settings.fontSize);
    },
  );

  it.each([
    ['an outline and a shadow', {}],
    ['a thick translucent outline', { outlineColor: '#00000080', outlineWidth: 9 }],
    ['a box', { boxColor: '#2040FF80' }],
  ])('change only colors from word to word, with %s', async (_, changes) => {
    const almostWhite = { ...changes, wordColor: '#FFFFFEFF' };
    const text = 'so very/quiet today';
    const none = await drawStill(text, almostWhite);
    for (const active of [0, 1, 2, 3]) {
      const picture = await drawStill(text, almostWhite, active);
      expect(picture.difference(none)).toBeLessThanOrEqual(1);
    }
    expect((await drawStill(text, {}, 1)).difference(none)).toBeGreaterThan(100);
  });

  it('have a box that covers all lines and stays within the safe area', async () => {
    const picture = await drawStill('so very/quiet', { boxColor: '#0000FFFF' });
    const box = picture.find(isBlue)!;
    const ink = picture.find(isLight)!;
    expect(box.bottom).toBeLessThan(HEIGHT * 0.95);
    expect(box.top).toBeLessThan(ink.top - 4);
    expect(box.left).toBeLessThan(ink.left - 4);
    expect(box.left + box.right).toBeCloseTo(WIDTH, -1);
  });

  it.each([
    ['left', 'top'],
    ['center', 'center'],
    ['right', 'bottom'],
  ] as const)('stand %s %s when told to', async (horizontal, vertical) => {
    const picture = await drawStill('word', { position: { horizontal, vertical } }, 0);
    const ink = picture.find(isYellow)!;
    const third = (at: number, size: number) => Math.floor((3 * at) / size);
    expect([
      third((ink.left + ink.right) / 2, WIDTH),
      third((ink.top + ink.bottom) / 2, HEIGHT),
    ]).toEqual([
      { left: 0, center: 1, right: 2 }[horizontal],
      { top: 0, center: 1, bottom: 2 }[vertical],
    ]);
  });

  it.each([
    ['Arabic', 'سلام دنیا'],
    ['Hebrew', 'שלום עולם'],
    ['Hebrew with Latin', 'שלום world'],
  ])('begin at the right in %s', async (_, text) => {
    const picture = await drawStill(text, {}, 0);
    const [first, all] = [picture.find(isYellow)!, picture.find(isLight)!];
    expect(Math.abs(first.right - all.right)).toBeLessThanOrEqual(1);
    expect(first.left).toBeGreaterThan(all.left + 30);
  });

  describe('styles', () => {
    const isRed = (red: number, green: number, blue: number) =>
      red > 180 && green < 90 && blue < 90;
    const isDrawn = (red: number, green: number, blue: number) => red + green + blue > 150;

    /** Two words: the first is spoken in frames 10 to 19, the second in frames 20 to 29. The page ends at 36. */
    async function frames(
      style: CaptionStyle,
      wanted: readonly number[],
      text = 'HHHH HHHH',
      changes: Partial<CaptionSettings> = {},
    ): Promise<Picture[]> {
      const look = { ...settings, outlineWidth: 0, shadowX: 0, shadowY: 0, wordColor: '#FF0000FF' };
      const all = { ...look, boxColor: '#0000FFFF', fontFamily: 'Montserrat', style, ...changes };
      const lines = [text.split(' ').map((word) => timedWord(word, 0, 1))];
      const layout = layOutPage(
        { lines, startMs: 0, endMs: 1 },
        { settings: all, frame, shaper, language: 'en' },
      );
      const words = lines[0]!.map((_, at) => ({
        startFrame: 10 + at * 10,
        endFrame: 20 + at * 10,
      }));
      const times = { startFrame: 10, endFrame: 36, words };
      const sprites = mergeSprites(STYLE_RENDERERS[style]({ layout, times }, all, FPS_30));
      const document = writeAssForFrames(sprites, wanted, frame) ?? writeAssDrawing([], frame);
      return drawer.draw(document, { ...frame, count: wanted.length });
    }
    const half = (picture: Picture) =>
      (picture.find(isDrawn)!.left + picture.find(isDrawn)!.right) / 2;

    it('progressive: first one word, then the other, then none', async () => {
      const changes = { boxColor: null };
      const [first, second, none] = await frames('progressive', [15, 25, 33], undefined, changes);
      expect(first!.find(isRed)!.right).toBeLessThan(WIDTH / 2);
      expect(second!.find(isRed)!.left).toBeGreaterThan(WIDTH / 2);
      expect(none!.find(isRed)).toBeNull();
      expect(none!.find(isLight)!.right).toBe(first!.find(isLight)!.right);
    });

    it('classic-progressive: the second word comes to the first', async () => {
      const changes = { boxColor: null };
      const [one, both] = await frames('classic-progressive', [15, 25], undefined, changes);
      expect(one!.find(isLight)!.right).toBeLessThan(WIDTH / 2);
      expect(both!.find(isLight)!.left).toBe(one!.find(isLight)!.left);
      expect(both!.find(isLight)!.right).toBeGreaterThan(WIDTH / 2);
    });

    it('boxed-line: a box around the line', async () => {
      const [picture] = await frames('boxed-line', [33]);
      const [box, ink] = [picture!.find(isBlue)!, picture!.find(isLight)!];
      expect(box.left).toBeLessThan(ink.left - 5);
      expect(box.right).toBeGreaterThan(ink.right + 5);
      expect(box.top).toBeLessThan(ink.top - 4);
      expect(box.bottom).toBeGreaterThan(ink.bottom + 4);
      // Rounded corners.
      expect(isBlue(...picture!.at(box.left, box.top))).toBe(false);
      expect(isBlue(...picture!.at(box.left, (box.top + box.bottom) / 2))).toBe(true);
    });

    it.each(['boxed-word', 'highlight'] as const)(
      '%s: a box goes with the words',
      async (style) => {
        const pictures = await frames(style, [18, 28, 33]);
        const [first, second] = pictures.map((picture) => picture.find(isBlue)!);
        const words = pictures.map((picture) => picture.find(isRed)!);
        expect(first!.left).toBeLessThan(words[0]!.left);
        expect(first!.right).toBeGreaterThan(words[0]!.right);
        expect(second!.left).toBeGreaterThan(first!.right - 12);
        expect(second!.right).toBeGreaterThan(words[1]!.right);
        expect(pictures[2]!.find(isBlue)).toBeNull();
      },
    );

    it('karaoke: half of the word filled in the middle of its time, all after it', async () => {
      const changes = { boxColor: null };
      const [before, middle, done] = await frames('karaoke', [9, 15, 33], 'HHHH HHHH', changes);
      expect(before!.find(isDrawn)).toBeNull();
      const sung = middle!.find(isRed)!;
      const all = done!.find(isRed)!;
      const word = (all.width - 8) / 2;
      expect(sung.left).toBe(all.left);
      expect(Math.abs(sung.width / word - 0.55)).toBeLessThan(0.08);
      expect(done!.find(isLight)).toBeNull();
    });

    it.each([
      ['Arabic', 'مرحبا بالعالم'],
      ['Hebrew', 'שלום עולם'],
    ])('karaoke fills %s from the right', async (_, text) => {
      const [middle, done] = await frames('karaoke', [15, 33], text, { boxColor: null });
      const [sung, all] = [middle!.find(isRed)!, done!.find(isRed)!];
      expect(Math.abs(sung.right - all.right)).toBeLessThanOrEqual(1);
      expect(sung.left).toBeGreaterThan(half(done!));
    });

    it('pop: the spoken word is larger than the same word at rest', async () => {
      const pictures = await frames('pop', [10, 12, 19, 33], 'HHHH H', { boxColor: null });
      const heights = pictures.map((picture) => picture.find(isRed) ?? picture.find(isLight)!);
      const [start, peak, settled, rest] = heights.map(({ top, bottom }) => bottom - top + 1);
      expect(peak).toBeGreaterThan(settled!);
      expect(settled).toBeGreaterThan(rest!);
      expect(start).toBeLessThan(peak!);
    });

    it('bounce: the spoken word rises and lands', async () => {
      const pictures = await frames('bounce', [14, 33], undefined, { boxColor: null });
      const [up, rest] = [pictures[0]!.find(isRed)!, pictures[1]!.find(isLight)!];
      expect(up.bottom).toBeLessThan(rest.bottom - 4);
    });

    it('typewriter: letters appear one by one in their positions', async () => {
      const at = [10, 13, 15, 18, 33];
      const pictures = await frames('typewriter', at, 'HHHH HHHH', { boxColor: null });
      const ink = pictures.map((picture) => picture.find(isLight)!);
      const rights = ink.map(({ right }) => right);
      expect(rights).toEqual(rights.toSorted((a, b) => a - b));
      expect(new Set(rights).size).toBe(5);
      expect(new Set(ink.map(({ left }) => left)).size).toBe(1);
    });

    it('underline: a line below the spoken word and no other', async () => {
      const [first, none] = await frames('underline', [18, 33], undefined, { boxColor: null });
      const [line, ink] = [first!.find(isRed)!, none!.find(isLight)!];
      expect(line.top).toBeGreaterThan(ink.bottom);
      expect(line.right).toBeLessThan(WIDTH / 2);
      expect(line.left).toBeLessThanOrEqual(ink.left);
      expect(none!.find(isRed)).toBeNull();
    });
  });

  it('show emoji in their own colors, whatever the word color', async () => {
    const picture = await drawStill('😀❤️', { outlineWidth: 0, shadowX: 0, shadowY: 0 }, 0);
    const face = picture.find((red, green, blue) => red > 220 && green > 180 && blue < 120)!;
    const heart = picture.find((red, green, blue) => red > 180 && green < 80 && blue < 100)!;
    expect(face.right).toBeLessThan(heart.left + 2);
    expect(heart.count).toBeGreaterThan(250);
  });
});
