import { toShape } from '../../src/core/drawing/sprite.js';
import { roundedRect } from '../../src/core/drawing/rectangles.js';
import { writeAssDrawing } from '../../src/core/drawing/write-ass.js';
import {
  countTextElement,
  drawTextElement,
} from '../../src/core/text-elements/draw-text-element.js';
import { buildTimeline } from '../../src/core/timeline/build-timeline.js';
import type { Timeline } from '../../src/core/timeline/types.js';
import { DEFAULT_LIMITS } from '../../src/core/budget/limits.js';
import { JobBudget } from '../../src/core/budget/job-budget.js';
import { FontCatalog } from '../../src/engine/fonts/font-catalog.js';
import { HarfbuzzShaper } from '../../src/engine/fonts/harfbuzz-shaper.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { FrameDrawer, ffmpegBuilds, type Picture } from '../support/draw-frames.js';

const FRAME = { width: 400, height: 300 };
const FPS = { num: 25, den: 1 };
const isInk = (red: number, green: number, blue: number) => red + green + blue > 384;
const isBox = (red: number, green: number, blue: number) => blue > 100 && red + green < 100;
const isRed = (red: number, green: number, blue: number) => red > 100 && green + blue < 100;

/** The shadow of a square with an outline, blurred by 8 pixels. */
const BLURRED = writeAssDrawing(
  [
    {
      ...{ layer: 0, startFrame: 0, endFrame: 1, fill: '#FFFFFFFF', blur: 8 },
      shape: toShape(roundedRect({ left: 100, top: 100, right: 200, bottom: 200 })),
      outline: { color: '#FFFFFFFF', width: 10 },
      shadow: { color: '#FFFFFFFF', x: 30, y: -20 },
    },
  ],
  { ...FRAME, fps: FPS },
);

it('a blurred shadow is the same with all builds of ffmpeg, up to 5 levels', async () => {
  const pictures: Picture[] = [];
  for (const [, path] of ffmpegBuilds()) {
    const drawer = await FrameDrawer.make(path);
    pictures.push(...(await drawer.draw(BLURRED, { ...FRAME, fps: FPS, count: 1 })));
    await drawer.close();
  }
  for (const picture of pictures) {
    expect(picture.difference(pictures[0]!)).toBeLessThanOrEqual(5);
  }
});

describe.each(ffmpegBuilds())('a text in its box (%s)', (_, ffmpeg) => {
  let drawer: FrameDrawer;
  let fonts: FontCatalog;
  let shaper: HarfbuzzShaper;

  beforeAll(async () => {
    drawer = await FrameDrawer.make(ffmpeg);
    fonts = await FontCatalog.load();
    shaper = new HarfbuzzShaper(fonts);
  });

  afterAll(() => drawer.close());

  /** The timeline of a scene with one text. */
  function timelineOf(given: object): Timeline {
    const scene = { duration: 2, elements: [{ type: 'text', ...given }] };
    const config = { ...FRAME, fps: 25, scenes: [scene] };
    const parsed = parseConfig(config, fonts, { subtitleDefaults: {}, localSources: false });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return buildTimeline(parsed.project, new Map());
  }

  /** The frames of a text on black, up to frame `last`. */
  async function draw(given: object, last = 0): Promise<Picture[]> {
    const [clip] = timelineOf(given).texts;
    const canvas = { frame: FRAME, fps: FPS, shaper, budget: new JobBudget(DEFAULT_LIMITS) };
    const counted = countTextElement(clip!.element, { ...clip!, copies: 1 }, canvas);
    const { sprites } = drawTextElement(counted);
    const document = writeAssDrawing(sprites, { ...FRAME, fps: FPS });
    return drawer.draw(document, { ...FRAME, fps: FPS, count: last + 1 });
  }

  const still = async (text: string, settings: object, more: object = {}) => {
    const area = { x: 50, y: 40, width: 300, height: 200 };
    const element = { text, settings: { 'font-size': 40, ...settings }, ...area, ...more };
    const [picture] = await draw(element);
    return picture!;
  };

  it.each([
    ['left', 'top', 0, 0],
    ['center', 'center', 0.5, 0.5],
    ['right', 'bottom', 1, 1],
    ['right', 'top', 1, 0],
  ])('stands at the %s and the %s of its area', async (align, vertical, shareX, shareY) => {
    const picture = await still('HHH', { 'text-align': align, 'vertical-align': vertical });
    const ink = picture.find(isInk)!;
    // Letters have a margin of their own, and capitals are 0.7 of the size, in the middle of their line.
    const x = 50 + (300 - ink.width) * shareX;
    const height = ink.bottom - ink.top + 1;
    const y = 40 + (200 - 48) * shareY + (48 - height) / 2;
    expect(Math.abs(ink.left - x)).toBeLessThanOrEqual(5);
    expect(Math.abs(ink.top - y)).toBeLessThanOrEqual(2);
  });

  it('keeps the padding of each side, and the border', async () => {
    const place = { 'text-align': 'left', 'vertical-align': 'top' };
    const plain = (await still('HHH', place)).find(isInk)!;
    const settings = { ...place, padding: '10px 20px 30px 40px', 'box-border-width': 6 };
    const padded = await still('HHH', {
      ...settings,
      'box-color': '#0000FF',
      'box-border-color': '#FF0000',
    });
    const ink = padded.find(isInk)!;
    expect([ink.left - plain.left, ink.top - plain.top]).toEqual([46, 16]);
    expect(padded.find(isRed)).toMatchObject({ left: 50, right: 349, top: 40, bottom: 239 });
    expect(padded.at(55, 140)).toEqual([255, 0, 0]);
    expect(padded.at(57, 140)).toEqual([0, 0, 255]);
  });

  it.each([
    ['area', 300, 200],
    ['text', null, 48 * 2],
    ['line', null, 48 * 2],
    ['band', 300, 48 * 2],
  ])('has a box behind its %s', async (box, width, height) => {
    const settings = { 'box-color': '#0000FF', padding: 0, 'text-align': 'left', box };
    const picture = await still('HHHHHH\nHH', settings);
    const blue = picture.find(
      (red, green, blue) => isBox(red, green, blue) || isInk(red, green, blue),
    )!;
    if (width !== null) expect(blue.width).toBe(width);
    else expect(blue.width).toBeLessThan(260);
    expect(blue.bottom - blue.top + 1).toBe(height);
    const besideShortLine = picture.at(180, 175);
    expect(besideShortLine).toEqual(box === 'line' ? [0, 0, 0] : [0, 0, 255]);
  });

  it('fits the largest size at which all lines are in the area', async () => {
    const settings = { 'font-size': 'auto', 'box-color': '#0000FF', padding: 0 };
    const text = 'Fit these words into the area';
    const placed = await still(text, settings);
    const ink = placed.find(isInk)!;
    expect(ink.left).toBeGreaterThanOrEqual(50);
    expect(ink.right).toBeLessThan(350);
    expect(ink.bottom - ink.top).toBeGreaterThan(150);
    expect(ink.bottom).toBeLessThan(240);
    const small = await still(text, { ...settings, 'font-size-max': 20 });
    expect(small.find(isInk)!.bottom - small.find(isInk)!.top).toBeLessThan(45);
  });

  it('ends with an ellipsis where lines are left out', async () => {
    const text = 'one two three four five six seven eight nine ten';
    const whole = (await still(text, { 'vertical-align': 'top' })).find(isInk)!;
    const two = (await still(text, { 'vertical-align': 'top', 'max-lines': 2 })).find(isInk)!;
    const low = { height: 100 };
    const cut = (await still(text, { 'vertical-align': 'top', overflow: 'ellipsis' }, low)).find(
      isInk,
    )!;
    expect(whole.bottom).toBeGreaterThan(40 + 3 * 48 - 20);
    expect(two.bottom).toBeLessThan(40 + 2 * 48);
    expect(cut.bottom).toBeLessThan(140);
    expect(cut.right).toBeLessThan(350);
  });

  it('is cut at its area with clip', async () => {
    const settings = { overflow: 'clip', wrap: false, 'text-align': 'left', padding: 0 };
    const ink = (await still('HHHHHHHHHHHHHHHHHH', settings)).find(isInk)!;
    expect(ink.right).toBe(349);
  });

  it('stretches lines to the width of its area with justify', async () => {
    const text = 'HHH HH HHH HHH HH HHH H';
    const picture = await still(text, {
      'text-align': 'justify',
      'font-size': 30,
      'vertical-align': 'top',
    });
    const ink = picture.find(isInk)!;
    expect(ink.left).toBeLessThan(54);
    expect(ink.right).toBeGreaterThan(345);
  });

  it('has runs of different looks on one baseline', async () => {
    const runs = [
      { text: 'H' },
      { text: 'H', settings: { color: '#FF0000', 'font-size': '200%' } },
    ];
    const [picture] = await draw({ runs, settings: { 'font-size': 40 } });
    const white = picture!.find((red, green) => red > 128 && green > 128)!;
    const red = picture!.find(isRed)!;
    expect(red.left).toBeGreaterThan(white.right);
    expect(red.bottom).toBe(white.bottom);
    expect(Math.abs(red.bottom - red.top + 1 - 2 * (white.bottom - white.top + 1))).toBeLessThan(3);
  });

  it('joins Arabic letters across runs', async () => {
    const settings = { 'font-size': 60 };
    const [whole] = await draw({ text: 'مرحبا', settings });
    const runs = [{ text: 'مرح' }, { text: 'با', settings: { color: '#FFFFFF' } }];
    const [parts] = await draw({ runs, settings });
    expect(parts!.difference(whole!)).toBeLessThan(80);
    expect(parts!.find(isInk)).toMatchObject({
      left: whole!.find(isInk)!.left,
      right: whole!.find(isInk)!.right,
    });
  });

  it('blurs and moves its shadow, also around outlines', async () => {
    const [picture] = await drawer.draw(BLURRED, { ...FRAME, fps: FPS, count: 1 });
    const row = Array.from({ length: 120 }, (_, x) => picture!.at(60 + x, 130)[0]);
    // The edge is at 100 - 10 + 30, and its slope that of a Gaussian of 8 pixels.
    const at = (share: number) => row.findIndex((level) => level >= 255 * share) + 60;
    expect(Math.abs(at(0.5) - 120)).toBeLessThanOrEqual(1);
    expect(Math.abs((at(0.8413) - at(0.1587)) / 2 - 8)).toBeLessThan(0.8);
    expect(picture!.at(180, 130)[0]).toBeGreaterThanOrEqual(254);
  });

  it('sets vertical lines from the right, with upright letters in a column', async () => {
    const settings = {
      'writing-mode': 'vertical-rl',
      'vertical-align': 'top',
      'text-align': 'right',
    };
    const one = (await still('口', { ...settings, 'font-size': 40 })).find(isInk)!;
    const three = (await still('口口口', { ...settings, 'font-size': 40 })).find(isInk)!;
    expect(one.right).toBeLessThan(350);
    expect(one.right).toBeGreaterThan(330);
    expect(three).toMatchObject({ left: one.left, right: one.right, top: one.top });
    expect(three.bottom - one.bottom).toBe(80);
    const lines = (await still('口\n口', { ...settings, 'font-size': 40 })).find(isInk)!;
    expect(one.left - lines.left).toBe(48);
    expect(lines.bottom).toBe(one.bottom);
  });

  it('is upright, then slanted in families without italics', async () => {
    const upright = (await still('H', { 'font-family': 'Montserrat' })).find(isInk)!;
    const slanted = (await still('H', { 'font-style': 'italic' })).find(isInk)!;
    const height = upright.bottom - upright.top + 1;
    expect(Math.abs(slanted.width - upright.width - height / 4)).toBeLessThan(2);
  });

  it.each([
    ['letter', 'HHHH'],
    ['word', 'H H H H'],
    ['line', 'H\nH\nH\nH'],
  ])('moves %s by %s', async (by, text) => {
    const animation = {
      style: 'slide',
      direction: 'left',
      by,
      duration: 1,
      distance: 100,
      easing: 'linear',
    };
    const settings = { 'font-size': 30, 'text-align': 'left' };
    const given = {
      text,
      settings,
      'animate-in': animation,
      x: 50,
      y: 40,
      width: 300,
      height: 200,
    };
    const pictures = await draw(given, 30);
    const ink = (at: number) => pictures[at]!.find(isInk);
    const rest = ink(30)!;
    expect(ink(0)).toBeNull();
    const first = ink(11)!;
    expect(Math.abs(first.left - rest.left)).toBeLessThanOrEqual(1);
    if (by === 'line') expect(first.bottom).toBeLessThan(rest.bottom - 30);
    expect(pictures[29]!.difference(pictures[30]!)).toBe(0);
    expect(pictures[20]!.difference(pictures[30]!)).toBeGreaterThan(100);
  });

  it('comes from behind the edge of its line with reveal', async () => {
    const animation = { style: 'reveal', duration: 1, by: 'line', easing: 'linear' };
    const pictures = await draw(
      { text: 'HHH', settings: { 'font-size': 40 }, 'animate-in': animation },
      30,
    );
    const rest = pictures[30]!.find(isInk)!;
    const half = pictures[12]!.find(isInk)!;
    expect(half.top).toBeGreaterThan(rest.top + 15);
    expect(half.bottom).toBeLessThan(rest.bottom + 20);
    expect(half.left).toBe(rest.left);
  });
});
