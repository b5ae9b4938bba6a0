import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AssetSweeper } from '../../src/assets/asset-sweeper.js';
import { IncomingFolder } from '../../src/assets/files/incoming-folder.js';
import { loadConfig } from '../../src/config/load-config.js';
import { AssetFiles } from '../../src/engine/assets/asset-files.js';
import { AssetStore } from '../../src/engine/assets/asset-store.js';
import { UploadStore } from '../../src/engine/assets/upload-store.js';
import { CacheSpace } from '../../src/engine/files/cache-space.js';
import { FolderStore } from '../../src/engine/storage/folder-store.js';
import { type Answer, startTestService, type TestService } from '../support/service.js';

const SCOPES = ['videos:write', 'videos:read', 'jobs:read', 'jobs:cancel'];
const DAY_MS = 24 * 3_600_000;

let service: TestService;
let sweeper: AssetSweeper;

beforeAll(async () => {
  service = await startTestService({ VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0' });
  const { dataDir, dataSource } = service;
  const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir });
  const store = new FolderStore(dataDir);
  sweeper = new AssetSweeper(
    new AssetStore(dataSource, config),
    new UploadStore(dataSource, config),
    new AssetFiles(store),
    new IncomingFolder(config, new CacheSpace(dataDir, 0)),
    store,
  );
}, 120_000);

afterAll(() => service.close(), 60_000);

async function limitedKey(limits: Record<string, number>): Promise<string> {
  const { id, key } = await service.key(...SCOPES);
  await service.dataSource.query('UPDATE api_keys SET limits = $2 WHERE id = $1', [
    id,
    JSON.stringify(limits),
  ]);
  return key;
}

async function ask(
  method: string,
  path: string,
  key: string,
  init: { headers?: Record<string, string>; body?: FormData | Uint8Array<ArrayBuffer> } = {},
): Promise<Answer> {
  const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
  const headers = { 'X-CSRF-Token': token, ...init.headers };
  return service.call(path, { method, key, headers, ...(init.body ? { body: init.body } : {}) });
}

/** A caption file of a size, with a content of its own. */
const captions = (bytes = 100) => {
  const head = `1\n00:00:01,000 --> 00:00:02,000\n${randomBytes(16).toString('hex')}`;
  return Buffer.from(head.padEnd(bytes, 'x'));
};
function upload(key: string, content = captions()): Promise<Answer> {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(content)]), 'a.srt');
  return ask('POST', '/assets', key, { body });
}
const TUS = { 'Tus-Resumable': '1.0.0' };
const begin = (key: string, bytes: number) =>
  ask('POST', '/assets/uploads', key, { headers: { ...TUS, 'Upload-Length': String(bytes) } });
const append = (key: string, path: string, offset: number, body: Buffer) =>
  ask('PATCH', path.replace('/api/v1', ''), key, {
    headers: {
      ...TUS,
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(body),
  });
const idOf = ({ json }: Answer) => json.data['id'] as string;

async function usageOf(key: string): Promise<readonly [number, number]> {
  const { json } = await service.call('/keys/me', { key });
  const { assets, asset_bytes } = json.data['usage'] as Record<string, number>;
  return [assets!, asset_bytes!];
}

/** What a key has, counted from its rows. */
async function counted(key: string): Promise<readonly [number, number]> {
  const id = (await service.call('/keys/me', { key })).json.data['id'];
  const [row] = await service.dataSource.query<[{ n: number; bytes: number }]>(
    `SELECT count(*)::int AS n, COALESCE(sum(bytes), 0)::int AS bytes FROM (
       SELECT bytes FROM assets WHERE key_id = $1 AND deleted_at IS NULL UNION ALL
       SELECT size FROM asset_uploads WHERE key_id = $1 AND asset_id IS NULL) AS rows (bytes)`,
    [id],
  );
  return [row.n, row.bytes];
}

const filesIn = (name: string) =>
  readdir(join(service.dataDir, name), { recursive: true, withFileTypes: true })
    .then((entries) => entries.filter((entry) => entry.isFile()).map((entry) => entry.name))
    .catch(() => [] as string[]);

describe('the quota of a key', () => {
  it('bounds the number of assets, and tells what helps', async () => {
    const key = await limitedKey({ assets: 2 });
    const first = await upload(key);
    await upload(key);
    const third = await upload(key);
    expect([third.status, third.json['code']]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(third.json['details']).toContain('this key with `videocraft keys limit` and --assets');
    expect(third.json['details']).toContain('Delete assets');
    expect(third.headers.get('retry-after')).toBeNull();
    expect((await begin(key, 10)).status).toBe(429);
    await service.change('DELETE', `/assets/${idOf(first)}`, { key });
    expect((await upload(key)).status).toBe(201);
    expect(await filesIn('incoming')).toEqual([]);
  });

  it('bounds the size of all assets, and of one alone', async () => {
    const key = await limitedKey({ assetBytes: 250 });
    await upload(key);
    await upload(key);
    const third = await upload(key);
    expect([third.status, third.json['code']]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    const alone = await upload(key, captions(300));
    expect([alone.status, alone.json['code']]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
    expect(alone.json['details']).toContain(
      'this key with `videocraft keys limit` and --asset-bytes',
    );
    expect((await begin(key, 300)).status).toBe(413);
    expect(await usageOf(key)).toEqual([2, 200]);
  });

  it('shows in GET /keys/me', async () => {
    const key = await limitedKey({ assets: 7, assetBytes: 0 });
    await upload(key);
    const { json } = await service.call('/keys/me', { key });
    expect(json.data).toMatchObject({
      limits: { assets: 7, asset_bytes: null },
      usage: { assets: 1, asset_bytes: 100 },
    });
  });

  it('counts an upload in parts from its beginning', async () => {
    const key = await limitedKey({ assetBytes: 250, assets: 5 });
    const path = (await begin(key, 200)).headers.get('location')!;
    expect(await usageOf(key)).toEqual([1, 200]);
    expect((await upload(key)).status).toBe(429);
    const bytes = captions(200);
    await append(key, path, 0, bytes.subarray(0, 50));
    expect((await append(key, path, 50, bytes.subarray(50))).status).toBe(204);
    expect(await usageOf(key)).toEqual([1, 200]);
    expect(await counted(key)).toEqual([1, 200]);
  });

  it('bounds the number of parts of an upload', async () => {
    const key = await limitedKey({});
    const path = (await begin(key, 20_000)).headers.get('location')!;
    await service.dataSource.query(
      `WITH parts AS (
         INSERT INTO asset_upload_parts (upload_id, start, bytes, object)
         SELECT $1, n, 1, 'uploads/x/' || n FROM generate_series(0, 9999) AS n)
       UPDATE asset_uploads SET received = 10000 WHERE id = $1`,
      [path.split('/').at(-1)],
    );
    const answer = await append(key, path, 10_000, Buffer.from('x'));
    expect([answer.status, answer.json['details']]).toEqual([
      400,
      expect.stringContaining('larger parts'),
    ]);
    expect(await filesIn('uploads')).toEqual([]);
    await ask('DELETE', path.replace('/api/v1', ''), key, { headers: TUS });
    expect(await usageOf(key)).toEqual([0, 0]);
  });

  it('holds, and is counted right, however requests race', async () => {
    const key = await limitedKey({ assets: 5 });
    const same = captions();
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, () => upload(key)),
      ...Array.from({ length: 3 }, () => upload(key, same)),
      ...Array.from({ length: 3 }, () => begin(key, 100)),
    ]);
    const made = answers.filter(({ status }) => status === 201);
    expect(made).toHaveLength(5);
    expect(answers.every(({ status }) => [200, 201, 429].includes(status))).toBe(true);
    expect(await usageOf(key)).toEqual(await counted(key));
    const ends = answers.flatMap((answer) => {
      const location = answer.headers.get('location');
      if (answer.status !== 201 || !location) return [];
      const path = location.replace('/api/v1', '');
      return [
        ask('DELETE', path, key, { headers: TUS }),
        ask('DELETE', path, key, { headers: TUS }),
      ];
    });
    await Promise.all(ends);
    expect(await usageOf(key)).toEqual([0, 0]);
    expect(await counted(key)).toEqual([0, 0]);
  }, 60_000);
});

describe('what nobody needs', () => {
  it('is removed when the last job of a deleted asset has ended', async () => {
    const key = await limitedKey({});
    const id = idOf(await upload(key));
    const config = {
      ...{ width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] },
      elements: [{ type: 'subtitles', captions: `asset:${id}` }],
    };
    const job = (await service.change('POST', '/videos', { body: config, key })).json['job_id'];
    const before = (await filesIn('assets')).length;
    await service.change('DELETE', `/assets/${id}`, { key });
    expect(await usageOf(key)).toEqual([0, 0]);
    await sweeper.sweepRows();
    expect((await filesIn('assets')).length).toBe(before);
    await service.change('POST', `/jobs/${String(job)}/cancel`, { key });
    await sweeper.sweepRows();
    expect((await filesIn('assets')).length).toBe(before - 1);
    const rows = await service.dataSource.query('SELECT 1 FROM assets WHERE id = $1', [id]);
    expect(rows).toEqual([]);
  });

  it('is an upload that took too long', async () => {
    const key = await limitedKey({});
    const path = (await begin(key, 200)).headers.get('location')!;
    await append(key, path, 0, captions(200).subarray(0, 50));
    expect(await filesIn('uploads')).toHaveLength(1);
    await service.dataSource.query(
      `UPDATE asset_uploads SET created_at = now() - interval '25 hours' WHERE id = $1`,
      [path.split('/').at(-1)],
    );
    expect((await append(key, path, 50, Buffer.alloc(10))).status).toBe(404);
    await sweeper.sweepRows();
    expect(await filesIn('uploads')).toEqual([]);
    expect(await usageOf(key)).toEqual([0, 0]);
  });

  it('is an upload after an hour for which no bytes arrived', async () => {
    const key = await limitedKey({});
    const expiresIn = ({ headers }: Answer) =>
      Math.round((Date.parse(headers.get('upload-expires')!) - Date.now()) / 60_000);
    const answers = [await begin(key, 300), await begin(key, 200)];
    expect(answers.map(expiresIn)).toEqual([60, 60]);
    const [empty, begun] = answers.map(({ headers }) => headers.get('location')!) as [
      string,
      string,
    ];
    const part = await append(key, begun, 0, captions(200).subarray(0, 50));
    expect(expiresIn(part)).toBe(24 * 60);
    await service.dataSource.query(
      `UPDATE asset_uploads SET created_at = now() - interval '61 minutes' WHERE id = ANY ($1)`,
      [[empty, begun].map((path) => path.split('/').at(-1))],
    );
    expect((await append(key, empty, 0, Buffer.alloc(10))).status).toBe(404);
    await sweeper.sweepRows();
    expect(await usageOf(key)).toEqual([1, 200]);
    expect((await append(key, begun, 50, Buffer.alloc(10))).status).toBe(204);
    await ask('DELETE', begun.replace('/api/v1', ''), key, { headers: TUS });
  });

  it('is what a process left that died, and nothing else', async () => {
    const kept = idOf(await upload(await limitedKey({})));
    for (const name of ['assets', 'uploads/x', 'incoming']) {
      await mkdir(join(service.dataDir, name), { recursive: true });
      await writeFile(join(service.dataDir, name, randomUUID()), 'left');
    }
    const before = (await filesIn('assets')).length;
    await sweeper.sweepObjects(Date.now());
    expect((await filesIn('assets')).length).toBe(before);
    for (const name of ['assets', 'uploads/x', 'incoming']) {
      const folder = join(service.dataDir, name);
      const old = new Date(Date.now() - 5 * DAY_MS);
      for (const file of await readdir(folder)) await utimes(join(folder, file), old, old);
    }
    await sweeper.sweepObjects(Date.now());
    expect((await filesIn('assets')).length).toBe(before - 1);
    expect([...(await filesIn('uploads')), ...(await filesIn('incoming'))]).toEqual([]);
    expect((await service.call(`/assets/${kept}/download`)).status).toBe(200);
  });
});
