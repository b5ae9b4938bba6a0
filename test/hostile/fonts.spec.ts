import { DEFAULT_LIMITS } from '../../src/core/budget/limits.js';
import { JobBudget } from '../../src/core/budget/job-budget.js';
import { createCaptionTrack } from '../../src/core/captions/styles/caption-track.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { harfbuzz } from '../../src/engine/fonts/harfbuzz.js';
import { HarfbuzzShaper } from '../../src/engine/fonts/harfbuzz-shaper.js';
import { captionSettings, timedWord } from '../support/captions.js';
import { madeFont } from '../support/made-font.js';

/** The limits of a small machine, so that what they allow is drawn at once. */
const LIMITS = { ...DEFAULT_LIMITS, keptPoints: 1_000_000, drawingPoints: 5_000_000 };
const POINTER = '/elements/0/settings/font-url';
const FAMILY = `font ${POINTER}`;
const shaping = { direction: 'auto', language: 'en' } as const;
/** Different characters from U+4E00 on. */
const copies = (count: number) =>
  Array.from({ length: count }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('');

describe('fonts with costly glyphs', () => {
  it.each([20_001, 60_000])('a letter of %i points is drawn in another font', (points) => {
    const [letter] = withFont(madeFont({ points }), (shaper) => {
      const font = { family: FAMILY, weight: 400, sizePx: 40 };
      return shaper.shape('a', font, { direction: 'ltr', language: 'en' }).glyphs;
    });
    const commands = letter!.layers[0]!.path.length;
    expect(commands).toBeGreaterThan(10);
    expect(commands).toBeLessThan(100);
  });

  let catalog: FontCatalog;
  beforeAll(async () => {
    catalog = await FontCatalog.load();
  });

  function withFont<T>(font: Buffer, use: (shaper: HarfbuzzShaper) => T): T {
    const { fonts, close } = catalog.withFont(font, POINTER);
    try {
      return use(new HarfbuzzShaper(fonts));
    } finally {
      close();
    }
  }

  /** How many characters of ASS the captions of a text take, or how they are refused. */
  function draw(font: Buffer, text: string, pages = 1): unknown {
    return withFont(font, (shaper) => {
      const options = {
        settings: captionSettings({ fontFamily: FAMILY, style: 'bounce' }),
        video: { width: 640, height: 360, fps: { num: 25, den: 1 }, totalFrames: 50 },
        shaper,
        language: 'en',
        budget: new JobBudget(LIMITS),
        pointer: '/elements/0',
      };
      const page = { lines: [[timedWord(text, 0, 1000)]], startMs: 0, endMs: 1000 };
      try {
        const all = Array.from({ length: pages }, () => page);
        return createCaptionTrack(all, options).documentOf([0])?.length ?? 0;
      } catch (error) {
        const { code, pointer, message } = error as Record<string, unknown>;
        return { code, pointer, message };
      }
    });
  }

  const tooDetailed = {
    code: 'MEDIA_LIMIT_EXCEEDED',
    pointer: null,
    message:
      'The characters of one text have more than 2000000 lines and curves in the font ' +
      `"${FAMILY}". Use a font with simpler characters, or a shorter text.`,
  };
  const overLimit = (variable: string) => ({
    code: 'MEDIA_LIMIT_EXCEEDED',
    pointer: '/elements/0',
    message: expect.stringContaining(`sets the limit with ${variable}.`),
  });

  it.each<[string, Buffer, string, number, unknown]>([
    ['an honest font', madeFont({ points: 50 }), 'aaa', 1, expect.any(Number)],
    [
      'an honest font with colors',
      madeFont({ points: 50, layers: 9 }),
      'aaa',
      1,
      expect.any(Number),
    ],
    ['a glyph of 19,000 points', madeFont({ points: 19_000 }), 'a', 1, expect.any(Number)],
    [
      'a word of 200 letters of 19,000 points',
      madeFont({ points: 19_000 }),
      'a'.repeat(200),
      1,
      overLimit('VIDEOCRAFT_LIMITS_DRAWING_POINTS'),
    ],
    [
      'letters that become 64 glyphs of 5,000 points',
      madeFont({ points: 5_000, glyphsOfLetter: 64 }),
      'a'.repeat(40),
      1,
      overLimit('VIDEOCRAFT_LIMITS_DRAWING_POINTS'),
    ],
    [
      'a thousand pages of such letters',
      madeFont({ points: 500, glyphsOfLetter: 8 }),
      'aa',
      1_000,
      overLimit('VIDEOCRAFT_LIMITS_DRAWING_POINTS'),
    ],
    [
      '110 different glyphs of 19,000 points, in a file of 90 kB',
      madeFont({ points: 19_000, copies: 1_000 }),
      copies(110),
      1,
      tooDetailed,
    ],
    // Another font draws the letter.
    ['a glyph of 20,001 points', madeFont({ points: 20_001 }), 'a', 1, expect.any(Number)],
    ['a glyph of 60,000 points', madeFont({ points: 60_000 }), 'a', 1, expect.any(Number)],
    [
      'a glyph of 19,000 layers of 19,000 points',
      madeFont({ points: 19_000, layers: 19_000 }),
      'a',
      1,
      expect.any(Number),
    ],
  ])(
    '%s',
    (_, font, text, pages, answer) => {
      expect(draw(font, text, pages)).toEqual(answer);
    },
    120_000,
  );

  it.each([
    [19_000, 0, 19_000],
    [20_001, 0, 0],
    [1_000, 3, 3_000],
    [1_000, 21, 0],
    [19_000, 19_000, 0],
  ])('draws a glyph of %i points in %i layers with %i lines', (points, layers, lines) => {
    const { glyphs } = withFont(madeFont({ points, layers }), (shaper) =>
      shaper.shape('a', { family: FAMILY, weight: 400, sizePx: 40 }, shaping),
    );
    const drawn = glyphs.flatMap((glyph) => glyph.layers.map(({ path }) => path.length));
    const sum = drawn.reduce((all, length) => all + length, 0);
    expect(sum === 0 ? 0 : Math.round(sum / 1_000) * 1_000).toBe(lines);
  });

  it('keeps a bounded number of outlines, however many sizes and glyphs are asked for', () => {
    withFont(madeFont({ points: 1_000, copies: 3_000 }), (shaper) => {
      const kept = () => (shaper as unknown as { cachedCommands: number }).cachedCommands;
      let most = 0;
      for (let size = 10; size < 20; size++) {
        shaper.shape(copies(300), { family: FAMILY, weight: 400, sizePx: size }, shaping);
        most = Math.max(most, kept());
      }
      // One text more than allowed.
      expect(most).toBeLessThanOrEqual(1_500_000 + 300_300);
      expect(most).toBeGreaterThan(0);
    });
  });

  it('98 fonts of 20 MB in turn need the memory of one', () => {
    const large = Buffer.concat([madeFont({ points: 500 }), Buffer.alloc(20 << 20)]);
    const memory = () => {
      const { Blob, Face } = harfbuzz();
      const face = new Face(new Blob(madeFont({ points: 4 })));
      return face.collectUnicodes().buffer.byteLength;
    };
    const once = () =>
      withFont(large, (shaper) =>
        shaper.shape('a', { family: FAMILY, weight: 400, sizePx: 40 }, shaping),
      );
    once();
    const before = memory();
    for (let video = 0; video < 98; video++) once();
    expect(memory() - before).toBeLessThan(42 << 20);
  });
});
