import type { DataSource } from 'typeorm';
import { startTestServer, type TestServer } from '../support/database.js';
import { sendRaw, startTestApp, type TestApp } from '../support/http-app.js';

const KEY = 'the-configured-key';
const API = '/api/v1';

let server: TestServer;
let dataSource: DataSource;
let app: TestApp;
let token: string;

beforeAll(async () => {
  server = await startTestServer();
  ({ dataSource } = await server.database());
  app = await startTestApp(dataSource, {
    VIDEOCRAFT_SECURITY_API_KEY: KEY,
    VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: 'app.example.com,localhost:3000',
  });
  const response = await fetch(`${app.url}${API}/csrf-token`);
  token = ((await response.json()) as { csrf_token: string }).csrf_token;
}, 120_000);

afterAll(async () => {
  await app.close();
  await server.stop();
}, 60_000);

interface Raw {
  readonly method?: string;
  readonly path?: string;
  readonly lines?: readonly string[];
  readonly body?: string;
}

/** The status and the code or the message of the answer to a request of these header lines. */
async function answerTo({ method = 'GET', path = '/notes', lines = [], body = '' }: Raw) {
  const length = body === '' ? [] : [`Content-Length: ${Buffer.byteLength(body)}`];
  const head = [`${method} ${API}${path} HTTP/1.1`, 'Host: localhost', 'Connection: close'];
  const text = [...head, ...lines, ...length, '', body].join('\r\n');
  const answer = await sendRaw(app.port, Buffer.from(text, 'latin1'));
  const [, status] = /^HTTP\/1\.1 (\d+) /.exec(answer) ?? [];
  const [, word] = /"(?:code|message)":"([^"]*)"/.exec(answer) ?? [];
  return { answer, exact: [Number(status), word] };
}

const authorized = `Authorization: Bearer ${KEY}`;
const listed = [200, 'notes listed'] as const;
const missing = [401, 'MISSING_AUTH_HEADER'] as const;
const wrong = [401, 'INVALID_API_KEY'] as const;
const malformed = [400, 'VALIDATION_ERROR'] as const;

describe('Authorization', () => {
  it.each([
    ['as it is documented', [authorized], listed],
    ['with its name in capitals', [`AUTHORIZATION: Bearer ${KEY}`], listed],
    ['with its scheme in small letters', [`Authorization: bearer ${KEY}`], listed],
    ['with its scheme in capitals', [`Authorization: BEARER ${KEY}`], listed],
    ['with spaces around', [`Authorization:   Bearer ${KEY}   `], listed],
    ['twice, both right', [authorized, authorized], missing],
    ['three times', [authorized, 'Authorization: x', authorized], missing],
    ['with a comma', [`Authorization: Bearer ${KEY},`], wrong],
    ['with two schemes', [`Authorization: Basic Bearer ${KEY}`], missing],
    ['with a colon', [`Authorization: Bearer:${KEY}`], missing],
    ['with an equals sign', [`Authorization: Bearer=${KEY}`], missing],
    ['in quotes', [`Authorization: Bearer "${KEY}"`], wrong],
    ['in percent escapes', ['Authorization: Bearer %74he-configured-key'], wrong],
    ['in Base64', [`Authorization: Bearer ${Buffer.from(KEY).toString('base64')}`], wrong],
    ['as Token', [`Authorization: Token ${KEY}`], missing],
    ['as Digest', [`Authorization: Digest ${KEY}`], missing],
    ['with a no-break space', [`Authorization: Bearer\u00a0${KEY}`], missing],
    ['with a letter outside ASCII', [`Authorization: Bearer ${KEY}\u00e9`], missing],
    ['with NUL', [`Authorization: Bearer ${KEY}\0`], malformed],
    ['on two lines', ['Authorization: Bearer', ` ${KEY}`], malformed],
    ['with a space before the colon', [`Authorization : Bearer ${KEY}`], malformed],
    ['of a proxy', [`Proxy-Authorization: Bearer ${KEY}`], missing],
    ['in a cookie', [`Cookie: Authorization=Bearer ${KEY}; api_key=${KEY}`], missing],
    ['in X-API-Key', [`X-API-Key: ${KEY}`], missing],
    ['in X-Authorization', [`X-Authorization: Bearer ${KEY}`], missing],
  ])('%s', async (_, lines, exact) => {
    expect((await answerTo({ lines })).exact).toEqual(exact);
  });

  it.each([
    'key',
    'apikey',
    'api-key',
    'bearer',
    'authorization',
    'auth',
    'x-api-key',
    'access_token',
    'Authorization[]',
    'headers[authorization]',
  ])('is not read from the query (%s)', async (name) => {
    const path = `/notes?${name}=Bearer%20${KEY}&${name}=${KEY}`;
    expect((await answerTo({ path })).exact).toEqual(missing);
  });

  it('is not read from the target of the request', async () => {
    const text = `GET http://x:${KEY}@localhost${API}/notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
    expect(await sendRaw(app.port, text)).toContain('MISSING_AUTH_HEADER');
  });
});

describe('the CSRF token', () => {
  const json = 'Content-Type: application/json';
  const body = '{"text":"x"}';
  const required = [403, 'CSRF_TOKEN_REQUIRED'] as const;
  const invalid = [403, 'CSRF_TOKEN_INVALID'] as const;

  it.each<[string, (valid: string) => Raw, readonly [number, string]]>([
    ['is accepted', (it) => ({ lines: [`X-CSRF-Token: ${it}`], body }), [202, 'note kept']],
    ['twice', (it) => ({ lines: [`X-CSRF-Token: ${it}`, `X-CSRF-Token: ${it}`], body }), invalid],
    ['with a character more', (it) => ({ lines: [`X-CSRF-Token: ${it}x`], body }), invalid],
    ['without its end', (it) => ({ lines: [`X-CSRF-Token: ${it.slice(0, -1)}`], body }), invalid],
    ['in capitals', (it) => ({ lines: [`X-CSRF-Token: ${it.toUpperCase()}`], body }), invalid],
    ['of 8,000 letters', () => ({ lines: [`X-CSRF-Token: ${'a'.repeat(8_000)}`], body }), invalid],
    ['with the letters of another', () => ({ lines: ['X-CSRF-Token: a.b.c'], body }), invalid],
    ['in the body', (it) => ({ body: `{"text":"x","csrf_token":"${it}"}` }), required],
    ['as _csrf in the body', (it) => ({ body: `{"text":"x","_csrf":"${it}"}` }), required],
    [
      'in the query',
      (it) => ({ path: `/notes?csrf_token=${encodeURIComponent(it)}`, body }),
      required,
    ],
    [
      'in the query as _csrf',
      (it) => ({ path: `/notes?_csrf=${encodeURIComponent(it)}`, body }),
      required,
    ],
    ['in a cookie', (it) => ({ lines: [`Cookie: csrf_token=${it}; _csrf=${it}`], body }), required],
    ['in Referer', (it) => ({ lines: [`Referer: http://localhost/?_csrf=${it}`], body }), required],
    ['in X-CSRF', (it) => ({ lines: [`X-CSRF: ${it}`], body }), required],
    ['in CSRF-Token', (it) => ({ lines: [`CSRF-Token: ${it}`], body }), required],
    ['in X-XSRF-Token', (it) => ({ lines: [`X-XSRF-Token: ${it}`], body }), required],
  ])('%s', async (_, requestWith, exact) => {
    const { lines = [], ...rest } = requestWith(token);
    const sent = { method: 'POST', ...rest, lines: [authorized, json, ...lines] };
    expect((await answerTo(sent)).exact).toEqual(exact);
  });
});

describe('the method', () => {
  it.each([
    ['X-HTTP-Method-Override', { lines: ['X-HTTP-Method-Override: POST'] }, listed],
    ['X-HTTP-Method', { lines: ['X-HTTP-Method: DELETE'] }, listed],
    ['X-Method-Override', { lines: ['X-Method-Override: PUT'] }, listed],
    ['_method in the query', { path: '/notes?_method=DELETE' }, malformed],
    [
      'a body of a GET',
      { lines: ['Content-Type: application/json'], body: '{"_method":"POST"}' },
      listed,
    ],
  ])('is not overridden by %s', async (_, sent: Raw, exact) => {
    const lines = [authorized, ...(sent.lines ?? [])];
    expect((await answerTo({ ...sent, lines })).exact).toEqual(exact);
  });

  it.each([
    ['TRACE', [405, 'METHOD_NOT_ALLOWED']],
    ['PUT', [405, 'METHOD_NOT_ALLOWED']],
    ['DELETE', [405, 'METHOD_NOT_ALLOWED']],
    ['PROPFIND', [405, 'METHOD_NOT_ALLOWED']],
    ['get', malformed],
    ['G\0T', malformed],
    ['GETGETGETGETGETGET', malformed],
    ['', malformed],
  ])('%j has its exact answer', async (method, exact) => {
    const lines = [authorized, `X-CSRF-Token: ${token}`];
    expect((await answerTo({ method, lines })).exact).toEqual(exact);
  });
});

describe('Origin', () => {
  const rejected = [403, 'CORS_ORIGIN_REJECTED'] as const;

  it.each([
    'http://[::1]:3000',
    'http://0x7f000001:3000',
    'http://2130706433:3000',
    'http://localhost.:3000',
    'http://LOCALHOST:3000',
    'http://localhost:03000',
    'http://localhost:3000:3000',
    'http://user:pass@localhost:3000',
    'ws://localhost:3000',
    'https://app.example.com:443',
    'https://app.example.com:0443',
    'https://app%2eexample.com',
    'https://app.example\u00b7com',
    'https:app.example.com',
    'https:///app.example.com',
    '//app.example.com',
    'https://app.example.com?',
    'https://app.example.com\\.evil.com',
    'https://app.example.com;evil.com',
    'https://evil.com/app.example.com',
    'https://evil.com?app.example.com',
    'https://evil.com#app.example.com',
    'https://app.example.com..',
    'https://.app.example.com',
    'https://*.example.com',
    'https://appXexample.com',
    'https://app.example.co',
    'https://app.example.comm',
    'blob:https://app.example.com',
    'data:text/html,x',
    'javascript:alert(1)',
    'chrome-extension://app.example.com',
    'NULL',
    'null, null',
    'undefined',
    '[object Object]',
    'a'.repeat(8_000),
  ])('rejects %s', async (origin) => {
    const { answer, exact } = await answerTo({ lines: [authorized, `Origin: ${origin}`] });
    expect(exact).toEqual(rejected);
    expect(answer).not.toMatch(/access-control-allow-origin/i);
  });

  it.each([
    ['twice, first allowed', ['https://app.example.com', 'https://evil.com'], rejected],
    ['twice, second allowed', ['https://evil.com', 'https://app.example.com'], rejected],
    ['once, allowed', ['https://app.example.com'], listed],
  ])('%s', async (_, origins, exact) => {
    const lines = [authorized, ...origins.map((origin) => `Origin: ${origin}`)];
    expect((await answerTo({ lines })).exact).toEqual(exact);
  });
});

describe('X-Request-ID', () => {
  it.each([
    ['a parent', '..%2f..%2fetc'],
    ['a path', '../../etc/passwd'],
    ['a tab', 'a\tb'],
    ['bytes of an emoji', '\u00f0\u009f\u0092\u00a9'],
    ['a page', '<img src=x onerror=alert(1)>'],
    ['an expression of a log', '${jndi:ldap://localhost/a}'],
    ['an escape of a terminal', '%1b[31m'],
    ['a line break in escapes', 'a%0d%0ab'],
    ['JSON', '{"a":1}'],
    ['8,000 letters', 'a'.repeat(8_000)],
  ])('is replaced if it is %s', async (_, id) => {
    const { answer, exact } = await answerTo({ lines: [authorized, `X-Request-ID: ${id}`] });
    expect(exact).toEqual(listed);
    expect(answer).toMatch(/^x-request-id: req_[0-9a-f]{20}\r$/im);
  });

  it.each([
    ['NUL', 'X-Request-ID: a\0b', malformed],
    ['a bare line break', 'X-Request-ID: a\nb', malformed],
    ['a bare return', 'X-Request-ID: a\rb', malformed],
    ['an escape of a terminal', 'X-Request-ID: \u001b[31m', malformed],
  ])('is refused with %s', async (_, line, exact) => {
    expect((await answerTo({ lines: [authorized, line] })).exact).toEqual(exact);
  });

  it('that comes twice is replaced', async () => {
    const { answer } = await answerTo({
      lines: [authorized, 'X-Request-ID: a', 'X-Request-ID: b'],
    });
    expect(answer).toMatch(/^x-request-id: req_[0-9a-f]{20}\r$/im);
  });
});

describe('a query', () => {
  it.each([
    ['limit=0'],
    ['limit=-1'],
    ['limit=101'],
    ['limit=1.5'],
    ['limit=NaN'],
    ['limit=Infinity'],
    ['limit=1e999'],
    ['limit=99999999999999999999'],
    ['limit=x'],
    ['limit=1&limit=2'],
    ['limit[]=1'],
    ['limit[a]=1'],
    ['__proto__[limit]=1'],
    ['constructor=1'],
    ['limit=%00'],
    ['unknown=1'],
  ])('%s is refused', async (query) => {
    const { answer, exact } = await answerTo({ path: `/notes?${query}`, lines: [authorized] });
    expect(exact).toEqual(malformed);
    expect(answer).toContain('"pointer":"?');
    expect(({} as { limit?: unknown }).limit).toBeUndefined();
  });
});

describe('the address of a client behind a proxy', () => {
  let behind: TestApp;

  beforeAll(async () => {
    behind = await startTestApp(dataSource, { VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1' });
  }, 60_000);

  afterAll(() => behind.close(), 60_000);

  const remaining = async (forwarded: string) => {
    const response = await fetch(`${behind.url}/live`, {
      headers: { 'X-Forwarded-For': forwarded },
    });
    return Number(response.headers.get('x-ratelimit-remaining'));
  };

  it.each([
    ['the same', '203.0.113.1', '203.0.113.1', true],
    ['a neighbor', '203.0.113.2', '203.0.113.3', false],
    ['behind a forged address', '203.0.113.4', '1.2.3.4, 203.0.113.4', true],
    ['behind 100 forged addresses', '203.0.113.5', `${'1.2.3.4,'.repeat(100)}203.0.113.5`, true],
    ['mapped to IPv6', '203.0.113.6', '::ffff:203.0.113.6', true],
    ['mapped to IPv6 in hexadecimal digits', '203.0.113.7', '::ffff:cb00:7107', true],
    ['mapped to IPv6 in full', '203.0.113.8', '0:0:0:0:0:ffff:203.0.113.8', true],
    ['in the same /64', '2001:db8:1:1::1', '2001:db8:1:1:ffff:ffff:ffff:ffff', true],
    ['in the same /64 in capitals', '2001:db8:1:a::1', '2001:DB8:1:A::9', true],
    ['in the same /64 with zeros', '2001:db8:1:b::1', '2001:0db8:0001:000b:0::2', true],
    ['in the same /64 with IPv4 in its end', '2001:db8:1:c::1', '2001:db8:1:c::1.2.3.4', true],
    ['in the next /64', '2001:db8:1:d::1', '2001:db8:1:e::1', false],
    ['in another /48', '2001:db8:2:1::1', '2001:db8:3:1::1', false],
    ['no address, like another', 'one', 'two', true],
    ['no address, like a long one', 'three', 'x'.repeat(4_000), true],
  ])('counts with one that is %s: %s, %s', async (_, first, second, isSame) => {
    const before = await remaining(first);
    expect((await remaining(second)) === before - 1).toBe(isSame);
  });
});
