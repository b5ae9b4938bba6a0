import { type Box, dragged, type Grip } from './box-geometry.js';

const FRAME = { width: 1000, height: 500 };
const BOX: Box = { x: 200, y: 100, width: 100, height: 50 };

const drag = (grip: Grip, x: number, y: number, { snap = 0, keepsProportions = false } = {}) =>
  dragged(BOX, grip, { x, y }, { frame: FRAME, snap, keepsProportions });

describe('dragged', () => {
  it('moves a box', () => {
    expect(drag('move', 12.4, -7).box).toEqual({ ...BOX, x: 212, y: 93 });
  });

  it('snaps edges and the middle to the frame, the safe area, and its middle', () => {
    expect(drag('move', -147, 0, { snap: 5 })).toEqual({
      box: { ...BOX, x: 50 },
      guides: { x: [50], y: [] },
    });
    expect(drag('move', 253, 123, { snap: 5 })).toEqual({
      box: { ...BOX, x: 450, y: 225 },
      guides: { x: [500], y: [250] },
    });
    expect(drag('e', 196, 0, { snap: 5 }).box.width).toBe(300);
    expect(drag('e', 196, 0).box.width).toBe(296);
  });

  it('changes the sides that a grip stands for', () => {
    expect(drag('nw', 10, 20).box).toEqual({ x: 210, y: 120, width: 90, height: 30 });
    expect(drag('s', 10, 20).box).toEqual({ ...BOX, height: 70 });
    expect(drag('w', 500, 0).box).toEqual({ ...BOX, x: 299, width: 1 });
  });

  it('keeps the proportions, and what is opposite to the grip in place', () => {
    const keepsProportions = true;
    expect(drag('se', 100, 5, { keepsProportions }).box).toEqual({
      ...BOX,
      width: 200,
      height: 100,
    });
    expect(drag('nw', -100, -5, { keepsProportions }).box).toEqual({
      ...{ x: 100, y: 50, width: 200, height: 100 },
    });
    expect(drag('e', 100, 0, { keepsProportions }).box).toEqual({
      ...{ x: 200, y: 75, width: 200, height: 100 },
    });
  });
});
