import { normalizeAddress } from './normalize-address.js';

describe('normalizeAddress', () => {
  it.each([
    ['  https://a.com/x.mp4\n', 'https://a.com/x.mp4'],
    ['\u200bhttps://a.com/x.mp4\u2060\u00a0', 'https://a.com/x.mp4'],
    ['https://a.com/my clip  1.mp4?q=a b', 'https://a.com/my%20clip%20%201.mp4?q=a%20b'],
    ['https://a.com/my%20clip.mp4', 'https://a.com/my%20clip.mp4'],
    [' \u200b ', ''],
  ])('%j', (address, normalized) => {
    expect(normalizeAddress(address)).toBe(normalized);
  });
});
