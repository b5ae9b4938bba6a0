import { isSameJson } from './same-json.js';

describe('isSameJson', () => {
  it.each([
    [
      { a: 1, b: [1, { c: null }] },
      { b: [1, { c: null }], a: 1 },
    ],
    [null, null],
    ['x', 'x'],
  ])('finds %j and %j equal', (a, b) => {
    expect(isSameJson(a, b)).toBe(true);
  });

  it.each([
    [{ a: 1 }, { a: 1, b: undefined }],
    [{ a: 1 }, { b: 1 }],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [null, {}],
    [1, '1'],
  ])('tells %j from %j', (a, b) => {
    expect(isSameJson(a, b)).toBe(false);
  });
});
