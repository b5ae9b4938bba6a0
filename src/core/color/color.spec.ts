import { colorCube, colorTable, powerCurve, srgbCurve, toSrgb } from './color-table.js';
import { codedColors, spaceOf } from './coded-colors.js';
import { readIccProfile } from './icc-profile.js';
import { BT709, D65, type Primaries, toD50 } from './matrices.js';
import { pictureColors } from './picture-colors.js';
import { iccProfile } from '../../../test/support/icc-profiles.js';

const ADOBE_RGB: Primaries = {
  red: [0.64, 0.33],
  green: [0.21, 0.71],
  blue: [0.15, 0.06],
  white: D65,
};
const P3: Primaries = { red: [0.68, 0.32], green: [0.265, 0.69], blue: [0.15, 0.06], white: D65 };

const levels = (color: readonly number[]) => color.map((value) => Math.round(value * 255));
const space = (profile: Uint8Array) => {
  const read = readIccProfile(profile);
  if ('problem' in read) throw new Error(read.problem);
  return read.space;
};

describe('color conversion', () => {
  it('converts Display P3 to sRGB as in CSS Color 4', () => {
    const { space: p3 } = codedColors(12, 13);
    // color(display-p3 0.5 0.5 0.5), and a red and a green within sRGB.
    expect(levels(toSrgb(p3!, [0.5, 0.5, 0.5]))).toEqual([128, 128, 128]);
    expect(levels(toSrgb(p3!, [0.917488, 0.200287, 0.138561]))).toEqual([255, 0, 0]);
    expect(levels(toSrgb(p3!, [0.458402, 0.985265, 0.29829]))).toEqual([0, 255, 0]);
    // Colors beyond sRGB are clipped.
    expect(levels(toSrgb(p3!, [0, 1, 0]))[1]).toBe(255);
  });

  it('converts Adobe RGB (1998) to sRGB', () => {
    const adobe = spaceOf(ADOBE_RGB, powerCurve(563 / 256))!;
    // The primary red and green of sRGB in Adobe RGB.
    expect(levels(toSrgb(adobe, [219 / 255, 0, 0]))).toEqual([255, 0, 0]);
    expect(
      levels(toSrgb(adobe, [144 / 255, 1, 60 / 255])).map(
        (v, i) => Math.abs(v - [0, 255, 0][i]!) < 5,
      ),
    ).toEqual([true, true, true]);
  });

  it('reads matrix profiles with curves of one gamma, of samples, and of parameters', () => {
    const matrix = toD50(ADOBE_RGB)!;
    const colors = [
      [0.8, 0.2, 0.3],
      [0.1, 0.9, 0.4],
    ] as const;
    const truth = spaceOf(ADOBE_RGB, powerCurve(563 / 256))!;
    const samples = Array.from({ length: 1024 }, (_, at) => (at / 1023) ** (563 / 256));
    for (const curve of [{ gamma: 563 / 256 }, { samples }, { type: 0, parameters: [563 / 256] }]) {
      const read = space(iccProfile({ matrix, curve }));
      for (const color of colors) {
        expect(levels(toSrgb(read, color))).toEqual(levels(toSrgb(truth, color)));
      }
    }
  });

  it('reads the parameters of all five function types', () => {
    const parameters = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
    const matrix = toD50(BT709)!;
    const srgb = (type: number, more: readonly number[]) =>
      colorTable(space(iccProfile({ matrix, curve: { type, parameters: more } })));
    expect(srgb(3, parameters)).toBeNull();
    expect(srgb(4, [...parameters, 0, 0])).toBeNull();
    // (x + 1) / 2 squared, where that is above 0, and less by a quarter in type 2.
    const at = (type: number, more: readonly number[], value: number) =>
      space(iccProfile({ matrix, curve: { type, parameters: more } })).curves[0](value);
    expect(at(1, [2, 0.5, 0.5], 0.5)).toBeCloseTo(0.5625, 4);
    expect(at(1, [2, 1, -0.5], 0.25)).toBe(0);
    expect(at(2, [2, 0.5, 0.5, -0.25], 0.5)).toBeCloseTo(0.3125, 4);
  });

  it('does not change sRGB, whichever way its profile is written', () => {
    const matrix = toD50(BT709)!;
    const samples = (count: number) =>
      Array.from({ length: count }, (_, at) => srgbCurve(at / (count - 1)));
    for (const curve of [
      { samples: samples(1024) },
      { samples: samples(4096) },
      { samples: samples(26) },
    ]) {
      const profile = iccProfile({ matrix, curve });
      expect(pictureColors({ kind: 'icc', profile, deflated: false })).toEqual({
        light: null,
        table: null,
        problem: null,
      });
    }
    expect(pictureColors({ kind: 'coded', primaries: 1, transfer: 13 }).table).toBeNull();
    const points = [0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06];
    expect(pictureColors({ kind: 'gamma', gamma: 0.45455, points }).table).toBeNull();
    expect(pictureColors({ kind: 'gamma', gamma: 0.45455, points: null }).table).toBeNull();
  });

  it('writes a table that ffmpeg reads, finer where a curve is steep', () => {
    const table = colorTable(spaceOf(P3, srgbCurve)!)!;
    expect(table.curves.map((curve) => curve.length)).toEqual([33, 33, 33]);
    const lines = colorCube(table).trimEnd().split('\n');
    expect(lines[0]).toBe('LUT_3D_SIZE 33');
    expect(lines).toHaveLength(1 + 33 ** 3);
    expect(lines.at(1)).toBe('0.000000 0.000000 0.000000');
    // White does not change.
    expect(
      lines
        .at(-1)!
        .split(' ')
        .every((value) => Number(value) > 0.999),
    ).toBe(true);
    expect(colorTable(spaceOf(BT709, powerCurve(1))!)!.curves[0]).toHaveLength(65);
  });

  it('uses the curve of a gray profile', () => {
    const gray = space(iccProfile({ kind: 'GRAY', curve: { gamma: 1 } }));
    expect(levels(toSrgb(gray, [0.5, 0.5, 0.5]))).toEqual([188, 188, 188]);
  });

  it.each([
    ['for print', iccProfile({ kind: 'CMYK' }), /CMYK profile/],
    ['without curves', iccProfile({ matrix: toD50(P3)! }), /consists of tables/],
    [
      'that is truncated',
      iccProfile({ matrix: toD50(P3)!, curve: { gamma: 2 } }).subarray(0, 100),
      /damaged/,
    ],
    ['without content', new Uint8Array(), /damaged/],
  ])('reports why a profile %s is not applied', (_, profile, problem) => {
    const { table, problem: said } = pictureColors({ kind: 'icc', profile, deflated: false });
    expect([table, said]).toEqual([null, expect.stringMatching(problem)]);
  });

  it('never throws, whatever the bytes of a profile are', () => {
    const whole = iccProfile({ matrix: toD50(P3)!, curve: { samples: [0, 0.2, 1] } });
    for (let at = 0; at < whole.length; at++) {
      for (const value of [0, 1, 0x7f, 0xff]) {
        const bytes = Uint8Array.from(whole);
        bytes[at] = value;
        const { table } = pictureColors({ kind: 'icc', profile: bytes, deflated: false });
        for (const curve of table?.curves ?? []) expect(curve.every(Number.isFinite)).toBe(true);
      }
      pictureColors({ kind: 'icc', profile: whole.subarray(0, at), deflated: false });
    }
  });

  it('reports unknown code points', () => {
    expect(pictureColors({ kind: 'coded', primaries: 200, transfer: 13 }).problem).toMatch(/200/);
    expect(pictureColors({ kind: 'coded', primaries: 9, transfer: 16 }).light).toBe('pq');
  });
});
