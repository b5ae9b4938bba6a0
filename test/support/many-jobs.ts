import type { AuditFilter } from '../../src/engine/audit/audit-log.js';
import type { JobFilter } from '../../src/engine/jobs/job-queries.js';

/** Owns a tenth of many jobs. `RARE` owns 20, all of them old. */
export const BUSY = 'k3';
export const RARE = 'rare';

/** The ID of a job by its number. */
export const idOf = (n: number): string =>
  `018e0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** Filters that let everything pass. */
export const EVERY_JOB: JobFilter = {
  keyId: null,
  status: null,
  batchId: null,
  createdAfter: null,
  createdBefore: null,
  videosOnly: false,
};
export const EVERY_EVENT: AuditFilter = {
  ownerId: null,
  jobId: null,
  keyId: null,
  requestId: null,
  type: null,
  after: null,
  before: null,
};

interface IndexRow {
  readonly name: string;
  readonly definition: string;
}

/**
 * Drops the indexes of jobs and audit events, because building them after the rows is faster. Returns their
 * definitions, also for those of partitions.
 */
export async function dropIndexes(query: (sql: string) => Promise<unknown[]>): Promise<string[]> {
  const indexes = (await query(
    `SELECT indexname AS name, replace(indexdef, 'ON ONLY', 'ON') AS definition FROM pg_indexes
     WHERE tablename IN ('jobs', 'audit_events') AND indexname NOT LIKE '%_pkey'`,
  )) as IndexRow[];
  for (const { name } of indexes) await query(`DROP INDEX ${name}`);
  return indexes.map(({ definition }) => definition);
}
