import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DecimalNumber } from './decimal-number.js';

class Query {
  @DecimalNumber(0, 60)
  at!: number;
}

function read(at: unknown): unknown {
  const query = plainToInstance(Query, { at });
  const [error] = validateSync(query);
  return error ? Object.values(error.constraints!)[0] : query.at;
}

describe('DecimalNumber', () => {
  it.each([
    ['0', 0],
    ['60', 60],
    ['1.5', 1.5],
    ['007', 7],
    // As JavaScript and Python write computed numbers.
    ['2.3000000000000003', 2.3000000000000003],
    ['1e-7', 1e-7],
    ['1.25e-7', 1.25e-7],
  ])('reads %s', (text, number) => {
    expect(read(text)).toBe(number);
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '+1',
    '-1',
    '.5',
    '5.',
    '1e2',
    '1e+1',
    '0x10',
    '1,5',
    'NaN',
    'Infinity',
    '60.1',
    '9'.repeat(400),
  ])('refuses %j', (text) => {
    expect(read(text)).toMatch(/^Expected "at" to be a number from 0 to 60, but got /);
  });

  it('refuses what is given twice', () => {
    expect(read(['1', '2'])).toMatch(/^Expected/);
  });
});
