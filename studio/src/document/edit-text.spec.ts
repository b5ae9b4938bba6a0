import fc from 'fast-check';
import { withInserted, withoutValue, withValue } from './edit-text.js';
import { parseText } from './parse-text.js';
import { pointerOf, valueAt } from './pointers.js';

const TEXT = `{
  "width": 640,
  "scenes": [
    { "duration": 1, "elements": [{ "type": "text" }] },
    { "duration": 2 , "elements": [] }
  ]
}
`;

const treeOf = (text: string) => parseText(text).tree!;
const set = (text: string, pointer: string, value: unknown) =>
  withValue(text, treeOf(text), pointer, value);
const insert = (text: string, pointer: string, value: unknown) =>
  withInserted(text, treeOf(text), pointer, value);
const remove = (text: string, pointer: string) => withoutValue(text, treeOf(text), pointer);

describe('edits of a text', () => {
  it.each([
    ['a value', '/scenes/1/duration', 3, ['"duration": 2 ', '"duration": 3 ']],
    ['a property of one line', '/scenes/1/x', 1, ['[] }', '[], "x": 1 }']],
    ['a property of several lines', '/height', 480, ['  ]\n}', '  ],\n  "height": 480\n}']],
    ['what is between', '/a/b', 1, ['  ]\n}', '  ],\n  "a": { "b": 1 }\n}']],
    ['the place after the last item', '/scenes/2', {}, ['[] }\n', '[] },\n    {}\n']],
    ['a first item', '/scenes/1/elements/-', 'x', ['[] }', '["x"] }']],
    ['a property of a number', '/width/a', 1, ['640', '{ "a": 1 }']],
  ])('set %s', (_, pointer, value, [before, after]) => {
    expect(set(TEXT, pointer, value)).toBe(TEXT.replace(before!, after!));
  });

  it('write long values on several lines, and short ones on one', () => {
    const words = ['first', 'second', 'third'].map((word, start) => ({ word, start, end: 1 }));
    expect(set('{\n  "a": 1\n}', '/words', words)).toBe(`{
  "a": 1,
  "words": [
    { "word": "first", "start": 0, "end": 1 },
    { "word": "second", "start": 1, "end": 1 },
    { "word": "third", "start": 2, "end": 1 }
  ]
}`);
  });

  it('keep a value on several lines that is', () => {
    const before = '{\n  "a": {\n    "b": 1\n  }\n}';
    expect(set(before, '/a', { c: 2 })).toBe('{\n  "a": {\n    "c": 2\n  }\n}');
  });

  it.each([
    ['tabs', '{\n\t"a": 1\n}', '{\n\t"a": 1,\n\t"b": 2\n}'],
    ['the line ends of Windows', '{\r\n  "a": 1\r\n}', '{\r\n  "a": 1,\r\n  "b": 2\r\n}'],
    ['no white space', '{"a":1,"c":3}', '{"a":1,"c":3,"b": 2}'],
    ['one line', '{ "a": 1 }', '{ "a": 1, "b": 2 }'],
    ['nothing', '{}', '{\n  "b": 2\n}'],
  ])('follow a text with %s', (_, before, after) => expect(set(before, '/b', 2)).toBe(after));

  it('insert items where they are wanted', () => {
    expect(insert('[1, 3]', '/1', 2)).toBe('[1, 2, 3]');
    expect(insert('[1,2]', '/-', 3)).toBe('[1,2,3]');
    expect(insert('[\n  1\n]', '/0', 0)).toBe('[\n  0,\n  1\n]');
    expect(insert('[]', '/5', 1)).toBe('[\n  1\n]');
  });

  it.each([
    ['the first item', '[1, 2, 3]', '/0', '[2, 3]'],
    ['the last item', '[1, 2, 3]', '/2', '[1, 2]'],
    ['the only item', '[ 1 ]', '/0', '[]'],
    ['a property', '{\n  "a": 1,\n  "b": 2\n}', '/a', '{\n  "b": 2\n}'],
    ['the last property', '{\n  "a": 1,\n  "b": 2\n}', '/b', '{\n  "a": 1\n}'],
  ])('remove %s', (_, before, pointer, after) => expect(remove(before, pointer)).toBe(after));

  it('give the value that is meant, whatever the text is like', () => {
    const key = fc.constantFrom('a', 'b/c', 'd~', '0', 'e "quoted"');
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(1, -2.5, 'text\n', true, null, '{', ''),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(key, tie('node'), { maxKeys: 3 }),
      ),
    }));
    const space = fc.constantFrom(0, 2, '\t');
    const choice = fc.infiniteStream(fc.nat(100));
    fc.assert(
      fc.property(node, node, space, choice, (before, value, indent, numbers) => {
        const text = JSON.stringify(before, null, indent);
        const pointer = anyPointer(before, numbers);
        const changed = parseText(set(text, pointer, value));
        expect(changed.error).toBeNull();
        expect(valueAt(changed.value, pointer)).toEqual(value);
        if (pointer === '') return;
        const removed = parseText(remove(text, pointer));
        expect(removed.error).toBeNull();
        expect(removed.value).toEqual(withoutPointer(before, pointer));
      }),
    );
  });
});

/** The pointer of any value of a document. */
function anyPointer(document: unknown, numbers: fc.Stream<number>): string {
  const path: string[] = [];
  for (let value = document; typeof value === 'object' && value !== null;) {
    const keys = Object.keys(value);
    const at = numbers.next().value! % (keys.length + 1);
    if (at === keys.length) break;
    path.push(keys[at]!);
    value = (value as Record<string, unknown>)[keys[at]!];
  }
  return pointerOf(path);
}

function withoutPointer(document: unknown, pointer: string): unknown {
  const copy = structuredClone(document);
  const end = pointer.lastIndexOf('/');
  const holder = valueAt(copy, pointer.slice(0, end)) as Record<string, unknown>;
  const name = pointer
    .slice(end + 1)
    .replaceAll('~1', '/')
    .replaceAll('~0', '~');
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
  return copy;
}
