import { crossedRows, readSvgPath } from './svg-path.js';

const ends = (data: string) =>
  readSvgPath(data)?.map((contour) => contour.map(([x, y]) => [Math.round(x), Math.round(y)]));

describe('readSvgPath', () => {
  it.each([
    [
      'lines',
      'M1 2L3 4 5 6Z',
      [
        [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      ],
    ],
    [
      'relative lines after a move',
      'm1,2 2,2 -1-1z',
      [
        [
          [1, 2],
          [3, 4],
          [2, 3],
        ],
      ],
    ],
    [
      'horizontal and vertical lines',
      'M0 0H9V8h-9',
      [
        [
          [0, 0],
          [9, 0],
          [9, 8],
          [0, 8],
        ],
      ],
    ],
    [
      'numbers without spaces',
      'M.5.5 9.5-1e1',
      [
        [
          [1, 1],
          [10, -10],
        ],
      ],
    ],
    [
      'a contour after a closed one',
      'M0 0H2V2ZH4V4',
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
        ],
        [
          [0, 0],
          [4, 0],
          [4, 4],
        ],
      ],
    ],
    [
      'several contours',
      'M0 0H2V2Z M5 5h1v1z',
      [
        [
          [0, 0],
          [2, 0],
          [2, 2],
        ],
        [
          [5, 5],
          [6, 5],
          [6, 6],
        ],
      ],
    ],
  ])('reads %s', (_what, data, contours) => expect(ends(data)).toEqual(contours));

  it('reads curves, also mirrored ones', () => {
    for (const data of ['M0 0C0 10 10 10 10 0S20-10 20 0', 'M0 0Q5 10 10 0T20 0']) {
      const [contour] = readSvgPath(data)!;
      expect(contour!.at(-1)).toEqual([20, 0]);
      const highest = Math.max(...contour!.map(([, y]) => y));
      const lowest = Math.min(...contour!.map(([, y]) => y));
      expect(highest).toBeGreaterThan(4.9);
      expect(lowest).toBeCloseTo(-highest, 5);
    }
  });

  it.each([
    ['M0 5A5 5 0 0 1 10 5', 0],
    ['M0 5a5 5 0 0010 0', 10],
    ['M0 5A1 1 0 0 1 10 5', 0],
  ])('reads the arc %s', (data, middle) => {
    const [contour] = readSvgPath(data)!;
    for (const [x, y] of contour!) expect(Math.hypot(x - 5, y - 5)).toBeCloseTo(5, 9);
    expect(contour!.some(([x, y]) => Math.abs(x - 5) < 1 && Math.abs(y - middle) < 1)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'M',
    'M0 0',
    'L1 1',
    'M0 0L1',
    'M0 0X1',
    'M0 0L1 1Z3',
    'M0 0A1 1 0 2 0 3 3',
    'M1e999 0L1 1',
  ])('refuses %j', (data) => expect(readSvgPath(data)).toBeNull());

  it('reads any text in a time that grows with its length', () => {
    const start = performance.now();
    for (const part of [' ', ',', 'M0 0', '1', 'M0 0 L', 'z', '.'])
      readSvgPath(`M0 0${part.repeat(50_000 / part.length)}x`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it('counts the rows that edges cross', () => {
  const path = { data: 'M0 0H10V10H0Z', viewBox: [0, 0, 10, 10] as const };
  expect(crossedRows(path, 100, 0)).toBe(204);
  expect(crossedRows(path, 100, 2)).toBe(204 + 400 + 4 * 16);
});
