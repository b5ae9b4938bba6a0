import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { buffer } from 'node:stream/consumers';
import { jest } from '@jest/globals';
import { CreateMultipartUploadCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { FolderStore } from '../../src/engine/storage/folder-store.js';
import type { StoredObject } from '../../src/engine/storage/object-store.js';
import { S3Store } from '../../src/engine/storage/s3-store.js';
import { StorageUnavailable } from '../../src/engine/storage/storage-unavailable.js';
import { BUCKET, type S3Server, startS3Server } from '../support/s3-server.js';

const { signal } = new AbortController();
const KEY = 'videos/odd/x';
/** What other programs and consoles of vendors leave: folders, hidden files, odd letters. */
const FOREIGN = [
  '.DS_Store',
  'my film (1).mp4',
  'ätsch/\u4f60&.txt',
  'folder.bak/',
  'lost+found/x',
];

let dir: string;
let server: S3Server;
let store: S3Store;
let client: S3Client;
let emitted: jest.SpiedFunction<typeof process.emitWarning>;

beforeAll(async () => {
  emitted = jest.spyOn(process, 'emitWarning');
  dir = await mkdtemp(join(tmpdir(), 'videocraft-odd-'));
  server = await startS3Server();
  store = new S3Store(server.settings);
  const { endpoint, region, credentials } = server.settings;
  client = new S3Client({
    ...{ endpoint: endpoint!, region, forcePathStyle: true },
    credentials: { ...credentials! },
  });
});

afterAll(async () => {
  emitted.mockRestore();
  store.close();
  client.destroy();
  await server.close();
  await rm(dir, { recursive: true, force: true });
});

afterEach(() => {
  server.fault = () => null;
});

async function put(key: string, content: Buffer | string): Promise<void> {
  const file = join(dir, 'file');
  await writeFile(file, content);
  await store.put(key, file, signal);
}

const contentOf = async (opening: Promise<StoredObject | null>) => buffer((await opening)!.stream);
const keysOf = async (prefix: string) =>
  (await store.list(prefix, null)).objects.map(({ key }) => key);

it('opens without a warning of its SDK', async () => {
  await store.check();
  expect(JSON.stringify(emitted.mock.calls)).not.toContain('AWS');
});

describe('a store behind a gateway', () => {
  const content = randomBytes(200_000);
  beforeAll(() => put(KEY, content));

  it('that drops ranges passes on no bytes but those that were asked for', async () => {
    server.fault = () => ({ kind: 'lost-header', of: 'request', name: 'range' });
    await expect(contentOf(store.open(KEY, { first: 100, last: 199 }))).rejects.toThrow(
      StorageUnavailable,
    );
    expect((await contentOf(store.open(KEY, null))).equals(content)).toBe(true);
  });

  it('that drops ranges never continues a download with its beginning', async () => {
    let answers = 0;
    server.fault = ({ method }) => {
      if (method !== 'GET') return null;
      return ++answers === 1
        ? { kind: 'half', bytes: 100_000 }
        : { kind: 'lost-header', of: 'request', name: 'range' };
    };
    const received: Buffer[] = [];
    const { stream } = (await store.open(KEY, null))!;
    const reading = (async () => {
      for await (const chunk of stream as AsyncIterable<Buffer>) received.push(chunk);
    })();
    await expect(reading).rejects.toThrow('other bytes');
    const bytes = Buffer.concat(received);
    expect(bytes.equals(content.subarray(0, bytes.length))).toBe(true);
    expect(answers).toBeGreaterThan(1);
  });

  it('that says no length is refused, because an end could not be told from a break', async () => {
    server.fault = () => ({ kind: 'lost-header', of: 'response', name: 'content-length' });
    await expect(contentOf(store.open(KEY, null))).rejects.toThrow(StorageUnavailable);
    await expect(store.stat(KEY)).rejects.toThrow(StorageUnavailable);
  });
});

describe('a store with many slow readers', () => {
  it('serves others', async () => {
    const patient = new S3Store({ ...server.settings, timeoutMs: 600_000 });
    await put('videos/slow/x', randomBytes(2_000_000));
    const held = await Promise.all(
      Array.from({ length: 60 }, () => patient.open('videos/slow/x', null)),
    );
    expect((await patient.stat('videos/slow/x'))?.bytes).toBe(2_000_000);
    for (const object of held) object!.stream.destroy();
    patient.close();
  }, 20_000);

  it('goes on with a reader that paused for longer than the store waits', async () => {
    const impatient = new S3Store({ ...server.settings, timeoutMs: 300 });
    const content = randomBytes(8_000_000);
    await put('videos/paused/x', content);
    const { stream } = (await impatient.open('videos/paused/x', null))!;
    const received: Buffer[] = [];
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (received.length === 0) await delay(1_000);
      received.push(chunk);
    }
    expect(Buffer.concat(received).equals(content)).toBe(true);
    impatient.close();
  });
});

describe('a store with files of others', () => {
  it('lists and removes only what the service could have put into a bucket', async () => {
    const { prefix } = server.settings;
    for (const name of FOREIGN) {
      const Key = `${prefix}caches/${name}`;
      await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'foreign' }));
    }
    await put('caches/words/own', 'own');
    expect(await keysOf('caches/')).toEqual(['caches/words/own']);
    await expect(store.removeAll('caches/words/')).resolves.toBeUndefined();
  });

  it('ends no uploads of others, whose bucket it shares without a prefix', async () => {
    const shared = new S3Store({ ...server.settings, prefix: '' });
    const begin = (Key: string) =>
      client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key }));
    await begin('backup/of-the-database');
    await begin('caches/sources/own');
    await begin('assets/own');
    await shared.removeUnfinished(new Date());
    expect(await server.unfinished()).toEqual(['backup/of-the-database']);
    shared.close();
  });

  it('lists what the service could have put into a folder', async () => {
    const root = join(dir, 'root');
    await mkdir(join(root, 'videos', 'lost+found'), { recursive: true });
    await mkdir(join(root, 'videos', 'my film'));
    await writeFile(join(root, 'videos', 'my film', 'x.mp4'), '');
    await writeFile(join(root, 'videos', 'own'), '');
    await chmod(join(root, 'videos', 'lost+found'), 0);
    const { objects } = await new FolderStore(root).list('videos/', null);
    expect(objects.map(({ key }) => key)).toEqual(['videos/own']);
  });
});
