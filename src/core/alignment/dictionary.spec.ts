import { PronunciationDictionary } from './dictionary.js';

describe('PronunciationDictionary', () => {
  const dictionary = new PronunciationDictionary(
    new TextEncoder().encode(
      [
        ';; a comment',
        "'bout B AW T",
        'élan ee ll an',
        'read R EH D',
        'read(2) R IY D',
        'read R AA D',
        'reader\tR IY  D ER \r',
        'last L AE S T',
      ].join('\n'),
    ),
  );

  it.each([
    ["'bout", 'B AW T'],
    ['élan', 'ee ll an'],
    ['read', 'R EH D'],
    ['read(2)', 'R IY D'],
    ['reader', 'R IY D ER'],
    ['last', 'L AE S T'],
    ['Read', null],
    ['rea', null],
    ['readers', null],
    [';;', null],
    ['', null],
    ['read R', null],
  ])('%j: %j', (word, phones) => {
    expect(dictionary.lookUp(word)).toBe(phones);
  });
});
