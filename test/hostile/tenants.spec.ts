import type { Answer, TestService } from '../support/service.js';
import { PROJECT, startTestService } from '../support/service.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
/** The ID of nothing. */
const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';
const SCOPES = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel', 'audit:read'];
const TEMPLATE = { name: 'plain', config: PROJECT };

/** Bodies of routes that would reject an empty one before they look for the resource. */
const BODIES: Readonly<Record<string, (id: string) => object>> = {
  'post /videos': () => PROJECT,
  'post /templates': () => TEMPLATE,
  'put /templates/{id}': () => TEMPLATE,
  'post /videos/batch': (id) => ({ template: id, items: [{ variables: {} }] }),
  'put /videos/{id}/transcript': () => ({ text: 'Hello' }),
  'post /videos/{id}/links': () => ({}),
  'post /videos/{id}/transcript': () => ({ text: 'Hello' }),
};

interface Route {
  readonly method: string;
  /** Without the prefix of the API. */
  readonly path: string;
}

let service: TestService;
let ann: { id: string; key: string };
let bob: { id: string; key: string };
let routes: Route[];
/** IDs of what belongs to Ann, by the first part of a path. */
let owned: Readonly<Record<string, string>>;
let uploadId: string;

beforeAll(async () => {
  service = await startTestService();
  ann = await service.key(...SCOPES);
  bob = await service.key(...SCOPES);
  const document = (await (await fetch(`${service.url}/docs/openapi.json`)).json()) as {
    paths: Record<string, Record<string, unknown>>;
  };
  routes = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations)
      .filter((method) => METHODS.includes(method))
      .map((method) => ({ method, path: path.replace(/^\/api\/v1/, '') })),
  );
  const make = (path: string, body: object) => service.change('POST', path, { key: ann.key, body });
  const job = (await make('/videos', PROJECT)).json['job_id'] as string;
  const template = (await make('/templates', TEMPLATE)).json.data['id'] as string;
  const batch = (
    await make('/videos/batch', { template, items: [{ variables: {} }, { variables: {} }] })
  ).json.data['batch_id'] as string;
  const ping = await make('/webhooks/ping', { url: 'https://hooks.example.com/a' });
  const webhooks = ping.json.data['id'] as string;
  const form = new FormData();
  form.set('file', new Blob(['1\n00:00:01,000 --> 00:00:02,000\nHello\n']), 'a.srt');
  const asset = await send(ann.key, '/assets', { body: form });
  const upload = await send(ann.key, '/assets/uploads', {
    headers: { 'Tus-Resumable': '1.0.0', 'Upload-Length': '9' },
  });
  uploadId = upload.headers.get('location')!.split('/').at(-1)!;
  const assets = ((await asset.json()) as { data: { id: string } }).data.id;
  owned = {
    ...{ assets, webhooks, videos: job, jobs: job, templates: template, batches: batch },
    keys: ann.id,
  };
  expect(Object.values(owned).every((id) => typeof id === 'string')).toBe(true);
}, 120_000);

afterAll(() => service.close(), 60_000);

/** Sends something else than JSON. */
async function send(
  key: string,
  path: string,
  { body, headers: more = {} }: { body?: FormData; headers?: Record<string, string> },
): Promise<Response> {
  const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
  const headers = { Authorization: `Bearer ${key}`, 'X-CSRF-Token': token, ...more };
  const init = body === undefined ? {} : { body };
  return fetch(`${service.url}/api/v1${path}`, { method: 'POST', ...init, headers });
}

function idFor(path: string): string {
  if (path.startsWith('/assets/uploads')) return uploadId;
  const id = owned[path === '/videos/batch' ? 'templates' : (path.split('/')[1] ?? '')];
  if (id === undefined) throw new Error(`The test owns nothing for ${path}. Add it.`);
  return id;
}

async function ask({ method, path }: Route, id: string, key: string): Promise<Answer> {
  const address = path.replace('{id}', id).replace(/\{\w+\}/g, '1');
  if (method === 'get') return service.call(address, { key });
  const body = BODIES[`${method} ${path}`]?.(id);
  return service.change(method.toUpperCase(), address, {
    key,
    ...(body === undefined ? {} : { body }),
  });
}

/** An answer without what differs from request to request, and with a word for the ID that was asked for. */
function comparable({ status, json }: Answer, id: string): object {
  const { request_id, timestamp, ...rest } = json;
  expect(request_id).toBeDefined();
  void timestamp;
  return { status, text: JSON.stringify(rest).replaceAll(id, 'ID') };
}

describe('a key that asks every route', () => {
  it('knows of every route', () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(routes.filter(({ path }) => path.includes('{')).length).toBeGreaterThan(10);
  });

  it('cannot tell what belongs to another key from what does not exist', async () => {
    for (const route of routes) {
      const takesId = route.path.includes('{id}') || route.path === '/videos/batch';
      if (!takesId) continue;
      const id = idFor(route.path);
      const nobody = route.path.startsWith('/keys') ? '0123456789abcdef' : NOBODY;
      const there = comparable(await ask(route, id, bob.key), id);
      const nowhere = comparable(await ask(route, nobody, bob.key), nobody);
      expect([route, there]).toEqual([route, nowhere]);
      expect([403, 404, 400]).toContain((there as { status: number }).status);
    }
  });

  it('finds nothing of another key in any list', async () => {
    for (const route of routes) {
      if (route.method !== 'get' || route.path.includes('{')) continue;
      const { text } = await ask(route, NOBODY, bob.key);
      for (const id of Object.values(owned))
        expect([route, text]).not.toEqual([route, containing(id)]);
    }
  });

  it('is told of its own jobs only, also in the place in the queue', async () => {
    const made = await service.change('POST', '/videos', { key: bob.key, body: PROJECT });
    const id = made.json['job_id'] as string;
    const place = async (key?: string) =>
      (await service.call(`/jobs/${id}`, key === undefined ? {} : { key })).json.data[
        'queue_position'
      ];
    expect(await place(bob.key)).toBe(1);
    // The administrator sees the first of the three jobs of Ann before it. Then the keys take turns.
    expect(await place()).toBe(2);
  });
});

const containing = (text: string) => expect.stringContaining(text) as string;
