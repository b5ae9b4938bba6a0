import { ApiError } from '../errors/api-error.js';
import { parseJsonBody } from './parse-json-body.js';
import { requireJson } from './require-json.js';

function refusal(action: () => unknown): ApiError {
  try {
    action();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('the action threw nothing');
}

describe('parseJsonBody', () => {
  it('reads JSON, with or without a byte order mark', () => {
    expect(parseJsonBody(Buffer.from('{"a":[1,"\u00fc"]}'))).toEqual({ a: [1, '\u00fc'] });
    expect(parseJsonBody(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it('points to the syntax error', () => {
    expect(refusal(() => parseJsonBody(Buffer.from('{\n "a" 1}'))).details).toBe(
      '/a: The body is not valid JSON: expected a colon at position 7 (line 2, column 6).',
    );
  });

  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['10,000 levels', Buffer.from('['.repeat(10_000) + ']'.repeat(10_000))],
    ['UTF-16', Buffer.from('{"a":1}', 'utf16le')],
    ['UTF-16, big endian', Buffer.from('\ufeff{"a":1}', 'utf16le').swap16()],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeff{"a":1}', 'utf16le')],
    ['a duplicate name', Buffer.from('{"a":1,"a":1}')],
    ['an empty body', Buffer.alloc(0)],
    ['Infinity', Buffer.from('{"fps":1e999}')],
  ])('rejects %s with 400', (_name, bytes) => {
    expect(refusal(() => parseJsonBody(bytes)).status).toBe(400);
  });

  it('does not modify prototypes', () => {
    expect(refusal(() => parseJsonBody(Buffer.from('{"__proto__":{"x":1}}'))).status).toBe(400);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe('requireJson', () => {
  it.each([
    'application/json',
    'Application/JSON; charset=UTF-8',
    'application/json;charset="utf-8"',
    'application/json; charset=utf8',
    'application/json; charset = "UTF8";',
    'application/json; charset=us-ascii',
    'application/json; odata=verbose; charset=UTF-8',
  ])('accepts %s', (type) => {
    expect(() => requireJson(type, undefined)).not.toThrow();
    expect(() => requireJson(type, 'identity')).not.toThrow();
  });

  it.each([undefined, '', 'text/plain', 'application/jsonx', 'application/json; charset=utf-16'])(
    'rejects %s with 415',
    (type) => {
      expect(refusal(() => requireJson(type, undefined)).status).toBe(415);
    },
  );

  it.each([
    [undefined, 'The request has no `Content-Type`.'],
    ['text/plain', 'The `Content-Type` is text/plain.'],
    ['application/x-www-form-urlencoded', 'which curl sends for -d by default'],
    ['application/json; charset=ISO-8859-1', 'The charset of the body is iso-8859-1.'],
  ])('explains what is wrong with %s', (type, words) => {
    const { details } = refusal(() => requireJson(type, undefined));
    expect(details).toContain(words);
    expect(details).toContain('Send JSON in UTF-8');
  });

  it('rejects a compressed body with 415', () => {
    expect(refusal(() => requireJson('application/json', 'gzip')).status).toBe(415);
  });
});
