import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { auditLog, jobQueries } from '../../test/support/database.js';
import { BUSY, EVERY_EVENT, EVERY_JOB, idOf, RARE } from '../../test/support/many-jobs.js';
import {
  buffersOf,
  openRecordedSource,
  planOf,
  type Statement,
} from '../../test/support/recorded-source.js';
import { PENDING } from './fill.js';

const TICKS_PER_SECOND = 100;
const RUNS = 400;

export interface Cost {
  readonly buffers: number;
  /** CPU time of the server process for one call, in milliseconds. */
  readonly cpuMs: number;
}

type Costs = ReadonlyMap<string, Cost>;

/** What the reads of the API cost with so many jobs. */
export async function measureReads(url: string, jobs: number): Promise<Costs> {
  const { source, take } = await openRecordedSource(url);
  const costs = new Map<string, Cost>();
  for (const [name, read] of readsOf(source, jobs)) {
    take();
    await read();
    costs.set(name, await costOf(source, take()));
  }
  await source.destroy();
  return costs;
}

function readsOf(source: DataSource, count: number): [string, () => Promise<unknown>][] {
  const jobs = jobQueries(source);
  const audit = auditLog(source);
  const middle = { at: new Date(Date.UTC(2025, 0, 1) + (count / 2) * 30_000), id: idOf(count / 2) };
  const page = { limit: 20, offset: 0, after: middle };
  const some = idOf(Math.floor(count / 2));
  return [
    ['status of a job', () => jobs.findStatus(some)],
    ['details of a job', () => jobs.findWithConfig(some)],
    ['events of a job', () => audit.ofJob(some)],
    ['place among waiting jobs', () => jobs.clock(idOf(count + PENDING / 2), null)],
    ['place among own jobs', () => jobs.clock(idOf(count + PENDING / 2 + 3), BUSY)],
    ['jobs by status (health)', () => jobs.counts()],
    ['jobs, from a position', () => jobs.page(EVERY_JOB, page)],
    ['jobs of a key', () => jobs.page({ ...EVERY_JOB, keyId: BUSY }, page)],
    ['videos of a key', () => jobs.page({ ...EVERY_JOB, keyId: BUSY, videosOnly: true }, page)],
    [
      'waiting jobs',
      () => jobs.page({ ...EVERY_JOB, status: 'pending' }, { ...page, after: null }),
    ],
    [
      'jobs of a key with few',
      () => jobs.page({ ...EVERY_JOB, keyId: RARE }, { ...page, after: null }),
    ],
    ['audit events', () => audit.page(EVERY_EVENT, 20, null)],
    ['audit events of a key', () => audit.page({ ...EVERY_EVENT, ownerId: BUSY }, 20, null)],
    ...([0, 10_000] as const).flatMap((offset): [string, () => Promise<unknown>][] => {
      const first = { ...page, offset, after: null };
      return [
        [`jobs, offset ${offset}`, () => jobs.page(EVERY_JOB, first)],
        [`jobs of a key, offset ${offset}`, () => jobs.page({ ...EVERY_JOB, keyId: BUSY }, first)],
        [`videos, offset ${offset}`, () => jobs.page({ ...EVERY_JOB, videosOnly: true }, first)],
      ];
    }),
  ];
}

async function costOf(source: DataSource, statements: readonly Statement[]): Promise<Cost> {
  const runner = source.createQueryRunner();
  const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
  let buffers = 0;
  const query = (sql: string, parameters: unknown[]) => runner.query(sql, parameters);
  for (const statement of statements) buffers += buffersOf(await planOf(query, statement, true));
  const runs = buffers > 10_000 ? 5 : RUNS;
  const before = await cpuSeconds(pid);
  for (let run = 0; run < runs; run++) {
    for (const { sql, parameters } of statements) await runner.query(sql, parameters);
  }
  const cpuMs = ((await cpuSeconds(pid)) - before) * (1_000 / runs);
  await runner.release();
  return { buffers, cpuMs };
}

export async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

export function print(...cells: readonly string[]): void {
  const [title = '', ...rest] = cells;
  process.stdout.write(`${title.padEnd(30)}${rest.map((cell) => cell.padStart(14)).join('')}\n`);
}

/** Prints both costs of each read, and the ratio of their CPU times. */
export function compare(few: Costs, many: Costs, [least, most]: readonly [number, number]): void {
  print('Read', ...[least, most].flatMap((jobs) => [`${jobs} jobs`, 'CPU']), 'CPU ratio');
  for (const [name, small] of few) {
    const large = many.get(name)!;
    print(
      name,
      ...[small, large].flatMap(({ buffers, cpuMs }) => [
        `${buffers} buffers`,
        `${cpuMs.toFixed(2)} ms`,
      ]),
      (large.cpuMs / Math.max(small.cpuMs, 0.01)).toFixed(2),
    );
  }
}
