import { setTimeout as delay } from 'node:timers/promises';
import { Client as Database } from 'pg';
import { processesNaming } from '../../support/processes.js';
import { checkVideo } from './check-video.js';
import { findUnjustified, type JobEnd } from './justified.js';
import { namesBelow } from './storm-store.js';
import type { Storm } from './storm.js';

/** All jobs must be final so long after the last fault. */
const FINAL_MS = 120_000;
/** What is temporary must be gone so long after the last job. */
const QUIET_MS = 30_000;
const CHECKS_AT_ONCE = 4;

export interface Findings {
  /** Sentences about what must not be. */
  readonly problems: readonly string[];
  readonly ends: readonly JobEnd[];
  /** From the last fault until all jobs were final. */
  readonly settledSeconds: number;
  readonly videos: number;
}

/** Checks the promises after a storm, and stops everything to see what is left. */
export async function check(storm: Storm): Promise<Findings> {
  const { arena } = storm;
  const database = new Database({ connectionString: arena.postgres.url() });
  await database.connect();
  try {
    const since = performance.now();
    const problems = await waitUntilFinal(storm, database);
    const settledSeconds = (performance.now() - since) / 1_000;
    const ends = await readEnds(database);
    problems.push(...checkPromises(storm, ends), ...(await checkEvents(database)));
    problems.push(...findUnjustified(ends, storm.happenings));
    const videos = await checkVideos(storm, ends, problems);
    problems.push(...(await waitUntilQuiet(storm, database)));
    problems.push(...(await stopAll(storm, database)));
    return { problems, ends, settledSeconds, videos };
  } finally {
    await database.end();
  }
}

async function waitUntilFinal({ arena }: Storm, database: Database): Promise<string[]> {
  for (const end = Date.now() + FINAL_MS; ; await delay(200)) {
    const { rows } = await database.query<{ id: string; status: string }>(
      `SELECT id, status FROM jobs WHERE status IN ('pending', 'processing')`,
    );
    if (rows.length === 0) return [];
    if (Date.now() < end) continue;
    arena.journal.note('not final', { jobs: rows });
    const those = rows.slice(0, 5).map(({ id, status }) => `${id} (${status})`);
    return [`${rows.length} jobs are not final after 120 s: ${those.join(', ')}`];
  }
}

async function readEnds(database: Database): Promise<JobEnd[]> {
  const { rows } = await database.query<JobEnd>(
    `SELECT id, status, error_code AS "errorCode", attempt, created_at AS "createdAt",
       finished_at AS "finishedAt", result->'frames' AS frames FROM jobs`,
  );
  return rows;
}

/** Every promise has its job, every request has one promise, and there are no other jobs. */
function checkPromises({ arena, schedule }: Storm, ends: readonly JobEnd[]): string[] {
  const { promised } = arena.journal;
  const ids = new Set(ends.map(({ id }) => id));
  const lost = promised.filter(({ jobId }) => !ids.has(jobId));
  const distinct = new Set(promised.map(({ jobId }) => jobId)).size;
  return [
    ...lost.map(({ jobId }) => `the job ${jobId} was promised, and is lost`),
    ...(promised.length === schedule.jobs.length
      ? []
      : [`only ${promised.length} of ${schedule.jobs.length} requests got a promise`]),
    ...(distinct === promised.length ? [] : ['two requests got the same job']),
    ...(ends.length === distinct ? [] : [`${ends.length} jobs exist for ${distinct} requests`]),
  ];
}

/** Exactly one final event for each job, which says the same as the job. */
async function checkEvents(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ id: string; status: string; events: string[] }>(
    `SELECT jobs.id, jobs.status, array_agg(type ORDER BY type) FILTER (WHERE type IS NOT NULL) AS events
     FROM jobs LEFT JOIN audit_events ON job_id = jobs.id
       AND type IN ('job.completed', 'job.failed', 'job.cancelled')
     GROUP BY jobs.id HAVING array_agg(type) IS DISTINCT FROM ARRAY['job.' || jobs.status]`,
  );
  return rows.map(
    ({ id, status, events }) => `job ${id} is ${status}, but its events are ${String(events)}`,
  );
}

/** One valid file for each completed job, and no file for any other. */
async function checkVideos(
  storm: Storm,
  ends: readonly JobEnd[],
  problems: string[],
): Promise<number> {
  const { arena, schedule } = storm;
  const frames = new Map(
    arena.journal.promised.map(({ index, jobId }) => [jobId, schedule.jobs[index]!.frames]),
  );
  const completed = ends.filter(({ status }) => status === 'completed');
  problems.push(...checkPlaces(await arena.store.videos(), completed));
  const left = [...completed];
  const work = async () => {
    for (let job = left.pop(); job; job = left.pop()) {
      const problem = await checkVideo(arena.url, job.id, frames.get(job.id) ?? 0);
      if (problem !== null) problems.push(`the video of ${job.id} ${problem}`);
    }
  };
  await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, work));
  return completed.length;
}

/** @param names of stored files: `<job>-<attempt>/<file>` or `<job>/<attempt>/<file>` */
function checkPlaces(names: readonly string[], completed: readonly JobEnd[]): string[] {
  const attempts = new Map<string, Set<string>>();
  for (const name of names) {
    const [, id, attempt] =
      /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[-/](\d+)/.exec(name) ?? [];
    if (id === undefined) return [`${name} is among the videos`];
    attempts.set(id, (attempts.get(id) ?? new Set()).add(attempt!));
  }
  const wanted = new Set(completed.map(({ id }) => id));
  return [
    ...[...wanted].filter((id) => !attempts.has(id)).map((id) => `completed job ${id} has no file`),
    ...[...attempts]
      .filter(([id, { size }]) => !wanted.has(id) || size > 1)
      .map(([id, found]) => `files of attempts ${[...found].join(', ')} of ${id} are left`),
  ];
}

/** Waits until nothing temporary is left, and returns what stays. */
async function waitUntilQuiet(storm: Storm, database: Database): Promise<string[]> {
  for (const end = Date.now() + QUIET_MS; ; await delay(500)) {
    const left = [...(await leftFiles(storm)), ...(await leftMessages(database))];
    for (const host of storm.arena.hosts) {
      const { encoders } = await host.below();
      left.push(...encoders.map(({ pid }) => `ffmpeg ${pid} of ${host.name} runs`));
    }
    if (left.length === 0 || Date.now() > end) return left;
  }
}

async function leftFiles({ arena: { store } }: Storm): Promise<string[]> {
  const left = await store.leftovers();
  for (const dataDir of store.dataDirs) {
    const names = await namesBelow(dataDir);
    const temporary = names.filter((name) => /^work\/|\.part\b|\.tmp\b/.test(name));
    left.push(...temporary.map((name) => `${name} is left`));
  }
  return left;
}

async function leftMessages(database: Database): Promise<string[]> {
  const { rows } = await database.query<{ name: string; state: string; count: number }>(
    `SELECT name, state::text, count(*)::int FROM pgboss.job
     WHERE name LIKE 'render%' AND state < 'completed' GROUP BY 1, 2`,
  );
  return rows.map(({ name, state, count }) => `${count} messages of ${name} are ${state}`);
}

/** Stops everything in order. Nothing may be left of it, not even in Postgres. */
async function stopAll({ arena }: Storm, database: Database): Promise<string[]> {
  const pids = await Promise.all(arena.hosts.map((host) => host.allPids()));
  for (const host of arena.hosts) await host.stop('SIGTERM');
  const crashed = arena.hosts.filter(({ crashes }) => crashes > 0);
  const problems = crashed.map(({ name, crashes }) => `${name} crashed ${crashes} times`);
  await delay(500);
  const alive = pids.flat().filter((pid) => isAlive(pid));
  problems.push(...alive.map((pid) => `process ${pid} outlives its host`));
  for (const dataDir of arena.store.dataDirs) {
    const naming = await processesNaming(dataDir);
    problems.push(...naming.map((line) => `a process runs: ${line.replaceAll('\0', ' ')}`));
  }
  const { rows } = await database.query<{ locks: number; sessions: number }>(
    `SELECT (SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory') AS locks,
       (SELECT count(*)::int FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()) AS sessions`,
  );
  const { locks = 0, sessions = 0 } = rows[0] ?? {};
  if (locks > 0) problems.push(`${locks} advisory locks are left`);
  if (sessions > 0) problems.push(`${sessions} sessions of Postgres are left`);
  return problems;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
