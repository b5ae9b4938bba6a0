import { readTime } from './still-time.js';

describe('readTime', () => {
  it.each([
    ['3.2', 3200],
    ['0', 0],
    ['.5', 500],
    ['90', 90_000],
    ['1:03.25', 63_250],
    ['1:01:03', 3_663_000],
  ])('reads %j', (text, ms) => {
    expect(readTime(text)).toBe(ms);
  });

  it.each(['', '-1', 'soon', '1e9', 'NaN', '1:2:3:4', '99:99:99', '3,2', 'Infinity'])(
    'rejects %j',
    (text) => {
      expect(() => readTime(text)).toThrow('Expected --at');
    },
  );
});
