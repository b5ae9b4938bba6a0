import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { variableSets } from './variable-sets.js';

const OWN = { seconds: 1, title: '', hidden: false };

describe('variableSets', () => {
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-variables-'));
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  async function read(name: string, content: string | Buffer, encoding?: string) {
    const file = join(dir, name);
    await writeFile(file, content);
    const { sets, warnings } = await variableSets({ variables: file, encoding }, OWN);
    const found = sets.map(({ variables, where }) => [where?.replace(`${file}: `, ''), variables]);
    return { found, warnings, issues: sets.flatMap(({ issues }) => issues) };
  }

  const latin = (text: string) => Buffer.from(text, 'latin1');
  const TWO = [
    ['row 1', { title: 'Zoë', seconds: 2 }],
    ['row 2', { title: 'a;b\nc', seconds: 0.5 }],
  ];

  it.each([
    ['commas', 'title,seconds\nZoë,2\n"a;b\nc",0.5\n'],
    ['semicolons and CRLF', 'title;seconds\r\nZoë;2\r\n"a;b\nc";0.5\r\n'],
    ['tabs', 'title\tseconds\nZoë\t2\n"a;b\nc"\t0.5\n'],
    ['a `sep=` line', 'sep=;\r\ntitle;seconds\r\nZoë;2\r\n"a;b\nc";0.5\r\n'],
    ['a byte order mark', '\ufefftitle;seconds\r\nZoë;2\r\n"a;b\nc";0.5\r\n'],
    [
      'a byte order mark and a `sep=` line',
      '\ufeffsep=;\r\ntitle;seconds\r\nZoë;2\r\n"a;b\nc";0.5\r\n',
    ],
    [
      'spaces in names and rows without values',
      ' title ;seconds;\nZoë;2;\n;;\n"a;b\nc";0.5;\n;;\n',
    ],
    [
      'UTF-16 with a byte order mark',
      Buffer.from('\ufefftitle\tseconds\r\nZoë\t2\r\n"a;b\nc"\t0.5', 'utf16le'),
    ],
  ])('reads a table with %s', async (_name, content) => {
    const { found, warnings, issues } = await read('rows.csv', content);
    const rows = found.map(([, variables]) => variables);
    expect(rows).toEqual(TWO.map(([, variables]) => variables));
    expect({ warnings, issues }).toEqual({ warnings: [], issues: [] });
  });

  it.each(['rows.tsv', 'rows.txt', 'rows.CSV'])('recognizes %s as a table', async (name) => {
    expect((await read(name, 'title\tseconds\nx\t3\n')).found).toEqual([
      ['row 1', { title: 'x', seconds: 3 }],
    ]);
  });

  it('reports a guessed encoding', async () => {
    const { found, warnings } = await read('rows.csv', latin('title;seconds\r\nZo\xeb;2\r\n'));
    expect(found).toEqual([['row 1', { title: 'Zoë', seconds: 2 }]]);
    expect(warnings).toEqual([expect.stringContaining('read as Windows-1252, which is a guess')]);
  });

  it('rejects text with an unknown encoding, and accepts the name of the encoding', async () => {
    const polish = latin('title,seconds\nBia\xb3ystok,2\n');
    await expect(read('rows.csv', polish)).rejects.toThrow('its encoding cannot be detected');
    expect((await read('rows.csv', polish, 'windows-1250')).found).toEqual([
      ['row 1', { title: 'Białystok', seconds: 2 }],
    ]);
    await expect(read('rows.csv', polish, 'utf-8')).rejects.toThrow('is not utf-8');
    await expect(read('rows.csv', polish, 'cp-x')).rejects.toThrow('Unknown encoding "cp-x"');
  });

  it('reports an encoding that does not match the bytes, or that has no file', async () => {
    const { warnings } = await read('rows.csv', 'title,seconds\nZoë,2\n', 'windows-1252');
    expect(warnings).toEqual([expect.stringContaining('but it looks like UTF-8')]);
    const marked = '\ufefftitle,seconds\nZoë,2\n';
    await expect(read('rows.csv', marked, 'windows-1252')).rejects.toThrow('is not windows-1252');
    const big = Buffer.from(marked, 'utf16le').swap16();
    await expect(read('rows.csv', big, 'utf-16')).rejects.toThrow('is not utf-16');
    expect((await read('rows.csv', marked, 'UTF-8')).warnings).toEqual([]);
    await expect(variableSets({ encoding: 'utf-8' }, OWN)).rejects.toThrow('Add --variables');
  });

  it('reports why a file cannot be read', async () => {
    const from = (file: string) => variableSets({ variables: join(dir, file) }, OWN);
    await expect(from('nowhere.csv')).rejects.toThrow('nowhere.csv: the file does not exist.');
    await expect(from('.')).rejects.toThrow(': it is a folder.');
  });

  it('accepts uppercase spreadsheet values and rejects a decimal comma', async () => {
    const { found, issues } = await read('rows.csv', 'hidden;seconds\nTRUE;1,5\n');
    expect(found).toEqual([['row 1', expect.objectContaining({ hidden: true })]]);
    expect(issues).toEqual([
      { pointer: '/seconds', message: 'Expected "seconds" to be a number, but got "1,5".' },
    ]);
  });

  it.each([
    ['rows.csv', 'title,title\nx,y\n', 'two columns named "title"'],
    ['rows.csv', 'title,\nx,y\n', 'row 1 has a value in a column without a name'],
    [
      'rows.csv',
      'title,seconds\nx\n',
      'not valid CSV. Line 2 has more or fewer cells than the first row.',
    ],
    [
      'rows.csv',
      'title,seconds\n5" pipe,2\n',
      'not valid CSV. Line 2 has a double quote in a cell.',
    ],
    ['rows.csv', 'title,seconds\n"a"b,2\n', 'not valid CSV. Line 2 has a double quote in a cell.'],
    ['rows.csv', 'title,seconds\n"a,2\n', 'has a double quote that is never closed.'],
    ['rows.csv', 'title\n', 'contains no variables'],
    ['rows.csv', '', 'contains no variables'],
    [
      'rows.json',
      '[{"title":"x"},{"title":"y","title":"z"}]',
      'rows.json#/1/title: The name "title"',
    ],
    ['rows.json', '{"title":"x","title":"y"}', 'rows.json#/title: The name "title"'],
    ['rows.json', '[\n{"title":"x"},\n]', 'unexpected comma before ] at position 17 (line 3'],
    ['rows.jsonl', '{"title":"x"}\n{"title":"y","title":"z"}\n', 'line 2#/title: The name "title"'],
    ['rows.jsonl', '{"title":"x"}\n\n{"title":True}\n', 'line 3#/title: '],
    ['rows.jsonl', '{"title":"x"}\n7\n', 'item 2 is not a JSON object'],
  ])('rejects %s of %j', async (name, content, words) => {
    await expect(read(name, content)).rejects.toThrow(words);
  });

  it.each([
    ['a byte order mark', '\ufeff{"title":"Zoë"}\n{"title":"x"}\n'],
    ['CRLF', '{"title":"Zoë"}\r\n{"title":"x"}\r\n'],
    ['UTF-16', Buffer.from('\ufeff[{"title":"Zoë"},{"title":"x"}]', 'utf16le').swap16()],
  ])('reads JSON with %s', async (_name, content) => {
    expect((await read('rows.json', content)).found).toEqual([
      ['item 1', { title: 'Zoë' }],
      ['item 2', { title: 'x' }],
    ]);
  });

  it('rejects a duplicate variable', async () => {
    for (const options of [
      ['x=1', 'x=2'],
      ['x=1', 'x:=2'],
    ]) {
      await expect(variableSets({ var: options }, OWN)).rejects.toThrow('"x" is set twice');
    }
  });

  it('rejects a duplicate name in an option', async () => {
    await expect(variableSets({ var: ['x:={"a":1,"a":2}'] }, OWN)).rejects.toThrow(
      '/a The name "a" at',
    );
  });

  it.each(['__proto__=x', '__proto__:=1'])(
    'refuses %s, which would set nothing',
    async (option) => {
      await expect(variableSets({ var: [option] }, OWN)).rejects.toThrow(
        '"__proto__" cannot be the name of a variable.',
      );
    },
  );
});
