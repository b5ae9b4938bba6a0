import { formatBytes, formatProgress, formatSeconds } from './format-amounts.js';

describe('formatted amounts', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_999, '1 KB'],
    [3_000_000, '3 MB'],
    [3_560_000, '3.5 MB'],
    [12_999_999, '12 MB'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [3_000_000, 12_000_000, '3 of 12 MB'],
    [300_000, 12_000_000, '300 KB of 12 MB'],
    [300_000, null, '300 KB'],
  ])('%d of %j is %s', (part, whole, text) => expect(formatProgress(part, whole)).toBe(text));

  it.each([
    [400, '0.4 s'],
    [30_000, '30 s'],
    [86_366_700, '86367 s'],
  ])('%d ms is %s', (ms, text) => expect(formatSeconds(ms)).toBe(text));
});
