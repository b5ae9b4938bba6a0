import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';
const CONFIG = {
  width: 64,
  height: 64,
  'client-data': { of: 'the template' },
  variables: { color: '#102030' },
  scenes: [
    { condition: 'intro', duration: 1 },
    { 'background-color': '{{color}}', duration: '{{seconds}}', elements: [] },
  ],
};
const DECLARED = [
  { name: 'seconds', type: 'number', description: 'How long it is.' },
  { name: 'intro', type: 'boolean', default: false },
  { name: 'color', type: 'string', default: '#AABBCC' },
];

let service: TestService;
let ann: { id: string; key: string };
let bob: { id: string; key: string };

beforeAll(async () => {
  service = await startTestService();
  const scopes = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel', 'audit:read'];
  ann = await service.key(...scopes);
  bob = await service.key(...scopes);
}, 120_000);

afterAll(() => service.close(), 60_000);

const get = (path: string, key = ann.key, headers: Record<string, string> = {}) =>
  service.call(path, { key, headers });
const send = (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  key = ann.key,
) => service.change(method, path, { key, headers, ...(body === undefined ? {} : { body }) });

async function keep(content: object = {}, key = ann.key): Promise<string> {
  const body = { name: 'plain', config: CONFIG, variables: DECLARED, ...content };
  const made = await send('POST', '/templates', body, {}, key);
  expect(made.status).toBe(201);
  return made.json.data['id'] as string;
}

const errorsOf = (json: Record<string, unknown>) =>
  (json['errors'] as { pointer: string; message: string }[]).map(({ pointer }) => pointer);

describe('templates', () => {
  it('are stored unchanged, with a tag and a location', async () => {
    const body = { name: 'Plain', config: CONFIG, variables: DECLARED };
    const { status, headers, json } = await send('POST', '/templates', body);
    expect(status).toBe(201);
    const id = json.data['id'] as string;
    expect(headers.get('location')).toBe(`/api/v1/templates/${id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(json.data).toMatchObject({ name: 'Plain', revision: 1, config: CONFIG });
    expect(json.data['variables']).toEqual(DECLARED);
    expect((await get(`/templates/${id}`)).json.data).toEqual(json.data);
    expect((await get(`/templates/${id}`, ann.key, { 'If-None-Match': '"1"' })).status).toBe(304);
  });

  it('are rejected with all issues in config and declarations', async () => {
    const { status, json } = await send('POST', '/templates', {
      name: 'x',
      config: {
        scenes: [
          {
            duration: '{{ seconds',
            elements: [{ type: 'audio', text: '{{ unheard }}', src: 'https://example.com/a' }],
          },
        ],
      },
      variables: [
        { name: 'a-b', type: 'string' },
        { name: 'n', type: 'number', default: 'x' },
      ],
    });
    expect(status).toBe(400);
    expect(errorsOf(json)).toEqual([
      '/variables/0/name',
      '/variables/1/default',
      '/config/scenes/0/duration',
      '/config/scenes/0/elements/0/text',
    ]);
    const known = { name: 'x', config: { width: 63, scenes: [{ duration: 1 }] } };
    const whole = await send('POST', '/templates', known);
    expect(errorsOf(whole.json)).toEqual(['/config/width']);
    const shape = await send('POST', '/templates', {
      config: [],
      variables: [{ type: 'x' }],
      y: 1,
    });
    expect(errorsOf(shape.json)).toEqual(
      expect.arrayContaining(['/y', '/name', '/config', '/variables/0/name', '/variables/0/type']),
    );
  });

  it('have revisions, and keep the earlier ones', async () => {
    const id = await keep();
    const body = { name: 'second', config: { ...CONFIG, fps: 25 }, variables: DECLARED };
    const changed = await send('PUT', `/templates/${id}`, body, { 'If-Match': '"1"' });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).toBe('"2"');
    expect(changed.json.data).toMatchObject({ name: 'second', revision: 2, config: { fps: 25 } });
    const stale = await send('PUT', `/templates/${id}`, body, { 'If-Match': '"1"' });
    expect([stale.status, stale.json['code']]).toEqual([412, 'PRECONDITION_FAILED']);
    expect((await send('PUT', `/templates/${id}`, body)).json.data['revision']).toBe(3);
    const first = await get(`/templates/${id}?revision=1`);
    expect(first.json.data).toMatchObject({ name: 'plain', revision: 1, config: CONFIG });
    expect((await get(`/templates/${id}?revision=9`)).json['code']).toBe('TEMPLATE_NOT_FOUND');
    expect((await get(`/templates/${id}?revision=x`)).status).toBe(400);
  });

  it('accept one of two concurrent updates of a revision', async () => {
    const id = await keep();
    const body = { name: 'x', config: CONFIG };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => send('PUT', `/templates/${id}`, body, { 'If-Match': '"1"' })),
    );
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('are listed newest first, in pages, for their owner only', async () => {
    const { key } = await service.key('videos:write', 'videos:read');
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.unshift(await keep({ name: `t${n}` }, key));
    const seen: string[] = [];
    for (let query = ''; seen.length < 5;) {
      const { data } = (await get(`/templates?limit=2${query}`, key)).json;
      const page = data['templates'] as { id: string; config?: unknown }[];
      expect(page.every((template) => !('config' in template))).toBe(true);
      seen.push(...page.map(({ id }) => id));
      const { next_cursor } = data['pagination'] as { next_cursor: string | null };
      expect(next_cursor === null).toBe(seen.length === 5);
      query = `&cursor=${next_cursor}`;
    }
    expect(seen).toEqual(ids);
    expect((await get('/templates?cursor=x', key)).status).toBe(400);
    const all = (await get('/templates?limit=100', ADMIN_KEY)).json.data['templates'] as object[];
    expect(all.length).toBeGreaterThan(5);
  });

  it('are hidden from other keys', async () => {
    const id = await keep();
    for (const path of [id, NOBODY, 'x', '%00']) {
      const answers = await Promise.all([
        get(`/templates/${path}`, bob.key),
        send('PUT', `/templates/${path}`, { name: 'x', config: CONFIG }, {}, bob.key),
        send('DELETE', `/templates/${path}`, undefined, {}, bob.key),
        send('POST', '/videos', { template: path === id ? id : NOBODY }, {}, bob.key),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
      expect(new Set(answers.map(({ json }) => json['code']))).toEqual(
        new Set(['TEMPLATE_NOT_FOUND']),
      );
    }
    const reader = await service.key('videos:read');
    expect((await send('POST', '/templates', {}, {}, reader.key)).status).toBe(403);
  });

  it('are deleted once, and videos from them remain', async () => {
    const id = await keep();
    const made = await send('POST', '/videos', { template: id, variables: { seconds: 1 } });
    expect((await send('DELETE', `/templates/${id}`)).json.data).toEqual({ id, deleted: true });
    expect((await send('DELETE', `/templates/${id}`)).status).toBe(404);
    expect((await get(`/templates/${id}`)).status).toBe(404);
    expect((await send('POST', '/videos', { template: id })).status).toBe(404);
    const job = await get(`/jobs/${made.json['job_id'] as string}`);
    expect(job.json.data).toMatchObject({ template_id: id, template_revision: 1 });
  });

  it('are recorded in the audit trail', async () => {
    const id = await keep();
    await send('PUT', `/templates/${id}`, { name: 'x', config: CONFIG });
    await send('DELETE', `/templates/${id}`);
    const { data } = (await get('/audit/events?limit=3')).json;
    const events = data['events'] as Record<string, unknown>[];
    expect(events.map(({ type, data, owner_id }) => [type, data, owner_id])).toEqual([
      ['template.deleted', { template_id: id, revision: 2 }, ann.id],
      ['template.updated', { template_id: id, revision: 2 }, ann.id],
      ['template.created', { template_id: id, revision: 1 }, ann.id],
    ]);
  });
});

describe('POST /videos with a template', () => {
  it('creates a self-contained job', async () => {
    const id = await keep();
    const made = await send('POST', '/videos', {
      template: id,
      variables: { seconds: 2 },
      'client-data': { row: 7 },
    });
    expect(made.status).toBe(202);
    const job = await get(`/jobs/${made.json['job_id'] as string}`);
    expect(job.json.data).toMatchObject({ template_id: id, template_revision: 1, batch_id: null });
    expect(job.json.data['config']).toEqual({
      ...CONFIG,
      'client-data': { row: 7 },
      variables: { color: '#AABBCC', intro: false, seconds: 2 },
    });
  });

  it('accepts an earlier revision', async () => {
    const id = await keep();
    await send('PUT', `/templates/${id}`, { name: 'x', config: { scenes: [{ duration: 9 }] } });
    const body = { template: id, 'template-revision': 1, variables: { seconds: 2 } };
    const made = await send('POST', '/videos', body);
    const job = await get(`/jobs/${made.json['job_id'] as string}`);
    expect(job.json.data).toMatchObject({ template_revision: 1, config: { width: 64 } });
  });

  it('reports invalid variables, and their positions in the template', async () => {
    const template = await keep();
    const refused = async (body: object) => {
      const { status, json } = await send('POST', '/videos', body);
      expect(status).toBe(400);
      return errorsOf(json);
    };
    expect(await refused({ template })).toEqual(['/variables/seconds']);
    expect(await refused({ template, variables: { seconds: '2', x: 1 } })).toEqual([
      '/variables/x',
      '/variables/seconds',
    ]);
    expect(await refused({ template, variables: { seconds: -5 } })).toEqual([
      '/template/scenes/1/duration',
    ]);
    expect(await refused({ template, scenes: [], variables: [] })).toEqual([
      '/scenes',
      '/variables',
    ]);
    expect(await refused({ template: 7 })).toEqual(['/template']);
    const loose = await keep({ variables: [] });
    expect(await refused({ template: loose })).toEqual(['/template/scenes/1/duration']);
  });

  it('modifies elements by their IDs, and says which it does not find', async () => {
    const text = { type: 'text', id: 'Title', text: 'Hello' };
    const config = { width: 64, height: 64, scenes: [{ duration: 1, elements: [text] }] };
    const template = await keep({ config, variables: [] });
    const modifications = { Title: 'Bye', 'Title.settings.color': '#ff0000', Nobody: 1 };
    const made = await send('POST', '/videos', { template, modifications });
    expect(made.status).toBe(202);
    const job = (await get(`/jobs/${made.json['job_id'] as string}`)).json.data;
    expect(job['config']).toMatchObject({
      scenes: [{ elements: [{ text: 'Bye', settings: { color: '#ff0000' } }] }],
    });
    expect(job['warnings']).toEqual([
      expect.stringContaining('/modifications/Nobody: No element has the ID "Nobody"'),
    ]);
    const wrong = { template, modifications: { 'Title.opacity': 7 } };
    expect(errorsOf((await send('POST', '/videos', wrong)).json)).toEqual([
      '/modifications/Title.opacity',
    ]);
  });

  it('modifies a RenderScript as the system that it is for', async () => {
    const elements = [
      { type: 'text', name: 'Title-1', text: 'Hello', font_family: 'Inter' },
      { type: 'image', name: 'Image-1', source: 'https://media.example/a.jpg' },
    ];
    const config = { output_format: 'mp4', width: 64, height: 64, duration: 1, elements };
    const template = await keep({ config, variables: [] });
    const modifications = {
      'Title-1': 'Bye',
      'Title-1.fill_color': '#ff0000',
      'Image-1.source': 'https://media.example/b.jpg',
    };
    const made = await send('POST', '/videos', { template_id: template, modifications });
    expect(made.status).toBe(202);
    const wrong = { template, modifications: { 'Image-1.provider': 'openai' } };
    expect(errorsOf((await send('POST', '/videos', wrong)).json)).toEqual([
      '/modifications/Image-1.provider',
    ]);
  });

  it('counts a repeated request once', async () => {
    const body = { template: await keep(), variables: { seconds: 1 } };
    const headers = { 'Idempotency-Key': 'of-a-template' };
    const first = await send('POST', '/videos', body, headers);
    const again = await send('POST', '/videos', body, headers);
    expect(again.json['job_id']).toBe(first.json['job_id']);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  });
});

describe('batches', () => {
  const items = [
    { variables: { seconds: 1 }, 'client-data': 'a' },
    { variables: { seconds: 2, intro: true } },
    { variables: { seconds: 3 }, client_data: { c: 1 } },
  ];

  async function batch(body: object, headers: Record<string, string> = {}) {
    const made = await send('POST', '/videos/batch', body, headers);
    expect(made.status).toBe(202);
    return made.json.data as { batch_id: string; job_ids: string[] };
  }

  it('create a job for each item, in order', async () => {
    const template = await keep();
    const made = await send('POST', '/videos/batch', { template, items });
    const { batch_id, job_ids } = made.json.data as { batch_id: string; job_ids: string[] };
    expect(made.headers.get('location')).toBe(`/api/v1/batches/${batch_id}`);
    expect(job_ids).toHaveLength(3);
    const jobs = await Promise.all(job_ids.map((id) => get(`/jobs/${id}`)));
    const configs = jobs.map(({ json }) => json.data['config'] as Record<string, unknown>);
    expect(configs.map((config) => (config['variables'] as { seconds: number }).seconds)).toEqual([
      1, 2, 3,
    ]);
    expect(configs.map((config) => config['client-data'])).toEqual([
      'a',
      { of: 'the template' },
      { c: 1 },
    ]);
    for (const { json } of jobs) {
      expect(json.data).toMatchObject({ batch_id, template_id: template, template_revision: 1 });
    }
    const listed = await get(`/jobs?batch=${batch_id}&limit=2`);
    expect(listed.json.data['pagination']).toMatchObject({ total: 3, has_more: true });
    expect((listed.json.data['jobs'] as { job_id: string }[]).map(({ job_id }) => job_id)).toEqual([
      job_ids[2],
      job_ids[1],
    ]);
    const queued = await service.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE data->>'jobId' = ANY($1)`,
      [job_ids],
    );
    expect(queued).toEqual([{ n: 3 }]);
  });

  it('also accept a config in the request', async () => {
    const { job_ids } = await batch({ config: CONFIG, items: [{ variables: { seconds: 1 } }] });
    const { data } = (await get(`/jobs/${job_ids[0]!}`)).json;
    expect(data).toMatchObject({ template_id: null, config: { variables: { seconds: 1 } } });
  });

  it('are rejected as a whole, with the issues of every item', async () => {
    const count = async () => (await get('/jobs')).json.data['pagination'] as { total: number };
    const before = await count();
    const wrong = [...items, { variables: {} }, { variables: { seconds: 0 } }];
    const template = await keep();
    const { status, json } = await send('POST', '/videos/batch', { template, items: wrong });
    expect([status, errorsOf(json)]).toEqual([
      400,
      ['/items/3/variables/seconds', '/items/4/template/scenes/1/duration'],
    ]);
    const inline = await send('POST', '/videos/batch', { config: CONFIG, items: [{}] });
    expect(errorsOf(inline.json)).toEqual(['/items/0/config/scenes/1/duration']);
    const shape = await send('POST', '/videos/batch', { items: [{ variables: 1, x: 1 }], y: 2 });
    expect(errorsOf(shape.json)).toEqual(['/y', '/items/0/x', '/items/0/variables']);
    for (const body of [{ items }, { items, template, config: CONFIG }]) {
      expect(errorsOf((await send('POST', '/videos/batch', body)).json)).toEqual(['']);
    }
    for (const many of [[], Array.from({ length: 501 }, () => ({}))]) {
      const answer = await send('POST', '/videos/batch', { template, items: many });
      expect(errorsOf(answer.json)).toEqual(['/items']);
    }
    expect((await count()).total).toBe(before.total);
  });

  it('limit the data that they store', async () => {
    const config = { ...CONFIG, comment: 'x'.repeat(2_000), 'client-data': 'y'.repeat(500_000) };
    const many = Array.from({ length: 100 }, () => ({ variables: { seconds: 1 } }));
    const { status, json } = await send('POST', '/videos/batch', { config, items: many });
    expect([status, errorsOf(json)]).toEqual([400, ['/items']]);
    const list = Array.from({ length: 1_000 }, (_, n) => n);
    const repeated = { variables: { list }, scenes: [{ iterate: 'list', duration: 1 }] };
    const items = Array.from({ length: 101 }, () => ({}));
    const parts = await send('POST', '/videos/batch', { config: repeated, items });
    expect([parts.status, errorsOf(parts.json)]).toEqual([400, ['/items']]);
  });

  it('count once, however often they are sent', async () => {
    const body = { template: await keep(), items };
    const headers = { 'Idempotency-Key': 'of-a-batch' };
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => send('POST', '/videos/batch', body, headers)),
    );
    expect(new Set(answers.map(({ json }) => JSON.stringify(json.data))).size).toBe(1);
    const replayed = answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true');
    expect(replayed).toHaveLength(2);
    const other = await send('POST', '/videos/batch', { ...body, items: [items[0]] }, headers);
    expect(other.json['code']).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('report their progress, and are canceled as a whole', async () => {
    const { batch_id, job_ids } = await batch({ template: await keep(), items });
    expect((await send('POST', `/jobs/${job_ids[1]!}/cancel`)).status).toBe(200);
    const open = { pending: 2, processing: 0, completed: 0, failed: 0, cancelled: 1 };
    expect((await get(`/batches/${batch_id}`)).json.data).toMatchObject({
      id: batch_id,
      size: 3,
      counts: open,
      finished: false,
      links: { jobs: `/api/v1/jobs?batch=${batch_id}` },
    });
    for (const path of [batch_id, NOBODY, 'x']) {
      expect((await get(`/batches/${path}`, bob.key)).json['code']).toBe('BATCH_NOT_FOUND');
      const refused = await send('POST', `/batches/${path}/cancel`, undefined, {}, bob.key);
      expect(refused.status).toBe(404);
    }
    for (let times = 0; times < 2; times++) {
      const { status, json } = await send('POST', `/batches/${batch_id}/cancel`);
      expect(status).toBe(200);
      expect(json.data).toMatchObject({ counts: { pending: 0, cancelled: 3 }, finished: true });
    }
    const { data } = (await get('/audit/events?type=batch.cancelled')).json;
    expect(data['events']).toMatchObject([{ data: { batch_id, jobs: 2 }, owner_id: ann.id }]);
    const trail = await get(`/jobs/${job_ids[0]!}/events`);
    expect((trail.json.data['events'] as { type: string }[]).map(({ type }) => type)).toEqual([
      'job.accepted',
      'job.cancelled',
    ]);
  });

  it('accept the maximum number of items in one request', async () => {
    const many = Array.from({ length: 500 }, (_, n) => ({ variables: { seconds: n + 1 } }));
    const { batch_id, job_ids } = await batch({ template: await keep(), items: many });
    expect(new Set(job_ids).size).toBe(500);
    expect((await get(`/batches/${batch_id}`)).json.data).toMatchObject({
      size: 500,
      counts: { pending: 500 },
    });
    await send('POST', `/batches/${batch_id}/cancel`);
  }, 60_000);
});
