import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { BUCKET, type S3Server, startS3Server } from '../support/s3-server.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';
import { startReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

const MAKER = ['videos:write', 'videos:read', 'jobs:read'] as const;

interface Delivery {
  readonly id: string;
  readonly destination: string;
  readonly state: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly files: readonly object[];
}

let folder: string;
let s3: S3Server;
let receiver: WebhookReceiver;
let service: TestService;
let queue: RenderQueue;
let attempts: AttemptStore;
let ann: { id: string; key: string };

const credentials = () => ({
  access_key_id: s3.settings.credentials!.accessKeyId,
  secret_access_key: s3.settings.credentials!.secretAccessKey,
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-deliveries-'));
  s3 = await startS3Server();
  receiver = await startReceiver();
  const destinations = [
    {
      ...{ name: 'archive', type: 's3', keys: ['*'], endpoint: s3.settings.endpoint },
      ...{ bucket: BUCKET, folder: 'finished', ...credentials() },
    },
    {
      ...{ name: 'cms', type: 'http', keys: ['*'], url: `${receiver.url}/cms` },
      headers: { 'X-Token': 'of-the-operator' },
    },
    { name: 'private', type: 'http', keys: ['0123456789abcdef'], url: `${receiver.url}/private` },
  ];
  const path = join(folder, 'destinations.json');
  await writeFile(path, JSON.stringify({ destinations }), { mode: 0o600 });
  service = await startTestService({
    VIDEOCRAFT_DESTINATIONS_FILE: path,
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: receiver.host,
  });
  queue = new RenderQueue(service.databaseUrl, () => {});
  await queue.start();
  attempts = new AttemptStore(service.dataSource, queue);
  ann = await service.key(...MAKER);
}, 120_000);

afterAll(async () => {
  await queue.stop(5_000);
  await service.close();
  await receiver.close();
  await s3.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const post = (body: object, key = ann.key) => service.change('POST', '/videos', { key, body });

async function completed(config: object): Promise<string> {
  const answer = await post({ ...PROJECT, ...config });
  expect([answer.status, answer.text]).toEqual([202, expect.any(String)]);
  const id = answer.json['job_id'] as string;
  const claim = (await attempts.claim(id, 'w'))!;
  const files = join(service.dataDir, 'videos', `${id}-1`);
  await mkdir(files, { recursive: true });
  await writeFile(join(files, 'video.mp4'), 'video');
  await writeFile(join(files, 'subtitles.srt'), '1\n\nhi\n');
  await attempts.complete(claim, videoResult(`${id}-1`), [], []);
  return id;
}

async function deliveriesOf(id: string): Promise<Delivery[]> {
  const { json } = await service.call(`/jobs/${id}`, { key: ann.key });
  return json.data['deliveries'] as Delivery[];
}

async function settled(id: string, isSettled: (one: Delivery) => boolean): Promise<Delivery[]> {
  for (;;) {
    const all = await deliveriesOf(id);
    if (all.length > 0 && all.every(isSettled)) return all;
    await delay(50);
  }
}

const ended = ({ state }: Delivery) => state !== 'pending';

describe('destinations', () => {
  it('get the finished video, with events and webhooks, while the job is completed', async () => {
    const id = await completed({
      filename: 'Harbor.mp4',
      destinations: [
        { name: 'archive', path: '{year}/{job_id}/{filename}', files: 'all' },
        { name: 'cms' },
      ],
      webhook: { url: `${receiver.url}/told`, events: ['delivery.completed'] },
    });
    expect((await service.call(`/jobs/${id}`, { key: ann.key })).json.data['status']).toBe(
      'completed',
    );
    const [archive, cms] = await settled(id, ended);
    const year = new Date().getUTCFullYear();
    expect([archive, cms]).toMatchObject([
      {
        ...{ destination: 'archive', state: 'delivered', attempts: 1, error: null },
        files: [
          { name: 'video.mp4', path: `${year}/${id}/Harbor.mp4` },
          { name: 'subtitles.srt', path: `${year}/${id}/Harbor-subtitles.srt` },
        ],
      },
      { destination: 'cms', state: 'delivered', files: [{ path: 'Harbor.mp4' }] },
    ]);
    const client = new S3Client({
      ...{ endpoint: s3.settings.endpoint!, region: 'us-east-1', forcePathStyle: true },
      credentials: s3.settings.credentials!,
    });
    const Key = `finished/${year}/${id}/Harbor.mp4`;
    const object = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    expect([await object.Body!.transformToString(), object.ContentType]).toEqual([
      'video',
      'video/mp4',
    ]);
    client.destroy();
    const [sent] = await receiver.wait('/cms/Harbor.mp4');
    expect(sent).toMatchObject({
      ...{ method: 'PUT', body: 'video' },
      headers: { 'x-token': 'of-the-operator', 'content-type': 'video/mp4', 'content-length': '5' },
    });
    const told = await receiver.wait('/told', 2);
    expect(new Set(told.map(({ json }) => json.data.delivery!.destination))).toEqual(
      new Set(['archive', 'cms']),
    );
    const events = await service.call(`/jobs/${id}/events`, { key: ann.key });
    const types = (events.json.data['events'] as { type: string }[]).map(({ type }) => type);
    expect(types.filter((type) => type === 'delivery.completed')).toHaveLength(2);
    expect(events.text).not.toContain('of-the-operator');
  }, 30_000);

  it('can be an address that was signed for one upload, whose query nobody sees', async () => {
    const url = `${receiver.url}/bucket/key.mp4?X-Amz-Signature=0123abcd`;
    const id = await completed({ destinations: [{ url }] });
    const [one] = await settled(id, ended);
    expect(one).toMatchObject({
      destination: `${receiver.url}/bucket/key.mp4`,
      state: 'delivered',
    });
    const [sent] = await receiver.wait('/bucket/key.mp4?X-Amz-Signature=0123abcd');
    expect([sent!.method, sent!.body]).toEqual(['PUT', 'video']);
    const events = await service.call('/audit/events?limit=100');
    expect(events.text).not.toContain('0123abcd');
  }, 30_000);

  it('are tried again after a failure, by hand too, without files that are there', async () => {
    const path = '/cms/again.mp4';
    receiver.replies.set(path, (res, nth) => res.writeHead(nth === 1 ? 503 : 403).end());
    const id = await completed({ filename: 'again', destinations: [{ name: 'cms' }] });
    await receiver.wait(path);
    const [first] = await settled(id, (one) => one.attempts > 0);
    expect(first).toMatchObject({ error: 'The destination answered with status 503.' });
    const [failed] = await settled(id, ended);
    expect(failed).toMatchObject({
      ...{ state: 'failed', attempts: 2 },
      error: 'The destination answered with status 403.',
    });
    receiver.replies.delete(path);
    const retry = `/jobs/${id}/deliveries/${failed!.id}/retry`;
    const bob = await service.key(...MAKER);
    expect((await service.change('POST', retry, { key: bob.key })).status).toBe(404);
    expect((await service.change('POST', retry, { key: ann.key })).status).toBe(202);
    expect(await settled(id, ended)).toMatchObject([{ state: 'delivered', attempts: 3 }]);
  }, 60_000);

  it('do not get a video that was deleted', async () => {
    const path = '/cms/deleted.mp4';
    receiver.replies.set(path, (res) => res.writeHead(503).end());
    const id = await completed({ filename: 'deleted', destinations: [{ name: 'cms' }] });
    await receiver.wait(path);
    await service.change('DELETE', `/videos/${id}`, { key: ann.key });
    expect(await settled(id, ended)).toMatchObject([{ error: 'The video was deleted.' }]);
  }, 30_000);

  it('keep redirects and private addresses away', async () => {
    receiver.replies.set('/signed', (res) =>
      res.writeHead(307, { location: `${receiver.url}/elsewhere` }).end(),
    );
    const redirected = await completed({ destinations: [{ url: `${receiver.url}/signed` }] });
    expect(await settled(redirected, ended)).toMatchObject([
      { state: 'failed', error: 'The destination answered with status 307.' },
    ]);
    expect(receiver.of('/elsewhere')).toEqual([]);
    const id = await completed({ destinations: [{ url: 'http://127.0.0.1/' }] });
    const [blocked] = await settled(id, (one) => one.attempts > 0);
    expect(blocked!.error).toContain('not on the public internet');
  }, 30_000);
});

describe('a request with destinations', () => {
  it.each<[what: string, config: object, pointer: string, message: string]>([
    [
      'a name with a typo',
      { destinations: [{ name: 'archiv' }] },
      '/destinations/0/name',
      'Did you mean "archive"?',
    ],
    [
      'a destination of another key',
      { destinations: [{ name: 'private' }] },
      '/destinations/0/name',
      'Your key may use: archive, cms.',
    ],
    [
      'a path that leads out',
      { destinations: [{ name: 'cms', path: '../{filename}' }] },
      '/destinations/0/path',
      '".."',
    ],
    [
      'a placeholder that does not exist',
      { destinations: [{ name: 'cms', path: '{job}/{filename}' }] },
      '/destinations/0/path',
      '{job_id}',
    ],
    [
      'credentials',
      { destinations: [{ name: 'cms', password: 'x' }] },
      '/destinations/0/password',
      'Unknown field',
    ],
    ['neither name nor address', { destinations: [{}] }, '/destinations/0', '"name" or "url"'],
    ['a folder as file name', { filename: '../../x' }, '/filename', 'slashes'],
    [
      'a connection of JSON2Video with a typo',
      { exports: [{ destinations: [{ id: 'cmz', file: 'a.mp4' }] }] },
      '/exports/0/destinations/0/id',
      'Did you mean "cms"?',
    ],
    [
      'credentials of JSON2Video',
      { exports: [{ destinations: [{ type: 'sftp', host: 'a.example', password: 'x' }] }] },
      '/exports/0/destinations/0/host',
      'VIDEOCRAFT_DESTINATIONS_FILE',
    ],
  ])('is refused for %s', async (_what, config, pointer, message) => {
    const { status, json } = await post({ ...PROJECT, ...config });
    expect([status, json['errors']]).toEqual([
      400,
      [{ pointer, message: expect.stringContaining(message) }],
    ]);
  });

  it('names the item of a batch', async () => {
    const config = { ...PROJECT, destinations: [{ name: '{{ where }}' }] };
    const items = [{ variables: { where: 'cms' } }, { variables: { where: 'cmx' } }];
    const answer = await service.change('POST', '/videos/batch', {
      key: ann.key,
      body: { config, items },
    });
    expect([answer.status, answer.json['errors']]).toEqual([
      400,
      [expect.objectContaining({ pointer: '/items/1/config/destinations/0/name' })],
    ]);
  });

  it('takes exports of JSON2Video, with a warning', async () => {
    const file = 'promo-__yyyy__-__random__.mp4';
    const exports = [{ destinations: [{ id: 'cms', 'remote-path': '/in/', file }] }];
    const id = await completed({ exports });
    const [one] = await settled(id, ended);
    const path = `in/promo-${new Date().getUTCFullYear()}-${id}.mp4`;
    expect(one).toMatchObject({ state: 'delivered', files: [{ path }] });
    const { warnings } = (await service.call(`/jobs/${id}`, { key: ann.key })).json.data;
    expect(warnings).toEqual([expect.stringContaining('remote-path')]);
  }, 30_000);
});
