import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ERRORS, type ErrorCode } from '../../src/http/errors/error-table.js';
import {
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
  readonly requestBody?: { readonly content: Readonly<Record<string, MediaType>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, MediaType>> }>
  >;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';

let service: TestService;
let document: Document;

beforeAll(async () => {
  // No disk has this much free space, so the storage check returns 503.
  service = await startTestService({
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: String(9e14),
    VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '500',
    VIDEOCRAFT_RATE_LIMIT_BURST: '0',
  });
  document = (await (await fetch(`${service.url}/docs/openapi.json`)).json()) as Document;
}, 120_000);

afterAll(() => service.close(), 60_000);

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
  PRECONDITION_FAILED: async () => {
    const body = { name: 'plain', config: PROJECT };
    const made = await service.change('POST', '/templates', { body });
    const path = `/templates/${made.json.data['id'] as string}`;
    return service.change('PUT', path, { body, headers: { 'If-Match': '"2"' } });
  },
  KEY_NOT_FOUND: () => service.change('DELETE', '/keys/0123456789abcdef'),
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
  return JSON.parse(text.replace(/in \d+ seconds/, 'in some seconds')) as unknown;
}

function examplesOf(code: string): Record<string, unknown>[] {
  return Object.values(document.paths)
    .flatMap((item) => Object.values(item))
    .flatMap(({ responses }) => responses[ERRORS[code as ErrorCode].status] ?? [])
    .flatMap(({ content }) => content?.['application/json']?.examples?.[code] ?? [])
    .map(({ value }) => value as Record<string, unknown>);
}

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
      for (const example of examples) expect(lasting(example)).toEqual(lasting(answer.json));
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
    let sent = 0;
    for (const { path, method, operation } of operations()) {
      const examples = operation.requestBody?.content['application/json']?.examples ?? {};
      for (const [name, { value }] of Object.entries(examples)) {
        const answer = await service.change(method.toUpperCase(), path.replace('/api/v1', ''), {
          body: value,
        });
        expect([name, answer.status]).toEqual([name, 202]);
        sent++;
      }
    }
    expect(sent).toBeGreaterThan(1);
  });
});
