import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { FolderStore } from '../../src/engine/storage/folder-store.js';
import type { ObjectStore } from '../../src/engine/storage/object-store.js';
import { S3Store } from '../../src/engine/storage/s3-store.js';
import { StorageUnavailable } from '../../src/engine/storage/storage-unavailable.js';
import { type Fault, type S3Server, startS3Server } from '../support/s3-server.js';

const { signal } = new AbortController();
/** More than one part. */
const LARGE = 20 * 1024 * 1024;

let dir: string;
let server: S3Server;
let s3: S3Store;
let folder: FolderStore;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'videocraft-store-'));
  server = await startS3Server();
  s3 = new S3Store(server.settings);
  folder = new FolderStore(join(dir, 'root'));
});

afterAll(async () => {
  s3.close();
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

beforeEach(() => {
  server.fault = () => null;
  server.requests.length = 0;
});

let files = 0;
const newPath = () => join(dir, `file-${++files}`);

async function fileOf(content: string | Buffer): Promise<string> {
  const path = newPath();
  await writeFile(path, content);
  return path;
}

async function textOf(store: ObjectStore, key: string): Promise<string | null> {
  const object = await store.open(key, null);
  return object && (await buffer(object.stream)).toString();
}

async function keysOf(store: ObjectStore, prefix: string): Promise<string[]> {
  return (await store.list(prefix, null)).objects.map(({ key }) => key);
}

async function failureOf(action: Promise<unknown>): Promise<StorageUnavailable> {
  const error: unknown = await action.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StorageUnavailable);
  return error as StorageUnavailable;
}

describe.each([
  ['a folder', () => folder],
  ['S3', () => s3],
])('an object store in %s', (_name, pick: () => ObjectStore) => {
  let store: ObjectStore;
  beforeEach(() => {
    store = pick();
  });

  it('keeps what is put, and replaces it', async () => {
    await store.put('videos/a-1/video.mp4', await fileOf('first'), signal);
    await store.put('videos/a-1/video.mp4', await fileOf('second'), signal);
    expect(await textOf(store, 'videos/a-1/video.mp4')).toBe('second');
    expect(await store.stat('videos/a-1/video.mp4')).toMatchObject({ bytes: 6 });
  });

  it('leaves the file that it stored', async () => {
    const file = await fileOf('mine');
    await store.put('videos/own/x', file, signal);
    await store.remove('videos/own/x');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it('reads ranges, with the size of the whole', async () => {
    await store.put('videos/range/x', await fileOf('0123456789'), signal);
    const object = await store.open('videos/range/x', { first: 2, last: 4 });
    expect((await buffer(object!.stream)).toString()).toBe('234');
    expect(object!.bytes).toBe(10);
  });

  it('knows what is missing', async () => {
    expect(await store.open('videos/none/x', null)).toBeNull();
    expect(await store.stat('videos/none/x')).toBeNull();
    const target = newPath();
    expect(await store.fetch('videos/none/x', target, signal)).toBe(false);
    await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' });
    await store.remove('videos/none/x');
    await store.removeAll('videos/none-');
  });

  it('fetches to a file', async () => {
    await store.put('caches/words/x', await fileOf('words'), signal);
    const target = newPath();
    expect(await store.fetch('caches/words/x', target, signal)).toBe(true);
    expect(await readFile(target, 'utf8')).toBe('words');
  });

  it('lists in pages, and removes by the beginning of keys', async () => {
    const keys = ['j1-1/a.mp4', 'j1-1/b.srt', 'j1-2/a.mp4', 'j10-1/a.mp4', 'j2-1/a.mp4'];
    for (const key of keys) await store.put(`lists/${key}`, await fileOf(key), signal);
    expect(await keysOf(store, 'lists/')).toEqual(keys.map((key) => `lists/${key}`));
    expect((await store.list('lists/', 'lists/j1-2/a.mp4')).objects.map(({ key }) => key)).toEqual([
      'lists/j10-1/a.mp4',
      'lists/j2-1/a.mp4',
    ]);
    await store.removeAll('lists/j1-');
    expect(await keysOf(store, 'lists/')).toEqual(['lists/j10-1/a.mp4', 'lists/j2-1/a.mp4']);
    await store.removeAll('lists/');
    expect(await keysOf(store, 'lists/')).toEqual([]);
  });

  it('stores large files whole', async () => {
    const content = randomBytes(LARGE);
    await store.put('videos/large/x', await fileOf(content), signal);
    const target = newPath();
    expect(await store.fetch('videos/large/x', target, signal)).toBe(true);
    expect((await readFile(target)).equals(content)).toBe(true);
    const tail = await store.open('videos/large/x', { first: LARGE - 3, last: LARGE - 1 });
    expect((await buffer(tail!.stream)).equals(content.subarray(-3))).toBe(true);
    await store.removeAll('videos/large/');
  });

  it.each(['../x', 'videos/../../x', '/etc/passwd', 'videos//x', 'videos/.hidden', 'a\0b', ''])(
    'refuses the key %j',
    async (key) => {
      await expect(async () => store.open(key, null)).rejects.toThrow('is not a key');
      await expect(async () => store.removeAll(key)).rejects.toThrow('is not a key');
    },
  );

  it('stores nothing after the signal', async () => {
    const stopped = AbortSignal.abort(new Error('stopped'));
    const put = store.put('videos/stopped/x', await fileOf('x'), stopped);
    await expect(put).rejects.toThrow('stopped');
    expect(await store.stat('videos/stopped/x')).toBeNull();
  });

  it('responds', async () => {
    await expect(store.check()).resolves.toBeUndefined();
  });
});

describe('the folder store', () => {
  it('copies nothing on one file system', async () => {
    const file = await fileOf('linked');
    await folder.put('videos/link/x', file, signal);
    const target = newPath();
    await folder.fetch('videos/link/x', target, signal);
    expect((await stat(target)).ino).toBe((await stat(file)).ino);
    expect(await readdir(join(dir, 'root', 'videos', 'link'))).toEqual(['x']);
  });

  it('has no addresses for clients', async () => {
    expect(await folder.link()).toBeNull();
  });

  it('says that the folder is gone', async () => {
    const gone = new FolderStore(join(dir, 'nowhere'));
    expect((await failureOf(gone.check())).passes).toBe(true);
  });
});

describe('the S3 store', () => {
  const only =
    (method: string, fault: Fault, times = Infinity) =>
    ({ method: asked }: { method?: string | undefined }) =>
      asked === method && times-- > 0 ? fault : null;

  it('signs addresses that work for a while, with the name of the file', async () => {
    await s3.put('videos/link/x', await fileOf('for all'), signal);
    const disposition = 'attachment; filename="a b.mp4"';
    const options = { disposition, contentType: 'video/mp4', seconds: 60 };
    const response = await fetch(await s3.link('videos/link/x', options));
    expect(await response.text()).toBe('for all');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a b.mp4"');
    expect(response.headers.get('content-type')).toBe('video/mp4');
    const other = (await s3.link('videos/link/x', options)).replace('link/x', 'large/x');
    expect((await fetch(other)).status).toBe(403);
    expect((await fetch(`${server.url}/videos/vc/videos/link/x`)).status).toBe(403);
  });

  it.each<[string, Partial<typeof server.settings>, string]>([
    [
      'a wrong secret',
      { credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'hush' } },
      'SignatureDoesNotMatch, HTTP 403',
    ],
    [
      'a wrong key',
      { credentials: { accessKeyId: 'hush', secretAccessKey: 'S3RVER' } },
      'InvalidAccessKeyId, HTTP 403',
    ],
    ['a wrong bucket', { bucket: 'hush' }, 'NoSuchBucket, HTTP 404'],
  ])('refuses %s for good, without secrets', async (_what, changed, reason) => {
    const store = new S3Store({ ...server.settings, ...changed });
    const failures = [
      await failureOf(store.check()),
      await failureOf(store.put('videos/wrong/x', await fileOf('x'), signal)),
    ];
    for (const failure of failures) {
      expect(failure.message).toContain(reason);
      expect(failure.passes).toBe(false);
      expect(JSON.stringify(failure) + failure.stack + String(failure.cause)).not.toContain('hush');
    }
    store.close();
  });

  it('follows a store whose clock is hours away', async () => {
    const now = Date.now;
    const store = new S3Store(server.settings);
    try {
      Date.now = () => now() - 5 * 3_600_000;
      await expect(store.check()).resolves.toBeUndefined();
    } finally {
      Date.now = now;
      store.close();
    }
  });

  it.each<[string, Fault]>([
    ['500', { kind: 'status', status: 500, code: 'InternalError' }],
    ['503 SlowDown', { kind: 'status', status: 503, code: 'SlowDown' }],
    ['a reset connection', { kind: 'reset' }],
  ])('repeats a request after %s', async (_what, fault) => {
    server.fault = only('PUT', fault, 2);
    await s3.put('videos/again/x', await fileOf('again'), signal);
    server.fault = only('GET', fault, 1);
    expect(await textOf(s3, 'videos/again/x')).toBe('again');
    server.fault = only('PUT', fault);
    const failure = await failureOf(s3.put('videos/never/x', await fileOf('x'), signal));
    expect(failure.passes).toBe(true);
    server.fault = () => null;
    expect(await s3.stat('videos/never/x')).toBeNull();
  });

  it('goes on where a page of a list ends', async () => {
    server.fault = () => ({ kind: 'short-page', keys: 2 });
    const file = await fileOf('x');
    const keys = Array.from({ length: 5 }, (_, n) => `videos/pages/${n}`);
    for (const key of keys) await s3.put(key, file, signal);
    const { objects, next } = await s3.list('videos/pages/', null);
    expect([objects.length, next]).toEqual([2, keys[1]]);
    expect((await s3.list('videos/pages/', next)).objects.map(({ key }) => key)).toEqual(
      keys.slice(2, 4),
    );
    await s3.removeAll('videos/pages/');
    expect(await keysOf(s3, 'videos/pages/')).toEqual([]);
  });

  it('gives up on a store that is silent', async () => {
    const store = new S3Store({ ...server.settings, timeoutMs: 200 });
    server.fault = () => ({ kind: 'silence' });
    expect((await failureOf(store.check())).passes).toBe(true);
    store.close();
  });

  it('waits for a store that is slow', async () => {
    server.fault = () => ({ kind: 'pause', ms: 300 });
    await s3.put('videos/slow/x', await fileOf('slow'), signal);
    expect(await textOf(s3, 'videos/slow/x')).toBe('slow');
  });

  it('ends a request with its signal', async () => {
    server.fault = () => ({ kind: 'silence' });
    const stop = new AbortController();
    const reading = s3.open('videos/slow/x', null, stop.signal);
    setTimeout(() => stop.abort(new Error('stopped')), 50);
    await expect(reading).rejects.toThrow('stopped');
  });

  it('reads on where a connection broke off', async () => {
    const content = randomBytes(300_000);
    await s3.put('videos/half/x', await fileOf(content), signal);
    server.fault = only('GET', { kind: 'half', bytes: 100_000 });
    const object = await s3.open('videos/half/x', { first: 10, last: 299_999 });
    expect((await buffer(object!.stream)).equals(content.subarray(10))).toBe(true);
    const target = newPath();
    expect(await s3.fetch('videos/half/x', target, signal)).toBe(true);
    expect((await readFile(target)).equals(content)).toBe(true);
  });

  it('fails if the rest never comes, and leaves no file', async () => {
    server.fault = only('GET', { kind: 'half', bytes: 0 });
    const target = newPath();
    await failureOf(s3.fetch('videos/half/x', target, signal));
    await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' });
    const object = await s3.open('videos/half/x', null);
    await expect(buffer(object!.stream)).rejects.toThrow('aborted');
  });

  it('does not use an object that is damaged, or that nothing vouches for', async () => {
    await s3.put('caches/segments/x', await fileOf('a segment'), signal);
    server.fault = only('GET', { kind: 'damage' });
    const target = newPath();
    expect(await s3.fetch('caches/segments/x', target, signal)).toBe(false);
    await expect(stat(target)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('stores a large file though the answer to its last request is lost', async () => {
    const content = randomBytes(LARGE);
    server.fault = ({ method, url }) =>
      method === 'POST' && url!.includes('uploadId=') ? { kind: 'half', bytes: 0 } : null;
    await s3.put('videos/lost/x', await fileOf(content), signal);
    server.fault = () => null;
    const object = await s3.open('videos/lost/x', null);
    expect((await buffer(object!.stream)).equals(content)).toBe(true);
    expect(await server.unfinished()).toEqual([]);
  });

  it('removes the parts of an upload that fails or is ended', async () => {
    const large = await fileOf(randomBytes(LARGE));
    const refuse = { kind: 'status', status: 403, code: 'AccessDenied' } as const;
    server.fault = ({ method, url }) =>
      method === 'PUT' && url!.includes('partNumber=2') ? refuse : null;
    await failureOf(s3.put('videos/parts/x', large, signal));
    expect(await server.unfinished()).toEqual([]);

    const stop = new AbortController();
    server.fault = ({ method, url }) => {
      if (method !== 'PUT' || !url!.includes('partNumber=2')) return null;
      setTimeout(() => stop.abort(new Error('stopped')), 20);
      return { kind: 'silence' };
    };
    await expect(s3.put('videos/parts/x', large, stop.signal)).rejects.toThrow('stopped');
    expect(await server.unfinished()).toEqual([]);
    expect(await s3.stat('videos/parts/x')).toBeNull();
  });

  it('removes what dead processes left of uploads, at once for a job and later for all', async () => {
    const large = await fileOf(randomBytes(LARGE));
    const leave = async (key: string) => {
      server.fault = ({ method, url }) =>
        (method === 'PUT' && url!.includes('partNumber=2')) || method === 'DELETE'
          ? { kind: 'status', status: 403, code: 'AccessDenied' }
          : null;
      await failureOf(s3.put(key, large, signal));
      server.fault = () => null;
    };
    await leave('videos/left-1/x');
    await leave('caches/sources/left');
    expect(await server.unfinished()).toHaveLength(2);
    await s3.removeAll('videos/left-');
    expect(await server.unfinished()).toEqual(['vc/caches/sources/left']);
    await s3.removeUnfinished(new Date('2025-12-31'));
    expect(await server.unfinished()).toHaveLength(1);
    await s3.removeUnfinished(new Date());
    expect(await server.unfinished()).toEqual([]);
  });

  it('works with stores that cannot list unfinished uploads', async () => {
    server.fault = ({ url }) =>
      url!.includes('uploads') ? { kind: 'status', status: 501, code: 'NotImplemented' } : null;
    await expect(s3.removeAll('videos/none-')).resolves.toBeUndefined();
    await expect(s3.removeUnfinished(new Date())).resolves.toBeUndefined();
  });

  it('shows no secret in its description', () => {
    expect(s3.description).toBe(`the bucket videos of ${new URL(server.url).host}, below vc/`);
  });
});
