import { readJson } from './read-json.js';

const issuesOf = (text: string) => {
  const read = readJson(text, 'The file');
  return read.ok ? [] : read.issues;
};

describe('readJson', () => {
  it('parses a text', () => {
    expect(readJson('{"a":[1,"ü",{"b":null}]}', 'The file')).toEqual({
      ok: true,
      value: { a: [1, 'ü', { b: null }] },
    });
  });

  it.each([
    ['{"a":1,"b":2,"a":3}', ['/a']],
    ['{"a":1,"\\u0061":1}', ['/a']],
    ['{"s":[{},{"x/y":1,"x/y":1}]}', ['/s/1/x~1y']],
    ['{"a":{"k":1},"b":{"k":1}}', []],
    ['[{"k":1},{"k":1}]', []],
    ['{"a":1,"a":2,"a":3,"b":{"c":1,"c":1}}', ['/a', '/a', '/b/c']],
    ['{"__proto__":1,"__proto__":2}', ['/__proto__']],
    ['{"":1,"":2}', ['/']],
  ])('finds duplicate names in %s', (text, pointers) => {
    expect(issuesOf(text).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('reports the position of a duplicate name', () => {
    expect(issuesOf('{"width": 1,\n "width": 2}')).toEqual([
      {
        pointer: '/width',
        message: 'The name "width" at line 2, column 2 occurs twice in its object. Keep one.',
      },
    ]);
  });

  it.each([
    ['{"a":\n {"b":["x",\n  "two\nlines"]}}', '/a/b/1', 'line 3, column 7', 'line break'],
    ['{"t":"a\tb"}', '/t', 'column 8', 'Write it as \\t'],
    ['{"t":"a\u0007b"}', '/t', 'column 8', 'unescaped control character U+0007 in a string'],
    ['{"t":"C:\\Users"}', '/t', 'column 9', '"\\\\U" is not a valid escape sequence'],
    ['{"t":"never', '/t', 'column 6', 'does not end'],
    ['{"t":"He said "no""}', '/t', 'column 16', 'Write a double quote in a string as \\"'],
    ['{"a":[1,2,]}', '/a/2', 'column 11', 'unexpected comma before ]'],
    ['{"a":1,\n}', '', 'line 2, column 1', 'unexpected comma before }'],
    ['{"a":1 // one\n}', '/a', 'column 8', 'JSON has no comments'],
    ['/* all */ {}', '', 'column 1', 'JSON has no comments'],
    ['{"a":[\n# no\n1]}', '/a/0', 'line 2, column 1', 'JSON has no comments'],
    ["{'a':1}", '', 'column 2', 'JSON strings use double quotes'],
    ['{"a":\'x\'}', '/a', 'column 6', 'JSON strings use double quotes'],
    ['{"a":“x”}', '/a', 'column 6', 'typographic quote'],
    ['{“a”:1}', '', 'column 2', 'typographic quote'],
    ['{"a":NaN}', '/a', 'column 6', 'NaN is not a valid number'],
    ['{"a":-Infinity}', '/a', 'column 6', 'Infinity is not a valid number'],
    ['{"a":True}', '/a', 'column 6', 'Use true.'],
    ['{"a":False}', '/a', 'column 6', 'Use false.'],
    ['{"a":None}', '/a', 'column 6', 'Use null.'],
    ['{"a":undefined}', '/a', 'column 6', 'Use null.'],
    ['{"a":hello}', '/a', 'column 6', '"hello" needs double quotes'],
    ['{a:1}', '', 'column 2', 'the name "a" needs double quotes'],
    ['{"a":.5}', '/a', 'column 6', '".5" is not a valid number'],
    ['{"a":007}', '/a', 'column 6', '"007" is not a valid number'],
    ['{"a":1,5}', '', 'column 8', 'Use a point as the decimal separator'],
    ['{"a":{{ n }}}', '/a', 'column 7', 'Put {{ }} in double quotes'],
    ['{"a":1', '/a', 'column 7', 'the text ends before the closing }'],
    ['{"a":', '/a', 'column 6', 'the text ends before the closing }'],
    ['{', '', 'column 2', 'the text ends before the closing }'],
    ['', '', 'column 1', 'the text is empty'],
    [' \n', '', 'line 2, column 1', 'the text is empty'],
    ['{"a":1}{"b":2}', '', 'column 8', 'unexpected text after the end of the value'],
    ['{"a":1;}', '/a', 'column 7', 'expected a comma or }'],
    ['{"a"=1}', '/a', 'column 5', 'expected a colon'],
    ['{"a":\u00a01}', '/a', 'column 6', 'U+00A0, which looks like a space'],
    ['[object Object]', '/0', 'column 2', 'Serialize the object to JSON before sending it'],
  ])('reports the syntax error in %j', (text, pointer, place, words) => {
    const [issue, ...more] = issuesOf(text);
    expect(more).toEqual([]);
    expect(issue?.pointer).toBe(pointer);
    expect(issue?.message).toMatch(/^The file is not valid JSON: /);
    expect(issue?.message).toContain(place);
    expect(issue?.message).toContain(words);
  });

  it('lists at most twenty duplicates, at constant cost', () => {
    expect(issuesOf(`{${'"a":1,\n'.repeat(100_000)}"a":1}`)).toHaveLength(20);
  });
});
