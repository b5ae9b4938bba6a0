import { captionSettings } from '../../../../test/support/captions.js';
import type { CaptionSettings } from '../../project/types/index.js';
import type { TextShaper } from '../../text/types.js';
import { layOutPage } from './lay-out-page.js';

/** Every letter 10 pixels wide, with one square. */
const shaper: TextShaper = {
  shape: (text) => ({
    text,
    direction: 'ltr',
    width: text.length * 10,
    missing: [],
    glyphs: Array.from(text, (_, start) => ({
      ...{ start, end: start + 1, rtl: false, left: start * 10, advance: 10, x: start * 10, y: 0 },
      layers: [
        { color: null, path: [['M', 0, -5] as const, ['L', 5, 0] as const, ['L', 0, 0] as const] },
      ],
    })),
  }),
  metrics: () => ({
    ...{ ascent: 18, descent: 5, capHeight: 14, xHeight: 10 },
    ...{ underlineOffset: 3, underlineThickness: 2 },
  }),
};
const frame = { width: 1000, height: 500 };

function layOut(changes: Partial<CaptionSettings>) {
  const settings = captionSettings({ fontSize: 20, lineHeight: 1, outlineWidth: 0, ...changes });
  const word = (text: string) => ({ text, startMs: 0, endMs: 1, confidence: null });
  const page = { lines: [[word('aaaa'), word('bbbbb')]], startMs: 0, endMs: 1 };
  return layOutPage(page, { settings, frame, shaper, language: 'en' });
}

describe('layOutPage', () => {
  it.each([
    ['bottom', 455],
    ['mid-bottom', 25 + 430 * 0.75],
    ['center', 240],
    ['mid-top', 25 + 430 * 0.25],
    ['top', 25],
  ] as const)('places captions at the %s', (vertical, top) => {
    const [line] = layOut({ position: { horizontal: 'center', vertical } }).lines;
    expect(line).toEqual({
      left: 450,
      right: 550,
      top: Math.round(top),
      bottom: Math.round(top) + 20,
    });
  });

  it.each([
    ['left', 'top', 300, 200],
    ['center', 'center', 250, 190],
    ['right', 'bottom', 200, 180],
    ['center', 'mid-bottom', 250, 190],
  ] as const)(
    'places the %s and the %s of captions at x and y',
    (horizontal, vertical, left, top) => {
      const [line] = layOut({ position: { horizontal, vertical }, x: 300, y: 200 }).lines;
      expect([line!.left, line!.top]).toEqual([left, top]);
    },
  );

  it('draws one line below words and the spaces between them', () => {
    const { words } = layOut({ decoration: 'underline' });
    const ends = words.map(({ glyphLayers }) =>
      glyphLayers.flatMap(({ path }) => path.map((command) => command[1])),
    );
    expect(Math.max(...ends[0]!)).toBe(Math.min(...ends[1]!));
    expect(Math.max(...ends[1]!)).toBe(550);
  });

  it('changes the case of words', () => {
    expect(layOut({ transform: 'capitalize' }).words.map(({ text }) => text)).toEqual([
      'Aaaa',
      'Bbbbb',
    ]);
  });
});
