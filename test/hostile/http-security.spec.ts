import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { CreateApiKeys1764000001000 } from '../../migrations/1764000001000-create-api-keys.js';
import { KeyStore } from '../../src/engine/keys/key-store.js';
import { HELP_PAGES } from '../../src/http/errors/error-table.js';
import { startNetworkLink } from '../support/network-link.js';
import { sendRaw, startTestApp, type TestApp } from '../support/http-app.js';
import { openDataSource, startTestServer, type TestServer } from '../support/database.js';

const KEY = 'the-configured-key';
const API = '/api/v1';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Record<string, unknown>;
}

async function call(app: TestApp, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(app.url + path, { redirect: 'manual', ...init });
  const text = await response.text();
  let json: Record<string, unknown> = {};
  if (response.headers.get('content-type')?.includes('json')) {
    json = JSON.parse(text) as Record<string, unknown>;
  }
  return { status: response.status, headers: response.headers, text, json };
}

async function csrfToken(app: TestApp): Promise<string> {
  return (await call(app, `${API}/csrf-token`)).json.csrf_token as string;
}

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

/** Headers of a request that can change data. */
async function full(app: TestApp, key = KEY): Promise<Record<string, string>> {
  return {
    ...bearer(key),
    'X-CSRF-Token': await csrfToken(app),
    'Content-Type': 'application/json',
  };
}

let server: TestServer;
let dataSource: DataSource;
let app: TestApp;

beforeAll(async () => {
  server = await startTestServer();
  ({ dataSource } = await server.database());
  app = await startTestApp(dataSource, {
    VIDEOCRAFT_SECURITY_API_KEY: KEY,
    VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: 'app.example.com,localhost:3000,xn--mller-kva.example',
    VIDEOCRAFT_SERVER_PUBLIC_URL: 'https://video.example.org',
  });
}, 120_000);

afterAll(async () => {
  await app.close();
  await server.stop();
}, 60_000);

async function post(body: string | null, headers: Record<string, string> = {}, path = '/notes') {
  return call(app, API + path, {
    method: 'POST',
    body,
    headers: { ...(await full(app)), ...headers },
  });
}

describe('responses', () => {
  it('wrap the result of a handler', async () => {
    const answer = await post('{"text":"hi"}');
    expect(answer.status).toBe(202);
    expect(answer.json).toEqual({
      success: true,
      data: { text: 'hi' },
      message: 'note kept',
      request_id: answer.headers.get('x-request-id'),
    });
  });

  it('repeat data fields at the top level on request, but never over envelope fields', async () => {
    const { json } = await call(app, `${API}/live`);
    expect(json).toMatchObject({ success: true, status: 'ok', message: 'alive' });
    expect(json.data).toEqual({ status: 'ok', message: 'of the data' });
  });

  it('have one format for errors', async () => {
    const answer = await call(app, `${API}/notes`);
    expect(answer.status).toBe(401);
    expect(answer.json).toEqual({
      error: 'An API key is required',
      code: 'MISSING_AUTH_HEADER',
      details: expect.stringContaining('Authorization') as string,
      request_id: answer.headers.get('x-request-id'),
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      help_url: 'https://video.example.org/docs/errors/MISSING_AUTH_HEADER',
    });
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  });

  it('have the members of RFC 9457 for application/problem+json', async () => {
    const headers = { Accept: 'application/problem+json' };
    const answer = await call(app, `${API}/notes`, { headers });
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.json).toMatchObject({
      type: 'https://video.example.org/docs/errors/MISSING_AUTH_HEADER',
      title: 'An API key is required',
      status: 401,
      detail: expect.any(String) as string,
      instance: expect.stringContaining('req_') as string,
      code: 'MISSING_AUTH_HEADER',
    });
    const plain = await call(app, `${API}/notes`, { headers: { Accept: '*/*' } });
    expect(plain.headers.get('content-type')).toContain('application/json');
    expect(plain.json.type).toBeUndefined();
  });

  it('reveal nothing about an unknown error, which is logged with the request ID', async () => {
    const answer = await call(app, `${API}/broken`, { headers: bearer(KEY) });
    expect(answer.status).toBe(500);
    expect(answer.json.code).toBe('INTERNAL_ERROR');
    expect(answer.text).not.toMatch(/secret|passwd|Error:|node_modules|\.ts/);
    const id = answer.headers.get('x-request-id')!;
    expect(app.logged.some((line) => line.includes(id) && line.includes('secret detail'))).toBe(
      true,
    );
  });

  it('have 503 and Retry-After while the database is unavailable', async () => {
    const answer = await call(app, `${API}/no-database`, { headers: bearer(KEY) });
    expect(answer.status).toBe(503);
    expect(answer.json.code).toBe('SERVICE_UNAVAILABLE');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.text).not.toContain('10.1.2.3');
  });

  it('answer health checks at the root too', async () => {
    expect((await call(app, '/live')).json).toMatchObject({ success: true, status: 'ok' });
  });

  it.each(['/nothing', `${API}/nothing`, API, '/studio', '/apiary', '/docs/errors/NO_SUCH_CODE'])(
    'are 404 for %s',
    async (path) => {
      const answer = await call(app, path, { headers: bearer(KEY) });
      expect(answer.status).toBe(404);
      expect(answer.json.code).toBe('NOT_FOUND');
      expect(answer.headers.get('x-ratelimit-limit')).toBe('100000');
    },
  );
});

it('keeps an idle connection longer than the minute of common proxies', async () => {
  const answer = await call(app, '/live');
  expect(answer.headers.get('keep-alive')).toBe('timeout=65');
});

describe('request IDs', () => {
  it.each(['abc', 'A-1_2.3', 'x'.repeat(64)])('keep %s', async (id) => {
    const answer = await call(app, '/live', { headers: { 'X-Request-ID': id } });
    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(answer.json.request_id).toBe(id);
  });

  it.each(['', 'a b', 'x'.repeat(65), 'a/b', '<script>', 'a,b', '\u00e9'])(
    'replace %j',
    async (id) => {
      const answer = await call(app, '/live', { headers: { 'X-Request-ID': id } });
      expect(answer.headers.get('x-request-id')).toMatch(/^req_[0-9a-f]{20}$/);
    },
  );
});

describe('API keys', () => {
  it.each([
    ['a missing key', {}, 'MISSING_AUTH_HEADER'],
    ['an empty key', { Authorization: '' }, 'MISSING_AUTH_HEADER'],
    ['a scheme without a token', { Authorization: 'Bearer' }, 'MISSING_AUTH_HEADER'],
    ['another scheme', { Authorization: `Basic ${KEY}` }, 'MISSING_AUTH_HEADER'],
    ['a missing scheme', { Authorization: KEY }, 'MISSING_AUTH_HEADER'],
    ['two tokens', { Authorization: `Bearer ${KEY} ${KEY}` }, 'MISSING_AUTH_HEADER'],
    [
      'two tokens in one header',
      { Authorization: `Bearer ${KEY}, Bearer x` },
      'MISSING_AUTH_HEADER',
    ],
    ['another header', { 'X-API-Key': KEY }, 'MISSING_AUTH_HEADER'],
    ['a prefix of the key', bearer(KEY.slice(0, -1)), 'INVALID_API_KEY'],
    ['the key with extra characters', bearer(`${KEY}x`), 'INVALID_API_KEY'],
    ['the key in another case', bearer(KEY.toUpperCase()), 'INVALID_API_KEY'],
    ['a well-formed guess', bearer(`vc_${'0'.repeat(16)}_${'0'.repeat(64)}`), 'INVALID_API_KEY'],
    ['SQL', bearer(`vc_'OR'1'='1_${'0'.repeat(64)}`), 'INVALID_API_KEY'],
    ['4 KB', bearer('x'.repeat(4096)), 'INVALID_API_KEY'],
  ])('reject %s', async (_name, headers, code) => {
    const answer = await call(app, `${API}/notes`, { headers: headers as Record<string, string> });
    expect([answer.status, answer.json.code]).toEqual([401, code]);
  });

  it('reject two Authorization headers in either order', async () => {
    for (const order of [`Bearer ${KEY}|Bearer x`, `Bearer x|Bearer ${KEY}`]) {
      const lines = order.split('|').map((value) => `Authorization: ${value}\r\n`);
      const head = `GET ${API}/notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`;
      const answer = await sendRaw(app.port, `${head}${lines.join('')}\r\n`);
      expect(answer).toContain('401 Unauthorized');
    }
  });

  it.each(['api_key', 'token', 'access_token', 'Authorization'])(
    'are not read from the query (%s)',
    async (name) => {
      expect((await call(app, `${API}/notes?${name}=${KEY}`)).status).toBe(401);
    },
  );

  it('can be issued, restricted, rotated, and revoked', async () => {
    const made = await post('{"name":"news","scopes":["videos:read"]}', {}, '/keys');
    expect(made.status).toBe(201);
    const { id, key } = made.json.data as { id: string; key: string };
    expect(key).toMatch(new RegExp(`^vc_${id}_[0-9a-f]{64}$`));

    const list = await call(app, `${API}/notes`, { headers: bearer(key) });
    expect(list.json.data).toEqual({ key: id, limit: null });
    const write = await call(app, `${API}/notes`, {
      method: 'POST',
      body: '{"text":"hi"}',
      headers: await full(app, key),
    });
    expect([write.status, write.json.code]).toEqual([403, 'INSUFFICIENT_SCOPE']);
    expect((await call(app, `${API}/keys`, { headers: bearer(key) })).status).toBe(403);

    const rotated = await post(null, {}, `/keys/${id}/rotate`);
    const next = (rotated.json.data as { key: string }).key;
    expect(next).not.toBe(key);
    expect((await call(app, `${API}/notes`, { headers: bearer(key) })).status).toBe(401);
    expect((await call(app, `${API}/notes`, { headers: bearer(next) })).status).toBe(200);

    const keys = await call(app, `${API}/keys`, { headers: bearer(KEY) });
    expect(keys.text).toContain(id);
    expect(keys.text).not.toContain(next);
    const [entry] = (keys.json.data as { keys: { last_used_at: string }[] }).keys;
    expect(Date.now() - Date.parse(entry!.last_used_at)).toBeLessThan(60_000);

    const gone = await call(app, `${API}/keys/${id}`, {
      method: 'DELETE',
      headers: await full(app),
    });
    expect(gone.status).toBe(200);
    expect((await call(app, `${API}/notes`, { headers: bearer(next) })).status).toBe(401);
    expect((await post(null, {}, `/keys/${id}/rotate`)).json.code).toBe('KEY_NOT_FOUND');
  });

  it('are stored as hashes only', async () => {
    const made = await post('{"name":"hashed","scopes":["jobs:read"]}', {}, '/keys');
    const { key } = made.json.data as { key: string };
    const rows = JSON.stringify(await dataSource.query('SELECT * FROM api_keys'));
    expect(rows).not.toContain(key.slice(-64));
  });

  it('are rejected within a second after another process revokes them', async () => {
    const made = await post('{"name":"brief","scopes":["videos:read"]}', {}, '/keys');
    const { id, key } = made.json.data as { id: string; key: string };
    expect((await call(app, `${API}/notes`, { headers: bearer(key) })).status).toBe(200);
    await dataSource.query('UPDATE api_keys SET revoked_at = now() WHERE id = $1', [id]);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect((await call(app, `${API}/notes`, { headers: bearer(key) })).status).toBe(401);
  });

  it('are rejected after they expire', async () => {
    const made = await post(
      '{"name":"short","scopes":["videos:read"],"expires_at":"2999-01-01T00:00:00Z"}',
      {},
      '/keys',
    );
    const { id, key } = made.json.data as { id: string; key: string };
    await dataSource.query(`UPDATE api_keys SET expires_at = now() WHERE id = $1`, [id]);
    expect((await call(app, `${API}/notes`, { headers: bearer(key) })).status).toBe(401);
  });

  it.each([
    '{}',
    '{"name":"","scopes":["admin"]}',
    '{"name":"x","scopes":[]}',
    '{"name":"x","scopes":["root"]}',
    '{"name":"x","scopes":"admin"}',
    '{"name":"x","scopes":["admin"],"expires_at":"2001-01-01T00:00:00Z"}',
    '{"name":"x","scopes":["admin"],"expires_at":"soon"}',
    '{"name":"x","scopes":["admin"],"hash":"00"}',
  ])('are not created from %s', async (body) => {
    const answer = await post(body, {}, '/keys');
    expect([answer.status, answer.json.code]).toEqual([400, 'VALIDATION_ERROR']);
  });
});

describe('the first key', () => {
  it('is created once by concurrent processes, and shown only to its owner', async () => {
    const { dataSource: fresh } = await server.database();
    const first = await startTestApp(fresh);
    const others = await Promise.all([startTestApp(fresh), startTestApp(fresh)]);
    try {
      const path = join(first.dataDir, 'secrets', 'admin-api-key');
      const key = (await readFile(path, 'utf8')).trim();
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(join(first.dataDir, 'secrets'))).mode & 0o777).toBe(0o700);
      expect((await call(first, `${API}/notes`, { headers: bearer(key) })).status).toBe(200);
      expect((await call(others[0], `${API}/notes`, { headers: bearer(key) })).status).toBe(200);
      expect(await fresh.query('SELECT id FROM api_keys')).toHaveLength(1);
      const log = [first, ...others].flatMap(({ logged }) => logged).join('\n');
      expect(log).toContain(path);
      expect(log).not.toContain(key);
    } finally {
      await Promise.all([first, ...others].map((each) => each.close()));
    }
  });

  it('is unique even if all processes start at the same moment', async () => {
    const { dataSource: fresh } = await server.database();
    const apps = await Promise.all([1, 2, 3].map(() => startTestApp(fresh)));
    await Promise.all(apps.map((each) => each.close()));
    expect(await fresh.query('SELECT id FROM api_keys')).toHaveLength(1);
  });

  it('is not required if keys are off', async () => {
    const { dataSource: fresh } = await server.database();
    const open = await startTestApp(fresh, {
      VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    });
    const answer = await call(open, `${API}/notes`);
    const made = await call(open, `${API}/notes`, {
      method: 'POST',
      body: '{"text":"x"}',
      headers: { 'Content-Type': 'application/json' },
    });
    await open.close();
    expect(answer.json.data).toEqual({ key: 'anonymous', limit: null });
    expect(made.status).toBe(202);
    expect(await fresh.query('SELECT id FROM api_keys')).toHaveLength(0);
  });
});

describe('CSRF', () => {
  it('issues tokens to everyone', async () => {
    const { status, json } = await call(app, `${API}/csrf-token`);
    expect(status).toBe(200);
    expect(json).toMatchObject({ success: true, data: { csrf_token: json.csrf_token } });
    expect(json.expires_in).toBeGreaterThan(3590);
    expect(json.expires_in).toBeLessThanOrEqual(7200);
    expect(Date.parse(json.expires_at as string)).toBeGreaterThan(Date.now());
  });

  it.each([
    ['a missing token', {}, 'CSRF_TOKEN_REQUIRED'],
    ['an empty token', { 'X-CSRF-Token': '' }, 'CSRF_TOKEN_REQUIRED'],
    ['an invalid token', { 'X-CSRF-Token': 'abc-def' }, 'CSRF_TOKEN_INVALID'],
    ['a token without a dash', { 'X-CSRF-Token': 'abc' }, 'CSRF_TOKEN_INVALID'],
  ])('rejects %s', async (_name, headers, code) => {
    const answer = await call(app, `${API}/notes`, {
      method: 'POST',
      body: '{"text":"hi"}',
      headers: { ...bearer(KEY), 'Content-Type': 'application/json', ...headers },
    });
    expect([answer.status, answer.json.code]).toEqual([403, code]);
  });

  it('reads the header only', async () => {
    const token = encodeURIComponent(await csrfToken(app));
    for (const [path, body, headers] of [
      [`/notes?_csrf=${token}`, '{"text":"hi"}', {}],
      ['/notes', `{"_csrf":"${token}"}`, {}],
      ['/notes', '{"text":"hi"}', { 'CSRF-Token': token, 'X-XSRF-Token': token }],
      ['/notes', '{"text":"hi"}', { Cookie: `_csrf=${token}; csrf_token=${token}` }],
    ] as const) {
      const answer = await call(app, API + path, {
        method: 'POST',
        body,
        headers: { ...bearer(KEY), 'Content-Type': 'application/json', ...headers },
      });
      expect(answer.json.code).toBe('CSRF_TOKEN_REQUIRED');
    }
  });

  describe('asked of browsers only', () => {
    let lenient: TestApp;

    beforeAll(async () => {
      lenient = await startTestApp(dataSource, {
        VIDEOCRAFT_SECURITY_API_KEY: KEY,
        VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'browsers',
        VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: 'app.example.com',
      });
    }, 60_000);

    afterAll(() => lenient.close());

    // Node's fetch adds none of the headers of a browser, so these are the requests of a program.
    const post = (headers: Record<string, string>) =>
      call(lenient, `${API}/notes`, {
        method: 'POST',
        body: '{"text":"hi"}',
        headers: { ...bearer(KEY), 'Content-Type': 'application/json', ...headers },
      });

    it('a program that sends its key needs none', async () => {
      expect((await post({})).status).toBe(202);
      // A client that sends tokens needs no change, even if it holds an old one.
      expect((await post({ 'X-CSRF-Token': 'expired' })).status).toBe(202);
    });

    it('a program needs its key', async () => {
      expect((await post({ Authorization: '' })).json.code).toBe('MISSING_AUTH_HEADER');
    });

    it.each([
      ['Origin', 'https://app.example.com'],
      ['Referer', 'https://app.example.com/page'],
      ['Referer', ''],
      ['Sec-Fetch-Site', 'cross-site'],
      ['Sec-Fetch-Site', 'same-origin'],
      ['sec-fetch-site', 'none'],
      ['Cookie', 'a=b'],
    ])('a request with %s: %s needs a valid one', async (name, value) => {
      expect((await post({ [name]: value })).json.code).toBe('CSRF_TOKEN_REQUIRED');
      const invalid = { [name]: value, 'X-CSRF-Token': 'abc-def' };
      expect((await post(invalid)).json.code).toBe('CSRF_TOKEN_INVALID');
      const token = await csrfToken(lenient);
      expect((await post({ [name]: value, 'X-CSRF-Token': token })).status).toBe(202);
    });

    it('a request of another origin is refused first', async () => {
      const foreign = { Origin: 'https://elsewhere.example' };
      expect((await post(foreign)).json.code).toBe('CORS_ORIGIN_REJECTED');
      expect((await post({ Origin: 'null' })).json.code).toBe('CORS_ORIGIN_REJECTED');
    });
  });

  it('ignores method overrides', async () => {
    const answer = await call(app, `${API}/notes`, {
      headers: { ...bearer(KEY), 'X-HTTP-Method-Override': 'POST' },
    });
    expect(answer.json.message).toBe('notes listed');
  });

  it('sets no cookie', async () => {
    expect((await call(app, `${API}/csrf-token`)).headers.get('set-cookie')).toBeNull();
  });
});

describe('origins', () => {
  it.each([
    'https://app.example.com',
    'http://localhost:3000',
    'https://localhost:3000',
    'https://xn--mller-kva.example',
    'https://video.example.org',
  ])('accept %s', async (origin) => {
    const answer = await call(app, '/live', { headers: { Origin: origin } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('vary')).toContain('Origin');
    if (origin !== 'https://video.example.org') {
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-expose-headers')).toContain('X-RateLimit-Reset');
    }
  });

  it("accept the service's own pages at the address of the request", async () => {
    expect((await call(app, '/live', { headers: { Origin: app.url } })).status).toBe(200);
  });

  it.each([
    'https://evil.com',
    'http://app.example.com',
    'https://app.example.com:8443',
    'https://app.example.com.',
    'https://app.example.com.evil.com',
    'https://evilapp.example.com',
    'https://sub.app.example.com',
    'https://example.com',
    'https://APP.example.com',
    'HTTPS://app.example.com',
    'https://app.example.com/',
    'https://app.example.com@evil.com',
    'https://user@app.example.com',
    'https://app.example.com https://evil.com',
    'https://evil.com, https://app.example.com',
    'https://app.example.com%00.evil.com',
    'https://app.example.com#',
    'https://m\u00fcller.example',
    'ftp://app.example.com',
    'app.example.com',
    'null',
    'file://',
    '*',
    'http://localhost',
    'http://localhost:3001',
    'http://localhost.evil.com:3000',
    'http://127.0.0.1:3000',
    'http://127.0.0.1:1',
    'https://127.0.0.1:3002',
    '',
  ])('reject %j before any handler', async (origin) => {
    // Sent without `fetch`, which cannot send some of these.
    const text = await sendRaw(
      app.port,
      Buffer.from(
        `GET ${API}/broken HTTP/1.1\r\nHost: 127.0.0.1:${app.port}\r\nOrigin: ${origin}\r\n` +
          `Authorization: Bearer ${KEY}\r\nConnection: close\r\n\r\n`,
      ),
    );
    expect(text).toContain('403 Forbidden');
    expect(text).toContain('CORS_ORIGIN_REJECTED');
    expect(text.toLowerCase()).not.toContain('access-control-allow-origin');
    expect(text).toMatch(/vary: origin/i);
  });

  it('reject a foreign name even if the Host header repeats it', async () => {
    const text = await sendRaw(
      app.port,
      `GET /live HTTP/1.1\r\nHost: evil.com:${app.port}\r\nOrigin: http://evil.com:${app.port}\r\nConnection: close\r\n\r\n`,
    );
    expect(text).toContain('CORS_ORIGIN_REJECTED');
  });

  it('answer preflight requests of allowed pages only', async () => {
    const preflight = (origin: string) =>
      call(app, `${API}/notes`, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const allowed = await preflight('https://app.example.com');
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(allowed.headers.get('access-control-allow-methods')).toContain('POST');
    expect(allowed.headers.get('access-control-allow-headers')).toContain('X-CSRF-Token');
    expect(allowed.headers.get('access-control-max-age')).toBe('600');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await preflight('https://evil.com')).status).toBe(403);
  });
});

describe('bodies', () => {
  const json = (bytes: number) => `{"text":"${'a'.repeat(bytes - 11)}"}`;

  it('have at most 1 MiB, with or without Content-Length', async () => {
    expect((await post(json(1_048_576))).status).toBe(202);
    const announced = await post(json(1_048_577));
    expect([announced.status, announced.json.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    const chunk = 'a'.repeat(1_048_577);
    const head = Object.entries(await full(app)).map(([name, value]) => `${name}: ${value}\r\n`);
    const text = await sendRaw(
      app.port,
      `POST ${API}/notes HTTP/1.1\r\nHost: localhost\r\n${head.join('')}Connection: close\r\n` +
        `Transfer-Encoding: chunked\r\n\r\n100001\r\n${chunk}\r\n0\r\n\r\n`,
    );
    expect(text).toContain('413 Payload Too Large');
    expect(text).toContain('PAYLOAD_TOO_LARGE');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data',
  ])('reject %s', async (type) => {
    const answer = await post('{"text":"hi"}', { 'Content-Type': type });
    expect([answer.status, answer.json.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });

  it('reject compression', async () => {
    expect((await post('x', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it('report the position of a JSON error', async () => {
    const answer = await post('{"text": }');
    expect(answer.status).toBe(400);
    expect(answer.json.details).toContain('position 9 (line 1, column 10)');
  });

  it.each([
    ['10,000 levels', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['100,000 open objects', '{"a":'.repeat(100_000)],
    ['__proto__', '{"__proto__":{"isAdmin":true},"text":"x"}'],
    ['a duplicate __proto__', '{"__proto__":1,"__proto__":2,"text":"x"}'],
    ['Infinity', '{"text":1e999}'],
    ['NUL', '{"text":"a\\u0000b"}'],
    ['a lone surrogate', '{"text":"\\ud800"}'],
    ['an array', '[]'],
    ['null', 'null'],
    ['a string', '"text"'],
    ['a number', '5'],
    ['a wrong type', '{"text":{"toString":1}}'],
    ['an unknown field', '{"text":"x","extra":1}'],
    ['spaces', '   '],
  ])('reject %s', async (_name, body) => {
    const answer = await post(body);
    expect([answer.status, answer.json.code]).toEqual([400, 'VALIDATION_ERROR']);
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it('report the field and the allowed values', async () => {
    const answer = await post('{"extra":1}');
    expect(answer.json.errors).toEqual([
      { pointer: '/extra', message: 'Unknown field "extra". Known fields: text.' },
      { pointer: '/text', message: 'text must be a string.' },
    ]);
    expect(answer.json.details).toContain('/extra');
    const query = await call(app, `${API}/notes?limit=1000`, { headers: bearer(KEY) });
    expect(query.status).toBe(400);
    expect(query.json.details).toBe('?limit: limit must not be greater than 100.');
  });

  it('accept a field with the name constructor safely', async () => {
    const answer = await post('{"constructor":{"prototype":{"isAdmin":true}},"text":"x"}');
    expect(answer.json.errors).toEqual([
      {
        pointer: '/constructor',
        message: 'Unknown field "constructor". Known fields: text.',
      },
    ]);
    expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  });

  it('are required where the route needs one', async () => {
    expect((await post(null)).status).toBe(400);
  });

  it('are not read without a key', async () => {
    const text = await sendRaw(
      app.port,
      `POST ${API}/notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n` +
        'Content-Type: application/json\r\nContent-Length: 1000000\r\n\r\n{',
    );
    expect(text).toContain('401 Unauthorized');
  });
});

describe('malformed requests', () => {
  it.each([
    ['NUL in the path', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a request that is not HTTP', 'hello\r\n\r\n'],
    ['an invalid header', 'GET / HTTP/1.1\r\nHost x\r\n\r\n'],
    [
      'two Content-Length headers',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
    ],
    [
      'Content-Length with Transfer-Encoding',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['16 KB of headers', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('return an error in the usual format for %s', async (_name, request) => {
    const answer = await sendRaw(app.port, request);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).toMatch(/x-request-id: req_/i);
    expect(answer).toContain('"code":"VALIDATION_ERROR"');
  });

  it.each([
    `${API}/notes/%`,
    `${API}/notes/%ff`,
    `${API}/notes/%c0%af`,
    `${API}/notes/..%2f..%2fetc%2fpasswd`,
    `${API}/notes/%2e%2e`,
    `${API}/notes/a%0d%0aSet-Cookie:x`,
    '/docs/..%2f..%2fpackage.json',
    '/docs/%00',
    '/docs/errors/%ff',
    '//evil.com',
    '/\\evil.com',
  ])('do not break the service: %s', async (path) => {
    const text = await sendRaw(
      app.port,
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${KEY}\r\nConnection: close\r\n\r\n`,
    );
    expect(text).toMatch(/^HTTP\/1\.1 [24]\d\d /);
    expect(text).not.toMatch(/\r\nset-cookie|"name": "videocraft"/i);
  });

  it('never return 500', async () => {
    const headers = await full(app);
    const word = fc.string({ unit: 'grapheme', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'),
        fc.constantFrom('/notes/', '/notes?limit=', '/keys/', '/anything?', '/csrf-token', '/'),
        word,
        fc.oneof(fc.json(), word),
        fc.constantFrom('application/json', 'text/plain', 'application/json;charset=latin1'),
        async (method, path, tail, body, type) => {
          const answer = await call(app, API + path + encodeURIComponent(tail), {
            method,
            headers: { ...headers, 'Content-Type': type },
            ...(method === 'GET' ? {} : { body }),
          });
          expect(answer.status).toBeLessThan(500);
          expect(answer.headers.get('x-request-id')).toBeTruthy();
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never return 500 for any header', async () => {
    const text = fc
      .uint8Array({ minLength: 0, maxLength: 40 })
      .map((bytes) => Buffer.from(bytes.map((byte) => (byte < 32 || byte === 127 ? 46 : byte))));
    const name = fc.constantFrom(
      ...['Authorization', 'Origin', 'X-CSRF-Token', 'X-Request-ID', 'Content-Type', 'Accept'],
      ...['X-Forwarded-For', 'Content-Encoding', 'Range', 'If-None-Match', 'Host', 'Expect'],
    );
    await fc.assert(
      fc.asyncProperty(name, text, async (name, value) => {
        const head = `GET ${API}/notes HTTP/1.1\r\nConnection: close\r\nHost: x\r\n${name}: `;
        const answer = await sendRaw(
          app.port,
          Buffer.concat([Buffer.from(head), value, Buffer.from('\r\n\r\n')]),
        );
        expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      }),
      { numRuns: 200 },
    );
  });
});

describe('rate limits', () => {
  const LIMITS = {
    VIDEOCRAFT_SECURITY_API_KEY: KEY,
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '10',
    VIDEOCRAFT_RATE_LIMIT_BURST: '3',
  };

  async function withApp(env: Record<string, string>, test: (limited: TestApp) => Promise<void>) {
    const limited = await startTestApp(dataSource, { ...LIMITS, ...env });
    try {
      await test(limited);
    } finally {
      await limited.close();
    }
  }

  it('count every request, report the remaining ones, and reject requests beyond the burst', async () => {
    await withApp({}, async (limited) => {
      const answers: Answer[] = [];
      for (let n = 0; n < 15; n++) {
        answers.push(await call(limited, `${API}/notes`, { headers: bearer(KEY) }));
      }
      expect(answers.map(({ status }) => status)).toEqual([
        ...Array.from({ length: 13 }, () => 200),
        429,
        429,
      ]);
      expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(
        [9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0].map(String),
      );
      for (const { headers } of answers) {
        expect(headers.get('x-ratelimit-limit')).toBe('10');
        const left = Number(headers.get('x-ratelimit-reset')) - Date.now() / 1000;
        expect(left).toBeGreaterThan(50);
        expect(left).toBeLessThanOrEqual(62);
      }
      const refused = answers[13]!;
      expect(refused.json.code).toBe('RATE_LIMIT_EXCEEDED');
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
      expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);

      // Over the limit, health checks still answer, but pages and unknown addresses do not.
      expect((await call(limited, '/live')).status).toBe(200);
      expect((await call(limited, `${API}/csrf-token`)).status).toBe(429);
      expect((await call(limited, `${API}/nothing`, { headers: bearer(KEY) })).status).toBe(429);
      expect((await call(limited, '/nothing')).status).toBe(429);
      expect((await call(limited, '/docs')).status).toBe(429);
      // Over the limit nothing is looked up, so the response does not say whether a key is missing or wrong.
      expect((await call(limited, `${API}/notes`)).status).toBe(429);
      expect((await call(limited, `${API}/notes`, { headers: bearer('wrong') })).status).toBe(429);
      expect((await call(limited, `${API}/notes`)).headers.get('x-ratelimit-remaining')).toBe('0');
    });
  });

  it('count previews and the files of the studio apart', async () => {
    await withApp({ VIDEOCRAFT_RATE_LIMIT_PAGE_PER_MINUTE: '4' }, async (limited) => {
      const asked = async (paths: readonly string[]) => {
        const answers: Answer[] = [];
        for (const path of paths) answers.push(await call(limited, path));
        return answers.map(({ headers }) => Number(headers.get('x-ratelimit-remaining')));
      };
      const previews = ['validate', 'timeline', 'still', 'draft'];
      expect(await asked(previews.map((name) => `${API}/videos/${name}`))).toEqual([3, 2, 1, 0]);
      expect((await call(limited, `${API}/videos/timeline`)).status).toBe(429);
      expect(await asked(['/', '/studio-files/none.js'])).toEqual([39, 38]);
      // Neither uses up what the other has.
      expect(await asked([`${API}/notes`, `${API}/videos`, '/docs'])).toEqual([9, 8, 7]);
      for (let n = 0; n < 11; n++) await call(limited, `${API}/notes`);
      expect((await call(limited, `${API}/notes`)).status).toBe(429);
      expect((await call(limited, `${API}/videos/validate`)).status).toBe(429);
    });
  });

  it('count rejected requests, whatever the key or the forged address', async () => {
    await withApp({}, async (limited) => {
      for (let n = 0; n < 5; n++) {
        await call(limited, `${API}/notes`, {
          headers: { 'X-Forwarded-For': `203.0.113.${n}`, ...bearer(`guess-${n}`) },
        });
        await call(limited, '/live', { headers: { Origin: `https://evil${n}.com` } });
      }
      for (let n = 0; n < 3; n++) await call(limited, `/nothing/${n}`);
      const answer = await call(limited, `${API}/notes`, {
        headers: { ...bearer(KEY), 'X-Forwarded-For': '198.51.100.9' },
      });
      expect(answer.status).toBe(429);
    });
  });

  it('trust the configured number of proxies, and count IPv6 by /64', async () => {
    await withApp({ VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1' }, async (limited) => {
      const remaining = async (forwarded: string) => {
        const headers = { 'X-Forwarded-For': forwarded };
        const answer = await call(limited, '/live', { headers });
        return Number(answer.headers.get('x-ratelimit-remaining'));
      };
      expect(await remaining('203.0.113.1')).toBe(9);
      expect(await remaining('6.6.6.6, 203.0.113.1')).toBe(8);
      expect(await remaining('::ffff:203.0.113.1')).toBe(7);
      expect(await remaining('203.0.113.2')).toBe(9);
      expect(await remaining('2001:db8:1:2::1')).toBe(9);
      expect(await remaining('2001:DB8:1:2:ffff::9')).toBe(8);
      expect(await remaining('2001:db8:1:3::1')).toBe(9);
      expect(await remaining('not an address')).toBe(9);
      expect(await remaining('nor is this')).toBe(8);
    });
  });

  it('are shared by processes with one database', async () => {
    const env = { VIDEOCRAFT_RATE_LIMIT_SHARED: 'true' };
    await withApp(env, async (one) => {
      await withApp(env, async (other) => {
        const statuses: number[] = [];
        for (let n = 0; n < 16; n++) {
          const app = n % 2 === 0 ? one : other;
          statuses.push((await call(app, `${API}/csrf-token`)).status);
        }
        expect(statuses).toEqual([
          ...Array.from({ length: 13 }, () => 200),
          ...Array.from({ length: 3 }, () => 429),
        ]);
      });
    });
  });
});

describe('while the database is unavailable', () => {
  it('returns 503, counts on, accepts the configured key, and recovers', async () => {
    const { url } = await server.database();
    const link = await startNetworkLink(Number(new URL(url).port));
    const linkedUrl = new URL(url);
    linkedUrl.port = String(link.port);
    const source = await openDataSource(linkedUrl.href);
    const cut = await startTestApp(source, {
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_RATE_LIMIT_SHARED: 'true',
    });
    try {
      const made = await call(cut, `${API}/keys`, {
        method: 'POST',
        body: '{"name":"x","scopes":["videos:read"]}',
        headers: await full(cut),
      });
      const { key } = made.json.data as { key: string };
      const status = async (own: string) =>
        (await call(cut, `${API}/notes`, { headers: bearer(own) })).status;
      expect(await status(key)).toBe(200);
      await link.interrupt();
      await new Promise((resolve) => setTimeout(resolve, 950));
      const refused = await call(cut, `${API}/notes`, { headers: bearer(key) });
      expect([refused.status, refused.json.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
      expect(refused.headers.get('x-ratelimit-limit')).toBe('100000');
      expect(await status(KEY)).toBe(200);
      await link.restore();
      expect(await status(key)).toBe(200);
    } finally {
      await cut.close();
      await source.destroy();
      await link.interrupt();
    }
  });
});

describe('the schema of keys and counters', () => {
  it('can be reverted and created again', async () => {
    const { dataSource: fresh } = await server.database();
    const tables = async () =>
      (
        await fresh.query<{ name: string }[]>(
          `SELECT table_name AS name FROM information_schema.tables
           WHERE table_name IN ('api_keys', 'rate_limits') ORDER BY 1`,
        )
      ).map(({ name }) => name);
    const runner = fresh.createQueryRunner();
    const migration = new CreateApiKeys1764000001000();
    await migration.down(runner);
    expect(await tables()).toEqual([]);
    await migration.up(runner);
    expect(await tables()).toEqual(['api_keys', 'rate_limits']);
    await runner.release();
  });
});

describe('the order of checks', () => {
  const type = { 'Content-Type': 'application/json' };
  const wrong = async (target: TestApp, headers: Record<string, string>) => {
    const init = { method: 'POST', body: '{', headers };
    return (await call(target, `${API}/notes`, init)).json.code;
  };

  it('is origin, key, token, validation: each shows only after the previous one passes', async () => {
    const token = await csrfToken(app);
    expect(await wrong(app, { ...type, Origin: 'https://evil.com' })).toBe('CORS_ORIGIN_REJECTED');
    expect(await wrong(app, type)).toBe('MISSING_AUTH_HEADER');
    expect(await wrong(app, { ...type, ...bearer('wrong') })).toBe('INVALID_API_KEY');
    expect(await wrong(app, { ...type, ...bearer(KEY) })).toBe('CSRF_TOKEN_REQUIRED');
    const all = { ...type, ...bearer(KEY), 'X-CSRF-Token': token };
    expect(await wrong(app, all)).toBe('VALIDATION_ERROR');
  });

  it('checks the rate after the origin, and before everything else', async () => {
    const limited = await startTestApp(dataSource, {
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1',
      VIDEOCRAFT_RATE_LIMIT_BURST: '0',
    });
    try {
      await call(limited, '/live');
      const evil = { ...type, Origin: 'https://evil.com' };
      expect(await wrong(limited, evil)).toBe('CORS_ORIGIN_REJECTED');
      for (const headers of [type, { ...type, ...bearer('wrong') }, { ...type, ...bearer(KEY) }])
        expect(await wrong(limited, headers)).toBe('RATE_LIMIT_EXCEEDED');
    } finally {
      await limited.close();
    }
  });
});

describe('wrong keys', () => {
  /** A key in the right format, so that only the database knows that it is wrong. */
  const guess = (n: number) => bearer(`vc_${n.toString(16).padStart(16, '0')}_${'0'.repeat(64)}`);

  it('beyond their limit are refused without a query, and recorded as one sum', async () => {
    const { dataSource: source } = await server.database();
    const strict = await startTestApp(source, {
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS: '3',
    });
    const lookUps = jest.spyOn(KeyStore.prototype, 'findUsable');
    try {
      const answers: Answer[] = [];
      for (let n = 0; n < 8; n++)
        answers.push(await call(strict, `${API}/notes`, { headers: guess(n) }));
      expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429, 429, 429, 429]);
      expect(lookUps).toHaveBeenCalledTimes(3);
      expect(answers[3]!.json).toMatchObject({
        code: 'RATE_LIMIT_EXCEEDED',
        details: expect.stringContaining('too many wrong API keys') as string,
      });
      expect(Number(answers[3]!.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await call(strict, `${API}/notes`, { headers: bearer(KEY) })).status).toBe(200);
      expect((await call(strict, `${API}/notes`)).status).toBe(401);
    } finally {
      lookUps.mockRestore();
      await strict.close();
    }
    const events = await source.query<object[]>(
      `SELECT type, key_id, owner_id, data FROM audit_events WHERE type = 'key.refused'`,
    );
    expect(events).toEqual([
      {
        type: 'key.refused',
        key_id: null,
        owner_id: null,
        data: { client: '127.0.0.1', clients: 1, attempts: 8 },
      },
    ]);
  });

  it('of a neighbor do not lock out a key that was accepted before', async () => {
    const strict = await startTestApp(dataSource, {
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_RATE_LIMIT_WRONG_KEYS: '2',
    });
    try {
      const make = async () => {
        const init = { method: 'POST', body: '{"name":"x","scopes":["videos:read"]}' };
        const made = await call(strict, `${API}/keys`, { ...init, headers: await full(strict) });
        return bearer((made.json.data as { key: string }).key);
      };
      const [known, unseen] = [await make(), await make()];
      const status = async (headers: Record<string, string>) =>
        (await call(strict, `${API}/notes`, { headers })).status;
      expect(await status(known)).toBe(200);
      expect([await status(guess(1)), await status(guess(2))]).toEqual([401, 401]);
      expect(await status(known)).toBe(200);
      expect(await status(unseen)).toBe(429);
    } finally {
      await strict.close();
    }
  });
});

describe('headers and pages', () => {
  it('include the headers of helmet, with separate policies for data and pages', async () => {
    const data = await call(app, `${API}/csrf-token`);
    expect(data.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(data.headers.get('content-security-policy')).not.toContain('script-src');
    expect(data.headers.get('x-content-type-options')).toBe('nosniff');
    expect(data.headers.get('cache-control')).toBe('no-store');
    expect(data.headers.get('x-powered-by')).toBeNull();
    expect(data.headers.get('strict-transport-security')).toContain('max-age');
    const page = await call(app, '/docs');
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  it('include Swagger UI without inline scripts or foreign hosts', async () => {
    const page = await call(app, '/docs');
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]!);
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      const path = new URL(asset, `${app.url}/docs`).pathname;
      expect([asset, (await call(app, path)).status]).toEqual([asset, 200]);
    }
  });

  it('describe the routes, envelopes, and errors', async () => {
    const { json } = await call(app, '/docs/openapi.json');
    const paths = json.paths as Record<string, Record<string, { responses: object }>>;
    // The statuses of the route and of the guards before it.
    const statuses = ['202', '400', '401', '403', '413', '415', '429', '500', '503'];
    expect(Object.keys(paths[`${API}/notes`]!.post!.responses)).toEqual(statuses);
    expect(json).toMatchObject({
      openapi: '3.0.0',
      components: { securitySchemes: { bearer: { scheme: 'bearer' } } },
    });
  });

  it.each([...HELP_PAGES.keys()])('include a page about %s', async (code) => {
    const page = await call(app, `/docs/errors/${code}`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.text).toContain(`<h1>${code}</h1>`);
  });

  it('include a list of all error pages', async () => {
    const page = await call(app, '/docs/errors/');
    for (const code of HELP_PAGES.keys()) expect(page.text).toContain(`/docs/errors/${code}"`);
  });
});
