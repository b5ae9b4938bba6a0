import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as tus from 'tus-js-client';
import { loadConfig } from '../../src/config/load-config.js';
import { startService } from '../../src/start-service.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const SCOPES = ['videos:write', 'videos:read'];
const MAX_BYTES = 8_000_000;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A picture of a size, with a content of its own. */
const picture = (bytes = 200) => Buffer.concat([PNG, randomBytes(bytes - PNG.length)]);

let service: TestService;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-tus-'));
  service = await startTestService({
    VIDEOCRAFT_SOURCES_MAX_BYTES: String(MAX_BYTES),
    VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '2',
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
  });
}, 120_000);

afterAll(async () => {
  await service.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const newKey = async () => (await service.key(...SCOPES)).key;
const token = async () => (await service.call('/csrf-token')).json['csrf_token'] as string;
const filesIn = (name: string) =>
  readdir(join(service.dataDir, name), { recursive: true, withFileTypes: true })
    .then((entries) => entries.filter((entry) => entry.isFile()).map((entry) => entry.name))
    .catch(() => [] as string[]);

async function headers(key: string): Promise<Record<string, string>> {
  return { Authorization: `Bearer ${key}`, 'X-CSRF-Token': await token() };
}

/** A request of the protocol. */
async function ask(
  method: string,
  path: string,
  more: Record<string, string> = {},
  { key = ADMIN_KEY, body }: { key?: string; body?: Buffer } = {},
) {
  const common = { 'Tus-Resumable': '1.0.0', ...(await headers(key)) };
  const answer = await fetch(`${service.url}/api/v1${path}`, {
    method,
    headers: { ...common, ...more },
    ...(body === undefined ? {} : { body: new Uint8Array(body) }),
  });
  const text = await answer.text();
  const json = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: answer.status, headers: answer.headers, text, json };
}

const PART = { 'Content-Type': 'application/offset+octet-stream' };

/** Begins an upload. Returns its path. */
async function begin(size: number, key = ADMIN_KEY, more: Record<string, string> = {}) {
  const answer = await ask(
    'POST',
    '/assets/uploads',
    { 'Upload-Length': String(size), ...more },
    { key },
  );
  expect([answer.status, answer.text]).toEqual([201, '']);
  return answer.headers.get('location')!.replace('/api/v1', '');
}

const append = (
  path: string,
  offset: number,
  body: Buffer,
  { key, more = {} }: { key?: string; more?: Record<string, string> } = {},
) =>
  ask(
    'PATCH',
    path,
    { ...PART, 'Upload-Offset': String(offset), ...more },
    { body, ...(key === undefined ? {} : { key }) },
  );

const usageOf = async (key: string) => {
  const { assets, asset_bytes } = (await service.call('/keys/me', { key })).json.data[
    'usage'
  ] as Record<string, number>;
  return [assets, asset_bytes];
};

/** Uploads a file with the client of the protocol. Resolves with the ID of the asset. */
async function uploadWithClient(
  path: string | Buffer,
  options: Partial<tus.UploadOptions>,
  key: string,
): Promise<string> {
  const common = await headers(key);
  return new Promise((resolve, reject) => {
    const upload = new tus.Upload(path as never, {
      endpoint: `${service.url}/api/v1/assets/uploads`,
      headers: common,
      metadata: { filename: 'Ž.png', filetype: 'image/png' },
      retryDelays: [100, 200, 400],
      onError: reject,
      onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('X-Asset-ID')!),
      ...options,
    });
    upload.start();
  });
}

describe('tus-js-client', () => {
  it('uploads a file in parts, which becomes an asset', async () => {
    const key = await newKey();
    const bytes = picture(3_000_000);
    const id = await uploadWithClient(bytes, { chunkSize: 1_000_000 }, key);
    const { json } = await service.call(`/assets/${id}`, { key });
    expect(json.data).toMatchObject({
      name: 'Ž.png',
      size_bytes: bytes.length,
      content_type: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(await usageOf(key)).toEqual([1, bytes.length]);
    expect(await filesIn('uploads')).toEqual([]);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('uploads with its first request', async () => {
    const id = await uploadWithClient(picture(), { uploadDataDuringCreation: true }, ADMIN_KEY);
    expect((await service.call(`/assets/${id}`)).status).toBe(200);
  });

  it('continues after it was stopped', async () => {
    const key = await newKey();
    const bytes = picture(3_000_000);
    const common = await headers(key);
    const url = await new Promise<string>((resolve, reject) => {
      const upload = new tus.Upload(bytes as never, {
        endpoint: `${service.url}/api/v1/assets/uploads`,
        headers: common,
        chunkSize: 1_000_000,
        onError: reject,
        onChunkComplete: () => void upload.abort().then(() => resolve(upload.url!)),
      });
      upload.start();
    });
    const path = new URL(url).pathname.replace('/api/v1', '');
    const offset = Number((await ask('HEAD', path, {}, { key })).headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThan(bytes.length);
    const id = await uploadWithClient(bytes, { uploadUrl: url }, key);
    const { json } = await service.call(`/assets/${id}`, { key });
    expect(json.data['sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('ends an upload', async () => {
    const key = await newKey();
    const path = await begin(1_000, key);
    await append(path, 0, picture(100), { key });
    expect(await usageOf(key)).toEqual([1, 1_000]);
    await tus.Upload.terminate(`${service.url}/api/v1${path}`, { headers: await headers(key) });
    expect(await usageOf(key)).toEqual([0, 0]);
    expect((await ask('HEAD', path, {}, { key })).status).toBe(404);
    expect(await filesIn('uploads')).toEqual([]);
  });
});

describe('an upload in parts', () => {
  it('tells what the service supports', async () => {
    const { headers: found } = await ask('OPTIONS', '/assets/uploads');
    expect(found.get('tus-version')).toBe('1.0.0');
    expect(found.get('tus-extension')).toBe(
      'creation,creation-with-upload,expiration,termination,checksum',
    );
    expect(found.get('tus-max-size')).toBe(String(MAX_BYTES));
    expect(found.get('tus-checksum-algorithm')).toBe('sha1,sha256');
  });

  it('tells its offset, its end, and its asset', async () => {
    const path = await begin(200, ADMIN_KEY, { 'Upload-Metadata': 'filename YS5wbmc=,note' });
    const bytes = picture(200);
    const first = await append(path, 0, bytes.subarray(0, 50));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '50']);
    expect(Date.parse(first.headers.get('upload-expires')!)).toBeGreaterThan(Date.now());
    const head = await ask('HEAD', path);
    expect(head.status).toBe(200);
    expect(head.headers.get('upload-offset')).toBe('50');
    expect(head.headers.get('upload-length')).toBe('200');
    expect(head.headers.get('upload-metadata')).toBe('filename YS5wbmc=,note');
    expect(head.headers.get('cache-control')).toBe('no-store');
    expect(head.headers.get('x-asset-id')).toBeNull();
    const last = await append(path, 50, bytes.subarray(50));
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, '200']);
    const id = last.headers.get('x-asset-id');
    // A client that missed the answer asks for the offset.
    const late = await ask('HEAD', path);
    expect([late.headers.get('upload-offset'), late.headers.get('x-asset-id')]).toEqual([
      '200',
      id,
    ]);
    expect((await ask('DELETE', path)).status).toBe(400);
    expect((await service.call(`/assets/${id}`)).status).toBe(200);
  });

  it('begins with empty metadata', async () => {
    const path = await begin(200, ADMIN_KEY, { 'Upload-Metadata': '' });
    expect((await ask('HEAD', path)).headers.get('upload-metadata')).toBeNull();
  });

  it('becomes the asset that the key has, if its content is the same', async () => {
    const key = await newKey();
    const bytes = picture();
    const id = await uploadWithClient(bytes, {}, key);
    expect(await uploadWithClient(bytes, {}, key)).toBe(id);
    expect(await usageOf(key)).toEqual([1, bytes.length]);
  });

  it.each([
    ['another offset', 5, 10, 409, 'UPLOAD_CHANGED'],
    ['more than is missing', 0, 300, 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s', async (_what, offset, length, status, code) => {
    const path = await begin(200);
    const answer = await append(path, offset, Buffer.alloc(length));
    expect([answer.status, answer.json['code']]).toEqual([status, code]);
    expect((await ask('HEAD', path)).headers.get('upload-offset')).toBe('0');
  });

  it.each([
    ['no size', {}, 400, 'Upload-Length'],
    ['an empty file', { 'Upload-Length': '0' }, 400, 'Upload-Length'],
    ['a size that is no number', { 'Upload-Length': '1e3' }, 400, 'Upload-Length'],
    ['an unknown size', { 'Upload-Defer-Length': '1' }, 400, 'Upload-Length'],
    ['a joined upload', { 'Upload-Length': '9', 'Upload-Concat': 'partial' }, 400, 'Upload-Concat'],
    ['bad names', { 'Upload-Length': '9', 'Upload-Metadata': 'a b c' }, 400, 'Upload-Metadata'],
    ['another version', { 'Upload-Length': '9', 'Tus-Resumable': '0.2.2' }, 412, 'Tus-Resumable'],
    ['too many bytes', { 'Upload-Length': String(MAX_BYTES + 1) }, 413, String(MAX_BYTES)],
    [
      'a checksum that is none',
      { 'Upload-Length': '9', 'Upload-Checksum': 'crc32 AA==' },
      400,
      'sha1',
    ],
  ])('does not begin with %s', async (_what, more, status, reason) => {
    const answer = await ask('POST', '/assets/uploads', more);
    expect([answer.status, answer.json['details']]).toEqual([
      status,
      expect.stringContaining(reason),
    ]);
  });

  it('leaves nothing that counts if its creation failed, because nobody knows its address', async () => {
    const key = await newKey();
    const size = { ...PART, 'Upload-Length': '2000' };
    const wrong = { 'Upload-Checksum': `sha1 ${createHash('sha1').update('x').digest('base64')}` };
    const body = picture(1_000);
    const begun = await ask('POST', '/assets/uploads', { ...size, ...wrong }, { key, body });
    expect([begun.status, begun.json['code']]).toEqual([460, 'CHECKSUM_MISMATCH']);
    expect(begun.headers.get('location')).toBeNull();
    expect(await usageOf(key)).toEqual([0, 0]);
  });

  it('counts bytes only if they match their checksum', async () => {
    const bytes = picture(200);
    const sha1 = createHash('sha1').update(bytes).digest('base64');
    const path = await begin(200);
    const wrong = await append(path, 0, Buffer.alloc(200, 7), {
      more: { 'Upload-Checksum': `sha1 ${sha1}` },
    });
    expect([wrong.status, wrong.json['code']]).toEqual([460, 'CHECKSUM_MISMATCH']);
    expect((await ask('HEAD', path)).headers.get('upload-offset')).toBe('0');
    const right = await append(path, 0, bytes, { more: { 'Upload-Checksum': `sha1 ${sha1}` } });
    expect([right.status, right.headers.get('upload-offset')]).toEqual([204, '200']);
  });

  it('keeps what arrived of a request that was cut', async () => {
    const bytes = picture(400_000);
    const path = await begin(bytes.length);
    const common = { ...(await headers(ADMIN_KEY)), 'Tus-Resumable': '1.0.0', ...PART };
    await new Promise<void>((resolve) => {
      const cut = request(`${service.url}/api/v1${path}`, {
        method: 'PATCH',
        headers: { ...common, 'Upload-Offset': '0', 'Content-Length': bytes.length },
      });
      cut.on('error', () => {});
      cut.on('close', resolve);
      cut.write(bytes.subarray(0, 200_000), () => setTimeout(() => cut.destroy(), 300));
    });
    let offset = 0;
    for (let n = 0; n < 100 && offset === 0; n++) {
      offset = Number((await ask('HEAD', path)).headers.get('upload-offset'));
    }
    expect(offset).toBeGreaterThan(0);
    expect(offset).toBeLessThanOrEqual(200_000);
    const last = await append(path, offset, bytes.subarray(offset));
    const id = last.headers.get('x-asset-id')!;
    expect((await service.call(`/assets/${id}`)).json.data['sha256']).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(await filesIn('incoming')).toEqual([]);
  }, 30_000);

  it('takes the bytes of one of two requests at the same place', async () => {
    const bytes = picture(300_000);
    const path = await begin(bytes.length);
    const both = await Promise.all([append(path, 0, bytes), append(path, 0, bytes)]);
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([204, 409]);
    // On a busy machine, the second request ends the first one, of which the beginning counts.
    const offset = Number((await ask('HEAD', path)).headers.get('upload-offset'));
    expect(offset).toBeGreaterThan(0);
    if (offset < bytes.length) await append(path, offset, bytes.subarray(offset));
    const id = (await ask('HEAD', path)).headers.get('x-asset-id')!;
    expect((await service.call(`/assets/${id}`)).json.data['sha256']).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
    expect(await filesIn('uploads')).toEqual([]);
  }, 30_000);

  it('stays what another process made of it, whatever arrives late', async () => {
    const other = await startService(
      loadConfig({
        VIDEOCRAFT_DATA_DIR: service.dataDir,
        DATABASE_URL: service.databaseUrl,
        VIDEOCRAFT_SERVER_PORT: '0',
        VIDEOCRAFT_WORKERS: '0',
        VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
        VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
      }),
      { api: true, logLevel: 'fatal' },
    );
    try {
      const bytes = picture(300_000);
      const path = await begin(bytes.length);
      await append(path, 0, bytes.subarray(0, 100_000));
      const common = { ...(await headers(ADMIN_KEY)), 'Tus-Resumable': '1.0.0', ...PART };
      const rest = bytes.length - 100_000;
      const late = new Promise<number>((resolve, reject) => {
        const req = request(`${other.url}/api/v1${path}`, {
          method: 'PATCH',
          headers: { ...common, 'Upload-Offset': '100000', 'Content-Length': rest },
        });
        req.on('error', reject);
        req.on('response', (res) => resolve(res.resume().statusCode!));
        req.write(bytes.subarray(100_000, 200_000), async () => {
          await delay(500);
          const first = await append(path, 100_000, bytes.subarray(100_000));
          expect(first.status).toBe(204);
          req.end(bytes.subarray(200_000));
        });
      });
      expect(await late).toBe(409);
      const head = await ask('HEAD', path);
      expect(head.headers.get('upload-offset')).toBe(String(bytes.length));
      const id = head.headers.get('x-asset-id')!;
      expect((await service.call(`/assets/${id}`)).status).toBe(200);
      expect(await filesIn('incoming')).toEqual([]);
    } finally {
      await other.stop();
    }
  }, 60_000);

  it('is removed if its content is of no use', async () => {
    const key = await newKey();
    const path = await begin(64, key);
    const answer = await append(path, 0, Buffer.alloc(64), { key });
    expect([answer.status, answer.json['code']]).toEqual([422, 'MEDIA_INVALID']);
    expect((await ask('HEAD', path, {}, { key })).status).toBe(404);
    expect(await usageOf(key)).toEqual([0, 0]);
  });

  it('belongs to its key, on each request, also for administrators', async () => {
    const [ann, bob] = [await newKey(), await newKey()];
    const path = await begin(200, ann);
    for (const key of [bob, ADMIN_KEY]) {
      for (const method of ['HEAD', 'PATCH', 'DELETE']) {
        const answer = await ask(method, path, { ...PART, 'Upload-Offset': '0' }, { key });
        expect([method, answer.status]).toEqual([method, 404]);
      }
    }
    expect((await ask('HEAD', path, {}, { key: ann })).status).toBe(200);
    const reader = (await service.key('videos:read')).key;
    expect((await ask('HEAD', path, {}, { key: reader })).status).toBe(403);
  });

  it.each(['..%2f..%2fetc', 'uploads', '%00', 'a'.repeat(300), "';--"])(
    'has no ID like %s',
    async (id) => {
      const answer = await ask('PATCH', `/assets/uploads/${id}`, { ...PART, 'Upload-Offset': '0' });
      expect([404, 400]).toContain(answer.status);
    },
  );

  it('ends if it is silent', async () => {
    const path = await begin(1_000);
    const common = { ...(await headers(ADMIN_KEY)), 'Tus-Resumable': '1.0.0', ...PART };
    const status = await new Promise<number>((resolve, reject) => {
      const slow = request(`${service.url}/api/v1${path}`, {
        method: 'PATCH',
        headers: { ...common, 'Upload-Offset': '0', 'Content-Length': 1_000 },
      });
      slow.on('error', reject);
      slow.on('response', (res) => {
        res.resume();
        resolve(res.statusCode!);
        slow.destroy();
      });
      slow.write(picture(100));
    });
    expect(status).toBe(408);
    // What arrived counts.
    expect((await ask('HEAD', path)).headers.get('upload-offset')).toBe('100');
  }, 30_000);

  it('asks for a body only when it takes it', async () => {
    const key = await newKey();
    const path = await begin(1_000, await newKey());
    const asked = await new Promise<[boolean, number]>((resolve, reject) => {
      let continued = false;
      const req = request(`${service.url}/api/v1${path}`, {
        method: 'PATCH',
        headers: {
          Authorization: `Bearer ${key}`,
          Expect: '100-continue',
          'Content-Length': 1_000,
        },
      });
      req.on('continue', () => (continued = true));
      req.on('error', reject);
      req.on('response', (res) => {
        res.resume();
        resolve([continued, res.statusCode!]);
        req.destroy();
      });
      req.flushHeaders();
    });
    expect(asked).toEqual([false, 403]);
  });
});

describe('a large file on disk', () => {
  it('is uploaded by the client from a stream', async () => {
    const path = join(folder, 'large.png');
    const bytes = picture(6_000_000);
    await writeFile(path, bytes);
    const { createReadStream } = await import('node:fs');
    const id = await uploadWithClient(
      createReadStream(path) as never,
      { uploadSize: bytes.length, chunkSize: 2_500_000 },
      ADMIN_KEY,
    );
    expect((await service.call(`/assets/${id}`)).json.data['size_bytes']).toBe(bytes.length);
  }, 30_000);
});
