import { v7 as uuidv7 } from 'uuid';
import type { ChunkMessage } from '../../src/engine/jobs/chunk-queue.js';
import { type HeldMessage, RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { startTestServer, type TestServer } from '../support/database.js';
import { queuedJob } from '../support/queued-job.js';

const CHUNK = { jobId: uuidv7(), attempt: 1, fingerprint: 'f' };
const RESULT = { worker: 'w', segments: [{ failedEncoder: null, hasDecodeErrors: true }] };

describe('chunks in the queue', () => {
  let server: TestServer;
  let queue: RenderQueue;
  const errors: Error[] = [];
  const taken: string[] = [];
  const lostJobs: string[] = [];
  let onChunk: (chunk: ChunkMessage, message: HeldMessage) => Promise<void> = async () => {};

  beforeAll(async () => {
    server = await startTestServer();
    const database = await server.database();
    queue = new RenderQueue(database.url, (error) => errors.push(error));
    await queue.start();
    const job = uuidv7();
    const first = await queue.chunks.offer({ ...CHUNK, chunk: 0 });
    await database.dataSource.transaction((manager) =>
      queue.messages.send(manager, queuedJob(job)),
    );
    const withdrawn = await queue.chunks.offer({ ...CHUNK, chunk: 1 });
    expect(await queue.chunks.withdraw(withdrawn)).toBe(true);
    expect(await queue.chunks.withdraw(withdrawn)).toBe(false);
    expect(await queue.chunks.stateOf(first)).toEqual({ kind: 'waiting' });
    await queue.work(1, {
      run: async () => void taken.push('job'),
      help: async (chunk, message) => {
        taken.push(`chunk ${chunk.chunk}`);
        await onChunk(chunk, message);
      },
      lost: async (jobId) => void lostJobs.push(jobId),
    });
  }, 120_000);

  afterAll(async () => {
    await queue.stop(5_000);
    await server.stop();
    expect(errors).toEqual([]);
  }, 60_000);

  async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  const kindOf = async (id: string) => (await queue.chunks.stateOf(id)).kind;

  it('come after jobs that were submitted later, and not if they were withdrawn', async () => {
    await until(() => taken.length === 2);
    expect(taken).toEqual(['job', 'chunk 0']);
  });

  it('have the result of their worker', async () => {
    let held = '';
    onChunk = async (_chunk, message) => {
      held = await kindOf(message.id);
      expect(await queue.chunks.withdraw(message.id)).toBe(false);
      await queue.chunks.finish(message, RESULT);
    };
    const id = await queue.chunks.offer({ ...CHUNK, chunk: 2 });
    await until(async () => (await kindOf(id)) === 'done');
    expect([held, await queue.chunks.stateOf(id)]).toEqual([
      'taken',
      { kind: 'done', result: RESULT },
    ]);
  });

  it('wait for another worker after one refused', async () => {
    let refusals = 0;
    onChunk = async (_chunk, message) => {
      if (refusals++ === 0) await queue.chunks.refuse(message, 'not mine');
      else await queue.chunks.finish(message, RESULT);
    };
    const id = await queue.chunks.offer({ ...CHUNK, chunk: 3 });
    await until(() => refusals === 1);
    await until(async () => (await kindOf(id)) !== 'taken');
    expect(await kindOf(id)).not.toBe('lost');
    await until(async () => (await kindOf(id)) === 'done');
    expect(refusals).toBe(2);
  });

  it.each<[string, (message: HeldMessage) => Promise<void>]>([
    ['they fail', (message) => queue.chunks.lose(message, 'ffmpeg')],
    ['their worker throws', () => Promise.reject(new Error('no database'))],
  ])('can be taken back when %s, and no job fails', async (_what, fail) => {
    onChunk = (_chunk, message) => fail(message);
    const id = await queue.chunks.offer({ ...CHUNK, chunk: 4 });
    await until(async () => (await kindOf(id)) === 'lost');
    expect(await queue.chunks.withdraw(id)).toBe(true);
    expect(await kindOf(id)).toBe('lost');
    expect(lostJobs).toEqual([]);
  });
});
