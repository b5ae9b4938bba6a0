import { counted } from './counted.js';

describe('counted', () => {
  it.each([
    [0, '0 words'],
    [1, '1 word'],
    [2, '2 words'],
  ])('has the noun for %i', (count, expected) => {
    expect(counted(count, 'word')).toBe(expected);
  });

  it('takes an irregular plural, and nouns with more words', () => {
    expect(counted(2, 'entry', 'entries')).toBe('2 entries');
    expect(counted(1, 'job of a key', 'jobs of a key')).toBe('1 job of a key');
  });
});
