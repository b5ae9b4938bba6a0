import { setTimeout as delay } from 'node:timers/promises';
import { type Arena, closeArena, openArena, startHosts } from './arena.js';
import { CannotHappen, CAUSES, holdsOf, targetOf } from './faults.js';
import { check, type Findings } from './checks.js';
import { Client } from './client.js';
import { Journal } from './journal.js';
import { reach } from './moments.js';
import { type Schedule, type ScheduledFault, scheduleOf, type StormSize } from './schedule.js';
import { realConfig } from './sources.js';
import type { StormStore } from './storm-store.js';
import { smallConfig } from './stub-encoder.js';

/** A fault waits so long for its moment. Then it happens at once. */
const MOMENT_MS = 10_000;
/** A client that has no promise so long after the last fault gives up, which is a loss. */
const PROMISE_MS = 60_000;

/** A fault as it happened. */
export interface Happening {
  readonly fault: ScheduledFault;
  /** The name of the machine that it hit, if it hit one. */
  readonly host: string;
  readonly from: Date;
  readonly to: Date;
  /** False if its moment did not come. */
  readonly atMoment: boolean;
  /** Why this machine could not cause it, or null. */
  readonly skipped: string | null;
}

export interface Storm {
  readonly seed: number;
  readonly arena: Arena;
  readonly schedule: Schedule;
  readonly happenings: readonly Happening[];
  readonly client: Client;
}

export interface StormOptions {
  readonly seed: number;
  readonly size: StormSize;
  readonly dir: string;
  readonly store: StormStore;
}

/** Runs a storm, waits until it is quiet, and says what was found. */
export async function runStorm(options: StormOptions): Promise<{ storm: Storm; found: Findings }> {
  const { seed, size, dir, store } = options;
  const schedule = scheduleOf(seed, size, store.kind);
  const journal = new Journal(`${dir}/journal.jsonl`);
  const arena = await openArena(dir, size.workers, store, journal);
  try {
    await startHosts(arena);
    const client = new Client(arena.url, journal, seed);
    const happenings = await rage(arena, schedule, client);
    const storm = { seed, arena, schedule, happenings, client };
    return { storm, found: await check(storm) };
  } finally {
    await closeArena(arena);
  }
}

/** Submits all jobs and causes all faults, each at its time. */
async function rage(arena: Arena, schedule: Schedule, client: Client): Promise<Happening[]> {
  const { jobs, faults } = schedule;
  const since = performance.now();
  const at = (ms: number) => delay(Math.max(0, since + ms - performance.now()));
  const patience = new AbortController();
  const submitted = jobs.map(async (job) => {
    await at(job.at);
    const config =
      job.kind === 'small'
        ? smallConfig(job.index, job.frames)
        : realConfig(job.index, arena.sources.host);
    await client.submit(job, config, patience.signal);
  });
  const locks = new Map<string, Promise<void>>();
  const happened = faults.map(async (fault) => {
    await at(fault.at);
    return exclusively(locks, holdsOf(arena, fault), () => happen(arena, fault, client));
  });
  const happenings = await Promise.all(happened);
  const timer = setTimeout(() => patience.abort(), PROMISE_MS);
  await Promise.all(submitted);
  clearTimeout(timer);
  return happenings;
}

async function happen(arena: Arena, fault: ScheduledFault, client: Client): Promise<Happening> {
  const { journal, sources } = arena;
  const host = targetOf(arena, fault);
  const patience = AbortSignal.timeout(MOMENT_MS);
  const atMoment =
    fault.moment !== null && (await reach(host, fault.moment, patience, sources.isFetching));
  const from = new Date();
  journal.note('fault', { ...fault, host: host.name, atMoment, job: host.job });
  let skipped: string | null = null;
  try {
    await CAUSES[fault.kind](arena, fault, client);
  } catch (error) {
    if (!(error instanceof CannotHappen)) throw error;
    skipped = error.message;
  }
  for (const { options } of arena.hosts) options.link.dropFrozen();
  const happening = { fault, host: host.name, from, to: new Date(), atMoment, skipped };
  journal.note('fault over', { kind: fault.kind, host: host.name, skipped });
  return happening;
}

/** Runs an action while it holds all the names. All are queued for at once, so that nobody waits in a circle. */
async function exclusively<T>(
  locks: Map<string, Promise<void>>,
  names: readonly string[],
  action: () => Promise<T>,
): Promise<T> {
  const before = Promise.all(names.map((name) => locks.get(name) ?? Promise.resolve()));
  const result = before.then(action);
  const settled = result.then(
    () => {},
    () => {},
  );
  for (const name of names) locks.set(name, settled);
  return result;
}
