import { markSpaces } from '../text/mark-spaces.js';
import { joinWords } from '../text/join-words.js';
import { writtenWords } from './written-words.js';

describe('writtenWords', () => {
  it.each<[string, string[]]>([
    ['back\u2014everyone knows', ['back\u2014', 'everyone', 'knows']],
    ['back--everyone', ['back--', 'everyone']],
    ['back \u2014 everyone', ['back', '\u2014', 'everyone']],
    ['Wait...what? Well\u2026yes.', ['Wait...', 'what?', 'Well\u2026', 'yes.']],
    ['\u201CNo\u201D\u2014\u201Cyes\u201D', ['\u201CNo\u201D\u2014', '\u201Cyes\u201D']],
    ['London\u2013Paris 1990\u20132000', ['London\u2013', 'Paris', '1990\u20132000']],
    ['and/or he/she TCP/IP', ['and/', 'or', 'he/', 'she', 'TCP/', 'IP']],
    ['24/7 km/h w/o 3/4 03/04/2024', ['24/7', 'km/h', 'w/o', '3/4', '03/04/2024']],
    [
      'https://a.com/and/or www.ab.cd/ef me@ab.cd/ef',
      ['https://a.com/and/or', 'www.ab.cd/ef', 'me@ab.cd/ef'],
    ],
    ['state-of-the-art 3.14 e.g. U.S.A.', ['state-of-the-art', '3.14', 'e.g.', 'U.S.A.']],
    ['... and', ['...', 'and']],
    ['the end\u2014', ['the', 'end\u2014']],
  ])('%s', (text, words) => {
    expect(writtenWords(text, 'en')).toEqual(words);
    const marked = markSpaces(
      words.map((word) => ({ text: word })),
      text,
    );
    expect(joinWords(marked)).toBe(text);
  });

  it('accepts any language tag and any text', () => {
    expect(writtenWords('今天天气', 'no such tag!')).toEqual(['今天', '天气']);
    for (const piece of ['a\u2014', 'a/', 'ab/cd', '...', 'a--', '\u2026"']) {
      expect(writtenWords(piece.repeat(20_000)).join('')).toBe(piece.repeat(20_000));
    }
  });
});
