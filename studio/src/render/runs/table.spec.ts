import { divide } from './divide.js';
import { readCsv } from './read-csv.js';
import { writeValue } from './read-value.js';
import { columnsOf, exampleTable, mapColumns, readTable, textOfFile } from './table.js';
import type { Variable } from './variables.js';

const VARIABLES: readonly Variable[] = [
  { name: 'title', type: 'string', default: undefined, isOptional: false },
  { name: 'price', type: 'number', default: 1, isOptional: true },
  { name: 'on_sale', type: 'boolean', default: false, isOptional: true },
  { name: 'photos', type: 'array', default: ['a'], isOptional: true },
];

function read(text: string) {
  const csv = readCsv(text);
  return readTable(csv, mapColumns(columnsOf(csv), VARIABLES), VARIABLES);
}

describe('readTable', () => {
  it('gives cells the types of their variables, and leaves empty ones out', () => {
    const { rows, problem } = read(
      'Title;price;On sale;photos;sku\nMug;12.5;TRUE;"[""b""]";m-1\nBowl;;;;b-7\n',
    );
    expect(problem).toBeNull();
    expect(rows.map(({ variables }) => variables)).toEqual([
      { title: 'Mug', price: 12.5, on_sale: true, photos: ['b'] },
      { title: 'Bowl' },
    ]);
    expect(rows.flatMap(({ problems }) => problems)).toEqual([]);
  });

  it('says what is wrong with each row', () => {
    const { rows } = read('title,price,on_sale,photos\n,abc,maybe,x\nMug,1\n');
    expect(rows[0]!.problems).toEqual([
      'title: This variable has no default, so it needs a value.',
      'price: Expected a number, such as 12.5.',
      'on_sale: Expected true or false.',
      'photos: Expected a list in JSON, such as ["a", "b"].',
    ]);
    expect(rows[1]!.problems).toEqual(['Expected 4 cells, but got 2.']);
  });

  it('refuses two columns for one variable, and a table without rows', () => {
    expect(read('title,Title\na,b\n').problem).toBe(
      'Two columns set title. Leave one of them out.',
    );
    expect(read('title,price\n').problem).toBe('The table has names, but no rows with values.');
  });

  it('reads the example that it writes', () => {
    const { rows } = read(exampleTable(VARIABLES, writeValue));
    expect(rows[0]!.variables).toEqual({ price: 1, on_sale: false, photos: ['a'] });
  });
});

describe('textOfFile', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode('é,1')],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0xe9, 0, 0x2c, 0, 0x31, 0])],
    ['Windows-1252', new Uint8Array([0xe9, 0x2c, 0x31])],
  ])('reads %s', async (_, bytes) => {
    expect(await textOfFile(new Blob([bytes]))).toBe('é,1');
  });
});

describe('divide', () => {
  it('makes parts of at most 500 items', () => {
    const parts = divide(
      Array.from({ length: 1_200 }, (_, index) => index),
      0,
    );
    expect(parts.map(({ length }) => length)).toEqual([500, 500, 200]);
    expect(parts.flat()).toHaveLength(1_200);
  });

  it('makes parts that fit in a body', () => {
    const items = Array.from({ length: 10 }, () => 'x'.repeat(200_000));
    expect(divide(items, 300_000).map(({ length }) => length)).toEqual([3, 3, 3, 1]);
  });
});
