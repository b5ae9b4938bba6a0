/**
 * Measures what the queue adds to jobs: `npm run bench:queue`.
 *
 * One worker does stub jobs of 150 ms. The ratio is the time until all are completed, divided by the sum of their
 * work; 60 of the jobs are cancelled while they wait. Then the service is idle, and jobs come one by one: the
 * latency is the time from the commit of a job to that of its claim, by the clock of the database.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { loadConfig } from '../../src/config/load-config.js';
import { dataSourceOptions, migrate } from '../../src/engine/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';

const WORK_MS = 150;
const JOBS = 100;
const CANCELLED = 60;
const SINGLE_JOBS = 200;
const RESULT = { folder: 'x', files: [] } as never;

const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-queue-'));
await chmod(dir, 0o755);
const postgres = await startEmbeddedPostgres(dir);
await migrate(postgres.url);
const dataSource = await new DataSource(dataSourceOptions(postgres.url)).initialize();
const queue = new RenderQueue(postgres.url, (error) => process.stderr.write(`${error.message}\n`));
await queue.start();
const attempts = new AttemptStore(dataSource, queue);
const store = new JobStore(dataSource, queue, loadConfig({}));
/** Of the one worker. */
const work = { done: 0, ms: WORK_MS };

async function submit(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  for (const id of ids) {
    await store.accept({ id, keyId: 'k', requestId: 'r', config: { scenes: [] } });
  }
  return ids;
}

async function untilWorked(count: number): Promise<void> {
  while (work.done < count) await wait(2);
}

async function run(jobId: string): Promise<void> {
  const claim = await attempts.claim(jobId, 'bench');
  if (claim === null) return;
  await wait(work.ms);
  await attempts.complete(claim, RESULT, [], []);
  work.done++;
}

try {
  const cancelled = await submit(CANCELLED);
  await submit(JOBS);
  for (const id of cancelled) await store.cancel(id, { keyId: 'k', requestId: 'r' });
  const begin = performance.now();
  await queue.work(1, { run, help: async () => {}, lost: async () => {} });
  await untilWorked(JOBS);
  const ratio = (performance.now() - begin) / (JOBS * WORK_MS);
  process.stdout.write(
    `${JOBS} jobs of ${WORK_MS} ms behind ${CANCELLED} cancelled ones: ${ratio.toFixed(3)} times their work\n`,
  );

  work.ms = 0;
  for (let count = 1; count <= SINGLE_JOBS; count++) {
    await submit(1);
    await untilWorked(JOBS + count);
  }
  const rows = await dataSource.query<{ ms: string }[]>(
    `SELECT extract(epoch FROM attempt_started_at - created_at) * 1000 AS ms FROM jobs
     WHERE status = 'completed' ORDER BY created_at DESC LIMIT $1`,
    [SINGLE_JOBS],
  );
  const sorted = rows.map(({ ms }) => Number(ms)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1]?.toFixed(1);
  process.stdout.write(`Idle, from 202 to processing: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
} finally {
  await queue.stop(5_000);
  await dataSource.destroy();
  await postgres.release();
  await rm(dir, { recursive: true, force: true });
}
