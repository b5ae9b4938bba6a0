import { splitDrawing } from './split-drawing.js';
import { roundedRect } from './rectangles.js';
import { type Sprite, toShape } from './sprite.js';
import { writeAssDrawing } from './write-ass.js';

const fps = { num: 30, den: 1 };
const frame = { width: 320, height: 180, fps };
const COUNT = 20;
const word = (left: number, layer: number, startFrame: number, endFrame: number): Sprite => {
  const shape = toShape(roundedRect({ left, top: 20, right: left + 20, bottom: 40 }));
  return { layer, startFrame, endFrame, shape, fill: '#FFFFFFFF' };
};
/** A word that changes in each frame. */
const moved = (left: number, layer: number, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) =>
    word(left, layer, from + index, from + index + 1),
  );
const split = (sprites: readonly Sprite[]) =>
  splitDrawing(writeAssDrawing(sprites, frame), fps, COUNT);
const drawing = (sprites: readonly Sprite[]) => writeAssDrawing(sprites, frame);

describe('splitDrawing', () => {
  it('draws what moves apart from what stays', () => {
    const stays = [word(20, 1, 0, 20), word(120, 1, 6, 20)];
    const moves = moved(60, 1, 0, 18);
    expect(split([...moves, ...stays])).toEqual({
      still: drawing(stays),
      starts: [0, 6],
      moving: drawing(moves),
    });
  });

  it('draws in the order of layers what lies over something that moves, at the same time', () => {
    const below = word(60, 1, 0, 20);
    const moves = moved(61, 2, 0, 12);
    const [over, beside, later] = [word(70, 3, 0, 20), word(100, 3, 0, 20), word(44, 3, 12, 20)];
    expect(split([over, beside, later, ...moves, below])).toEqual({
      still: drawing([below, beside, later]),
      starts: [0, 12],
      moving: drawing([...moves, over]),
    });
  });

  it('counts outlines, shadows, blurs, and what is cut off', () => {
    const parts = (more: Partial<Sprite>) => {
      const over = { ...word(90, 3, 0, 20), ...more };
      return split([...moved(60, 2, 0, 20), over])?.moving.includes(
        drawing([over]).split('\n')[14]!,
      );
    };
    const color = '#000000FF';
    expect(parts({})).toBe(false);
    expect(parts({ outline: { color, width: 9 } })).toBe(true);
    expect(parts({ shadow: { color, x: -9, y: 0 } })).toBe(true);
    expect(parts({ shadow: { color, x: -1, y: 0 }, blur: 3 })).toBe(true);
    const clip = { left: 100, top: 0, right: 110, bottom: 50 };
    expect(parts({ outline: { color, width: 9 }, clip })).toBe(false);
  });

  it('leaves drawings as they are in which nothing moves, or little stays', () => {
    expect(split([word(20, 1, 0, 20)])).toBeNull();
    const changes = Array.from({ length: 12 }, (_, at) => word(20 + at, 1, at, 20));
    expect(split([...changes, ...moved(200, 1, 0, 20)])).toBeNull();
  });
});
