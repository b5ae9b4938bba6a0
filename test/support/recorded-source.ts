import { DataSource, type Logger } from 'typeorm';
import { dataSourceOptions } from '../../src/engine/database/data-source.js';
import { poolOf } from '../../src/engine/database/pool.js';
import { ENTITIES } from './database.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: unknown[];
}

/** The plan of a statement, or a part of it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** A connection pool whose statements are recorded, so that exactly those of the code under test are explained. */
export interface RecordedSource {
  readonly source: DataSource;
  /** The statements since the last call. */
  readonly take: () => Statement[];
}

/** Also records statements that bypass TypeORM. */
export async function openRecordedSource(url: string): Promise<RecordedSource> {
  let statements: Statement[] = [];
  const record = (sql: string, parameters: unknown[] = []) => {
    if (/^\s*(SELECT|WITH|DELETE|INSERT)/.test(sql)) statements.push({ sql, parameters });
  };
  const nothing = () => {};
  const logger: Logger = {
    logQuery: record,
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  const options = { ...dataSourceOptions(url), entities: ENTITIES, logging: true, logger };
  const source = await new DataSource(options).initialize();
  const pool = poolOf(source);
  const query = pool.query.bind(pool) as (sql: string, parameters: unknown[]) => unknown;
  Object.assign(pool, {
    query: (sql: string, parameters: unknown[]) => {
      record(sql, parameters);
      return query(sql, parameters);
    },
  });
  return {
    source,
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}

/**
 * The plan of a statement.
 *
 * @param run executes the statement, so that the plan says what it read
 */
export async function planOf(
  query: (sql: string, parameters: unknown[]) => Promise<unknown>,
  { sql, parameters }: Statement,
  run = false,
): Promise<PlanNode> {
  const how = run ? 'ANALYZE, BUFFERS, ' : '';
  const rows = (await query(`EXPLAIN (${how}FORMAT JSON) ${sql}`, parameters)) as {
    'QUERY PLAN': { Plan: PlanNode }[];
  }[];
  return rows[0]!['QUERY PLAN'][0]!.Plan;
}

/** The buffers that an executed plan read. */
export function buffersOf(plan: PlanNode): number {
  return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
}
