/**
 * Measures what Postgres and the queue carry: `npm run bench:capacity`.
 *
 * 100,000 jobs that render nothing pass through 16 workers in 4 processes, with the statements of real jobs. One
 * key floods the queue; four others wait for their jobs before they submit more. Two parts before measure
 * what workers cost that have nothing to do, and what it costs to wake them. `npm run bench:capacity -- JOBS WORKERS` takes other numbers.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config/load-config.js';
import { dataSourceOptions, migrate } from '../../src/engine/database/data-source.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';
import { BatchEntity } from '../../src/engine/jobs/batch.entity.js';
import { JobEntity } from '../../src/engine/jobs/job.entity.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { FLOOD, flood, PATIENT_KEYS, wait } from './clients.js';
import { postgresCost, type PostgresCost } from './postgres-cost.js';
import { countLost, readWaits } from './results.js';
import type { WorkersReport } from './workers.js';

const [jobs = 100_000, workers = 16] = process.argv.slice(2).map(Number);
const PROCESSES = 4;
const IDLE_SECONDS = 20;
const LONE_JOBS = 50;
const LONE_GAP_MS = 200;
/** The share of each key that waits for its jobs. */
const PATIENT_SHARE = 0.025;
const UNLIMITED = {
  waitingJobs: Number.MAX_SAFE_INTEGER,
  dailyConfigBytes: Number.MAX_SAFE_INTEGER,
};

/** What workers cost in a second that have nothing to do. */
interface Idle {
  readonly statements: number;
  readonly cpuSeconds: number;
}

interface Spent {
  readonly at: number;
  readonly postgres: PostgresCost;
  readonly statements: number;
  readonly workersCpu: number;
}

const dir = await mkdtemp(join(tmpdir(), 'videocraft-capacity-'));
await chmod(dir, 0o755);
const postgres = await startEmbeddedPostgres(dir);
await migrate(postgres.url);
const entities = [JobEntity, BatchEntity];
const source = await new DataSource({
  ...dataSourceOptions(postgres.url),
  entities,
}).initialize();
const queue = new RenderQueue(postgres.url, (error) => console.error(error.message));
await queue.start();
const store = new JobStore(source, queue, { limits: { ...loadConfig({}).limits, ...UNLIMITED } });
const children: ChildProcess[] = [];

try {
  const without = await postgresCost(source);
  for (let index = 0; index < PROCESSES; index++) children.push(await startProcess());
  await measureLone(await measureIdle(without));
  await measureLoad();
} finally {
  await Promise.all(children.map(stopProcess));
  await queue.stop(1_000);
  await source.destroy();
  await postgres.release();
  await rm(dir, { recursive: true, force: true });
}

/** @returns what idle workers cost in a second */
async function measureIdle(without: PostgresCost): Promise<Idle> {
  const before = await spent();
  await delay(IDLE_SECONDS * 1_000);
  const after = await spent();
  const seconds = (after.at - before.at) / 1_000;
  const each = (amount: number) => amount / workers / seconds;
  const { connections } = after.postgres;
  console.log(`Idle, for each of ${workers} workers and second:`);
  print('connections', (connections - without.connections) / workers);
  print('statements', each(after.statements - before.statements));
  print(
    'CPU of Postgres',
    each(after.postgres.cpuSeconds - before.postgres.cpuSeconds) * 1_000,
    'ms',
  );
  print('CPU of the worker', each(after.workersCpu - before.workersCpu) * 1_000, 'ms');
  return {
    statements: (after.statements - before.statements) / seconds,
    cpuSeconds: (after.postgres.cpuSeconds - before.postgres.cpuSeconds) / seconds,
  };
}

/** Single jobs, each of which wakes all idle workers. */
async function measureLone(idle: Idle): Promise<void> {
  const before = await spent();
  for (let count = 0; count < LONE_JOBS; count++) {
    await flood(store, 1);
    await delay(LONE_GAP_MS);
  }
  const after = await spent();
  const seconds = (after.at - before.at) / 1_000;
  const statements = after.statements - before.statements - idle.statements * seconds;
  const cpu = after.postgres.cpuSeconds - before.postgres.cpuSeconds - idle.cpuSeconds * seconds;
  console.log(`\nFor each job that arrives while ${workers} workers are idle:`);
  print('statements of workers', statements / LONE_JOBS);
  print('CPU of Postgres', (cpu / LONE_JOBS) * 1_000, 'ms');
  await source.query('TRUNCATE jobs, audit_events CASCADE');
}

async function measureLoad(): Promise<void> {
  const before = await spent();
  const patient = Math.round(jobs * PATIENT_SHARE);
  await Promise.all([
    flood(store, jobs - patient * PATIENT_KEYS.length),
    ...PATIENT_KEYS.map((key) => wait(key, patient, { store, source })),
  ]);
  while ((await readWaits(source)).unfinished > 0) await delay(500);
  const after = await spent();
  const { byKey, seconds } = await readWaits(source);
  console.log(`\n${jobs} jobs over ${workers} workers:`);
  print('jobs per second', jobs / seconds);
  for (const { key, p50, p99 } of byKey) {
    const who = key === FLOOD ? 'wait of the flood' : `wait of ${key}`;
    console.log(`  ${who.padEnd(32)}p50 ${p50.toFixed(2)} s, p99 ${p99.toFixed(2)} s`);
  }
  console.log('For each job:');
  const ms = (total: number) => (total * 1_000) / jobs;
  print('statements of workers', (after.statements - before.statements) / jobs);
  print('CPU of Postgres', ms(after.postgres.cpuSeconds - before.postgres.cpuSeconds), 'ms');
  print('CPU of the worker', ms(after.workersCpu - before.workersCpu), 'ms');
  print(
    'log of Postgres',
    (after.postgres.walBytes - before.postgres.walBytes) / jobs / 1_024,
    'KiB',
  );
  const grown = after.postgres.databaseBytes - before.postgres.databaseBytes;
  print('database', grown / jobs / 1_024, 'KiB');
  const lost = await countLost(source, jobs);
  console.log(lost === 0 ? 'None lost, none twice.' : `${lost} jobs are lost, or ended twice.`);
  if (lost > 0) process.exitCode = 1;
}

async function startProcess(): Promise<ChildProcess> {
  const child = fork(new URL('./workers.js', import.meta.url), [], {
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      WORKERS: String(Math.ceil(workers / PROCESSES)),
    },
  });
  const ended = once(child, 'exit').then(() => {
    throw new Error('A worker process ended before it was ready.');
  });
  await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => {});
  return child;
}

async function stopProcess(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.send('stop');
  await ended;
}

/** What everything has cost so far. */
async function spent(): Promise<Spent> {
  const reports = await Promise.all(
    children.map(async (child) => {
      child.send('report');
      const [report] = (await once(child, 'message')) as [WorkersReport];
      return report;
    }),
  );
  const sum = (pick: (report: WorkersReport) => number) =>
    reports.reduce((total, report) => total + pick(report), 0);
  return {
    at: performance.now(),
    postgres: await postgresCost(source),
    statements: sum(({ statements }) => statements),
    workersCpu: sum(({ cpuSeconds }) => cpuSeconds),
  };
}

function print(title: string, amount: number, unit = ''): void {
  console.log(`  ${title.padEnd(32)}${amount.toFixed(2)} ${unit}`.trimEnd());
}
