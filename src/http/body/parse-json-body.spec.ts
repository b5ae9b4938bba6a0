import { ApiError } from '../errors/api-error.js';
import { parseJsonBody, requireJson } from './parse-json-body.js';

function refusal(action: () => unknown): ApiError {
  try {
    action();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('parseJsonBody', () => {
  it('reads JSON, with or without a byte order mark', () => {
    expect(parseJsonBody(Buffer.from('{"a":[1,"\u00fc"]}'))).toEqual({ a: [1, '\u00fc'] });
    expect(parseJsonBody(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it('says where the text is wrong', () => {
    expect(refusal(() => parseJsonBody(Buffer.from('{\n "a" 1}'))).details).toBe(
      'The body is not valid JSON: a colon is missing at position 7 (line 2, column 6).',
    );
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['10,000 levels', Buffer.from('['.repeat(10_000) + ']'.repeat(10_000))],
    ['nothing', Buffer.alloc(0)],
    ['Infinity', Buffer.from('{"fps":1e999}')],
  ])('refuses %s with 400', (_name, bytes) => {
    expect(refusal(() => parseJsonBody(bytes)).status).toBe(400);
  });

  it('leaves the prototypes alone', () => {
    expect(refusal(() => parseJsonBody(Buffer.from('{"__proto__":{"x":1}}'))).status).toBe(400);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('requireJson', () => {
  it.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
  ])('takes %s', (type) => {
    expect(() => requireJson(type, undefined)).not.toThrow();
    expect(() => requireJson(type, 'identity')).not.toThrow();
  });

  it.each([undefined, '', 'text/plain', 'application/jsonx', 'application/json; charset=utf-16'])(
    'refuses %s with 415',
    (type) => {
      expect(refusal(() => requireJson(type, undefined)).status).toBe(415);
    },
  );

  it('refuses a compressed body with 415', () => {
    expect(refusal(() => requireJson('application/json', 'gzip')).status).toBe(415);
  });
});
