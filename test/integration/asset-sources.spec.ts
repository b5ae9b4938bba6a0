import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../../src/config/load-config.js';
import { S3Store } from '../../src/engine/storage/s3-store.js';
import { type RunningService, startService } from '../../src/start-service.js';
import { type S3Server, startS3Server } from '../support/s3-server.js';
import { ADMIN_KEY, type Answer, startTestService, type TestService } from '../support/service.js';

const SCOPES = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'];
const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';
const LIMIT_MS = 120_000;
/** A PNG of one red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const SRT = '1\n00:00:00,100 --> 00:00:00,900\nHello there\n';

const folders: string[] = [];
const started: RunningService[] = [];
let s3: S3Server;
let store: S3Store;
/** One API, and another one on the same database and store, each with a data folder of its own. */
let service: TestService;
let otherUrl: string;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'videocraft-assets-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function startElsewhere(api: boolean): Promise<RunningService> {
  const config = loadConfig({
    DATABASE_URL: service.databaseUrl,
    VIDEOCRAFT_DATA_DIR: await newFolder(),
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: api ? '0' : '1',
    VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    ...s3.env,
  });
  const running = await startService(config, { api, logLevel: 'fatal' });
  started.push(running);
  return running;
}

beforeAll(async () => {
  s3 = await startS3Server();
  store = new S3Store(s3.settings);
  service = await startTestService({ ...s3.env, VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0' });
  otherUrl = (await startElsewhere(true)).url!;
}, 120_000);

afterAll(async () => {
  for (const running of started) await running.stop();
  await service.close();
  store.close();
  await s3.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}, 120_000);

async function headers(key: string): Promise<Record<string, string>> {
  const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
  return { Authorization: `Bearer ${key}`, 'X-CSRF-Token': token };
}

/** Uploads a file as a form, by default at the first API. Returns the ID of the asset. */
async function upload(content: Buffer | string, key: string, url = service.url): Promise<string> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(Buffer.from(content))]), 'x');
  const response = await fetch(`${url}/api/v1/assets`, {
    method: 'POST',
    headers: await headers(key),
    body: form,
  });
  expect([200, 201]).toContain(response.status);
  return ((await response.json()) as { data: { id: string } }).data.id;
}

const picture = () => Buffer.concat([PNG, randomBytes(16)]);
const newKey = async () => (await service.key(...SCOPES)).key;
const image = (src: string) => ({ type: 'image', src });
const video = (...elements: object[]) => ({
  width: 64,
  height: 64,
  scenes: [{ duration: 1, elements }],
});
const create = (config: object, key: string, path = '/videos') =>
  service.change('POST', path, { body: config, key });
const errorsOf = ({ json }: Answer) => json['errors'] as { pointer: string; message: string }[];
const objects = async (prefix: string) =>
  (await store.list(prefix, null)).objects.map(({ key }) => key);

async function ended(id: string, key: string): Promise<Record<string, unknown>> {
  for (const end = Date.now() + LIMIT_MS; ; await delay(100)) {
    const { json } = await service.call(`/jobs/${id}/status`, { key });
    if (['completed', 'failed', 'cancelled'].includes(String(json['status']))) {
      return (await service.call(`/jobs/${id}`, { key })).json.data;
    }
    if (Date.now() > end) throw new Error(JSON.stringify(json));
  }
}

describe('a video config that names an asset', () => {
  it.each([
    [
      'a lookup table',
      (src: string) => video({ ...image('https://example.com/a.png'), correction: { lut: src } }),
      '/scenes/0/elements/0/correction/lut',
    ],
    ['an element', (src: string) => video(image(src)), '/scenes/0/elements/0/src'],
    [
      'an element of the whole video',
      (src: string) => ({ ...video(), elements: [image(src)] }),
      '/elements/0/src',
    ],
    [
      'a caption file',
      (src: string) => ({ ...video(), elements: [{ type: 'subtitles', captions: src }] }),
      '/elements/0/captions',
    ],
    [
      'a font',
      (src: string) => ({
        ...video(),
        elements: [{ type: 'subtitles', text: 'Hi', settings: { 'font-url': src } }],
      }),
      '/elements/0/settings/font-url',
    ],
    [
      'an expression',
      (src: string) => ({ ...video(image('{{ picture }}')), variables: { picture: src } }),
      '/scenes/0/elements/0/src',
    ],
  ])(
    'is refused if it does not exist or belongs to another key: %s',
    async (_what, make, pointer) => {
      const [ann, bob] = [await newKey(), await newKey()];
      const id = await upload(picture(), ann);
      const answers = [];
      for (const [asked, key] of [
        [id, bob],
        [id, ADMIN_KEY],
        [NOBODY, bob],
      ] as const) {
        const answer = await create(make(`asset:${asked}`), key);
        expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
        answers.push(JSON.stringify(errorsOf(answer)).replaceAll(asked, 'ID'));
        expect(errorsOf(answer)).toEqual([
          { pointer, message: `No asset with the ID ${asked} belongs to your key.` },
        ]);
      }
      expect(new Set(answers).size).toBe(1);
      const accepted = await create(make(`asset:${id}`), ann);
      expect(accepted.status).toBe(202);
      await service.change('POST', `/jobs/${accepted.json['job_id'] as string}/cancel`, {
        key: ann,
      });
    },
  );

  it.each(['asset:', 'asset:x', `asset://${NOBODY}`, `asset:${NOBODY}.png`])(
    'is refused if %j is no address',
    async (src) => {
      const [error] = errorsOf(await create(video(image(src)), ADMIN_KEY));
      expect(error!.pointer).toBe('/scenes/0/elements/0/src');
      expect(error!.message).toContain('"asset:" and the ID of an asset');
    },
  );

  it('can be a template and a batch, whose items are told apart', async () => {
    const key = await newKey();
    const id = await upload(picture(), key);
    const made = await create(
      { name: 't', config: video(image('{{ picture }}')) },
      key,
      '/templates',
    );
    const template = made.json.data['id'] as string;
    const items = [`asset:${id}`, `asset:${NOBODY}`].map((src) => ({
      variables: { picture: src },
    }));
    const refused = await create({ template, items }, key, '/videos/batch');
    expect(errorsOf(refused)).toEqual([
      {
        pointer: '/items/1/template/scenes/0/elements/0/src',
        message: expect.stringContaining(NOBODY),
      },
    ]);
    const accepted = await create({ template, items: [items[0]] }, key, '/videos/batch');
    expect(accepted.status).toBe(202);
    const batch = accepted.json.data['batch_id'] as string;
    await service.change('POST', `/batches/${batch}/cancel`, { key });
  });

  it('has a bound on the number of assets', async () => {
    const elements = Array.from({ length: 501 }, (_, n) =>
      image(`asset:01890000-0000-7000-8000-${String(n).padStart(12, '0')}`),
    );
    const scenes = elements.map((element) => ({ duration: 1, elements: [element] }));
    const answer = await create({ ...video(), scenes }, ADMIN_KEY);
    expect(errorsOf(answer)[0]!.message).toContain('at most 500');
  });
});

describe('an asset on an S3 store', () => {
  it('that is uploaded in parts at two APIs is used at a third machine', async () => {
    const key = await newKey();
    const bytes = picture();
    const common = { ...(await headers(key)), 'Tus-Resumable': '1.0.0' };
    const begun = await fetch(`${service.url}/api/v1/assets/uploads`, {
      method: 'POST',
      headers: { ...common, 'Upload-Length': String(bytes.length) },
    });
    const path = begun.headers.get('location')!;
    const append = (url: string, from: number, to: number) =>
      fetch(`${url}${path}`, {
        method: 'PATCH',
        headers: {
          ...common,
          'Content-Type': 'application/offset+octet-stream',
          'Upload-Offset': String(from),
        },
        body: new Uint8Array(bytes.subarray(from, to)),
      });
    expect((await append(otherUrl, 0, 40)).status).toBe(204);
    expect(await objects('uploads/')).toHaveLength(1);
    const last = await append(service.url, 40, bytes.length);
    const id = last.headers.get('x-asset-id')!;
    expect(await objects('uploads/')).toEqual([]);
    const captions = await upload(`${SRT}\n`, key, otherUrl);
    const font = await upload(
      await readFile('node_modules/@fontsource/anton/files/anton-latin-400-normal.woff2'),
      key,
      otherUrl,
    );
    const config = {
      ...video(image(`asset:${id}`), { ...image(`asset:${id}`), width: 10, height: 10 }),
      elements: [
        {
          type: 'subtitles',
          captions: `asset:${captions}`,
          settings: { 'font-url': `asset:${font}` },
        },
      ],
    };
    const job = (await create(config, key)).json['job_id'] as string;
    const gone = (await create(video(image(`asset:${id}`)), key)).json['job_id'] as string;
    const before = await objects('assets/');
    // Both jobs wait. They keep what they name, and nobody else finds it.
    for (const asset of [id, captions, font]) {
      expect((await service.change('DELETE', `/assets/${asset}`, { key })).status).toBe(200);
      expect((await service.call(`/assets/${asset}`, { key })).status).toBe(404);
    }
    expect(errorsOf(await create(video(image(`asset:${id}`)), key))).toHaveLength(1);
    expect(await objects('assets/')).toEqual(before);
    await service.change('POST', `/jobs/${gone}/cancel`, { key });
    await startElsewhere(false);
    const { status, error } = await ended(job, key);
    expect([status, error ?? null]).toEqual(['completed', null]);
    expect((await service.call(`/videos/${job}/download`, { key })).status).toBe(200);
    // A job that is repeated is a new one.
    const retried = await service.change('POST', `/jobs/${gone}/retry`, { key });
    expect([retried.status, errorsOf(retried)[0]!.pointer]).toEqual([
      400,
      '/scenes/0/elements/0/src',
    ]);
  }, 200_000);
});
