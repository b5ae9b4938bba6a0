import type { EntityManager, QueryRunner } from 'typeorm';
import { prepared } from './prepared.js';

/** @throws Error without a transaction */
export function runnerOf(manager: EntityManager): QueryRunner {
  if (!manager.queryRunner) throw new Error('The entity manager does not belong to a transaction.');
  return manager.queryRunner;
}

/** Statements of the queue in the transaction of a manager. @throws Error without a transaction */
export function within(manager: EntityManager) {
  const runner = runnerOf(manager);
  return {
    executeSql: async (text: string, values?: unknown[]) => {
      const result = await runner.query(prepared(text), values, true);
      return { rows: result.records as unknown[] };
    },
  };
}
