import { readJson } from './read-json.js';

const issuesOf = (text: string) => {
  const read = readJson(text, 'The file');
  return read.ok ? [] : read.issues;
};

describe('readJson', () => {
  it('reads a text', () => {
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
  ])('finds the names that stand again in %s', (text, pointers) => {
    expect(issuesOf(text).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('says where a name stands again', () => {
    expect(issuesOf('{"width": 1,\n "width": 2}')).toEqual([
      {
        pointer: '/width',
        message: 'The name "width" stands again in this object, line 2, column 2; keep one.',
      },
    ]);
  });

  it.each([
    ['{"a":\n {"b":["x",\n  "two\nlines"]}}', '/a/b/1', 'line 3, column 7', 'a line break'],
    ['{"t":"a\tb"}', '/t', 'column 8', 'Write it as \\t'],
    ['{"t":"a\u0007b"}', '/t', 'column 8', 'U+0007 stands unescaped within a text'],
    ['{"t":"C:\\Users"}', '/t', 'column 9', '"\\\\U" is no escape of JSON'],
    ['{"t":"never', '/t', 'column 6', 'has no end'],
    ['{"t":"He said "no""}', '/t', 'column 16', 'Write a double quote within a text as \\"'],
    ['{"a":[1,2,]}', '/a/2', 'column 11', 'a comma stands before this ]'],
    ['{"a":1,\n}', '', 'line 2, column 1', 'a comma stands before this }'],
    ['{"a":1 // one\n}', '/a', 'column 8', 'JSON has no comments'],
    ['/* all */ {}', '', 'column 1', 'JSON has no comments'],
    ['{"a":[\n# no\n1]}', '/a/0', 'line 2, column 1', 'JSON has no comments'],
    ["{'a':1}", '', 'column 2', 'JSON has double quotes only'],
    ['{"a":\'x\'}', '/a', 'column 6', 'JSON has double quotes only'],
    ['{"a":“x”}', '/a', 'column 6', 'typographic quote'],
    ['{“a”:1}', '', 'column 2', 'typographic quote'],
    ['{"a":NaN}', '/a', 'column 6', 'NaN is no number of JSON'],
    ['{"a":-Infinity}', '/a', 'column 6', 'Infinity is no number of JSON'],
    ['{"a":True}', '/a', 'column 6', 'Write true.'],
    ['{"a":False}', '/a', 'column 6', 'Write false.'],
    ['{"a":None}', '/a', 'column 6', 'Write null.'],
    ['{"a":undefined}', '/a', 'column 6', 'Write null.'],
    ['{"a":hello}', '/a', 'column 6', '"hello" stands without double quotes'],
    ['{a:1}', '', 'column 2', 'the name "a" stands without double quotes'],
    ['{"a":.5}', '/a', 'column 6', 'the number ".5" is misspelt'],
    ['{"a":007}', '/a', 'column 6', 'the number "007" is misspelt'],
    ['{"a":1,5}', '', 'column 8', 'Write decimals with a point'],
    ['{"a":{{ n }}}', '/a', 'column 7', 'Put {{ }} into double quotes'],
    ['{"a":1', '/a', 'column 7', 'the text ends before its }'],
    ['{"a":', '/a', 'column 6', 'the text ends before its }'],
    ['{', '', 'column 2', 'the text ends before its }'],
    ['', '', 'column 1', 'the text is empty'],
    [' \n', '', 'line 2, column 1', 'the text is empty'],
    ['{"a":1}{"b":2}', '', 'column 8', 'unexpected text after the end of the value'],
    ['{"a":1;}', '/a', 'column 7', 'a comma or } is missing'],
    ['{"a"=1}', '/a', 'column 5', 'expected a colon'],
    ['{"a":\u00a01}', '/a', 'column 6', 'U+00A0 stands here, which looks like a blank'],
    ['[object Object]', '/0', 'column 2', 'The sender has to turn its object into JSON first'],
  ])('says what is wrong in %j', (text, pointer, place, words) => {
    const [issue, ...more] = issuesOf(text);
    expect(more).toEqual([]);
    expect(issue?.pointer).toBe(pointer);
    expect(issue?.message).toMatch(/^The file is not valid JSON: /);
    expect(issue?.message).toContain(place);
    expect(issue?.message).toContain(words);
  });

  it('stops listing after twenty, at no cost that grows with them', () => {
    expect(issuesOf(`{${'"a":1,\n'.repeat(100_000)}"a":1}`)).toHaveLength(20);
  });
});
