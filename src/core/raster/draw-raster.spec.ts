import { drawRaster } from './draw-raster.js';
import type { ShapePicture } from './types.js';

const plain = (color: string) => ({ style: 'linear' as const, angle: 0, colors: [color] });
const shape = (more: Partial<ShapePicture>): ShapePicture => ({
  kind: 'shape',
  form: 'rectangle',
  width: 8,
  height: 4,
  radius: 0,
  stroke: null,
  fill: plain('#FF8000FF'),
  ...more,
});
const pixel = (picture: ShapePicture, x: number, y: number) =>
  [...drawRaster(picture)].slice(4 * (y * picture.width + x)).slice(0, 4);

describe('drawRaster', () => {
  it('draws a mask with rounded corners and a margin', () => {
    const mask = drawRaster({
      kind: 'mask',
      width: 14,
      height: 12,
      margin: 2,
      radius: 3,
      area: null,
    });
    const rows = Array.from({ length: 12 }, (_, row) => [
      ...mask.subarray(row * 14, row * 14 + 14),
    ]);
    expect(rows[1]).toEqual(rows[0]!.map(() => 0));
    expect(rows[2]![2]).toBe(0);
    expect(rows[2]![3]).toBeGreaterThan(0);
    expect(rows[2]![3]).toBeLessThan(255);
    expect(rows[2]![7]).toBe(255);
    expect(rows[6]).toEqual([0, 0, ...Array.from({ length: 10 }, () => 255), 0, 0]);
    // Half of the edge pixels are inside, so the area matches the shape.
    const area = mask.reduce((sum, sample) => sum + sample / 255, 0);
    expect(Math.abs(area - (80 - (4 - Math.PI) * 9))).toBeLessThan(1);
  });

  it('fills a rectangle to its edges', () => {
    expect(pixel(shape({}), 0, 0)).toEqual([255, 128, 0, 255]);
    expect(pixel(shape({}), 7, 3)).toEqual([255, 128, 0, 255]);
  });

  it('keeps the color of transparent pixels', () => {
    const circle = shape({ form: 'circle' });
    expect(pixel(circle, 0, 0)).toEqual([255, 128, 0, 0]);
    expect(pixel(circle, 4, 2)).toEqual([255, 128, 0, 255]);
  });

  it('strokes along the inner side of the edge', () => {
    const stroke = { color: '#0000FF80', width: 1 };
    expect(pixel(shape({ stroke }), 0, 1)).toEqual([0, 0, 255, 128]);
    expect(pixel(shape({ stroke }), 1, 1)).toEqual([255, 128, 0, 255]);
    expect(pixel(shape({ stroke, fill: plain('#00000000') }), 3, 1)[3]).toBe(0);
  });

  it.each([
    ['left to right', 0, [32, 0, 223], [223, 0, 32]],
    ['right to left', 180, [223, 0, 32], [32, 0, 223]],
  ])('goes from %s', (_, angle, first, last) => {
    const fill = { style: 'linear' as const, angle, colors: ['#0000FFFF', '#FF0000FF'] };
    const picture = shape({ width: 4, fill });
    expect(pixel(picture, 0, 1)).toEqual([...first, 255]);
    expect(pixel(picture, 3, 1)).toEqual([...last, 255]);
  });

  it('goes from the center to the corners, and fades without darkening', () => {
    const fill = { style: 'radial' as const, angle: 0, colors: ['#FFFFFFFF', '#FFFFFF00'] };
    const picture = shape({ width: 101, height: 101, fill });
    expect(pixel(picture, 50, 50)).toEqual([255, 255, 255, 255]);
    expect(pixel(picture, 0, 0)[3]).toBeLessThan(4);
    expect(pixel(picture, 50, 0).slice(0, 3)).toEqual([255, 255, 255]);
    expect(pixel(picture, 50, 0)[3]).toBeCloseTo(255 * (1 - Math.SQRT1_2), -1);
  });

  it('has the area of an ellipse', () => {
    const ellipse = drawRaster(shape({ form: 'ellipse', width: 60, height: 30 }));
    const area = ellipse.reduce((sum, part, index) => sum + (index % 4 === 3 ? part / 255 : 0), 0);
    expect(Math.abs(area / (Math.PI * 30 * 15) - 1)).toBeLessThan(0.01);
  });

  describe('an outline', () => {
    const path = (data: string, more: Partial<ShapePicture> = {}) =>
      shape({
        ...{ width: 20, height: 10, fill: plain('#FF8000FF') },
        path: { data, viewBox: [0, 0, 20, 10] },
        ...more,
      });
    const alpha = (picture: ShapePicture, x: number, y: number) => pixel(picture, x, y)[3];
    const area = (picture: ShapePicture) =>
      [...drawRaster(picture)].filter((_, at) => at % 4 === 3).reduce((sum, one) => sum + one, 0) /
      255;

    it('covers exactly its area', () => {
      expect(alpha(path('M2 2H10V8H2Z'), 2, 2)).toBe(255);
      expect(alpha(path('M2 2H10V8H2Z'), 1, 2)).toBe(0);
      expect(alpha(path('M2.5 2H10V8H2.5Z'), 2, 4)).toBe(128);
      expect(area(path('M0 0L20 10H0Z'))).toBeCloseTo(100, 0);
      expect(area(path('M3 1L17 4L6 9Z'))).toBeCloseTo((14 * 8 - 3 * 3) / 2, 0);
      expect(area(path('M5 5A5 5 0 0 1 15 5A5 5 0 0 1 5 5Z'))).toBeCloseTo(25 * Math.PI, 0);
    });

    it('is filled by the nonzero rule, and scaled to the box', () => {
      const hole = 'M0 0H20V10H0ZM5 3V7H15V3Z';
      expect(alpha(path(hole), 10, 5)).toBe(0);
      expect(alpha(path('M0 0H20V10H0ZM5 3H15V7H5Z'), 10, 5)).toBe(255);
      const large = path(hole, { width: 40, height: 40 });
      expect([alpha(large, 20, 20), alpha(large, 20, 10)]).toEqual([0, 255]);
    });

    it('is cut at the edges of the box', () => {
      const wide = path('M-30 -30H50V50H-30Z');
      expect(area(wide)).toBe(200);
      expect(alpha(path('M-20 5L10 -20L40 5L10 30Z'), 10, 5)).toBe(255);
    });

    it('has a stroke inside of its edge', () => {
      const stroke = { color: '#0000FFFF', width: 2 };
      const square = path('M2 1H18V9H2Z', { stroke });
      expect(pixel(square, 3, 5)).toEqual([0, 0, 255, 255]);
      expect(pixel(square, 10, 5)).toEqual([255, 128, 0, 255]);
      expect(alpha(square, 1, 5)).toBe(0);
    });
  });
});
