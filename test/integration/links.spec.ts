import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Store } from '../../src/engine/storage/s3-store.js';
import { startS3Server } from '../support/s3-server.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';

const MAKER = ['videos:write', 'videos:read', 'jobs:read'] as const;
const PUBLIC = 'https://video.example.com/prefix';

let service: TestService;
let ann: { id: string; key: string };

beforeAll(async () => {
  service = await startTestService({ VIDEOCRAFT_SERVER_PUBLIC_URL: PUBLIC });
  ann = await service.key(...MAKER);
}, 120_000);

afterAll(() => service.close(), 60_000);

async function completed(config: object = {}, key = ann.key): Promise<string> {
  const answer = await service.change('POST', '/videos', { key, body: { ...PROJECT, ...config } });
  const id = answer.json['job_id'] as string;
  const folder = join(service.dataDir, 'videos', id);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'video.mp4'), 'video');
  await writeFile(join(folder, 'subtitles.srt'), '1\n\nhi\n');
  await service.dataSource.query(
    `UPDATE jobs SET status = 'completed', finished_at = now(), result = $2 WHERE id = $1`,
    [id, JSON.stringify(videoResult(id))],
  );
  return id;
}

async function link(id: string, body: object = {}, key = ann.key): Promise<string> {
  const answer = await service.change('POST', `/videos/${id}/links`, { key, body });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return answer.json.data['url'] as string;
}

/** Asks as somebody without a key, through a proxy that passes the prefix on. */
const open = (url: string, init: RequestInit = {}) =>
  fetch(url.replace('https://video.example.com', service.url), init);

describe('a link', () => {
  it('lets anyone read the file, in parts too, below a prefix', async () => {
    const url = await link(await completed());
    expect(url).toMatch(
      /^https:\/\/video\.example\.com\/prefix\/api\/v1\/links\/[\w.-]+\/[\w-]+\.mp4$/,
    );
    const response = await open(url);
    expect([response.status, await response.text()]).toEqual([200, 'video']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const head = await open(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
    const part = await open(url, { headers: { Range: 'bytes=1-2' } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      'id',
      'bytes 1-2/5',
    ]);
  });

  it('names the file as the config does', async () => {
    const id = await completed({ filename: 'Häfen "1'.replace('"', "'") });
    const shown = await open(await link(id));
    expect(shown.headers.get('content-disposition')).toBe(
      `inline; filename="H_fen '1.mp4"; filename*=UTF-8''H%C3%A4fen%20%271.mp4`,
    );
    const url = await link(id, { file: 'subtitles.srt', disposition: 'attachment' });
    const saved = await open(url);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; .*-subtitles\.srt$/);
    const download = await service.call(`/videos/${id}/download`, { key: ann.key });
    expect(download.headers.get('content-disposition')).toMatch(/^attachment; .*H%C3%A4fen/);
  });

  it.each([
    [{ file: 'other.srt' }, 404, 'FILE_NOT_FOUND'],
    [{ expires_in: 0 }, 400, 'VALIDATION_ERROR'],
    [{ expires_in: 604_801 }, 400, 'VALIDATION_ERROR'],
    [{ expires_in: 31_536_001 }, 400, 'VALIDATION_ERROR'],
    [{ disposition: 'show' }, 400, 'VALIDATION_ERROR'],
  ])('is not made for %j', async (body, status, code) => {
    const id = await completed();
    const answer = await service.change('POST', `/videos/${id}/links`, { key: ann.key, body });
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    // The same range whatever is wrong with it.
    if ('expires_in' in body)
      expect(answer.text).toContain('from 1 to 604800 (VIDEOCRAFT_LINKS_MAX');
  });

  it('is made for an hour without a body', async () => {
    const id = await completed();
    const answer = await service.change('POST', `/videos/${id}/links`, { key: ann.key });
    expect(answer.status).toBe(201);
    const seconds = (Date.parse(answer.json.data['expires_at'] as string) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(3_500);
    expect(seconds).toBeLessThan(3_601);
  });

  it('is answered in the same words, whatever is wrong with it', async () => {
    const gone = async (url: string) => {
      const response = await open(url);
      const {
        request_id: _,
        timestamp: __,
        ...body
      } = (await response.json()) as Record<string, unknown>;
      return JSON.stringify([response.status, body]);
    };
    const id = await completed();
    const url = await link(id);
    const [, token] = /links\/([^/]+)\//.exec(url)!;
    const [payload, signature] = token!.split('.');
    const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as unknown[];
    const forged = Buffer.from(JSON.stringify([await completed(), ...claims.slice(1)]));
    const other = forged.toString('base64url');
    const deleted = await link(await completed());
    await service.change(
      'DELETE',
      `/videos/${/"([0-9a-f-]{36})/.exec(Buffer.from(/links\/([^.]+)/.exec(deleted)![1]!, 'base64url').toString())![1]!}`,
      { key: ann.key },
    );
    const revoked = await service.key(...MAKER);
    const ofRevoked = await link(await completed({}, revoked.key), {}, revoked.key);
    expect((await open(ofRevoked)).status).toBe(200);
    await service.change('DELETE', `/keys/${revoked.id}`);
    const short = await link(id, { expires_in: 1 });
    while ((await open(short)).status === 200);
    const answers = await Promise.all(
      [
        url.replace(token!, `${other}.${signature}`),
        url.replace(token!, `${payload}.${signature!.slice(0, -2)}AA`),
        url.replace(token!, payload!),
        url.replace(token!, `${token}.x`),
        url.replace(token!, 'a'.repeat(3_000)),
        url.replace(token!, '%00'),
        ...[deleted, ofRevoked, short],
      ].map(gone),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('LINK_NOT_FOUND');
    expect((await open(url)).status).toBe(200);
  }, 30_000);

  it('is for the videos of the key only, and counts as a request', async () => {
    const bob = await service.key(...MAKER);
    const id = await completed();
    const foreign = await service.change('POST', `/videos/${id}/links`, { key: bob.key, body: {} });
    expect(foreign.status).toBe(404);
    const response = await open(await link(id));
    expect(Number(response.headers.get('x-ratelimit-remaining'))).toBeGreaterThan(0);
    const events = await service.call('/audit/events?type=link.created&limit=1');
    expect(events.json.data['events']).toMatchObject([{ job_id: id, data: { file: 'video.mp4' } }]);
  });
});

describe('a link with an S3 store', () => {
  it.each(['proxy', 'redirect'])(
    'reads the file (%s)',
    async (downloads) => {
      const s3 = await startS3Server();
      const other = await startTestService({ ...s3.env, VIDEOCRAFT_STORAGE_DOWNLOADS: downloads });
      const store = new S3Store({ ...s3.settings });
      try {
        const body = { ...PROJECT, filename: 'Häfen' };
        const id = (await other.change('POST', '/videos', { body })).json['job_id'] as string;
        const file = join(other.dataDir, 'video.mp4');
        await writeFile(file, 'video');
        await store.put(`videos/${id}/video.mp4`, file, AbortSignal.timeout(10_000));
        await other.dataSource.query(
          `UPDATE jobs SET status = 'completed', finished_at = now(), result = $2 WHERE id = $1`,
          [id, JSON.stringify(videoResult(id))],
        );
        const made = await other.change('POST', `/videos/${id}/links`, {
          body: { expires_in: 60 },
        });
        const url = new URL(made.json.data['url'] as string);
        const response = await fetch(`${other.url}${url.pathname}`);
        expect([response.status, await response.text()]).toEqual([200, 'video']);
        expect(response.redirected).toBe(downloads === 'redirect');
        expect(response.headers.get('content-disposition')).toMatch(/^inline; .*H%C3%A4fen\.mp4$/);
        const part = await fetch(`${other.url}${url.pathname}`, {
          headers: { Range: 'bytes=1-2' },
        });
        expect([part.status, await part.text()]).toEqual([206, 'id']);
        if (downloads === 'redirect') {
          const seconds = Number(new URL(response.url).searchParams.get('X-Amz-Expires'));
          expect(seconds).toBeLessThanOrEqual(60);
        }
      } finally {
        store.close();
        await other.close();
        await s3.close();
      }
    },
    120_000,
  );
});
