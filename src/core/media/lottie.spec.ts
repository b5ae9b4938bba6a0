import { colored, layer, lottie, rectangle } from '../../../test/support/lottie-files.js';
import { LottieError, LottieTooLarge, looksLikeLottie, prepareLottie } from './lottie.js';

const shapes = [rectangle(9, 9, colored(1, 0, 0))];
const prepared = (layers: object[], fields: object = {}) =>
  prepareLottie(lottie(10, layers as never, fields as never), () => null);
const text = (words: string) => ({
  ...layer([0, 0], { ty: 5 }),
  t: { d: { k: [{ t: 0, s: { s: 10, f: 'F', t: words, fc: [0, 0, 0] } }] }, p: {}, a: [] },
});
const FONTS = {
  fonts: { list: [{ fName: 'F', fFamily: 'Family' }] },
  chars: [{ ch: 'A', fFamily: 'Family', data: { shapes: [] } }],
};

describe('preparing a Lottie animation', () => {
  it('tells its size, its frames, and its rate', () => {
    const { warnings, ...facts } = prepared([layer([0, 0], { ty: 4, shapes })], {
      fr: 29.97,
      ip: 5,
      op: 95.000001,
      w: 40.5,
    });
    expect(facts).toMatchObject({ width: 41, height: 20, frames: 90, frameRate: 29.97 });
    expect(warnings).toEqual([]);
    expect(looksLikeLottie(facts.text)).toBe(true);
  });

  it.each([
    ['merged paths', { ty: 4, shapes: [...shapes, { ty: 'mm', mm: 3 }] }, /merged paths/],
    ['sound', { ty: 6 }, /sound/],
    ['a camera', { ty: 13 }, /cameras/],
    ['perspective', { ty: 4, ddd: 1, shapes }, /perspective/],
    ['other layers', { ty: 9 }, /neither shapes/],
    ['an effect', { ty: 4, shapes, ef: [{ ty: 30, nm: 'Warp', en: 1 }] }, /left out: "Warp"/],
    [
      'a missing picture',
      { ty: 2, refId: 'p' },
      /refers to other files, which are left out: "p.png"/,
    ],
  ])('warns of %s', (_, fields, warning) => {
    const { warnings } = prepared([layer([0, 0], fields)], {
      assets: [{ id: 'p', w: 8, h: 8, u: 'images/', p: 'p.png', e: 0 }].filter(
        ({ id }) => 'refId' in fields && fields.refId === id,
      ),
    });
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });

  it('warns of texts without embedded glyphs', () => {
    expect(prepared([text('A A\x03A')], FONTS).warnings).toEqual([]);
    expect(prepared([text('AB')], FONTS).warnings).toEqual([expect.stringMatching(/in a font/)]);
  });

  it('removes expressions, and keeps what else is named like them', () => {
    const moved = layer([3, 4], { ty: 4, shapes });
    const ks = { ...(moved['ks'] as object), p: { a: 0, k: [3, 4, 0], x: 'loopOut()' } };
    const curve = { a: 1, k: [{ t: 0, s: [0], o: { x: [0.3], y: [0] }, i: { x: [0.6], y: [1] } }] };
    const { text: json, warnings } = prepared([{ ...moved, ks: { ...ks, r: curve } }]);
    expect(json).not.toContain('loopOut');
    expect(json).toContain('"o":{"x":[0.3],"y":[0]}');
    expect(warnings).toEqual([expect.stringMatching(/expressions/)]);
  });

  it('keeps the place of a missing picture for the layers that move with it', () => {
    const { text: json } = prepared([layer([7, 7], { ty: 2, refId: 'p' })], {
      assets: [{ id: 'p', u: '', p: 'p.png' }],
    });
    const { layers, assets } = JSON.parse(json) as { layers: object[]; assets: object[] };
    expect(assets).toEqual([]);
    expect(layers).toEqual([expect.objectContaining({ ty: 3, ks: expect.anything() })]);
  });

  it('takes files of its archive inside', () => {
    const document = lottie(10, [layer([0, 0], { ty: 2, refId: 'p' })], {
      assets: [{ id: 'p', u: 'images/', p: 'p.png', e: 0 }],
    });
    const { text: json, warnings } = prepareLottie(
      document,
      (folder, name) => `data:${folder}${name}`,
    );
    expect(json).toContain('"p":"data:images/p.png"');
    expect(warnings).toEqual([]);
  });

  it.each([
    [{ layers: 1 }, new LottieError('it has no list of layers')],
    [{ fr: 0 }, new LottieError('"fr" is not a frame rate')],
    [{ op: 0 }, new LottieError('it ends before it begins')],
    [{ h: 0 }, new LottieError('"h" is not a size')],
    [{ h: null }, new LottieError('"h" is not a number')],
    [{ w: 20_000 }, new LottieTooLarge('it has sides of 20000 pixels')],
    [{ fr: 1000 }, new LottieTooLarge('it has 1000 frames a second')],
    [{ op: 20_000 }, new LottieTooLarge('it has 20000 frames')],
    [
      { layers: Array.from({ length: 6_000 }, () => ({})) },
      new LottieTooLarge('it has 6000 layers'),
    ],
  ])('refuses %j', (fields, error) => {
    expect(() => prepared([], fields)).toThrow(error);
  });
});
