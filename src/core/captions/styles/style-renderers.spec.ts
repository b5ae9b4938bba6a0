import { captionSettings } from '../../../../test/support/captions.js';
import type { Path } from '../../drawing/path.js';
import { roundedRect } from '../../drawing/rectangles.js';
import { mergeSprites, type Sprite } from '../../drawing/sprite.js';
import { writeAssForFrames } from '../../drawing/write-ass-for-frames.js';
import {
  CAPTION_STYLES,
  type CaptionSettings,
  type CaptionStyle,
} from '../../project/types/index.js';
import type { ShapedGlyph } from '../../text/types.js';
import type { PageWord } from '../layout/lay-out-page.js';
import { STYLE_RENDERERS } from './style-renderers.js';
import type { TimedPage } from './types.js';

const FPS = { num: 10, den: 1 };
const SIZE = 20;
const metrics = {
  ascent: 18,
  descent: 5,
  capHeight: 14,
  xHeight: 10,
  underlineOffset: 2,
  underlineThickness: 1,
};

/** A word of two letters, each a square of 10 pixels on the baseline at 60. */
function word(left: number, more: Partial<PageWord> = {}): PageWord {
  const square = (x: number): Path => roundedRect({ left: x, right: x + 10, top: -10, bottom: 0 });
  const rtl = more.rtl ?? false;
  const glyphs = [0, 1].map((at): ShapedGlyph => ({
    start: rtl ? 1 - at : at,
    end: rtl ? 2 - at : at + 1,
    rtl,
    left: left + at * 10,
    advance: 10,
    x: left + at * 10,
    y: 0,
    layers: [{ color: null, path: square(0) }],
  }));
  return {
    line: 0,
    text: 'ab',
    keyword: false,
    rtl,
    box: { left, right: left + 20, top: 43, bottom: 67 },
    baseline: 60,
    glyphLayers: [{ color: null, path: [...square(left), ...square(left + 10)].map(below(60)) }],
    glyphs,
    originX: 0,
    ...more,
  };
}

const below =
  (dy: number) =>
  (command: Path[number]): Path[number] =>
    command[0] === 'C' ? command : [command[0], command[1], command[2] + dy];

/** Words of four frames each, starting at frame 10. The page stays until frame 25. */
function page(words: readonly PageWord[]): TimedPage {
  const span = (index: number) => ({ startFrame: 10 + index * 4, endFrame: 14 + index * 4 });
  return {
    layout: { words, lines: [{ left: 0, right: 100, top: 43, bottom: 67 }], metrics },
    times: { startFrame: 10, endFrame: 25, words: words.map((_, index) => span(index)) },
  };
}

const colors = {
  wordColor: '#AA0000FF',
  lineColor: '#BBBBBBFF',
  keywordColor: '#00CC00FF',
  outlineColor: '#000000FF',
};

function draw(
  style: CaptionStyle,
  words: readonly PageWord[] = [word(0), word(30)],
  changes: Partial<CaptionSettings> = {},
): Sprite[] {
  const settings = captionSettings({
    ...colors,
    boxColor: '#0000DDFF',
    fontSize: SIZE,
    shadowX: 0,
    shadowY: 0,
    style,
    ...changes,
  });
  return mergeSprites(STYLE_RENDERERS[style](page(words), settings, FPS));
}

const inFrame = (sprites: readonly Sprite[], frame: number) =>
  sprites.filter(({ startFrame, endFrame }) => startFrame <= frame && frame < endFrame);

/** The color and the left edge of each sprite in a frame, in paint order, without outlines. */
const seen = (sprites: readonly Sprite[], frame: number) =>
  inFrame(sprites, frame)
    .filter(({ fill }) => fill !== colors.outlineColor)
    .toSorted((a, b) => a.layer - b.layer)
    .map(({ fill, shape, clip }) => {
      const part = clip && 'left' in clip ? ` within ${clip.left}..${clip.right}` : '';
      return `${{ A: 'word', B: 'line', '0': 'box' }[fill[1]!]} at ${shape.x}${part}`;
    });

describe('caption styles', () => {
  it.each<[CaptionStyle, Record<number, string[]>]>([
    [
      'progressive',
      {
        9: [],
        10: ['box at -5', 'word at 0', 'line at 30'],
        14: ['box at -5', 'line at 0', 'word at 30'],
        18: ['box at -5', 'line at 0', 'line at 30'],
        25: [],
      },
    ],
    [
      'classic',
      {
        10: ['box at -5', 'line at 0', 'line at 30'],
        24: ['box at -5', 'line at 0', 'line at 30'],
      },
    ],
    [
      'classic-progressive',
      { 13: ['box at -5', 'line at 0'], 14: ['box at -5', 'line at 0', 'line at 30'] },
    ],
    ['boxed-line', { 10: ['box at -5', 'word at 0', 'line at 30'] }],
    [
      'boxed-word',
      {
        10: ['box at -3', 'word at 0', 'line at 30'],
        14: ['box at 27', 'line at 0', 'word at 30'],
        18: ['line at 0', 'line at 30'],
      },
    ],
    [
      'karaoke',
      {
        10: ['box at -5', 'word at 0 within -1..3', 'line at 0 within 3..21', 'line at 30'],
        12: ['box at -5', 'word at 0 within -1..13', 'line at 0 within 13..21', 'line at 30'],
        14: ['box at -5', 'word at 0', 'word at 30 within 29..33', 'line at 30 within 33..51'],
        18: ['box at -5', 'word at 0', 'word at 30'],
      },
    ],
    [
      'highlight',
      { 13: ['box at -2', 'word at 0', 'line at 30'], 18: ['line at 0', 'line at 30'] },
    ],
    ['underline', { 13: ['line at 0', 'line at 30', 'word at 0'] }],
    [
      'typewriter',
      { 10: ['box at -5', 'line at 0'], 12: ['box at -5', 'line at 0', 'line at 10'] },
    ],
  ])('%s', (style, frames) => {
    const sprites = draw(style);
    const read = Object.fromEntries(
      Object.keys(frames).map((frame) => [frame, seen(sprites, Number(frame)).sort()]),
    );
    const expected = Object.fromEntries(
      Object.entries(frames).map(([frame, list]) => [frame, list.toSorted()]),
    );
    expect(read).toEqual(expected);
  });

  const raised = (sprites: readonly Sprite[], frame: number) => {
    const found = inFrame(sprites, frame).find(({ fill }) => fill === colors.wordColor)!;
    const [xs, ys] = [0, 1].map((side) =>
      found.shape.commands
        .replaceAll(/[a-z]/g, '')
        .trim()
        .split(/\s+/)
        .map((value) => Number(value) / 16)
        .filter((_, index) => index % 2 === side),
    );
    return {
      width: Math.max(...xs!) - Math.min(...xs!),
      bottom: found.shape.y + Math.max(...ys!),
    };
  };

  it('pop: the spoken word grows beyond its size and settles', () => {
    const sprites = draw('pop');
    const widths = [10, 11, 12, 13].map((frame) => raised(sprites, frame).width);
    expect(Math.max(...widths)).toBeGreaterThan(20 * 1.1);
    expect(widths.at(-1)).toBeCloseTo(20 * 1.08, 1);
    expect(inFrame(sprites, 20).some(({ fill }) => fill === colors.wordColor)).toBe(false);
  });

  it('pop: a long word grows less, so that it does not overlap its neighbors', () => {
    const long = word(0, { box: { left: 0, right: 200, top: 43, bottom: 67 } });
    expect(raised(draw('pop', [long]), 13).width).toBeCloseTo(20 * 1.02, 1);
  });

  it('bounce: the spoken word leaves the baseline and returns to it', () => {
    const sprites = draw('bounce');
    const bottoms = [10, 11, 12, 13].map((frame) => raised(sprites, frame).bottom);
    expect(Math.min(...bottoms)).toBeLessThan(60 - SIZE * 0.2);
    expect(bottoms.at(-1)).toBe(60);
  });

  it.each<[CaptionStyle, string, string]>([
    ['karaoke', 'word at 0 within 13..21', 'line at 0 within -1..13'],
    ['typewriter', 'line at 10', 'box at -5'],
  ])('%s starts at the right in right-to-left scripts', (style, ...expected) => {
    const sprites = draw(style, [word(0, { rtl: true }), word(30)]);
    expect(seen(sprites, style === 'karaoke' ? 11 : 10)).toEqual(expect.arrayContaining(expected));
  });

  it('a marker grows in the reading direction', () => {
    const widthAt = (rtl: boolean, frame: number) => {
      const marker = inFrame(draw('highlight', [word(0, { rtl })]), frame).find(
        ({ fill }) => fill === '#0000DDFF',
      )!;
      return marker.shape.x;
    };
    expect(widthAt(false, 10)).toBe(-2);
    expect(widthAt(true, 10)).toBeGreaterThan(-2);
    expect(widthAt(true, 13)).toBe(-2);
  });

  it.each(CAPTION_STYLES)('%s shows keywords in their color', (style) => {
    const sprites = draw(style, [word(0), word(30, { keyword: true })]);
    expect(sprites.some(({ fill }) => fill === colors.keywordColor)).toBe(true);
  });

  it.each(CAPTION_STYLES)('%s reports exactly the frames that differ as changes', (style) => {
    const sprites = draw(style);
    const at = (frame: number) =>
      writeAssForFrames(sprites, [frame], { width: 100, height: 100, fps: FPS });
    const differing = Array.from({ length: 30 }, (_, frame) => frame).filter(
      (frame) => frame > 0 && at(frame) !== at(frame - 1),
    );
    const changes = new Set(sprites.flatMap(({ startFrame, endFrame }) => [startFrame, endFrame]));
    expect([...changes].sort((a, b) => a - b)).toEqual(differing);
  });

  it.each(CAPTION_STYLES)('%s draws a word without frames with the others', (style) => {
    const timed = page([word(0), word(30)]);
    const words = [timed.times.words[0]!, { startFrame: 14, endFrame: 14 }];
    const settings = captionSettings({ ...colors, fontSize: SIZE, style });
    const sprites = mergeSprites(
      STYLE_RENDERERS[style]({ ...timed, times: { ...timed.times, words } }, settings, FPS),
    );
    const fills = inFrame(sprites, 20).filter(({ fill }) => fill !== colors.outlineColor);
    expect(fills.map(({ shape }) => shape.x)).toEqual(expect.arrayContaining([0, 30]));
  });

  it('draws no outline without a width', () => {
    for (const style of CAPTION_STYLES) {
      const sprites = draw(style, [word(0)], { outlineWidth: 0 });
      expect(sprites.filter(({ outline }) => outline)).toEqual([]);
    }
  });
});

describe('the box of each style', () => {
  const boxOf = (style: CaptionStyle, changes: Partial<CaptionSettings>) =>
    inFrame(draw(style, [word(0), word(30)], changes), 10).filter(({ layer }) => layer <= 1);
  const padding = { top: 1, right: 2, bottom: 3, left: 4 };

  it.each(['progressive', 'boxed-line', 'boxed-word'] as const)(
    'of %s has the given padding and border',
    (style) => {
      const [own] = boxOf(style, {
        padding: { top: 0, right: 0, bottom: 0, left: 0 },
        boxRadius: 0,
      });
      const [box, border] = boxOf(style, { padding, boxRadius: 0, boxBorderWidth: 2 });
      expect([box!.shape.x, box!.shape.y]).toEqual([own!.shape.x - 4, own!.shape.y - 1]);
      expect(border).toMatchObject({ fill: '#000000FF', shape: { x: box!.shape.x } });
    },
  );

  it('is a border alone without a color', () => {
    const drawn = boxOf('classic', { boxColor: null, boxBorderWidth: 2 });
    expect(drawn.map(({ fill }) => fill)).toEqual(['#000000FF']);
  });
});
