import { canonicalJson, parseIdempotencyKey } from './idempotency.js';

describe('idempotencyKeyOf', () => {
  const hash = (body: unknown) => parseIdempotencyKey('k', body)?.bodyHash.toString('hex');

  it('ignores the order of names', () => {
    expect(hash({ a: [1, { x: 1, y: null }], b: 'é' })).toBe(
      hash(JSON.parse('{ "b": "\\u00e9", "a": [1.0, {"y": null, "x": 1}] }')),
    );
  });

  it.each([
    [{ a: [1, 2] }, { a: [2, 1] }],
    [{ a: 1 }, { a: '1' }],
    [{ a: null }, {}],
    [{ a: { b: 1 } }, { a: 1, b: 1 }],
    [{ a: '1","b":"2' }, { a: '1', b: '2' }],
  ])('distinguishes %j from %j', (one, other) => {
    expect(hash(one)).not.toBe(hash(other));
  });

  it('writes JSON', () => {
    expect(canonicalJson({ b: 1, a: { d: [], c: 'x' } })).toBe('{"a":{"c":"x","d":[]},"b":1}');
  });

  it('is null without the header', () => {
    expect(parseIdempotencyKey(undefined, {})).toBeNull();
  });

  it.each(['', ' ', 'a b', 'a, b', 'x'.repeat(256), 'é', 'a\tb', 'a\u0000'])(
    'rejects %j',
    (header) => {
      expect(() => parseIdempotencyKey(header, {})).toThrow('VALIDATION_ERROR');
    },
  );
});
