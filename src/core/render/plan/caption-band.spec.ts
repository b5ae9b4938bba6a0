import { bandAround } from './caption-band.js';

describe('the band around rows of pixels', () => {
  it.each([
    // Rows 50 to 56, with margins of three rows.
    ['in the middle', { top: 800, bottom: 910 }, 1080, { first: 47, end: 62 }],
    ['at the bottom edge, without a margin below', { top: 950, bottom: 1060 }, 1080, [56, 68]],
    ['at the top edge, without a margin above', { top: 20, bottom: 100 }, 1080, [0, 12]],
    ['beyond an edge', { top: -30, bottom: 40 }, 1080, [0, 6]],
  ])('%s', (_, rows, height, expected) => {
    const [first, end] = Array.isArray(expected) ? expected : [expected.first, expected.end];
    expect(bandAround(rows, height)).toEqual({ first, end });
  });

  it.each([
    ['is most of the frame', { top: 200, bottom: 900 }],
    ['lies outside of it', { top: -90, bottom: -10 }],
  ])('is null if it %s', (_, rows) => {
    expect(bandAround(rows, 1080)).toBeNull();
  });
});
