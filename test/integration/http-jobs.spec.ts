import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobFailure } from '../../src/core/job/job-failure.js';
import { loadConfig } from '../../src/config/load-config.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';
import { auditLog } from '../support/database.js';

const MAKER = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'] as const;
const NOBODY = '01a20d53-6afc-7159-b2dc-477cb4e45989';
const BAD_IDS = [
  'x',
  NOBODY,
  NOBODY.toUpperCase(),
  `${NOBODY}0`,
  `{${NOBODY}}`,
  '..%2f..%2fetc',
  '%00',
  "'%20OR%201=1--",
  '%0d%0aX:1',
  '%ed%a0%80',
  '%F0%9F%92%A9',
  'a'.repeat(2000),
  'null',
];

let service: TestService;
let queue: RenderQueue;
let attempts: AttemptStore;
let store: JobStore;
let ann: { id: string; key: string };
let bob: { id: string; key: string };

beforeAll(async () => {
  service = await startTestService();
  queue = new RenderQueue(service.databaseUrl, () => {});
  await queue.start();
  attempts = new AttemptStore(service.dataSource, queue);
  store = new JobStore(service.dataSource, queue, loadConfig({}));
  ann = await service.key(...MAKER);
  bob = await service.key(...MAKER);
}, 120_000);

afterAll(async () => {
  await queue.stop(5_000);
  await service.close();
}, 60_000);

const get = (path: string, key = ann.key, headers: Record<string, string> = {}) =>
  service.call(path, { key, headers });

const post = (body: unknown, headers: Record<string, string> = {}, key = ann.key) =>
  service.change('POST', '/videos', { key, body, headers });

async function create(key = ann.key): Promise<string> {
  return (await post(PROJECT, {}, key)).json['job_id'] as string;
}

/** Does what a worker does at the end of a job: writes its files and its row. */
async function complete(id: string): Promise<string> {
  const claim = (await attempts.claim(id, 'w'))!;
  const name = `${id}-${claim.attempt}`;
  const folder = join(service.dataDir, 'videos', name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'video.mp4'), 'video');
  await writeFile(join(folder, 'subtitles.srt'), '1\n\nhi\n');
  const steps = [
    { step: 'fetch', seconds: 0.25 },
    { step: 'segments', seconds: 3.5 },
  ] as const;
  expect(await attempts.complete(claim, videoResult(name), steps, ['a warning'])).toBe(true);
  return name;
}

describe('POST /videos', () => {
  it('returns the documented response, with one UUID version 7 for job and video', async () => {
    const { status, headers, json } = await post(PROJECT);
    expect(status).toBe(202);
    const id = json['job_id'] as string;
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(headers.get('location')).toBe(`/api/v1/jobs/${id}`);
    expect(json).toEqual({
      success: true,
      data: { job_id: id, status: 'pending' },
      message: 'Video generation job created',
      request_id: headers.get('x-request-id'),
      job_id: id,
      status: 'pending',
    });
    expect((await get(`/videos/${id}`)).json.data['id']).toBe(id);
  });

  it('requires the scope', async () => {
    const { key } = await service.key('videos:read', 'jobs:read');
    const answer = await post(PROJECT, {}, key);
    expect([answer.status, answer.json['code']]).toEqual([403, 'INSUFFICIENT_SCOPE']);
  });
});

describe('GET /jobs/{id}', () => {
  it('returns the config and the queue position of a pending job', async () => {
    await service.dataSource.query("UPDATE jobs SET status = 'cancelled' WHERE status = 'pending'");
    const ids = [await create(), await create(bob.key), await create()];
    const { status, json } = await get(`/jobs/${ids[2]}`);
    expect(status).toBe(200);
    expect(json.data).toMatchObject({
      job_id: ids[2],
      status: 'pending',
      config: PROJECT,
      steps: [],
      // The job of another key does not count.
      queue_position: 2,
      estimated_remaining_seconds: null,
      attempt: 0,
    });
    expect((await get(`/jobs/${ids[0]}`)).json.data['queue_position']).toBe(1);
  });

  it('returns the step and an estimate of a running job', async () => {
    const id = await create();
    const claim = (await attempts.claim(id, 'w'))!;
    await attempts.report(claim, { progress: 2, step: 'fetch', steps: [] });
    expect((await get(`/jobs/${id}`)).json.data['estimated_remaining_seconds']).toBeNull();
    await attempts.report(claim, { progress: 20, step: 'segments', steps: [] });
    await service.dataSource.query(
      `UPDATE jobs SET attempt_started_at = now() - interval '10 seconds',
         started_at = now() - interval '1 hour' WHERE id = $1`,
      [id],
    );
    const { json } = await get(`/jobs/${id}`);
    expect(json.data).toMatchObject({
      status: 'processing',
      progress: 20,
      current_step: 'segments',
      queue_position: null,
      steps: [
        { step: 'fetch', seconds: expect.any(Number) as number },
        { step: 'segments', seconds: null },
      ],
    });
    // A fifth took 10 s in this attempt, so the rest takes 40 s. The first attempt does not count.
    expect(json.data['estimated_remaining_seconds']).toBeGreaterThanOrEqual(40);
    expect(json.data['estimated_remaining_seconds']).toBeLessThan(60);
  });

  it('returns the durations of a completed job', async () => {
    const id = await create();
    await complete(id);
    expect((await get(`/jobs/${id}`)).json.data).toMatchObject({
      status: 'completed',
      progress: 100,
      estimated_remaining_seconds: null,
      queue_position: null,
      warnings: ['a warning'],
      steps: [
        { step: 'fetch', seconds: 0.25 },
        { step: 'segments', seconds: 3.5 },
      ],
    });
  });

  it('returns the reason of a failed job', async () => {
    const id = await create();
    const claim = (await attempts.claim(id, 'w'))!;
    await attempts.report(claim, { progress: 1, step: 'fetch', steps: [] });
    await attempts.fail(
      claim,
      new JobFailure('SOURCE_NOT_FOUND', 'Check the address.', '/scenes/0'),
      [],
    );
    const expected = {
      status: 'failed',
      error: 'Check the address.',
      error_code: 'SOURCE_NOT_FOUND',
      error_pointer: '/scenes/0',
    };
    const { json } = await get(`/jobs/${id}`);
    expect(json.data).toMatchObject(expected);
    expect(json.data['steps']).toEqual([{ step: 'fetch', seconds: expect.any(Number) as number }]);
    expect((await get(`/jobs/${id}/status`)).json).toMatchObject({ ...expected, success: true });
  });
});

describe('GET /jobs/{id}/status', () => {
  it('returns 304 until something changes', async () => {
    const id = await create();
    const first = await get(`/jobs/${id}/status`);
    const tag = first.headers.get('etag')!;
    expect(tag).toMatch(/^W\/"[\w-]+"$/);
    for (const known of [tag, tag.slice(2), `"x", ${tag}`, '*']) {
      const again = await get(`/jobs/${id}/status`, ann.key, { 'If-None-Match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag]);
      expect(again.headers.get('x-request-id')).toBeTruthy();
    }
    for (const unknown of ['"x"', 'x', '', tag.slice(3, -1), `${tag}x`]) {
      const again = await get(`/jobs/${id}/status`, ann.key, { 'If-None-Match': unknown });
      expect(again.status).toBe(200);
    }
    await attempts.claim(id, 'w');
    const changed = await get(`/jobs/${id}/status`, ann.key, { 'If-None-Match': tag });
    expect([changed.status, changed.json['status']]).toEqual([200, 'processing']);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  it('returns no tag to a key without access', async () => {
    const id = await create();
    const tag = (await get(`/jobs/${id}/status`)).headers.get('etag')!;
    const other = await get(`/jobs/${id}/status`, bob.key, { 'If-None-Match': tag });
    expect(other.status).toBe(404);
    expect(other.headers.get('etag')).toBeNull();
  });
});

describe('GET /videos/{id}', () => {
  it('returns all details of a finished video', async () => {
    const id = await create();
    await complete(id);
    expect((await get(`/videos/${id}`)).json.data).toEqual({
      id,
      status: 'completed',
      created_at: expect.any(String) as string,
      completed_at: expect.any(String) as string,
      size_bytes: 5,
      sha256: 'ab'.repeat(32),
      duration_seconds: 1,
      resolution: '64x36',
      width: 64,
      height: 36,
      frame_rate: 30,
      frames: 30,
      video_codec: 'h264',
      audio_codec: 'aac',
      subtitle_tracks: [
        {
          words: 7,
          method: 'aligned',
          urls: {
            srt: `/api/v1/videos/${id}/subtitles.srt`,
            vtt: `/api/v1/videos/${id}/subtitles.vtt`,
            ass: `/api/v1/videos/${id}/subtitles.ass`,
            json: `/api/v1/videos/${id}/subtitles.json`,
          },
        },
      ],
      segments: { total: 1, cached: 0 },
      max_drift_frames: 0,
      files: [
        {
          name: 'video.mp4',
          kind: 'video',
          content_type: 'video/mp4',
          size_bytes: 5,
          sha256: 'ab'.repeat(32),
          url: `/api/v1/videos/${id}/files/video.mp4`,
        },
        {
          name: 'subtitles.srt',
          kind: 'subtitles',
          size_bytes: 6,
          content_type: 'application/x-subrip',
          sha256: 'cd'.repeat(32),
          url: `/api/v1/videos/${id}/files/subtitles.srt`,
        },
      ],
      steps: [
        { step: 'fetch', seconds: 0.25 },
        { step: 'segments', seconds: 3.5 },
      ],
      warnings: ['a warning'],
      links: {
        self: `/api/v1/videos/${id}`,
        job: `/api/v1/jobs/${id}`,
        events: `/api/v1/jobs/${id}/events`,
        download: `/api/v1/videos/${id}/download`,
        transcript: `/api/v1/videos/${id}/transcript`,
      },
    });
  });

  it('serves each of its files, with ranges and tags', async () => {
    const id = await create();
    await complete(id);
    const fetchFile = (name: string, headers: Record<string, string> = {}, key = ann.key) =>
      fetch(`${service.url}/api/v1/videos/${id}/files/${name}`, {
        headers: { authorization: `Bearer ${key}`, ...headers },
      });
    const whole = await fetchFile('subtitles.srt');
    expect([whole.status, await whole.text()]).toEqual([200, '1\n\nhi\n']);
    const etag = whole.headers.get('etag')!;
    expect(etag).toBe(`"${'cd'.repeat(32)}"`);
    expect(whole.headers.get('content-type')).toBe('application/x-subrip');
    expect(whole.headers.get('content-disposition')).toContain(`${id}-subtitles.srt`);
    expect((await fetchFile('subtitles.srt', { 'if-none-match': etag })).status).toBe(304);
    const part = await fetchFile('video.mp4', { range: 'bytes=1-2' });
    expect([part.status, await part.text()]).toEqual([206, 'id']);
    for (const name of ['other.srt', '..%2fvideo.mp4', 'video.mp4%00', 'VIDEO.MP4']) {
      const answer = await fetchFile(name);
      const { code } = (await answer.json()) as { code: string };
      expect([name, answer.status, code]).toEqual([name, 404, 'FILE_NOT_FOUND']);
    }
    expect((await fetchFile('video.mp4', {}, bob.key)).status).toBe(404);
    const other = await get(`/videos/${await create()}/files/video.mp4`);
    expect([other.status, other.json['code']]).toEqual([409, 'VIDEO_NOT_READY']);
  });

  it('returns the known details of an unfinished video', async () => {
    const id = await create();
    const { json } = await get(`/videos/${id}`);
    expect(json.data).toMatchObject({ status: 'pending', size_bytes: null, subtitle_tracks: null });
    expect((json.data['links'] as Record<string, unknown>)['download']).toBeNull();
    const download = await get(`/videos/${id}/download`);
    expect([download.status, download.json['code']]).toEqual([409, 'VIDEO_NOT_READY']);
  });
});

describe('Idempotency-Key', () => {
  const jobs = async (key = ann.key) => {
    const { json } = await get('/jobs', key);
    return (json.data['pagination'] as { total: number }).total;
  };
  const withKey = (key: string) => ({ 'Idempotency-Key': key });

  it('returns the same job for the same body, and marks the replay', async () => {
    const first = await post(PROJECT, withKey('same'));
    const before = await jobs();
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([202, null]);
    const { width, ...rest } = PROJECT;
    for (const body of [PROJECT, { ...rest, width }, JSON.stringify(PROJECT, null, 4)]) {
      const again = await post(body, withKey('same'));
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([202, 'true']);
      expect(again.json['job_id']).toBe(first.json['job_id']);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
    }
    expect(await jobs()).toBe(before);
    await attempts.claim(first.json['job_id'] as string, 'w');
    expect((await post(PROJECT, withKey('same'))).json['status']).toBe('processing');
  });

  it('rejects a different body', async () => {
    await post(PROJECT, withKey('other'));
    const before = await jobs();
    const other = await post({ ...PROJECT, width: 66 }, withKey('other'));
    expect([other.status, other.json['code']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect(await jobs()).toBe(before);
  });

  it('creates one job for concurrent requests', async () => {
    const before = await jobs();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => post(PROJECT, withKey('at-once'))),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ json }) => json['job_id'])).size).toBe(1);
    const replayed = answers.filter(({ headers }) => headers.has('idempotent-replayed'));
    expect(replayed).toHaveLength(11);
    expect(await jobs()).toBe(before + 1);
  });

  it('belongs to the API key of the request', async () => {
    const one = await post(PROJECT, withKey('shared'));
    const other = await post({ ...PROJECT, height: 66 }, withKey('shared'), bob.key);
    expect(other.status).toBe(202);
    expect(other.json['job_id']).not.toBe(one.json['job_id']);
  });

  it('expires after 24 hours, and not earlier', async () => {
    const age = (hours: number) =>
      service.dataSource.query(
        `UPDATE idempotency_keys SET created_at = now() - $1 * interval '1 minute'
         WHERE idempotency_key = 'old'`,
        [hours * 60],
      );
    const first = await post(PROJECT, withKey('old'));
    await age(23.9);
    expect((await post(PROJECT, withKey('old'))).json['job_id']).toBe(first.json['job_id']);
    await age(24.1);
    const anew = await post({ ...PROJECT, width: 66 }, withKey('old'));
    expect(anew.status).toBe(202);
    expect(anew.json['job_id']).not.toBe(first.json['job_id']);
  });

  it('is deleted when it expires', async () => {
    await service.dataSource.query(
      `INSERT INTO idempotency_keys (key_id, idempotency_key, body_hash, job_id, created_at)
       SELECT 'k', n::text, sha256('x'), (SELECT id FROM jobs LIMIT 1), now() - interval '2 days'
       FROM generate_series(1, 15) AS n`,
    );
    await post(PROJECT, withKey('sweep-1'));
    await post(PROJECT, withKey('sweep-2'));
    const [row] = await service.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM idempotency_keys WHERE created_at < now() - interval '1 day'`,
    );
    expect(row!.n).toBe(0);
  });

  it('is not used up by a rejected request', async () => {
    expect((await post({ scenes: [] }, withKey('refused'))).status).toBe(400);
    expect((await post(PROJECT, withKey('refused'))).status).toBe(202);
  });

  it.each(['a b', 'x'.repeat(256), 'a\tb', '\u00e9', '"a b"'])('rejects %j', async (key) => {
    const answer = await post(PROJECT, withKey(key));
    expect([answer.status, answer.json['code']]).toEqual([400, 'VALIDATION_ERROR']);
    expect(answer.json['details']).toContain('Idempotency-Key');
  });

  it.each(["';DROP/**/TABLE/**/jobs;--", '$1', '../../etc/passwd', 'x'.repeat(255), '"quoted"'])(
    'accepts %j unchanged',
    async (key) => {
      const first = await post(PROJECT, withKey(key));
      expect(first.status).toBe(202);
      expect((await post(PROJECT, withKey(key))).json['job_id']).toBe(first.json['job_id']);
    },
  );
});

describe('DELETE /videos/{id}', () => {
  const remove = (id: string, key = ann.key) => service.change('DELETE', `/videos/${id}`, { key });
  const files = async (id: string) =>
    (await readdir(join(service.dataDir, 'videos'))).filter((name) => name.startsWith(id));
  const types = async (id: string) =>
    (await auditLog(service.dataSource).ofJob(id)).map(({ type }) => type);

  it('removes the file and hides the video, but keeps job and audit trail', async () => {
    const id = await create();
    await complete(id);
    expect(await files(id)).toHaveLength(1);
    const removed = await remove(id);
    expect([removed.status, removed.json.data]).toEqual([200, { id, deleted: true }]);
    expect(await files(id)).toEqual([]);
    for (const path of [`/videos/${id}`, `/videos/${id}/download`]) {
      const answer = await get(path);
      expect([answer.status, answer.json['code']]).toEqual([404, 'VIDEO_NOT_FOUND']);
    }
    const again = await remove(id);
    expect([again.status, again.json['code']]).toEqual([404, 'VIDEO_NOT_FOUND']);

    const status = await get(`/jobs/${id}/status`);
    expect(status.json).toMatchObject({
      status: 'completed',
      deleted_at: expect.stringMatching(/^20.*Z$/) as string,
    });
    expect((await get(`/jobs/${id}`)).json.data['links']).toMatchObject({ video: null });
    expect(await types(id)).toEqual([
      'job.accepted',
      'job.started',
      'job.completed',
      'video.deleted',
    ]);
    const ids = (answer: Awaited<ReturnType<typeof get>>, list: string, name: string) =>
      (answer.json.data[list] as Record<string, string>[]).map((entry) => entry[name]);
    expect(ids(await get('/videos?limit=100'), 'videos', 'id')).not.toContain(id);
    expect(ids(await get('/jobs?limit=100'), 'jobs', 'job_id')).toContain(id);
  });

  it('cancels a pending or running render', async () => {
    const pending = await create();
    const running = await create();
    const claim = (await attempts.claim(running, 'w'))!;
    for (const id of [pending, running]) {
      expect((await remove(id)).status).toBe(200);
      expect((await get(`/jobs/${id}/status`)).json['status']).toBe('cancelled');
      expect((await types(id)).slice(-2)).toEqual(['job.cancelled', 'video.deleted']);
    }
    expect(await attempts.report(claim, { progress: 50, step: 'segments', steps: [] })).toBe(false);
    expect(await attempts.complete(claim, videoResult('x'), [], [])).toBe(false);
    expect(await attempts.claim(pending, 'w')).toBeNull();
  });

  it('removes the possible files of every attempt', async () => {
    const id = await create();
    await attempts.claim(id, 'w');
    const left = join(service.dataDir, 'videos', `${id}-1`);
    await mkdir(left, { recursive: true });
    await writeFile(join(left, 'video.mp4'), 'left by a crash');
    await complete(id);
    expect(await files(id)).toHaveLength(2);
    await remove(id);
    expect(await files(id)).toEqual([]);
  });

  it('deletes once for concurrent requests', async () => {
    const id = await create();
    await complete(id);
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove(id)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(4);
    expect((await types(id)).filter((type) => type === 'video.deleted')).toHaveLength(1);
  });

  it('changes nothing if the files cannot be removed, and can be repeated', async () => {
    const id = await create();
    await complete(id);
    const by = { keyId: ann.id, requestId: 'r' };
    const failing = () => Promise.reject(new Error('the disk is read-only'));
    await expect(store.remove(id, by, failing)).rejects.toThrow('read-only');
    expect((await get(`/videos/${id}`)).status).toBe(200);
    expect((await remove(id)).status).toBe(200);
  });

  it('does not delete a video of another key', async () => {
    const id = await create();
    await complete(id);
    expect((await remove(id, bob.key)).status).toBe(404);
    expect(await files(id)).toHaveLength(1);
    expect((await service.change('DELETE', `/videos/${id}`)).status).toBe(200);
  });

  it('requires the scope', async () => {
    const reader = await service.key('videos:read', 'jobs:read');
    const answer = await remove(await create(), reader.key);
    expect([answer.status, answer.json['code']]).toEqual([403, 'INSUFFICIENT_SCOPE']);
  });
});

describe('POST /jobs/{id}/cancel', () => {
  const cancel = (id: string, key = ann.key) =>
    service.change('POST', `/jobs/${id}/cancel`, { key });

  it('cancels a pending and a processing job, and can be repeated', async () => {
    const pending = await create();
    const running = await create();
    await attempts.claim(running, 'w');
    for (const id of [pending, running]) {
      for (let n = 0; n < 2; n++) {
        const { status, json } = await cancel(id);
        expect(status).toBe(200);
        expect(json).toMatchObject({ job_id: id, status: 'cancelled', data: { job_id: id } });
      }
    }
  });

  it('rejects a finished job', async () => {
    const id = await create();
    await complete(id);
    const { status, json } = await cancel(id);
    expect([status, json['code']]).toEqual([409, 'JOB_NOT_CANCELLABLE']);
  });
});

describe('POST /jobs/{id}/retry', () => {
  const retry = (id: string, headers: Record<string, string> = {}, key = ann.key) =>
    service.change('POST', `/jobs/${id}/retry`, { key, headers });

  async function failed(): Promise<string> {
    const id = await create();
    const claim = (await attempts.claim(id, 'w'))!;
    await attempts.fail(claim, new JobFailure('SOURCE_NOT_FOUND', 'Gone.', '/scenes/0'), []);
    return id;
  }

  it('creates a job with the same config, and leaves the old one as it is', async () => {
    const cancelled = await create();
    await service.change('POST', `/jobs/${cancelled}/cancel`, { key: ann.key });
    for (const id of [await failed(), cancelled]) {
      const before = (await get(`/jobs/${id}`)).json.data;
      const { status, json, headers } = await retry(id);
      expect(status).toBe(202);
      const again = String(json['job_id']);
      expect(headers.get('location')).toContain(`/jobs/${again}`);
      expect((await get(`/jobs/${again}`)).json.data).toMatchObject({
        ...{ status: 'pending', retry_of: id, config: before['config'], attempt: 0 },
      });
      expect((await get(`/jobs/${id}`)).json.data).toEqual(before);
      expect(before['retry_of']).toBeNull();
      const [accepted] = (await get(`/jobs/${again}/events`)).json.data['events'] as object[];
      expect(accepted).toMatchObject({ type: 'job.accepted', data: { retry_of: id } });
      // Workers get it like any other job.
      expect(await attempts.claim(again, 'w')).toMatchObject({ attempt: 1 });
    }
  });

  it('is safe to repeat with an idempotency key', async () => {
    const [id, other] = [await failed(), await failed()];
    const key = { 'Idempotency-Key': `retry-${id}` };
    const first = await retry(id, key);
    const second = await retry(id, key);
    expect(second.json['job_id']).toBe(first.json['job_id']);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    expect((await retry(other, key)).json['code']).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await retry(id, { 'Idempotency-Key': 'a b' })).json['code']).toBe('VALIDATION_ERROR');
  });

  it('refuses jobs that have not failed, and jobs of other keys', async () => {
    const pending = await create();
    const running = await create();
    await attempts.claim(running, 'w');
    const done = await create();
    await complete(done);
    for (const id of [pending, running, done]) {
      const { status, json } = await retry(id);
      expect([status, json['code']]).toEqual([409, 'JOB_NOT_RETRYABLE']);
    }
    expect((await retry(await failed(), {}, bob.key)).status).toBe(404);
    const reader = await service.key('jobs:read');
    expect((await retry(await failed(), {}, reader.key)).json['code']).toBe('INSUFFICIENT_SCOPE');
  });
});

describe('a download while the video is deleted', () => {
  it('gets the whole file', async () => {
    const id = await create();
    await complete(id);
    const [folder] = (await readdir(join(service.dataDir, 'videos'))).filter((name) =>
      name.startsWith(id),
    );
    // More than the sockets buffer, so that most of it is read after the deletion.
    const bytes = 64 << 20;
    await writeFile(join(service.dataDir, 'videos', folder!, 'video.mp4'), Buffer.alloc(bytes, 7));
    await service.dataSource.query(
      `UPDATE jobs SET result = jsonb_set(result, '{files,0,sizeBytes}', to_jsonb($2::int)) WHERE id = $1`,
      [id, bytes],
    );
    const url = `${service.url}/api/v1/videos/${id}/download`;
    const response = await fetch(url, { headers: { Authorization: `Bearer ${ann.key}` } });
    const reader = response.body!.getReader();
    let received = (await reader.read()).value!.length;
    expect((await service.change('DELETE', `/videos/${id}`, { key: ann.key })).status).toBe(200);
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      received += part.value.length;
    }
    expect(received).toBe(bytes);
    expect((await get(`/videos/${id}/download`)).status).toBe(404);
  }, 60_000);
});

describe('IDs', () => {
  it.each(BAD_IDS)('return 404 on every route: %s', async (id) => {
    for (const [method, path, code] of [
      ['GET', `/jobs/${id}`, 'JOB_NOT_FOUND'],
      ['GET', `/jobs/${id}/status`, 'JOB_NOT_FOUND'],
      ['GET', `/jobs/${id}/events`, 'JOB_NOT_FOUND'],
      ['POST', `/jobs/${id}/cancel`, 'JOB_NOT_FOUND'],
      ['GET', `/videos/${id}`, 'VIDEO_NOT_FOUND'],
      ['GET', `/videos/${id}/download`, 'VIDEO_NOT_FOUND'],
      ['DELETE', `/videos/${id}`, 'VIDEO_NOT_FOUND'],
    ] as const) {
      const answer = await service.change(method, path, { key: ann.key });
      const expected = id === '%ed%a0%80' ? [400, 'VALIDATION_ERROR'] : [404, code];
      expect([answer.status, answer.json['code']]).toEqual(expected);
    }
  });

  it("of other keys' jobs return the same response as missing ones", async () => {
    const id = await create();
    const words = async (path: string) => {
      const { status, json } = await get(path, bob.key);
      return [status, json['code'], json['error'], json['details']];
    };
    for (const tail of ['', '/status', '/events']) {
      expect(await words(`/jobs/${id}${tail}`)).toEqual(await words(`/jobs/${NOBODY}${tail}`));
    }
    expect(await words(`/videos/${id}`)).toEqual(await words(`/videos/${NOBODY}`));
    expect((await service.call(`/jobs/${id}`)).status).toBe(200);
  });
});
