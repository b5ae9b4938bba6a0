import { readCsv } from './read-csv.js';

const cellsOf = (text: string) => readCsv(text).records.map(({ cells }) => cells);

describe('readCsv', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2'],
    ['tabs', 'a\tb\r\n1\t2\r\n'],
    ['bars', 'a|b\r1|2\r'],
    ['a byte order mark', '\uFEFFa,b\n1,2\n'],
    ['a line that names the delimiter', 'sep=;\na;b\n1;2\n'],
    ['a quoted line that names the delimiter', '"sep=^"\r\na^b\r\n1^2\r\n'],
    ['empty lines', '\n\na,b\n\n,\n1,2\n\n'],
  ])('reads a table with %s', (_, text) => {
    expect(cellsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv(text).fault).toBeNull();
  });

  it('reads quotes, delimiters, and line breaks in quoted cells', () => {
    const text = 'name,text\r\n"Bowl, large","5"" pipe\r\nof clay"\r\n"", last\r\n';
    const { records, fault } = readCsv(text);
    expect(fault).toBeNull();
    expect(records).toEqual([
      { line: 1, cells: ['name', 'text'] },
      { line: 2, cells: ['Bowl, large', '5" pipe\r\nof clay'] },
      { line: 4, cells: ['', ' last'] },
    ]);
  });

  it('does not take delimiters in quotes for those of the table', () => {
    const text = '"a,b,c";d\n"1,2,3";4\n';
    expect(cellsOf(text)).toEqual([
      ['a,b,c', 'd'],
      ['1,2,3', '4'],
    ]);
  });

  it('keeps quotes within plain cells', () => {
    expect(cellsOf('a,b\n5" pipe,x\n')).toEqual([
      ['a', 'b'],
      ['5" pipe', 'x'],
    ]);
  });

  it('reads one column', () => {
    expect(cellsOf('name\nAda\nGrace')).toEqual([['name'], ['Ada'], ['Grace']]);
  });

  it('says where a quote is not closed', () => {
    const { fault } = readCsv('a,b\n1,2\n"3,4\n5,6\n');
    expect(fault).toEqual({ kind: 'unclosed', line: 3 });
  });

  it('says where text follows a quoted cell', () => {
    expect(readCsv('a,b\n"1"2,3\n').fault).toEqual({ kind: 'quote', line: 2 });
  });

  it('ends for any text', () => {
    for (const text of ['', '"', ',', '\r', '\n"', '""', 'sep=;', '\uFEFF']) {
      expect(readCsv(text).records.length).toBeLessThan(3);
    }
  });
});
