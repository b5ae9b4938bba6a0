import { locatePointers } from './locate-pointers.js';

const TEXT = `{
  "scenes": [
    { "duration": 1, "elements": [{ "text": "a {\\"b\\": [" }, {}] },
    7
  ],
  "a/b": { "~": null }
}`;

describe('locatePointers', () => {
  it.each([
    ['/scenes', 2, 3],
    ['/scenes/0', 3, 5],
    ['/scenes/0/duration', 3, 7],
    ['/scenes/0/elements/0/text', 3, 37],
    ['/scenes/0/elements/1', 3, 62],
    ['/scenes/1', 4, 5],
    ['/a~1b', 6, 3],
    ['/a~1b/~0', 6, 12],
    ['', 1, 1],
  ])('finds %j', (pointer, line, column) => {
    expect(locatePointers(TEXT, ['/a~1b', pointer]).get(pointer)).toEqual({ line, column });
  });

  it('finds the nearest value around what is missing', () => {
    const places = locatePointers(TEXT, ['/scenes/1/elements/0', '/width']);
    expect(places.get('/scenes/1/elements/0')).toEqual({ line: 4, column: 5 });
    expect(places.get('/width')).toEqual({ line: 1, column: 1 });
  });

  it('counts lines of Windows like editors do', () => {
    const text = TEXT.replaceAll('\n', '\r\n');
    expect(locatePointers(text, ['/scenes/1']).get('/scenes/1')).toEqual({ line: 4, column: 5 });
  });

  it('finds nothing in a text that is not JSON', () => {
    expect(locatePointers('{"a": [}', ['/a'])).toEqual(new Map());
  });

  it('reads long texts in one pass', () => {
    const long = JSON.stringify({ text: '"'.repeat(1_000_000), list: Array(100_000).fill(0) });
    expect(locatePointers(long, ['/list/99999']).get('/list/99999')?.line).toBe(1);
  });
});
