import fc from 'fast-check';
import { lineAndColumn, scanJson } from './scan-json.js';

const findJsonFault = (text: string, maxDepth: number) => scanJson(text, maxDepth).problem;

function takenByParse(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('scanJson', () => {
  it.each([
    ['', 0],
    ['{', 1],
    ['{"a" 1}', 5],
    ['{"a":1,}', 7],
    ['[1,]', 3],
    ['[,1]', 1],
    ['{"a":1} x', 8],
    ['{a:1}', 1],
    ["{'a':1}", 1],
    ['[01]', 1],
    ['[1.]', 1],
    ['[NaN]', 1],
    ['[+1]', 1],
    ['["a\nb"]', 3],
    ['["\\x"]', 2],
    ['[1}', 2],
    [']', 0],
    ['nulll', 0],
    ['"a', 0],
  ])('finds the error in %j at %i', (text, position) => {
    expect(takenByParse(text)).toBe(false);
    expect(findJsonFault(text, 64)?.position).toBe(position);
  });

  it.each([
    '{}',
    ' [ ] ',
    '0',
    '-0.5e+10',
    '1e999',
    '"\\u0000\\"\\\\"',
    '{"__proto__":{"a":[true,null]}}',
  ])('accepts %j', (text) => {
    expect(findJsonFault(text, 64)).toBeNull();
  });

  it('agrees with JSON.parse on malformed texts', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '{', ']', '"', ',', ':', '\\', '0', 'x', ' '))
      .map(([text, where, piece]) => {
        const at = where % (text.length + 1);
        return text.slice(0, at) + piece + text.slice(at + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(findJsonFault(text, 1000) === null).toBe(takenByParse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('accepts the maximum depth and rejects one level more', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(findJsonFault(nested(64), 64)).toBeNull();
    expect(findJsonFault(nested(65), 64)).toMatchObject({
      position: 64,
      problem: 'the text is nested deeper than 64 levels',
    });
    expect(findJsonFault('[{"a":'.repeat(5000), 64)?.position).toBe(6 * 32);
  });

  it('reads one long string in one pass', () => {
    expect(findJsonFault(`"${'a\\n'.repeat(300_000)}"`, 64)).toBeNull();
  });
});

describe('lineAndColumn', () => {
  it('counts from 1', () => {
    expect(lineAndColumn('{\n  "a" 1}', 8)).toEqual({ line: 2, column: 7 });
    expect(lineAndColumn('', 0)).toEqual({ line: 1, column: 1 });
  });
});
