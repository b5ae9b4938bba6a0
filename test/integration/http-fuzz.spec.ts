import fc from 'fast-check';
import { ADMIN_KEY, PROJECT, startTestService, type TestService } from '../factories/service.js';

let service: TestService;
let token: string;

beforeAll(async () => {
  service = await startTestService();
  token = (await service.call('/csrf-token')).json['csrf_token'] as string;
}, 120_000);

afterAll(() => service.close(), 60_000);

/** The status of a request; the answer has to be one of the service's own. */
async function statusOf(path: string, init: RequestInit): Promise<number> {
  const response = await fetch(`${service.url}/api/v1${path}`, {
    ...init,
    headers: {
      Authorization: `Bearer ${ADMIN_KEY}`,
      'X-CSRF-Token': token,
      ...(init.headers as Record<string, string>),
    },
  });
  const text = await response.text();
  expect(response.headers.get('x-request-id')).toBeTruthy();
  expect(text).not.toMatch(/node_modules|QueryFailedError|at .*\.(?:js|ts):\d/);
  return response.status;
}

const json = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('whatever comes, the service never says 500', () => {
  const id = fc.oneof(
    fc.uuid(),
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom('..', '.', '%', 'null', 'undefined', '0'),
  );

  it('to any path and method', async () => {
    const method = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS');
    const path = fc.constantFrom(
      ...['/videos/#', '/videos/#/download', '/videos/#?x=#', '/jobs/#', '/jobs/#/status'],
      ...['/jobs/#/events', '/jobs/#/cancel', '/jobs/#/#', '/keys/#', '/keys/#/rotate'],
      ...['/audit/events?job_id=#', '/audit/events?cursor=#', '/audit/events?type=#', '/#'],
      ...['/audit/events?created_after=#', '/audit/events?key_id=#&request_id=#', '/videos?#=#'],
    );
    const accept = fc.constantFrom('*/*', 'text/event-stream', 'application/problem+json', ';', '');
    await fc.assert(
      fc.asyncProperty(method, path, id, accept, async (verb, template, text, accepted) => {
        const url = template.replaceAll('#', encodeURIComponent(text));
        const status = await statusOf(url, { method: verb, headers: { Accept: accepted } });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 400 },
    );
  });

  it('to any header of a request that makes a video', async () => {
    const name = fc.constantFrom(
      ...['Idempotency-Key', 'Last-Event-ID', 'If-None-Match', 'Accept', 'X-Request-ID', 'Range'],
    );
    const value = fc
      .uint8Array({ maxLength: 300 })
      .map((bytes) => Buffer.from(bytes.map((byte) => (byte < 32 || byte === 127 ? 46 : byte))))
      .map((bytes) => bytes.toString('latin1'));
    await fc.assert(
      fc.asyncProperty(name, value, async (header, text) => {
        const init = json(PROJECT);
        const headers = { ...(init.headers as Record<string, string>), [header]: text };
        expect([202, 400]).toContain(await statusOf('/videos', { ...init, headers }));
      }),
      { numRuns: 200 },
    );
  });

  it('to any project', async () => {
    const scalar = fc.oneof(
      fc.constantFrom(0, -1, -2, 1e308, 0.1, 10_000, '', '#FFFFFF', 'audio', 'video', 'text'),
      fc.constantFrom(
        'subtitles',
        'center',
        'http://127.0.0.1/',
        'https://example.com/a.mp3',
        null,
      ),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    const key = fc.constantFrom(
      ...['type', 'src', 'text', 'words', 'captions', 'duration', 'start', 'x', 'y', 'width'],
      ...['height', 'z-index', 'volume', 'loop', 'zoom', 'settings', 'font-size', 'position'],
      ...['transition', 'style', 'elements', 'scenes', 'id', 'variables', 'client-data', 'fps'],
      ...['toString', 'constructor', 'hasOwnProperty', 'length', 'fade_in', 'keywords', 'replace'],
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        scalar,
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('value'), { maxKeys: 6 }),
    }));
    const element = fc.dictionary(key, value, { maxKeys: 6 });
    const project = fc.oneof(
      value,
      fc.record({ scenes: fc.array(fc.record({ elements: fc.array(element, { maxLength: 3 }) })) }),
      fc.record({ scenes: fc.constant(PROJECT.scenes), elements: fc.array(element) }),
    );
    await fc.assert(
      fc.asyncProperty(project, async (body) => {
        expect([202, 400, 413]).toContain(await statusOf('/videos', json(body)));
      }),
      { numRuns: 400 },
    );
  });

  it('to any bytes in the place of a project', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), async (text) => {
        expect([202, 400]).toContain(await statusOf('/videos', json(text)));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['10,000 scenes', { scenes: Array.from({ length: 10_000 }, () => ({ duration: 1 })) }],
    [
      'the same id twice',
      {
        scenes: [
          { id: 'a', duration: 1 },
          { id: 'a', duration: 1 },
        ],
      },
    ],
    ['no size', { width: 0, height: 0, scenes: [{ duration: 1 }] }],
    ['a huge size', { width: 1e9, height: 1e9, scenes: [{ duration: 1 }] }],
    ['a negative size', { width: -2, height: 64, scenes: [{ duration: 1 }] }],
    ['endless time', { scenes: [{ duration: 1e300 }] }],
    ['a file', { scenes: [{ elements: [{ type: 'audio', src: 'file:///etc/passwd' }] }] }],
    ['a path', { scenes: [{ elements: [{ type: 'image', src: '/etc/passwd' }] }] }],
    ['no scenes', { scenes: [] }],
    ['an unknown field', { ...PROJECT, isAdmin: true }],
  ])('and refuses %s', async (_name, body) => {
    expect(await statusOf('/videos', json(body))).toBe(400);
  });
});
