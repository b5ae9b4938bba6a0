import { readJson } from './read-json.js';
import { relaxJson } from './relax-json.js';

const valueOf = (text: string) => {
  const read = readJson(relaxJson(text), 'It');
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
};

describe('relaxJson', () => {
  it.each<[string, unknown]>([
    ['// a\n{ a: 1, /* b */ "b": [1, 2,], }', { a: 1, b: [1, 2] }],
    ["{ 'a-b': 'it\\'s \"so\"', $c_1: \"d\" }", { 'a-b': 'it\'s "so"', $c_1: 'd' }],
    ["['one \\\ntwo', 'a\\x41\\u0042\\v\\0']", ['one two', 'aAB\v\0']],
    ['[.5, 5., +1, 0x1F, -0xA, 1e3, -.25]', [0.5, 5, 1, 31, -10, 1000, -0.25]],
    ['{ true: true, null: null, größe: false }', { true: true, null: null, größe: false }],
    ['["// no comment", "a,]", \'/* none */\']', ['// no comment', 'a,]', '/* none */']],
    ['\u00a0[1,\u2028// last\n]', [1]],
  ])('reads %s', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it('leaves JSON as it is, and keeps all lines', () => {
    const json = '{\n  "a": [1, -2.5e3, "\\u00e4\\n", true],\r\n  "b": {} }';
    expect(relaxJson(json)).toBe(json);
    const lines = (text: string) => text.split('\n').length;
    const json5 = "{ a: 'x', // one\n/* two\nthree */ b: [\n1,\n], }";
    expect(lines(relaxJson(json5))).toBe(lines(json5));
  });

  it.each([
    '{ a: NaN }',
    '{ a: 1 b: 2 }',
    '[1,,2]',
    '[,]',
    '[01]',
    "['\\u12']",
    "['a\\'",
    '/* a',
    '{ a }',
  ])('leaves %s invalid', (text) => {
    expect(readJson(relaxJson(text), 'It').ok).toBe(false);
  });

  it('takes a time that grows with the text', () => {
    const begin = performance.now();
    for (const part of ['/*', "'", '"', '\\', '/', "'\\", '"\n', '0x', ',', 'a'])
      relaxJson(part.repeat(200_000));
    expect(performance.now() - begin).toBeLessThan(5_000);
  });
});
