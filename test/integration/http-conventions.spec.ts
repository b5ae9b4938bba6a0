import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Answer,
  PROJECT,
  startTestService,
  type TestService,
  videoResult,
} from '../support/service.js';

const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';
const PAGE = 'https://app.example.com';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: 'app.example.com' });
}, 60_000);

afterAll(() => service.close());

const create = (body: unknown = PROJECT, headers: Record<string, string> = {}) =>
  service.change('POST', '/videos', { body, headers });

/** A job with a video file of five bytes. */
async function completed(): Promise<string> {
  const id = (await create()).json['job_id'] as string;
  const folder = join(service.dataDir, 'videos', id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'video.mp4'), 'video');
  await writeFile(join(folder, 'subtitles.srt'), 'words!');
  await service.dataSource.query(
    `UPDATE jobs SET status = 'completed', progress = 100, finished_at = now(), result = $2
     WHERE id = $1`,
    [id, JSON.stringify(videoResult(id))],
  );
  return id;
}

const codeOf = ({ status, json }: Answer) => [status, json['code']];

describe('a method that a path does not have', () => {
  it.each([
    ['PUT', '/api/v1/videos', 'GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/api/v1/videos', 'GET, HEAD, OPTIONS, POST'],
    ['POST', `/api/v1/videos/${NOBODY}`, 'DELETE, GET, HEAD, OPTIONS'],
    ['POST', `/api/v1/videos/${NOBODY}/download`, 'GET, HEAD, OPTIONS'],
    ['DELETE', `/api/v1/jobs/${NOBODY}`, 'GET, HEAD, OPTIONS'],
    ['GET', `/api/v1/jobs/${NOBODY}/cancel`, 'OPTIONS, POST'],
    ['PATCH', `/api/v1/templates/${NOBODY}`, 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['POST', '/api/v1/csrf-token', 'GET, HEAD, OPTIONS'],
    ['TRACE', '/api/v1/jobs', 'GET, HEAD, OPTIONS'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
    ['POST', '/docs', 'GET, HEAD, OPTIONS'],
    ['PUT', '/docs/openapi.json', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/docs/errors', 'GET, HEAD, OPTIONS'],
    ['POST', '/docs/errors/NOT_FOUND', 'GET, HEAD, OPTIONS'],
    ['POST', '/schema/video-config.json', 'GET, HEAD, OPTIONS'],
  ])('%s %s is rejected with the supported methods', async (method, path, allow) => {
    const response = await send(method, path);
    expect([response.status, response.allow]).toEqual([405, allow]);
    expect(response.body).toMatchObject({
      code: 'METHOD_NOT_ALLOWED',
      details: `This path supports ${allow}.`,
    });
    const options = await send('OPTIONS', path);
    expect([options.status, options.allow, options.body]).toEqual([204, allow, null]);
  });

  it.each(['/api/v1/nothing', '/nothing', `/api/v1/jobs/${NOBODY}/nothing`, '/api/v1/videos/%ff'])(
    '%s does not exist',
    async (path) => {
      for (const method of ['GET', 'PUT', 'OPTIONS']) {
        const { status, allow } = await send(method, path);
        expect([400, 401, 404]).toContain(status);
        expect(allow).toBeNull();
      }
    },
  );

  it.each(['/api/v1/videos', '/api/v1/jobs', '/live', '/docs', '/docs/errors/NOT_FOUND'])(
    'HEAD %s has the headers of GET and no body',
    async (path) => {
      const headers = { Authorization: 'Bearer the-configured-key' };
      const [get, head] = await Promise.all(
        ['GET', 'HEAD'].map((method) => fetch(service.url + path, { method, headers })),
      );
      expect(head!.status).toBe(200);
      expect(head!.headers.get('content-type')).toBe(get!.headers.get('content-type'));
      expect(await head!.text()).toBe('');
      await get!.text();
    },
  );
});

async function send(method: string, path: string, headers: Record<string, string> = {}) {
  // `fetch` sends no TRACE.
  const { request } = await import('node:http');
  return new Promise<{
    status: number;
    allow: string | null;
    header: (name: string) => string;
    body: unknown;
  }>((resolve, reject) => {
    const sent = request(service.url + path, { method, headers }, (res) => {
      let text = '';
      res.on('data', (chunk: Buffer) => (text += chunk.toString()));
      res.on('end', () =>
        resolve({
          status: res.statusCode ?? 0,
          allow: res.headers['allow'] ?? null,
          header: (name) => String(res.headers[name]),
          body: text.startsWith('{') ? (JSON.parse(text) as unknown) : null,
        }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('web pages', () => {
  it('may send the headers that the API reads, and read the methods of a path', async () => {
    const asked = 'if-match,if-unmodified-since,if-none-match,if-range,range,idempotency-key';
    const { status, allow, header } = await send('OPTIONS', `/api/v1/templates/${NOBODY}`, {
      Origin: PAGE,
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': `authorization,content-type,x-csrf-token,${asked}`,
    });
    expect([status, allow]).toEqual([204, 'DELETE, GET, HEAD, OPTIONS, PUT']);
    const allowed = header('access-control-allow-headers').toLowerCase().split(', ');
    for (const name of asked.split(',')) expect(allowed).toContain(name);
    const exposed = header('access-control-expose-headers').toLowerCase().split(', ');
    for (const name of ['allow', 'etag', 'last-modified', 'location']) {
      expect(exposed).toContain(name);
    }
  });

  it('may also ask with OPTIONS alone', async () => {
    const { status, allow, header } = await send('OPTIONS', '/api/v1/videos', { Origin: PAGE });
    expect([status, allow]).toEqual([204, 'GET, HEAD, OPTIONS, POST']);
    expect(header('access-control-allow-origin')).toBe(PAGE);
  });

  it('can read the error for a missing path', async () => {
    const preflight = { Origin: PAGE, 'Access-Control-Request-Method': 'GET' };
    expect((await send('OPTIONS', '/api/v1/nothing', preflight)).status).toBe(204);
  });
});

describe('download conditions', () => {
  const TAG = `"${'ab'.repeat(32)}"`;
  let path: string;

  beforeAll(async () => {
    path = `/videos/${await completed()}`;
  });

  const get = (headers: Record<string, string>, name = '/download') =>
    service.call(path + name, { headers });

  it.each([
    [{ 'If-Match': '"other"' }, 412],
    [{ 'If-Match': `W/${TAG}` }, 412],
    [{ 'If-Match': '"other"', Range: 'bytes=0-1' }, 412],
    [{ 'If-Match': '"other"', 'If-None-Match': TAG }, 412],
    [{ 'If-Unmodified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 412],
    [{ 'If-Match': TAG }, 200],
    [{ 'If-Match': `"other", ${TAG}` }, 200],
    [{ 'If-Match': '*' }, 200],
    [{ 'If-Match': TAG, Range: 'bytes=0-1' }, 206],
    [{ 'If-Match': TAG, 'If-Unmodified-Since': 'Mon, 01 Jan 2001 00:00:00 GMT' }, 200],
    [{ 'If-Unmodified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 200],
    [{ 'If-Unmodified-Since': 'some day' }, 200],
    [{ 'If-None-Match': TAG }, 304],
  ])('%j returns %i', async (headers, status) => {
    const answer = await get(headers);
    expect(answer.status).toBe(status);
    if (status !== 412) return;
    expect(answer.json['code']).toBe('PRECONDITION_FAILED');
    expect(answer.headers.get('content-disposition')).toBeNull();
  });

  it.each(['/files/video.mp4', '/files/subtitles.srt', '/subtitles.srt'])(
    'also apply to %s',
    async (name) => {
      expect(codeOf(await get({ 'If-Match': '"other"' }, name))).toEqual([
        412,
        'PRECONDITION_FAILED',
      ]);
    },
  );

  it('apply to the deletion of a template', async () => {
    const body = { name: 'plain', config: PROJECT };
    const made = await service.change('POST', '/templates', { body });
    const at = `/templates/${made.json.data['id'] as string}`;
    const remove = (tag: string) => service.change('DELETE', at, { headers: { 'If-Match': tag } });
    expect(codeOf(await remove('"2"'))).toEqual([412, 'PRECONDITION_FAILED']);
    expect((await remove('"1"')).status).toBe(200);
  });
});

describe('bodies', () => {
  const routes = [
    ['POST', '/videos'],
    ['POST', '/videos/batch'],
    ['POST', '/templates'],
    ['PUT', `/templates/${NOBODY}`],
    ['PUT', `/videos/${NOBODY}/transcript`],
    ['POST', '/keys'],
  ] as const;

  it.each(routes)('of %s %s must name each field once', async (method, path) => {
    const body = '{"a":{"list":[1,{"x":1,"x":2}]}}';
    const answer = await service.change(method, path, { body });
    expect(answer.status).toBe(400);
    expect(answer.json['errors']).toEqual([
      {
        pointer: '/a/list/1/x',
        message: 'The name "x" at line 1, column 24 occurs twice in its object. Keep one.',
      },
    ]);
  });

  it.each(routes)('of %s %s are reported if they are not JSON', async (method, path) => {
    const body = '{"scenes":[\n  {"comment":"two\nlines"}]}';
    const answer = await service.change(method, path, { body });
    expect(answer.json['errors']).toEqual([
      {
        pointer: '/scenes/0/comment',
        message:
          'The body is not valid JSON: unescaped line break in a string at position 29 ' +
          '(line 2, column 18). Write it as \\n, or end the string with a double quote before it.',
      },
    ]);
  });

  it.each([
    ['application/json; charset=utf8', 202],
    ['application/json;charset="UTF8"', 202],
    ['application/json; charset=iso-8859-1', 415],
    ['application/x-www-form-urlencoded', 415],
    ['text/json', 415],
  ])('of the type %s are answered with %i', async (type, status) => {
    const answer = await create(PROJECT, { 'Content-Type': type });
    expect(answer.status).toBe(status);
    if (status === 415) expect(answer.json['details']).toContain('Content-Type: application/json');
  });
});

describe('numbers in a query', () => {
  it.each([
    ['offset=-1', 'Expected "offset" to be a whole number from 0 to 2147483647, but got "-1".'],
    ['offset=1.5', 'Expected "offset" to be a whole number from 0 to 2147483647, but got "1.5".'],
    ['offset=', 'Expected "offset" to be a whole number from 0 to 2147483647, but got "".'],
    ['limit=0', 'Expected "limit" to be a whole number from 1 to 100, but got 0.'],
    ['limit=101', 'Expected "limit" to be a whole number from 1 to 100, but got 101.'],
    ['limit=abc', 'Expected "limit" to be a whole number from 1 to 100, but got "abc".'],
    ['limit=1&limit=2', '"limit" occurs more than once. Send it once.'],
    ['status=failed&status=failed', '"status" occurs more than once. Send it once.'],
  ])('%s returns one error', async (query, message) => {
    for (const path of ['/videos', '/jobs']) {
      const answer = await service.call(`${path}?${query}`);
      expect(codeOf(answer)).toEqual([400, 'VALIDATION_ERROR']);
      expect(answer.json['errors']).toEqual([{ pointer: `?${query.split('=')[0]}`, message }]);
    }
  });

  it('are also checked for revisions', async () => {
    const answer = await service.call(`/templates/${NOBODY}?revision=0`);
    expect(answer.json['details']).toBe(
      '?revision: Expected "revision" to be a whole number from 1 to 2147483647, but got 0.',
    );
  });
});

describe('a repeated request', () => {
  const again = { 'Idempotency-Key': 'sent-again' };

  it('reports that its video was deleted', async () => {
    const first = await create(PROJECT, again);
    expect(first.json.data).toEqual({ job_id: expect.any(String) as string, status: 'pending' });
    const id = first.json['job_id'] as string;
    const kept = await create(PROJECT, again);
    expect(kept.json.data).toEqual(first.json.data);
    expect(kept.json['message']).toBe(first.json['message']);
    expect((await service.change('DELETE', `/videos/${id}`)).status).toBe(200);
    const gone = await create(PROJECT, again);
    expect(gone.status).toBe(202);
    expect(gone.headers.get('idempotent-replayed')).toBe('true');
    expect(gone.json).toMatchObject({
      job_id: id,
      status: 'cancelled',
      deleted_at: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      message: expect.stringContaining(
        'was deleted; to create it again, send a new Idempotency-Key',
      ) as string,
    });
  });

  it('reports which videos of a batch were deleted', async () => {
    const body = { config: PROJECT, items: [{}, {}, {}] };
    const headers = { 'Idempotency-Key': 'many-again' };
    const send = () => service.change('POST', '/videos/batch', { body, headers });
    const first = await send();
    const ids = first.json.data['job_ids'] as string[];
    expect(first.json.data['deleted_job_ids']).toBeUndefined();
    await service.change('DELETE', `/videos/${ids[1]!}`);
    const gone = await send();
    expect(gone.json.data).toEqual({ ...first.json.data, deleted_job_ids: [ids[1]] });
    expect(gone.json['message']).toContain('1 of the 3 videos of this request were deleted');
  });
});
