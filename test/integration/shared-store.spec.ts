import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../../src/config/load-config.js';
import { acceptStore } from '../../src/engine/storage/store-identity.js';
import { S3Store } from '../../src/engine/storage/s3-store.js';
import { openStore } from '../../src/engine/storage/storage.module.js';
import { StoreSweeper } from '../../src/engine/storage/store-sweeper.js';
import { type RunningService, startService } from '../../src/start-service.js';
import { type S3Server, startS3Server } from '../support/s3-server.js';
import { spreadSeconds } from '../support/spread-seconds.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const CONFIG = {
  width: 160,
  height: 90,
  scenes: [
    { duration: 1, elements: [{ type: 'text', text: 'One' }] },
    { duration: 1, elements: [{ type: 'text', text: 'Two' }] },
  ],
  elements: [
    {
      type: 'subtitles',
      words: [
        { word: 'Hello', start: 0.1, end: 0.6 },
        { word: 'there', start: 0.7, end: 1.2 },
      ],
    },
  ],
};
/** Estimated at more than eight seconds of one core. */
const LONG = {
  ...{ width: 640, height: 360, draft: true },
  scenes: Array.from({ length: 20 }, (_, index) => ({
    duration: 1,
    'background-color': `#${(0x100000 + index * 0x0345).toString(16)}`,
    elements: [{ type: 'text', text: `Scene ${index}`, 'fade-in': 1 }],
  })),
};
const LIMIT_MS = 150_000;

const folders: string[] = [];
const started: RunningService[] = [];

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'videocraft-own-'));
  await chmod(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** A process with a data folder of its own, on the database of a service. */
async function startElsewhere(
  service: TestService,
  env: Record<string, string>,
  api: boolean,
): Promise<RunningService> {
  const config = loadConfig({
    DATABASE_URL: service.databaseUrl,
    VIDEOCRAFT_DATA_DIR: await newFolder(),
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: api ? '0' : '1',
    VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
    ...env,
  });
  const running = await startService(config, { api, logLevel: 'fatal' });
  started.push(running);
  return running;
}

async function stopOne(running: RunningService): Promise<void> {
  started.splice(started.indexOf(running), 1);
  await running.stop();
}

/** A key, whose jobs find nothing in the caches of others. */
async function newKey(service: TestService): Promise<string> {
  return (await service.key('videos:write', 'videos:read', 'jobs:read')).key;
}

async function render(
  service: TestService,
  config: object = CONFIG,
  key = ADMIN_KEY,
): Promise<string> {
  const { json } = await service.change('POST', '/videos', { body: config, key });
  const id = String(json['job_id']);
  for (const end = Date.now() + LIMIT_MS; ; await delay(50)) {
    const { status } = (await service.call(`/jobs/${id}/status`)).json;
    if (status === 'completed') return id;
    if (status === 'failed' || Date.now() > end) {
      throw new Error((await service.call(`/jobs/${id}`)).text);
    }
  }
}

const videoOf = async (service: TestService, id: string) =>
  (await service.call(`/videos/${id}`)).json.data as {
    size_bytes: number;
    sha256: string;
    segments: { total: number; cached: number };
  };

afterAll(async () => {
  for (const running of [...started]) await stopOne(running);
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
}, 60_000);

describe('an API and workers with data folders of their own, on one S3 store', () => {
  let server: S3Server;
  let service: TestService;
  let worker: RunningService;
  let store: S3Store;
  let id: string;

  beforeAll(async () => {
    server = await startS3Server();
    store = new S3Store(server.settings);
    service = await startTestService(server.env);
    worker = await startElsewhere(service, server.env, false);
    id = await render(service);
  }, 180_000);

  afterAll(async () => {
    await stopOne(worker);
    await service.close();
    store.close();
    await server.close();
  }, 180_000);

  afterEach(() => {
    server.fault = () => null;
  });

  const keys = async (prefix: string) =>
    (await store.list(prefix, null)).objects.map(({ key }) => key);
  const download = (headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${service.url}/api/v1/videos/${id}/download`, {
      method,
      headers: { Authorization: `Bearer ${ADMIN_KEY}`, ...headers },
    });

  it('serves what another machine rendered', async () => {
    const { size_bytes, sha256 } = await videoOf(service, id);
    const whole = await download();
    expect(whole.status).toBe(200);
    expect((await whole.arrayBuffer()).byteLength).toBe(size_bytes);
    expect(whole.headers.get('etag')).toBe(`"${sha256}"`);
    expect(await keys(`videos/${id}-`)).toContain(`videos/${id}-1/video.mp4`);
    expect(await readdir(join(service.dataDir, 'videos'))).toEqual([]);
    const transcript = await service.call(`/videos/${id}/transcript`);
    expect(transcript.text).toContain('Hello');
    const captions = await service.call(`/videos/${id}/subtitles.srt`);
    expect(captions.text).toContain('Hello there');
  });

  it('answers ranges and conditions as with a folder', async () => {
    const { size_bytes, sha256 } = await videoOf(service, id);
    const all = Buffer.from(await (await download()).arrayBuffer());
    const part = await download({ Range: 'bytes=2-5' });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 2-5/${size_bytes}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(all.subarray(2, 6))).toBe(true);
    const tail = await download({ Range: 'bytes=-3' });
    expect(Buffer.from(await tail.arrayBuffer()).equals(all.subarray(-3))).toBe(true);
    expect((await download({ Range: `bytes=-${size_bytes + 1}` })).status).toBe(206);
    const beyond = await download({ Range: `bytes=${size_bytes}-` });
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get('content-range')).toBe(`bytes */${size_bytes}`);
    expect((await download({ Range: 'bytes=0-0,5-5' })).status).toBe(200);
    expect((await download({ Range: 'bytes=2-5', 'If-Range': '"other"' })).status).toBe(200);
    expect((await download({ Range: 'bytes=2-5', 'If-Range': `"${sha256}"` })).status).toBe(206);
    expect((await download({ 'If-None-Match': `"${sha256}"` })).status).toBe(304);
    expect((await download({ 'If-Match': '"other"' })).status).toBe(412);
    const modified = part.headers.get('last-modified')!;
    expect((await download({ 'If-Modified-Since': modified })).status).toBe(304);
    const past = 'Sat, 01 Jan 2022 00:00:00 GMT';
    expect((await download({ 'If-Modified-Since': past })).status).toBe(200);
    expect((await download({ 'If-Unmodified-Since': past })).status).toBe(412);
    const head = await download({}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(size_bytes)]);
  });

  it('renders nothing twice on another machine', async () => {
    await stopOne(worker);
    worker = await startElsewhere(service, server.env, false);
    const again = await render(service);
    const { segments } = await videoOf(service, again);
    expect(segments.cached).toBe(segments.total);
    expect(await videoOf(service, again)).toMatchObject({
      sha256: (await videoOf(service, id)).sha256,
    });
  }, 180_000);

  it('renders again what is damaged in the shared caches', async () => {
    for (const key of await keys('caches/')) {
      const file = join(await newFolder(), 'damaged');
      await writeFile(file, 'not a segment');
      await store.put(key, file, new AbortController().signal);
    }
    await stopOne(worker);
    worker = await startElsewhere(service, server.env, false);
    const again = await render(service);
    expect((await videoOf(service, again)).segments.cached).toBe(0);
    expect((await videoOf(service, again)).sha256).toBe((await videoOf(service, id)).sha256);
  }, 180_000);

  it('renders a long video on two machines, each segment once, to the same bytes', async () => {
    await stopOne(worker);
    const env = { ...server.env, VIDEOCRAFT_WORKERS_SPREAD_SECONDS: spreadSeconds(4) };
    worker = await startElsewhere(service, env, false);
    const other = await startElsewhere(service, env, false);
    const [together, alone] = [await newKey(service), await newKey(service)];
    const since = server.requests.length;
    const first = await render(service, LONG, together);
    const requests = server.requests.slice(since).map((request) => request.split('?')[0]!);
    const ofSegments = requests.filter((request) => request.includes('/caches/segments/'));
    const counts = new Map<string, number>();
    for (const request of ofSegments) counts.set(request, (counts.get(request) ?? 0) + 1);
    const most = (method: string) =>
      Math.max(...[...counts].map(([request, n]) => (request.startsWith(method) ? n : 0)));
    // Each machine looks once before it renders. A third look is that for what the other one rendered.
    expect(most('GET')).toBe(3);
    expect(most('PUT')).toBe(1);
    expect(requests.filter((request) => /^PUT .*\/plans\/.*\/chunk-/.test(request))).not.toEqual(
      [],
    );
    // They are removed after the job is completed.
    for (let looks = 0; looks < 200 && (await keys('plans/')).length > 0; looks++) await delay(50);
    expect(await keys('plans/')).toEqual([]);
    await stopOne(other);
    const second = await render(service, LONG, alone);
    const [{ sha256, segments }, onOne] = [
      await videoOf(service, first),
      await videoOf(service, second),
    ];
    expect([sha256, segments.cached, onOne.segments.cached]).toEqual([onOne.sha256, 0, 0]);
  }, 300_000);

  it('accepts the CSRF token of another API process', async () => {
    const other = await startElsewhere(service, server.env, true);
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const answer = await fetch(`${other.url}/api/v1/keys`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${ADMIN_KEY}`,
        'X-CSRF-Token': token,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ name: 'other', scopes: ['videos:read'] }),
    });
    expect(answer.status).toBe(201);
    await stopOne(other);
  }, 180_000);

  it('redirects to the store if it is set so', async () => {
    const env = { ...server.env, VIDEOCRAFT_STORAGE_DOWNLOADS: 'redirect' };
    const other = await startElsewhere(service, env, true);
    const url = `${other.url}/api/v1/videos/${id}/download`;
    const headers = { Authorization: `Bearer ${ADMIN_KEY}` };
    const answer = await fetch(url, { headers, redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const address = answer.headers.get('location')!;
    expect(address).toContain(server.url);
    const file = await fetch(address, { headers: { Range: 'bytes=0-9' } });
    expect(file.status).toBe(206);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${id}.mp4"`);
    expect((await fetch(url, { headers, method: 'HEAD' })).status).toBe(200);
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(401);
    await stopOne(other);
  }, 180_000);

  it('says that the store is away, and when to come again', async () => {
    server.fault = () => ({ kind: 'status', status: 503, code: 'SlowDown' });
    const answer = await download();
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.text()).toContain('The storage of videos does not respond.');
    expect((await service.change('DELETE', `/videos/${id}`)).status).toBe(503);
    server.fault = () => null;
    expect((await download()).status).toBe(200);
  }, 60_000);

  it('breaks a download off rather than end it early', async () => {
    server.fault = ({ method }) => (method === 'GET' ? { kind: 'half', bytes: 100 } : null);
    const { size_bytes } = await videoOf(service, id);
    const answer = await download({ Range: 'bytes=0-250' });
    expect((await answer.arrayBuffer()).byteLength).toBe(251);
    server.fault = ({ method }) => (method === 'GET' ? { kind: 'half', bytes: 0 } : null);
    await expect(download().then((one) => one.arrayBuffer())).rejects.toThrow('fetch failed');
    expect(size_bytes).toBeGreaterThan(250);
  }, 60_000);

  it('retries a job whose upload fails, and leaves no file of the first attempt', async () => {
    let refused = 0;
    server.fault = ({ method, url }) =>
      method === 'PUT' && url!.includes('-1/video.mp4') && ++refused
        ? { kind: 'status', status: 503, code: 'SlowDown' }
        : null;
    const again = await render(service);
    expect(refused).toBeGreaterThan(0);
    const attempts = new Set((await keys(`videos/${again}-`)).map((key) => key.split('/')[1]));
    expect([...attempts]).toEqual([`${again}-2`]);
  }, 180_000);

  it('sweeps old entries, and files that no job names', async () => {
    const file = join(await newFolder(), 'left');
    await writeFile(file, 'left');
    const { signal } = new AbortController();
    const unknown = 'videos/018e0000-0000-7000-8000-000000000001-1/video.mp4';
    for (const key of [`videos/${id}-7/video.mp4`, unknown, 'plans/a/1', 'caches/words/old']) {
      await store.put(key, file, signal);
    }
    const config = loadConfig({ ...server.env, VIDEOCRAFT_DATA_DIR: service.dataDir });
    const sweeper = new StoreSweeper(store, config, service.dataSource);
    await sweeper.sweep(Date.now());
    expect(await keys('plans/')).toEqual(['plans/a/1']);
    expect(await keys('caches/words/')).toContain('caches/words/old');
    await sweeper.sweep(Date.now() + 40 * 24 * 3_600_000);
    expect(await keys('plans/')).toEqual([]);
    expect(await keys('caches/')).toEqual([]);
    const left = await keys('videos/');
    expect(left).not.toContain(`videos/${id}-7/video.mp4`);
    expect(left).toContain(`videos/${id}-1/video.mp4`);
    expect(left).toContain(unknown);
  });

  it('bounds the shared caches by size, and removes the oldest', async () => {
    const file = join(await newFolder(), 'entry');
    await writeFile(file, Buffer.alloc(1000));
    await store.put('caches/words/a', file, new AbortController().signal);
    const env = { ...server.env, VIDEOCRAFT_STORAGE_CACHE_MAX_BYTES: '500' };
    const config = loadConfig({ ...env, VIDEOCRAFT_DATA_DIR: service.dataDir });
    await new StoreSweeper(store, config, service.dataSource).sweep(Date.now() + 1_000);
    expect(await keys('caches/')).toEqual([]);
  });

  it('deletes all files of a video', async () => {
    expect((await service.change('DELETE', `/videos/${id}`)).status).toBe(200);
    expect(await keys(`videos/${id}-`)).toEqual([]);
    expect((await download()).status).toBe(404);
  });
});

describe('two data folders on one database', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService();
  }, 180_000);

  afterAll(() => service.close(), 60_000);

  it.each([true, false])('stop the second process at its start (API: %s)', async (api) => {
    await expect(startElsewhere(service, {}, api)).rejects.toThrow(
      `The videos of this database are in the folder ${service.dataDir}, but this process is set to the folder`,
    );
  });

  it('start if they are one folder', async () => {
    const env = { VIDEOCRAFT_DATA_DIR: service.dataDir };
    const other = await startElsewhere(service, env, true);
    expect(other.url).not.toBeNull();
    await stopOne(other);
  }, 180_000);

  it('start after the operator accepts the other store', async () => {
    const dataDir = await newFolder();
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir });
    const store = await openStore(config);
    await acceptStore({ databaseUrl: service.databaseUrl, store, dataDir });
    await stopOne(await startElsewhere(service, { VIDEOCRAFT_DATA_DIR: dataDir }, true));
    const env = { VIDEOCRAFT_DATA_DIR: service.dataDir };
    await expect(startElsewhere(service, env, true)).rejects.toThrow(`in the folder ${dataDir}`);
  }, 180_000);
});
