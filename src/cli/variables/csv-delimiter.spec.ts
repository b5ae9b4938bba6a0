import { detectDelimiter } from './csv-delimiter.js';

describe('delimiterOf', () => {
  it.each([
    ['a,b\n1,2\n', ',', 0],
    ['a;b\r\n1,5;2,5\r\n', ';', 0],
    ['a\tb\n"x,y;z"\t2\n', '\t', 0],
    ['a|b\n1|2\n', '|', 0],
    ['title\nOne, two, three\n', ',', 0],
    ['"one;two;three",b\n1,2\n', ',', 0],
    ['a;b,c\n1;2\n3;4\n', ';', 0],
    ['"a\nx";b\n"1\n2\n3,4,5";2\n', ';', 0],
    ['a;b\r1;2\r', ';', 0],
    ['sep=;\na,b;c\n1,2;3\n', ';', 6],
    ['sep=\t\r\na\tb\n', '\t', 7],
    ['"sep=,"\na,b;c;d\n', ',', 8],
    ['SEP=|\na|b\n', '|', 6],
    ['sku\n1\n', ',', 0],
    ['', ',', 0],
  ])('returns for %j: %j', (text, delimiter, start) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, start });
  });

  it('reads only the first records', () => {
    const rows = 'a;b\n'.repeat(6);
    expect(detectDelimiter(rows + ','.repeat(1000)).delimiter).toBe(';');
  });
});
