import { mkdir, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import { MAX_STREAMS_PER_KEY } from '../../src/jobs/job-events.service.js';
import { type EventSource, openEventSource } from '../support/event-source.js';
import { PROJECT, startTestService, type TestService, videoResult } from '../support/service.js';

/** Bounds waiting for what must happen; the machine may be slow and shared. */
const PATIENCE_MS = 60_000;
const MIB = 1024 * 1024;
const LISTENERS = 1_000;
const KEYS = LISTENERS / MAX_STREAMS_PER_KEY;
const DOWNLOADS = 200;
const FILE_BYTES = 64 * MIB;

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ VIDEOCRAFT_SERVER_MAX_CONNECTIONS_PER_ADDRESS: '3000' });
}, 120_000);

afterAll(() => service.close(), 60_000);

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('The condition did not come true.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const openFiles = async () => (await readdir('/proc/self/fd')).length;
const isAlive = async () => (await service.call('/live')).status === 200;

it('1,000 listeners of events leave the probe and the database to others, and all are told', async () => {
  const keys: { key: string; job: string }[] = [];
  for (let n = 0; n < KEYS; n++) {
    const { key } = await service.key('videos:write', 'jobs:read', 'jobs:cancel');
    const made = await service.change('POST', '/videos', { key, body: PROJECT });
    keys.push({ key, job: made.json['job_id'] as string });
  }
  const listen = ({ key, job }: { key: string; job: string }) =>
    openEventSource(`${service.url}/api/v1/jobs/${job}/events`, {
      Authorization: `Bearer ${key}`,
    });
  const streams: EventSource[] = [];
  try {
    for (const each of keys)
      streams.push(...(await Promise.all(Array.from({ length: 20 }, () => listen(each)))));
    expect(streams.filter(({ status }) => status === 200)).toHaveLength(LISTENERS);
    expect(await isAlive()).toBe(true);

    // One more has an answer too, and takes nothing.
    const beyond = await listen(keys[0]!);
    streams.push(beyond);
    expect([beyond.status, beyond.headers['retry-after']]).toEqual([503, '5']);
    const [{ used }] = await service.dataSource.query<[{ used: number }]>(
      'SELECT count(*)::int AS used FROM pg_stat_activity WHERE datname = current_database()',
    );
    expect(used).toBeLessThan(50);

    for (const { key, job } of keys) await service.change('POST', `/jobs/${job}/cancel`, { key });
    await Promise.all(streams.slice(0, LISTENERS).map(({ ended }) => ended));
    for (const { text } of streams.slice(0, LISTENERS)) expect(text()).toContain('job.cancelled');
    const again = await listen(keys[0]!);
    streams.push(again);
    expect(again.status).toBe(200);
  } finally {
    for (const stream of streams) stream.close();
  }
}, 240_000);

it('half-closed downloads that nobody reads hold no memory, and free their files', async () => {
  const { key } = await service.key('videos:write', 'videos:read');
  const made = await service.change('POST', '/videos', { key, body: PROJECT });
  const video = made.json['job_id'] as string;
  await completeWithLargeFile(video);
  const filesBefore = await openFiles();
  const memoryBefore = process.memoryUsage().rss;
  const sockets = await Promise.all(
    Array.from({ length: DOWNLOADS }, () => halfClosed(`/api/v1/videos/${video}/download`, key)),
  );
  expect(sockets.every(({ bytesRead }) => bytesRead > 0)).toBe(true);
  expect(await isAlive()).toBe(true);
  // The files together have 12 GiB.
  expect(process.memoryUsage().rss - memoryBefore).toBeLessThan(512 * MIB);
  for (const socket of sockets) socket.destroy();
  await until(async () => (await openFiles()) <= filesBefore + 10);
  await rm(join(service.dataDir, 'videos', video), { recursive: true });
}, 120_000);

/** Does what a worker does at the end of a job, with a file that takes no place on the disk. */
async function completeWithLargeFile(video: string): Promise<void> {
  const folder = join(service.dataDir, 'videos', video);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'video.mp4'), '');
  await truncate(join(folder, 'video.mp4'), FILE_BYTES);
  const { files, ...rest } = videoResult(video);
  const result = { ...rest, files: files.map((file) => ({ ...file, sizeBytes: FILE_BYTES })) };
  await service.dataSource.query(
    `UPDATE jobs SET status = 'completed', result = $2, finished_at = now() WHERE id = $1`,
    [video, JSON.stringify(result)],
  );
}

/** Asks for a file, reads only the beginning, and ends its own side. */
function halfClosed(path: string, key: string): Promise<Socket> {
  const socket = createConnection({
    port: Number(new URL(service.url).port),
    host: '127.0.0.1',
    allowHalfOpen: true,
  });
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\n\r\n`);
  return new Promise((resolve, reject) => {
    socket.once('error', reject).once('close', () => reject(new Error('No answer came.')));
    socket.once('data', () => {
      socket.pause().end();
      resolve(socket);
    });
  });
}
