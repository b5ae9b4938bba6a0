import { createReadStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ERRORS, type ErrorCode } from '../../src/http/errors/error-table.js';
import {
  ADMIN_KEY,
  type Answer,
  PROJECT,
  startTestService,
  type TestService,
  videoResult,
} from '../support/service.js';

interface MediaType {
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly security?: unknown;
  readonly 'x-required-scopes'?: readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>
  >;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const SPEECH = fileURLToPath(new URL('../media/speech/tour.mp3', import.meta.url));
const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';

let service: TestService;
let document: Document;
/** A service with free space, which fetches files from a host that behaves badly. */
let uploads: TestService;
let files: Server;
let filesUrl: string;

beforeAll(async () => {
  // No disk has this much free space, so the storage check returns 503.
  service = await startTestService({
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: String(9e14),
    VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '500',
    VIDEOCRAFT_RATE_LIMIT_BURST: '0',
  });
  files = createServer((req, res) => {
    if (req.url === '/large') res.writeHead(200, { 'Content-Length': 2 ** 31 }).end();
    else if (req.url === '/speech.mp3') createReadStream(SPEECH).pipe(res);
    else if (req.url !== '/silent') res.writeHead(404).end();
  });
  await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(files.address() as AddressInfo).port}`;
  filesUrl = `http://${host}`;
  uploads = await startTestService({
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: host,
    VIDEOCRAFT_SOURCES_RETRIES: '0',
    VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '0.3',
    VIDEOCRAFT_SOURCES_MAX_DURATION_SECONDS: '2',
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
  });
  document = (await (await fetch(`${service.url}/docs/openapi.json`)).json()) as Document;
}, 120_000);

afterAll(async () => {
  await service.close();
  await uploads.close();
  files.closeAllConnections();
  files.close();
}, 60_000);

const create = async (headers: Record<string, string> = {}, body: unknown = PROJECT) =>
  service.change('POST', '/videos', { body, headers });

/** A job with a video file of five bytes. */
async function completed(): Promise<string> {
  const id = (await create()).json['job_id'] as string;
  await mkdir(join(service.dataDir, 'videos', id), { recursive: true });
  await writeFile(join(service.dataDir, 'videos', id, 'video.mp4'), 'video');
  await service.dataSource.query(
    `UPDATE jobs SET status = 'completed', progress = 100, finished_at = now(), result = $2
     WHERE id = $1`,
    [id, JSON.stringify(videoResult(id))],
  );
  return id;
}

const fetchFile = (url: string) => uploads.change('POST', '/assets', { body: { url } });

/** A request of the tus protocol. */
const tus = (method: string, path: string, headers: Record<string, string>, body?: string) =>
  uploads.change(method, path, {
    headers: {
      'Tus-Resumable': '1.0.0',
      'Content-Type': 'application/offset+octet-stream',
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });

async function newUpload(): Promise<string> {
  const made = await tus('POST', '/assets/uploads', { 'Upload-Length': '9' });
  return made.headers.get('location')!.replace('/api/v1', '');
}

/** A form with an empty file. */
const uploadEmpty = (to: TestService) =>
  to.change('POST', '/assets', {
    headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n\r\n--x--\r\n',
  });

/** A request whose body does not come. */
async function silentUpload(): Promise<Answer> {
  const token = (await uploads.call('/csrf-token')).json['csrf_token'] as string;
  const headers = {
    Authorization: `Bearer ${ADMIN_KEY}`,
    'X-CSRF-Token': token,
    'Content-Type': 'multipart/form-data; boundary=x',
    'Content-Length': '100',
  };
  return new Promise((resolve, reject) => {
    const silent = request(`${uploads.url}/api/v1/assets`, { method: 'POST', headers });
    silent.on('error', reject);
    silent.on('response', (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () => {
        silent.destroy();
        const json = JSON.parse(text) as Answer['json'];
        resolve({ status: res.statusCode!, headers: new Headers(), text, json });
      });
    });
    silent.flushHeaders();
  });
}

/** The request for the example of each code. */
const PRODUCE: Readonly<Record<ErrorCode, () => Promise<Answer>>> = {
  VALIDATION_ERROR: () => service.call('/videos?limit=0'),
  MISSING_AUTH_HEADER: () => service.call('/videos', { headers: { Authorization: '' } }),
  INVALID_API_KEY: () => service.call('/videos', { key: 'wrong' }),
  INSUFFICIENT_SCOPE: async () =>
    service.call('/videos', { key: (await service.key('jobs:read')).key }),
  CSRF_TOKEN_REQUIRED: () => service.call('/videos', { method: 'POST' }),
  CSRF_TOKEN_INVALID: () =>
    service.call('/videos', { method: 'POST', headers: { 'X-CSRF-Token': 'wrong' } }),
  CORS_ORIGIN_REJECTED: () =>
    service.call('/videos', { headers: { Origin: 'https://elsewhere.example' } }),
  NOT_FOUND: () => service.call('/nothing'),
  METHOD_NOT_ALLOWED: () => service.call('/videos', { method: 'PUT' }),
  JOB_NOT_FOUND: () => service.call(`/jobs/${NOBODY}`),
  VIDEO_NOT_FOUND: () => service.call(`/videos/${NOBODY}`),
  FILE_NOT_FOUND: async () => service.call(`/videos/${await completed()}/files/other.srt`),
  TEMPLATE_NOT_FOUND: () => service.call(`/templates/${NOBODY}`),
  BATCH_NOT_FOUND: () => service.call(`/batches/${NOBODY}`),
  ASSET_NOT_FOUND: () => service.call(`/assets/${NOBODY}`),
  UPLOAD_NOT_FOUND: () => tus('DELETE', `/assets/uploads/${NOBODY}`, {}),
  REQUEST_TOO_SLOW: silentUpload,
  UPLOAD_CHANGED: async () => tus('PATCH', await newUpload(), { 'Upload-Offset': '5' }, 'x'),
  CHECKSUM_MISMATCH: async () => {
    const headers = { 'Upload-Offset': '0', 'Upload-Checksum': `sha1 ${'A'.repeat(27)}=` };
    return tus('PATCH', await newUpload(), headers, 'x');
  },
  SOURCE_BLOCKED: () => fetchFile('http://127.0.0.1/'),
  SOURCE_NOT_FOUND: () => fetchFile(`${filesUrl}/missing`),
  SOURCE_TOO_LARGE: () => fetchFile(`${filesUrl}/large`),
  SOURCE_TIMEOUT: () => fetchFile(`${filesUrl}/silent`),
  MEDIA_INVALID: () => uploadEmpty(uploads),
  MEDIA_LIMIT_EXCEEDED: () => {
    const elements = [{ type: 'audio', src: `${filesUrl}/speech.mp3` }];
    return uploads.change('POST', '/videos/still', { body: { scenes: [{ elements }] } });
  },
  STORAGE_FULL: () => uploadEmpty(service),
  PRECONDITION_FAILED: async () => {
    const body = { name: 'plain', config: PROJECT };
    const made = await service.change('POST', '/templates', { body });
    const path = `/templates/${made.json.data['id'] as string}`;
    return service.change('PUT', path, { body, headers: { 'If-Match': '"2"' } });
  },
  KEY_NOT_FOUND: () => service.change('DELETE', '/keys/0123456789abcdef'),
  DELIVERY_NOT_FOUND: () => service.call(`/webhooks/deliveries/${NOBODY}`),
  DELIVERY_PENDING: async () => {
    const [{ id }] = await service.dataSource.query<[{ id: string }]>(
      `INSERT INTO outgoing (kind, key_id, event, origin, target, queued)
       VALUES ('webhook', 'admin', 'ping', 'ping', 'http://127.0.0.1/', true) RETURNING id`,
    );
    return service.change('POST', `/webhooks/deliveries/${id}/replay`);
  },
  LINK_NOT_FOUND: () => service.call('/links/wrong.link/video.mp4'),
  WEBHOOK_NOT_SET: () => service.change('POST', '/webhooks/ping', { body: {} }),
  JOB_NOT_RETRYABLE: async () => service.change('POST', `/jobs/${await completed()}/retry`),
  JOB_NOT_CANCELLABLE: async () => service.change('POST', `/jobs/${await completed()}/cancel`),
  VIDEO_NOT_READY: async () =>
    service.call(`/videos/${(await create()).json['job_id'] as string}/download`),
  PAYLOAD_TOO_LARGE: () => create({}, `"${'x'.repeat(2 ** 20)}"`),
  UNSUPPORTED_MEDIA_TYPE: () => create({ 'Content-Type': 'text/plain' }, 'text'),
  RANGE_NOT_SATISFIABLE: async () =>
    service.call(`/videos/${await completed()}/download`, { headers: { Range: 'bytes=9-' } }),
  IDEMPOTENCY_KEY_REUSED: async () => {
    await create({ 'Idempotency-Key': 'used' });
    return create({ 'Idempotency-Key': 'used' }, { ...PROJECT, width: 128 });
  },
  RATE_LIMIT_EXCEEDED: async () => {
    const headers = { 'X-Forwarded-For': '198.51.100.7' };
    for (let count = 0; count < 500; count++) await service.call('/csrf-token', { headers });
    return service.call('/csrf-token', { headers });
  },
  INTERNAL_ERROR: async () => {
    await service.dataSource.query('ALTER TABLE jobs RENAME TO elsewhere');
    try {
      return await service.call(`/jobs/${NOBODY}/status`);
    } finally {
      await service.dataSource.query('ALTER TABLE elsewhere RENAME TO jobs');
    }
  },
  SERVICE_UNAVAILABLE: async () => {
    for (;;) {
      const answer = await service.call('/ready');
      // On a busy machine, ffmpeg can start too slowly for a check or two.
      if (!String(answer.json['details']).includes('check ffmpeg')) return answer;
      await delay(200);
    }
  },
};

/** Removes what differs from request to request. */
function lasting({ request_id, timestamp, help_url, ...rest }: Record<string, unknown>) {
  expect(request_id).toMatch(/^req_[0-9a-f]{20}$/);
  expect(new Date(timestamp as string).toISOString()).toBe(timestamp);
  const text = JSON.stringify({ ...rest, page: new URL(help_url as string).pathname });
  const times = text
    .replaceAll(/in \d+ seconds/g, 'in some seconds')
    .replaceAll(/[\d.]+ s\b/g, 'some s');
  return JSON.parse(times) as unknown;
}

function examplesOf(code: string): Record<string, unknown>[] {
  return Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ responses }) => responses[ERRORS[code as ErrorCode].status] ?? [])
    .flatMap(({ content }) => content?.['application/json']?.examples?.[code] ?? [])
    .map(({ value }) => value as Record<string, unknown>);
}

/** What each route refuses, unless it is `?limit=0`. */
const INVALID: Readonly<Record<string, Invalid>> = {
  'post /videos': { body: { scenes: [{ duration: 0, elements: [] }] } },
  'post /videos/batch': { body: { config: PROJECT, items: [] } },
  ...Object.fromEntries(
    ['timeline', 'still', 'draft'].map((name) => [`post /videos/${name}`, { body: 7 }]),
  ),
  // It answers what another route would refuse, so that only a body without a value is refused.
  'post /videos/validate': { headers: { 'Content-Type': 'application/json' }, text: '{' },
  'post /videos/{id}/links': { body: { file: 7 } },
  'put /videos/{id}/transcript': {
    body: { text: 'Hello' },
    headers: { 'Idempotency-Key': 'two words' },
  },
  'get /jobs/{id}/events': {
    headers: { Accept: 'text/event-stream', 'Last-Event-ID': 'first' },
  },
  'post /jobs/{id}/retry': { headers: { 'Idempotency-Key': 'two words' } },
  'post /templates': { body: { name: 7, config: {} } },
  'put /templates/{id}': { body: { name: 7, config: {} } },
  'get /templates/{id}': { query: '?revision=0' },
  'put /webhooks': { body: { url: 7 } },
  'post /webhooks/ping': { body: { url: 7 } },
  'post /webhooks/secret': { body: { overlap_seconds: -1 } },
  'post /assets': { body: { url: 7 } },
  'post /assets/uploads': { headers: { 'Tus-Resumable': '1.0.0' } },
  'patch /assets/uploads/{id}': {
    headers: { 'Tus-Resumable': '1.0.0', 'Content-Type': 'text/plain', 'Upload-Offset': '0' },
    text: 'x',
  },
  'post /keys': { body: { name: 7, scopes: ['videos:read'] } },
  'patch /keys/{id}': { body: { limits: 7 } },
};

interface Invalid {
  readonly query?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly text?: string;
}

/** The codes whose example depends on the route. They have tests of their own. */
const BY_ROUTE: readonly string[] = [
  'VALIDATION_ERROR',
  'INSUFFICIENT_SCOPE',
  'UNSUPPORTED_MEDIA_TYPE',
  'SERVICE_UNAVAILABLE',
];

interface Refusal {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly example: Record<string, unknown>;
}

/** All routes that can refuse a request with this code. */
function refusals(code: ErrorCode): Refusal[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      const content = operation.responses[ERRORS[code].status]?.content?.['application/json'];
      const example = content?.examples?.[code]?.value as Record<string, unknown> | undefined;
      return example ? [{ path: path.replace('/api/v1', ''), method, operation, example }] : [];
    }),
  );
}

/** A job that failed, a template, and an upload: what the routes that are refused a body need. */
async function subjects(): Promise<(path: string) => Promise<string>> {
  const failed = (await create()).json['job_id'] as string;
  await service.dataSource.query(
    `UPDATE jobs SET status = 'failed', finished_at = now(), error_code = 'RENDER_FAILED'
     WHERE id = $1`,
    [failed],
  );
  const video = await completed();
  const made = await service.change('POST', '/templates', {
    body: { name: 'plain', config: PROJECT },
  });
  return async (path) => {
    if (path.startsWith('/assets/uploads/')) return (await newUpload()).split('/').pop()!;
    if (path.startsWith('/templates/')) return made.json.data['id'] as string;
    return path.startsWith('/jobs/') ? failed : video;
  };
}

describe('the example of a refusal fits its route', () => {
  it('VALIDATION_ERROR', async () => {
    const idFor = await subjects();
    const wrong: unknown[] = [];
    for (const { path, method, example } of refusals('VALIDATION_ERROR')) {
      const { query = '?limit=0', headers, ...rest } = INVALID[`${method} ${path}`] ?? {};
      const takesQuery = method === 'get' && headers === undefined;
      const address = path.replace('{id}', path.includes('{id}') ? await idFor(path) : '');
      const target = path.startsWith('/assets') ? uploads : service;
      const answer = await target.change(
        method.toUpperCase(),
        address + (takesQuery ? query : ''),
        {
          ...(headers ? { headers } : {}),
          ...('text' in rest ? { body: rest.text } : 'body' in rest ? { body: rest.body } : {}),
        },
      );
      const [shown, given] = [lasting(example), lasting(answer.json)];
      if (JSON.stringify(shown) !== JSON.stringify(given))
        wrong.push({ method, path, shown, given });
    }
    expect(wrong).toEqual([]);
  });

  it('INSUFFICIENT_SCOPE', async () => {
    const { key } = await service.key('metrics:read');
    const other = await service.key('videos:read');
    let compared = 0;
    for (const { path, method, operation, example } of refusals('INSUFFICIENT_SCOPE')) {
      // It has no body.
      if (method === 'head') continue;
      const address = path.replaceAll(/\{\w+\}/g, NOBODY);
      const answer = await service.change(method.toUpperCase(), address, {
        key: operation['x-required-scopes']!.includes('metrics:read') ? other.key : key,
      });
      expect([path, answer.json['code']]).toEqual([path, 'INSUFFICIENT_SCOPE']);
      expect(lasting(answer.json)).toEqual(lasting(example));
      compared++;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('UNSUPPORTED_MEDIA_TYPE', async () => {
    for (const { path, method, example } of refusals('UNSUPPORTED_MEDIA_TYPE')) {
      const answer = await service.change(method.toUpperCase(), path.replace('{id}', NOBODY), {
        headers: { 'Content-Type': 'text/plain' },
        body: 'text',
      });
      expect([path, lasting(answer.json)]).toEqual([path, lasting(example)]);
    }
  });

  it('has the address of this server', () => {
    for (const { example } of refusals('MISSING_AUTH_HEADER')) {
      expect(new URL(example['help_url'] as string).port).toBe(new URL(service.url).port);
    }
  });
});

describe('the example of each error in the API description', () => {
  it.each(Object.keys(ERRORS) as ErrorCode[])(
    '%s is the response of the service',
    async (code) => {
      const answer = await PRODUCE[code]();
      expect([answer.status, answer.json['code']]).toEqual([ERRORS[code].status, code]);
      const examples = examplesOf(code);
      // A missing route is not an operation, so no operation describes this response.
      if (!['NOT_FOUND', 'METHOD_NOT_ALLOWED'].includes(code))
        expect(examples.length).toBeGreaterThan(0);
      const shown = examples.map(lasting);
      const isOnRoute = !['NOT_FOUND', 'METHOD_NOT_ALLOWED'].includes(code);
      if (isOnRoute) expect(shown).toContainEqual(lasting(answer.json));
      if (!BY_ROUTE.includes(code))
        for (const one of shown) expect(one).toEqual(lasting(answer.json));
      const page = await fetch(answer.json['help_url'] as string);
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining(code)]);
    },
    60_000,
  );

  it('covers every example in the description', () => {
    const shown = Object.values(document.paths)
      .flatMap((item) => Object.values(item))
      .flatMap(({ responses }) => Object.entries(responses))
      .filter(([status]) => status >= '400')
      .flatMap(([, { content }]) => Object.keys(content?.['application/json']?.examples ?? {}));
    expect(Object.keys(ERRORS)).toEqual(expect.arrayContaining([...new Set(shown)]));
  });
});

describe('the API description', () => {
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );

  it('marks exactly the routes that need a key', async () => {
    for (const { path, method, operation } of operations()) {
      const address = path.replace(/\{\w+\}/g, NOBODY);
      const { status } = await fetch(`${service.url}${address}`, { method: method.toUpperCase() });
      expect(`${method} ${path} ${status === 401}`).toBe(
        `${method} ${path} ${operation.security !== undefined}`,
      );
    }
  });

  it('has valid examples of request bodies', async () => {
    const video = await completed();
    let sent = 0;
    for (const { path, method, operation } of operations()) {
      const examples = operation.requestBody?.content['application/json']?.examples ?? {};
      for (const [name, { value }] of Object.entries(examples)) {
        const address = path.replace('/api/v1', '').replace('{id}', video);
        const { status } = await service.change(method.toUpperCase(), address, { body: value });
        expect([name, path, [200, 201, 202].includes(status)]).toEqual([name, path, true]);
        sent++;
      }
    }
    expect(sent).toBeGreaterThan(1);
  });
});
