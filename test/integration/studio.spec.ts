import { request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startTestService, type TestService } from '../support/service.js';

const DIST = new URL('../../dist/studio/', import.meta.url);

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
}

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
}, 60_000);

afterAll(() => service.close());

/** Without the decompression of `fetch`, and with the path as it is written. */
function get(path: string, encoding = '', method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = encoding === '' ? {} : { 'accept-encoding': encoding };
    const { hostname, port } = new URL(service.url);
    const req = request({ hostname, port, path, method, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () =>
        resolve({ status: res.statusCode!, headers: res.headers, body: Buffer.concat(chunks) }),
      );
    });
    req.on('error', reject).end();
  });
}

/** The files that the page names. */
async function filesOfPage(): Promise<string[]> {
  const { body } = await get('/');
  const names = [...String(body).matchAll(/(?:src|href)="\.(\/studio-files\/[^"]+)"/g)];
  return names.map(([, path]) => path!);
}

describe('the page of the studio', () => {
  it('has a policy without anything inline or foreign', async () => {
    const { status, headers, body } = await get('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    const policy = String(headers['content-security-policy']);
    expect(policy.split(';')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "media-src 'self' blob:",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'none'",
      "base-uri 'self'",
    ]);
    const page = String(body);
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style| style=| on\w+=/);
    expect(page).toContain('<meta name="api-keys" content="required" />');
    expect(page).not.toContain('<base');
  });

  it('names files that browsers may keep forever', async () => {
    const paths = await filesOfPage();
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      const { status, headers } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['content-type']).toMatch(/^(text\/(javascript|css)|image\/svg\+xml)/);
    }
  });

  it('sends files compressed to who accepts it', async () => {
    const path = (await filesOfPage()).find((name) => name.endsWith('.js'))!;
    const plain = await readFile(new URL(`.${path}`, DIST));
    const [br, gzip, none, refused] = await Promise.all(
      ['gzip, deflate, br', 'gzip', '', 'identity, br;q=0'].map((encoding) => get(path, encoding)),
    );
    expect(br!.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br!.body).equals(plain)).toBe(true);
    expect(gzip!.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip!.body).equals(plain)).toBe(true);
    for (const { headers, body } of [none!, refused!]) {
      expect(headers['content-encoding']).toBeUndefined();
      expect(body.equals(plain)).toBe(true);
    }
    for (const { headers } of [br!, gzip!, none!]) {
      expect(headers['vary']).toContain('Accept-Encoding');
    }
  });

  it('answers HEAD, and nothing that changes something', async () => {
    const [path] = await filesOfPage();
    for (const address of ['/', path!]) {
      const head = await get(address, '', 'HEAD');
      expect([address, head.status, head.body.length]).toEqual([address, 200, 0]);
      for (const method of ['POST', 'PUT', 'DELETE']) {
        const answer = await get(address, '', method);
        expect([method, answer.status]).toEqual([method, 405]);
      }
    }
  });

  it.each([
    '/studio-files',
    '/studio-files/',
    '/studio-files/none.js',
    '/studio-files/..%2Findex.html',
    '/studio-files/..%2f..%2f..%2fpackage.json',
    '/studio-files/%00.js',
    '/studio-files/.%2e',
    '/index.html',
    '/licenses.json',
    '/studio',
  ])('has no page at %s', async (path) => {
    const { status, headers, body } = await get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toContain('application/json');
    expect(JSON.parse(String(body))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
