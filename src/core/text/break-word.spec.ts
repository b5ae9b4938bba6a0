import { findCut, splitAtMarks } from './break-word.js';

describe('splitAtMarks', () => {
  it.each<[string, string[]]>([
    [
      'https://www.example.org/a-long/path.html?q=1&r=2',
      [
        'https://',
        'www.',
        'example.',
        'org/',
        'a-',
        'long/',
        'path.',
        'html?',
        'q=',
        '1&',
        'r=',
        '2',
      ],
    ],
    ['state-of-the-art', ['state-', 'of-', 'the-', 'art']],
    ['name@example.org.', ['name@', 'example.', 'org.']],
    ['1,250,000.50', ['1,250,000.50']],
    ['"well-made"', ['"well-', 'made"']],
    ['--verbose', ['--verbose']],
    ['plain', ['plain']],
  ])('%s', (word, parts) => {
    expect(splitAtMarks(word, () => true)).toEqual(parts);
    expect(splitAtMarks(word, () => false).join('')).toBe(word);
  });
});

describe('splitAtMarks with a width', () => {
  it('breaks after slashes first', () => {
    const parts = splitAtMarks('https://www.example.org/a', (part) => part.length > 16);
    expect(parts).toEqual(['https://', 'www.example.org/', 'a']);
  });
});

describe('findCut', () => {
  const cut = (word: string, most: number) => {
    const at = findCut(Array.from(word), most);
    return `${word.slice(0, at)}|${word.slice(at)}`;
  };

  it.each([
    ['incomprehensibilities', 12, 'incomprehen|sibilities'],
    ['Donaudampfschifffahrt', 8, 'Donau|dampfschifffahrt'],
    ['Donaudampfschifffahrt', 11, 'Donaudampf|schifffahrt'],
    ['complain', 5, 'com|plain'],
    ['motherhood', 6, 'mother|hood'],
    ['vvvvvvvvvv', 8, 'vvvvvvv|vvv'],
    ['letters', 20, 'letters|'],
    ['ab', 1, 'a|b'],
  ])('%s, of which %i letters fit', (word, most, parts) => {
    expect(cut(word, most)).toBe(parts);
  });
});
