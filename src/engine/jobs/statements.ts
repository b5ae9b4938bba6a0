import type { DataSource } from 'typeorm';
import type { AuditEventType } from '../audit/audit-event.entity.js';
import { prepared } from '../database/prepared.js';

/** A change of a job, and its audit event. */
export interface JobChange {
  readonly type: AuditEventType;
  /** An `UPDATE` statement without `RETURNING`. */
  readonly update: string;
  readonly parameters: readonly unknown[];
  /** The data of the event. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The columns to return. */
  readonly columns?: string;
}

/** @returns the rows that a statement returns, whatever it changes (`DataSource.query` has no rows of an `UPDATE`) */
export async function rowsOf<T>(
  dataSource: DataSource,
  sql: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  const runner = dataSource.createQueryRunner();
  try {
    return (await runner.query(prepared(sql), [...parameters], true)).records as T[];
  } finally {
    await runner.release();
  }
}

/**
 * Changes jobs and adds their audit events in one statement.
 *
 * @returns the columns of the changed jobs
 */
export function changeJobs<T>(
  dataSource: DataSource,
  { type, update, parameters, data, columns = 'id' }: JobChange,
): Promise<T[]> {
  const next = parameters.length + 1;
  return rowsOf<T>(
    dataSource,
    `WITH changed AS (${update} RETURNING *), event AS (
       INSERT INTO audit_events (job_id, key_id, owner_id, request_id, type, data)
       SELECT id, key_id, key_id, request_id, $${next}, $${next + 1}::jsonb FROM changed)
     SELECT ${columns} FROM changed`,
    [...parameters, type, JSON.stringify(data)],
  );
}
