import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { get as httpGet } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { startService, type RunningService } from '../../src/start-service.js';
import { openEventSource } from '../support/event-source.js';

/** Limits the wait for something that must end at once. The machine can be slow and shared. */
const PATIENCE_MS = 10_000;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ID = /^[0-9a-f-]{36}$/;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, unknown> & { data: Record<string, unknown> };
}

describe('the service over HTTP', () => {
  let dataDir: string;
  let media: Awaited<ReturnType<typeof serveMedia>>;
  let service: RunningService;
  let key: string;

  const config = () =>
    loadConfig({
      VIDEOCRAFT_DATA_DIR: dataDir,
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '10000',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
    });
  const start = () =>
    startService(config(), {
      api: true,
      logLevel: 'fatal',
    });

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'videocraft-e2e-'));
    await chmod(dataDir, 0o755);
    media = await serveMedia(ROOT);
    service = await start();
    key = (await readFile(join(dataDir, 'secrets/admin-api-key'), 'utf8')).trim();
  }, 120_000);

  afterAll(async () => {
    await service.stop();
    await media.close();
    expect(liveProcessCount()).toBe(0);
    expect(await readdir(join(dataDir, 'work'))).toEqual([]);
    expect(await readdir(join(dataDir, 'postgres-users'))).toEqual([]);
    await rm(dataDir, { recursive: true, force: true });
  }, 60_000);

  async function call(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await fetch(`${service.url}/api/v1${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${key}`, ...(init.headers as Record<string, string>) },
    });
    const { status, headers } = response;
    return { status, headers, json: (await response.json()) as Answer['json'] };
  }

  async function post(path: string, body?: unknown): Promise<Answer> {
    const { json } = await call('/csrf-token');
    return call(path, {
      method: 'POST',
      headers: {
        'X-CSRF-Token': json['csrf_token'] as string,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async function create(project: object): Promise<string> {
    const { status, headers, json } = await post('/videos', project);
    expect({ status, json }).toMatchObject({ status: 202, json: { status: 'pending' } });
    expect(json['job_id']).toMatch(ID);
    expect(headers.get('location')).toBe(`/api/v1/jobs/${String(json['job_id'])}`);
    return json['job_id'] as string;
  }

  async function ended(id: string): Promise<Answer['json']> {
    let progress = 0;
    for (;;) {
      const { json } = await call(`/jobs/${id}/status`);
      expect(json['progress']).toBeGreaterThanOrEqual(progress);
      progress = json['progress'] as number;
      if (json['status'] !== 'pending' && json['status'] !== 'processing') return json;
      expect(progress).toBeLessThan(100);
      await delay(100);
    }
  }

  const url = (name: string) => `http://${media.host}/test/media/${name}`;
  const speech = (more: object = {}) => ({
    width: 320,
    height: 180,
    scenes: [
      {
        elements: [
          {
            type: 'audio',
            src: url('speech/report.mp3'),
            text: 'Every morning the team meets.',
            ...more,
          },
        ],
      },
    ],
    elements: [{ type: 'subtitles' }],
  });
  const long = { duration: 3600, elements: [{ type: 'video', src: '', loop: true }] };
  const longProject = () => ({
    resolution: 'full-hd',
    quality: 'high',
    scenes: [{ ...long, elements: [{ ...long.elements[0], src: url('background.mp4') }] }],
  });

  async function running(): Promise<string> {
    const id = await create(longProject());
    const deadline = performance.now() + 30_000;
    while (
      liveProcessCount() === 0 ||
      (await call(`/jobs/${id}/status`)).json['current_step'] !== 'segments'
    ) {
      expect(performance.now()).toBeLessThan(deadline);
      await delay(50);
    }
    return id;
  }

  it('renders a video that can be downloaded in full or in part', async () => {
    const id = await create(speech());
    expect(await ended(id)).toMatchObject({ status: 'completed', progress: 100, error: null });
    const { json } = await call(`/videos/${id}`);
    expect(json.data).toMatchObject({
      status: 'completed',
      width: 320,
      height: 180,
      frame_rate: 30,
      video_codec: 'h264',
      subtitle_tracks: [{ words: 5, method: 'aligned' }],
      links: { download: `/api/v1/videos/${id}/download` },
    });
    const get = (headers: Record<string, string> = {}) =>
      fetch(`${service.url}/api/v1/videos/${id}/download`, {
        headers: { Authorization: `Bearer ${key}`, ...headers },
      });
    const whole = await get();
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(bytes).toHaveLength(json.data['size_bytes'] as number);
    expect(bytes.toString('latin1', 4, 8)).toBe('ftyp');
    expect(whole.headers.get('content-type')).toBe('video/mp4');
    expect(whole.headers.get('content-disposition')).toBe(`attachment; filename="${id}.mp4"`);
    const etag = whole.headers.get('etag')!;
    expect(etag).toBe(`"${String(json.data['sha256'])}"`);
    const part = await get({ Range: 'bytes=4-7' });
    expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
    // Without `fetch`, which adds `Cache-Control: no-cache` to conditional requests.
    const conditional = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${key}`, 'If-None-Match': etag };
      httpGet(`${service.url}/api/v1/videos/${id}/download`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      }).once('error', reject);
    });
    expect(conditional).toBe(304);
    expect((await get({ Range: 'bytes=999999999-' })).status).toBe(416);
  }, 60_000);

  it('rejects an invalid config with all issues, and stores nothing', async () => {
    const { status, json } = await post('/videos', { fps: 5, scenes: [{ duration: 0 }], x: 1 });
    expect(status).toBe(400);
    expect(json['code']).toBe('VALIDATION_ERROR');
    for (const pointer of ['/fps', '/scenes/0/duration', '/x']) {
      expect(json['details']).toContain(pointer);
    }
  });

  it.each([
    ['a missing source', { src: 'missing.mp3' }, 'SOURCE_NOT_FOUND'],
    ['a source without audio', { src: 'speech/u1_espeak_f3__clean.json' }, 'MEDIA_INVALID'],
    ['a missing script', { src: 'speech/report.mp3', text: undefined }, 'TIMING_UNAVAILABLE'],
  ])(
    'fails the job for %s with its code, pointer, and message',
    async (_name, more, code) => {
      const id = await create(speech({ ...more, src: url(more.src) }));
      expect(await ended(id)).toMatchObject({
        status: 'failed',
        error_code: code,
        error_pointer: '/scenes/0/elements/0',
        error: expect.stringMatching(/^[A-Z].*\.$/) as string,
      });
      expect((await call(`/videos/${id}/download`)).status).toBe(409);
      const files = await readdir(join(dataDir, 'videos'));
      expect(files.filter((name) => name.startsWith(id))).toEqual([]);
    },
    30_000,
  );

  it('cancels a running render and ends its ffmpeg at once', async () => {
    const id = await running();
    const cancelled = await post(`/jobs/${id}/cancel`);
    const since = performance.now();
    expect(cancelled.json).toMatchObject({ status: 'cancelled' });
    while (liveProcessCount() > 0) await delay(20);
    expect(performance.now() - since).toBeLessThan(PATIENCE_MS);
    expect((await post(`/jobs/${id}/cancel`)).status).toBe(200);
    expect(await ended(id)).toMatchObject({ status: 'cancelled' });
  }, 60_000);

  it('deletes a video during its render: ends ffmpeg, removes files, and sends an event', async () => {
    const id = await running();
    const stream = await openEventSource(`${service.url}/api/v1/jobs/${id}/events`, {
      Authorization: `Bearer ${key}`,
    });
    const { json } = await call('/csrf-token');
    const since = performance.now();
    const deleted = await call(`/videos/${id}`, {
      method: 'DELETE',
      headers: { 'X-CSRF-Token': json['csrf_token'] as string },
    });
    expect(deleted.json.data).toEqual({ id, deleted: true });
    while (liveProcessCount() > 0) await delay(20);
    expect(performance.now() - since).toBeLessThan(PATIENCE_MS);
    await stream.ended;
    const names = stream.events.filter((event) => event.id !== null).map(({ event }) => event);
    expect(names[0]).toBe('job.accepted');
    expect(names.slice(-2)).toEqual(['job.cancelled', 'video.deleted']);
    expect((await call(`/videos/${id}`)).status).toBe(404);
    const files = await readdir(join(dataDir, 'videos'));
    expect(files.filter((name) => name.startsWith(id))).toEqual([]);
  }, 60_000);

  it('reports the progress of a render until it is done', async () => {
    const id = await create({ ...speech(), fps: 24 });
    const stream = await openEventSource(`${service.url}/api/v1/jobs/${id}/events`, {
      Authorization: `Bearer ${key}`,
    });
    await stream.ended;
    const last = stream.events.at(-1)!;
    expect([last.event, last.data]).toMatchObject(['progress', { progress: 100 }]);
    const audit = stream.events.filter((event) => event.id !== null).map(({ event }) => event);
    expect(audit[0]).toBe('job.accepted');
    expect(audit.at(-1)).toBe('job.completed');
    const progress = stream.events
      .filter(({ event }) => event === 'progress')
      .map(({ data }) => data['progress'] as number);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
  }, 60_000);

  it('returns 404 for every request about a missing job', async () => {
    for (const id of ['x', '..%2f..', '01a20d53-6afc-7159-b2dc-477cb4e45989']) {
      const { status, json } = await call(`/jobs/${id}`);
      expect([status, json['code']]).toEqual([404, 'JOB_NOT_FOUND']);
    }
  });

  it('answers health checks without a key, and describes itself', async () => {
    for (const path of ['/live', '/ready', '/health', '/api/v1/health']) {
      expect((await fetch(service.url + path)).status).toBe(200);
    }
    const document = (await (await fetch(`${service.url}/docs/openapi.json`)).json()) as {
      paths: object;
    };
    expect(Object.keys(document.paths)).toContain('/api/v1/videos/{id}/download');
  });

  it('returns a running job to the queue when it stops, and runs it after the next start', async () => {
    const id = await running();
    const since = performance.now();
    await service.stop();
    expect(performance.now() - since).toBeLessThan(10_000);
    expect(liveProcessCount()).toBe(0);
    service = await start();
    const deadline = performance.now() + 20_000;
    while ((await call(`/jobs/${id}`)).json.data['attempt'] !== 2) {
      expect(performance.now()).toBeLessThan(deadline);
      await delay(100);
    }
    await post(`/jobs/${id}/cancel`);
    while (liveProcessCount() > 0) await delay(50);
    // The folder of the attempt disappears a moment after its ffmpeg.
    await delay(300);
    expect((await stat(join(dataDir, 'work'))).isDirectory()).toBe(true);
  }, 90_000);
});
