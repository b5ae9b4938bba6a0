import fc from 'fast-check';
import { faultOf, type RawRequest, sendUnchanged } from '../support/raw-request.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];
const PATHS = [
  '/videos',
  '/videos/x',
  '/videos/x/download',
  '/jobs',
  '/jobs/x',
  '/jobs/x/status',
  '/jobs/x/cancel',
  '/jobs/x/events',
  '/assets',
  '/assets/x',
  '/assets/x/download',
  '/assets/uploads',
  '/assets/uploads/x',
  '/audit/events',
  '/keys',
  '/keys/x',
  '/keys/x/rotate',
  '/csrf-token',
  '/health',
  '/health/detailed',
  '/ready',
  '/live',
  '/metrics',
  '/nothing',
];
const PROJECT = {
  resolution: 'hd',
  fps: 30,
  scenes: [
    {
      duration: 2,
      'background-color': '#102030',
      elements: [
        { type: 'image', src: 'https://example.com/a.png', zoom: 2, x: 1, 'fade-in': 0.1 },
      ],
    },
  ],
  elements: [
    {
      type: 'subtitles',
      words: [{ word: 'a', start: 0, end: 1 }],
      settings: { style: 'progressive', 'font-size': 20 },
    },
  ],
};

/** No request causes an internal error or a response in another format. */
describe('arbitrary requests', () => {
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    service = await startTestService();
    token = String((await service.call('/csrf-token')).json['csrf_token']);
  }, 60_000);

  afterAll(() => service.close());

  const send = (sent: RawRequest) => sendUnchanged(service.url, sent);
  const authorization = () => ({ authorization: `Bearer ${ADMIN_KEY}`, 'x-csrf-token': token });

  it('with any JSON as the config', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 6 }), async (body) => {
        const headers = { ...authorization(), 'content-type': 'application/json' };
        const sent = { method: 'POST', path: '/api/v1/videos', headers, body };
        expect(faultOf(sent, await send(sent))).toBeNull();
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('with almost valid configs', async () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(-1, 0, 1e308, '', '\u0000', '\uD800', '__proto__', {}, [], null),
    );
    const mutation = fc.record({ at: fc.nat(), value, drop: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const project = structuredClone(PROJECT) as unknown;
        for (const { at, value: given, drop } of mutations) mutate(project, at, given, drop);
        const headers = { ...authorization(), 'content-type': 'application/json' };
        const body = JSON.stringify(project);
        const sent = { method: 'POST', path: '/api/v1/videos', headers, body };
        expect(faultOf(sent, await send(sent))).toBeNull();
      }),
      { numRuns: 200 },
    );
  }, 60_000);

  it('with any bytes as the body', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('application/json', 'text/plain', 'application/json; charset=utf-16', ''),
        async (body, type) => {
          const headers = { ...authorization(), ...(type === '' ? {} : { 'content-type': type }) };
          const sent = { method: 'POST', path: '/api/v1/videos', headers, body };
          expect(faultOf(sent, await send(sent))).toBeNull();
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('with any path, query, and method', async () => {
    const letter = fc.constantFrom(
      ...'abc019%/.;:@&=+$,!~*()-_\'"<>{}[]|\\^`%00%2f%2e%ff'.split(''),
    );
    const odd = fc.array(letter, { maxLength: 24 }).map((letters) => letters.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...METHODS),
        fc.constantFrom(...PATHS),
        odd,
        odd,
        fc.boolean(),
        async (method, path, more, query, known) => {
          const tail = known ? '' : more;
          const sent = {
            method,
            path: `/api/v1${path}${tail}${query === '' ? '' : `?${query}`}`,
            headers: authorization(),
          };
          expect(faultOf(sent, await send(sent))).toBeNull();
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it('with any headers', async () => {
    const names = [
      'authorization',
      'x-csrf-token',
      'x-request-id',
      'origin',
      'accept',
      'range',
      'if-none-match',
      'idempotency-key',
      'last-event-id',
      'content-type',
      'accept-encoding',
      'x-forwarded-for',
      'x-http-method-override',
      'cookie',
      'referer',
      'host',
    ];
    const text = fc
      .array(fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f))
      .map((codes) => String.fromCharCode(...codes).trim());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('GET', 'POST', 'DELETE'),
        fc.constantFrom(...PATHS.filter((path) => !path.endsWith('/events'))),
        fc.dictionary(fc.constantFrom(...names), text, { maxKeys: 4 }),
        async (method, path, odd) => {
          const headers = { ...authorization(), ...odd };
          const sent = { method, path: `/api/v1${path}`, headers };
          const answer = await send(sent);
          // An `Accept` header can request the other format.
          if (!answer.type.includes('problem+json')) expect(faultOf(sent, answer)).toBeNull();
          expect(answer.status).toBeLessThan(500);
        },
      ),
      { numRuns: 250 },
    );
  }, 60_000);
});

/** Replaces or drops the value at the n-th position of a tree. */
function mutate(tree: unknown, at: number, value: unknown, drop: boolean): void {
  const places: { parent: Record<string, unknown>; key: string }[] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push({ parent: node as Record<string, unknown>, key });
      collect((node as Record<string, unknown>)[key]);
    }
  };
  collect(tree);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return;
  if (drop) delete place.parent[place.key];
  else place.parent[place.key] = value;
}
