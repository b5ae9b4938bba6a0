import { cropDrawing } from './crop-drawing.js';
import { drawnRows, rowsOfAll } from './drawn-rows.js';
import { roundedRect } from './rectangles.js';
import { type Sprite, toShape } from './sprite.js';
import { writeAssDrawing } from './write-ass.js';

const frame = { width: 1280, height: 720, fps: { num: 30, den: 1 } };
const square = (top: number) =>
  toShape(roundedRect({ left: 10.5, top: 400 + top, right: 12.5, bottom: 420.5 + top }));
const sprite = (top: number, more: Partial<Sprite> = {}): Sprite => ({
  ...{ layer: 0, startFrame: 0, endFrame: 1, shape: square(top), fill: '#FFFFFFFF' },
  ...more,
});

describe('cropDrawing', () => {
  it('draws what would be drawn on a frame of these rows', () => {
    const clip = (top: number) => ({ left: 1, top: 401 + top, right: 9, bottom: 409 + top });
    const at = (top: number) => [
      sprite(top, { outline: { color: '#00000080', width: 3 }, clip: clip(top) }),
      sprite(top - 20, { blur: 2, shadow: { color: '#000000FF', x: -3, y: 4 } }),
    ];
    expect(cropDrawing(writeAssDrawing(at(0), frame), { top: 352, bottom: 496 })).toBe(
      writeAssDrawing(at(-352), { ...frame, height: 144 }),
    );
  });
});

describe('drawnRows', () => {
  it('are those of shapes with their outlines and shadows, smoothed edges included', () => {
    expect(drawnRows([sprite(0)])).toEqual({ top: 398, bottom: 423 });
    const outline = { color: '#000000FF', width: 3 };
    const shadow = { color: '#000000FF', x: 0, y: -9 };
    expect(drawnRows([sprite(0), sprite(30, { outline })])).toEqual({ top: 398, bottom: 456 });
    expect(drawnRows([sprite(0, { shadow })])).toEqual({ top: 389, bottom: 423 });
    expect(drawnRows([sprite(0, { blur: 8.3, shadow })])).toEqual({ top: 349, bottom: 463 });
  });

  it('are none without sprites', () => {
    expect(drawnRows([])).toBeNull();
    expect(rowsOfAll([null, { top: 1, bottom: 2 }])).toEqual({ top: 1, bottom: 2 });
  });
});
