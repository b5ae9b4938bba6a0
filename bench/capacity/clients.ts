/** The clients of the simulation: one key that floods the queue, and keys that wait for their videos. */
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import type { JobStore, NewJob } from '../../src/engine/jobs/job-store.js';

export const FLOOD = 'flood';
export const PATIENT_KEYS = ['patient-1', 'patient-2', 'patient-3', 'patient-4'];
/** Jobs of one request, in a batch. */
const BATCH = 100;
/** What a patient key has in the queue at most. */
const AT_ONCE = 20;
const CONFIG = { width: 64, height: 64, scenes: [{ duration: 1, elements: [] }] };

type Jobs = [NewJob, ...NewJob[]];

/** Submits all jobs of the key at once. */
export async function flood(store: JobStore, count: number): Promise<void> {
  for (let left = count; left > 0; left -= BATCH) {
    await store.acceptAll(jobsOf(FLOOD, Math.min(BATCH, left)), randomUUID(), null);
  }
}

/** Submits a few jobs, and the next when those are final. */
export async function wait(
  key: string,
  count: number,
  { store, source }: { store: JobStore; source: DataSource },
): Promise<void> {
  for (let left = count; left > 0; left -= AT_ONCE) {
    const jobs = jobsOf(key, Math.min(AT_ONCE, left));
    await store.acceptAll(jobs, randomUUID(), null);
    while (!(await areFinal(source, jobs))) await delay(50);
  }
}

async function areFinal(source: DataSource, jobs: Jobs): Promise<boolean> {
  const rows = (await source.query<unknown>(
    `SELECT 1 FROM jobs WHERE id = ANY($1::uuid[]) AND status IN ('pending', 'processing') LIMIT 1`,
    [jobs.map(({ id }) => id)],
  )) as unknown[];
  return rows.length === 0;
}

function jobsOf(keyId: string, count: number): Jobs {
  return Array.from({ length: count }, () => ({
    id: randomUUID(),
    keyId,
    requestId: 'capacity',
    config: CONFIG,
  })) as unknown as Jobs;
}
