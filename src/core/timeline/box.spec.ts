import { elementBox } from './box.js';

const FRAME = { width: 1920, height: 1080 };
const PICTURE = { width: 400, height: 300 };
const placed = {
  ...{ x: null, y: null, width: null, height: null, opacity: 1, zIndex: 0 },
  position: { horizontal: 'center', vertical: 'center' },
} as const;

describe('elementBox', () => {
  it('fills the frame without a size, or has the size of the picture', () => {
    expect(elementBox(placed, PICTURE, FRAME)).toEqual({ x: 0, y: 0, ...FRAME });
    const natural = { ...placed, resize: 'none' } as const;
    expect(elementBox(natural, PICTURE, FRAME)).toEqual({ x: 760, y: 390, ...PICTURE });
    expect(elementBox({ ...natural, width: 200 }, PICTURE, FRAME)).toMatchObject({ height: 150 });
    // A draft shows everything smaller.
    expect(elementBox({ ...natural, sourceScale: 0.5 }, PICTURE, FRAME)).toMatchObject({
      ...{ width: 200, height: 150 },
    });
  });

  it('stands off the edges that its position names', () => {
    const corner = {
      ...placed,
      resize: 'none',
      position: { horizontal: 'right', vertical: 'bottom' },
    } as const;
    const share = { share: 0.05 };
    expect(elementBox({ ...corner, margin: share }, PICTURE, FRAME)).toMatchObject({
      ...{ x: 1920 - 96 - 400, y: 1080 - 54 - 300 },
    });
    expect(elementBox({ ...corner, margin: { px: 10 } }, PICTURE, FRAME)).toMatchObject({
      ...{ x: 1510, y: 770 },
    });
    // A box that is too large for its margin stays in the frame.
    const wide = { ...corner, margin: share, width: 1900, height: 100 };
    expect(elementBox(wide, PICTURE, FRAME)).toMatchObject({ x: 0, y: 1080 - 54 - 100 });
    const top = {
      ...corner,
      position: { horizontal: 'left', vertical: 'top' },
      margin: share,
    } as const;
    expect(elementBox(top, PICTURE, FRAME)).toMatchObject({ x: 96, y: 54 });
    expect(elementBox({ ...top, x: 7 }, PICTURE, FRAME)).toMatchObject({ x: 7, y: 54 });
  });

  it('is moved from wherever it stands', () => {
    const offset = { x: 30, y: -20 };
    const natural = { ...placed, offset, resize: 'none' } as const;
    expect(elementBox(natural, PICTURE, FRAME)).toMatchObject({ x: 790, y: 370 });
    expect(elementBox({ ...natural, x: 7 }, PICTURE, FRAME)).toMatchObject({ x: 37, y: 370 });
  });
});
