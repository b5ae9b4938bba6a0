import { unstorableValues } from './unstorable-values.js';

describe('unkeepableValues', () => {
  it.each([
    ['{"a":["\\u0000"]}', '/a/0'],
    ['{"a/b":"\\ud800"}', '/a~1b'],
    ['{"a":"x\\udc00y"}', '/a'],
    ['{"a":1e999}', '/a'],
    ['{"a":-1e999}', '/a'],
    ['{"a":{"__proto__":1}}', '/a'],
    ['{"\\u0000":1}', ''],
    ['"\\u0000"', ''],
  ])('rejects %s at %j', (text, pointer) => {
    expect(unstorableValues(JSON.parse(text)).map((error) => error.pointer)).toEqual([pointer]);
  });

  it.each(['{"a":"\\ud83d\\ude00 \\n\\t"}', '[1e308, null, true]', '{"constructor":{"a":1}}'])(
    'accepts %s',
    (text) => {
      expect(unstorableValues(JSON.parse(text))).toEqual([]);
    },
  );

  it('lists at most 50 errors', () => {
    expect(unstorableValues(Array.from({ length: 500 }, () => '\0'))).toHaveLength(50);
  });
});
