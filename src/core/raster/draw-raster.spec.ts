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
});
