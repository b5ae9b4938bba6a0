import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import type { ObjectStore } from '../../src/engine/storage/object-store.js';
import { openStore } from '../../src/engine/storage/storage.module.js';
import { VideoFiles } from '../../src/engine/storage/video-files.js';
import { makeRetention } from '../support/make-retention.js';
import { type S3Server, startS3Server } from '../support/s3-server.js';
import {
  ADMIN_KEY,
  PROJECT,
  startTestService,
  type TestService,
  videoResult,
} from '../support/service.js';

/** More than the buffers between the store and a reader hold. */
const BYTES = 48 * 1024 * 1024;
/** Long enough that none of the downloads could end before the deletion. */
const FIRST = 65_536;

/** What a reader got: all bytes that were announced, or an error. */
interface Received {
  readonly bytes: Buffer;
  readonly announced: number;
  readonly error: Error | null;
}

interface Reader {
  readonly rest: () => Promise<Received>;
}

const received = (chunks: readonly Buffer[]) => chunks.reduce((sum, { length }) => sum + length, 0);

function openRetention({ dataSource }: TestService, queue: RenderQueue, store: ObjectStore) {
  const config = loadConfig({ VIDEOCRAFT_RETENTION_VIDEO_BYTES: '1' });
  return makeRetention({ config, dataSource, queue, store }).retention;
}

describe.each(['a folder', 'S3'])(
  'downloads of a video that is deleted meanwhile, from %s',
  (kind) => {
    const video = randomBytes(BYTES);
    let server: S3Server | null = null;
    let service: TestService;
    let queue: RenderQueue;
    let store: ObjectStore;
    let files: VideoFiles;
    let folder: string;

    beforeAll(async () => {
      server = kind === 'S3' ? await startS3Server() : null;
      // Never reached, but with it, the service notes downloads.
      const kept = { VIDEOCRAFT_RETENTION_VIDEO_BYTES: '999999999999' };
      service = await startTestService({ ...server?.env, ...kept });
      queue = new RenderQueue(service.databaseUrl, () => {});
      await queue.start();
      store = await openStore(loadConfig({ VIDEOCRAFT_DATA_DIR: service.dataDir, ...server?.env }));
      files = new VideoFiles(store);
      folder = await mkdtemp(join(tmpdir(), 'videocraft-deleted-'));
    }, 120_000);

    afterAll(async () => {
      await queue.stop(5_000);
      await service.close();
      await server?.close();
      await rm(folder, { recursive: true, force: true });
    }, 60_000);

    /** Does what a worker does at the end of a job. */
    async function finishedVideo(): Promise<string> {
      const created = await service.change('POST', '/videos', { body: PROJECT });
      const jobId = String(created.json['job_id']);
      const attempts = new AttemptStore(service.dataSource, queue);
      const claim = (await attempts.claim(jobId, 'w'))!;
      const result = videoResult(`${jobId}-1`);
      const output = join(folder, jobId);
      await mkdir(output);
      await writeFile(join(output, 'video.mp4'), video);
      const sha256 = createHash('sha256').update(video).digest('hex');
      const file = { ...result.files[0]!, sizeBytes: BYTES, sha256 };
      await files.publish(claim, output, [file], AbortSignal.timeout(60_000));
      expect(await attempts.complete(claim, { ...result, files: [file] }, [], [])).toBe(true);
      return jobId;
    }

    /** Begins a download, and reads no more than its first bytes until `rest` is called. */
    async function begin(id: string, range?: string): Promise<Reader> {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const headers = { authorization: `Bearer ${ADMIN_KEY}`, ...(range && { range }) };
        get(`${service.url}/api/v1/videos/${id}/download`, { headers, agent: false }, resolve).on(
          'error',
          reject,
        );
      });
      expect(response.statusCode).toBe(range ? 206 : 200);
      const chunks: Buffer[] = [];
      let error: Error | null = null;
      response.on('error', (reason: Error) => (error = reason));
      const closed = new Promise<void>((resolve) => response.on('close', resolve));
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      while (received(chunks) < FIRST) await once(response, 'data');
      response.pause();
      return {
        rest: async () => {
          response.resume();
          await closed;
          const announced = Number(response.headers['content-length']);
          return { bytes: Buffer.concat(chunks), announced, error };
        },
      };
    }

    function expectAllOrError({ bytes, announced, error }: Received, from = 0): void {
      if (error === null) {
        expect(bytes.length).toBe(announced);
        expect(bytes.equals(video.subarray(from, from + announced))).toBe(true);
      } else expect(bytes.length).toBeLessThan(announced);
    }

    const exists = async (id: string) => (await service.call(`/videos/${id}`)).status === 200;

    it('give all bytes or an error, by its owner', async () => {
      const id = await finishedVideo();
      const readers = await Promise.all([begin(id), begin(id), begin(id, `bytes=1000000-`)]);
      expect((await service.change('DELETE', `/videos/${id}`)).status).toBe(200);
      const [one, two, part] = await Promise.all(readers.map((reader) => reader.rest()));
      expectAllOrError(one!);
      expectAllOrError(two!);
      expectAllOrError(part!, 1_000_000);
      expect((await service.call(`/videos/${id}/download`)).status).toBe(404);
      expect(await store.list(`videos/${id}`, null)).toMatchObject({ objects: [] });
      // The service goes on.
      expect((await service.call('/live')).status).toBe(200);
    }, 120_000);

    it('give all bytes, and retention removes the video after them', async () => {
      const id = await finishedVideo();
      const retention = openRetention(service, queue, store);
      const one = await begin(id);
      const two = await begin(id, 'bytes=1000000-');
      await retention.apply();
      expect(await exists(id)).toBe(true);
      const { error, bytes } = await one.rest();
      expect([error, bytes.equals(video)]).toEqual([null, true]);
      await retention.apply();
      expect(await exists(id)).toBe(true);
      expectAllOrError(await two.rest(), 1_000_000);
      await untilNobodyReads();
      await retention.apply();
      expect(await exists(id)).toBe(false);
      expect(await store.list(`videos/${id}`, null)).toMatchObject({ objects: [] });
    }, 120_000);

    it('keep a video that is still to be delivered', async () => {
      const id = await finishedVideo();
      const retention = openRetention(service, queue, store);
      await service.dataSource.query(
        `INSERT INTO outgoing (kind, key_id, job_id, origin, target, queued, next_attempt_at)
         VALUES ('file', 'k', $1, 'job', 'ftp://example.com', true, now() + interval '1 hour')`,
        [id],
      );
      await retention.apply();
      expect(await exists(id)).toBe(true);
      await service.dataSource.query(`UPDATE outgoing SET state = 'failed' WHERE job_id = $1`, [
        id,
      ]);
      await retention.apply();
      expect(await exists(id)).toBe(false);
    }, 60_000);

    /** The service notes the end of a download after the client has its last byte. */
    async function untilNobodyReads(): Promise<void> {
      const count = async () => (await service.dataSource.query('SELECT 1 FROM downloads')).length;
      for (const end = Date.now() + 30_000; (await count()) > 0;) {
        expect(Date.now()).toBeLessThan(end);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  },
);
