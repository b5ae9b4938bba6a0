import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config/load-config.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { JobStore } from '../../src/engine/jobs/job-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';
import { startTestServer } from './database.js';

/** The tables of jobs and their queue in a database of their own, without a service. */
export interface JobTables {
  readonly dataSource: DataSource;
  readonly queue: RenderQueue;
  readonly attempts: AttemptStore;
  readonly store: JobStore;
  /** What the queue reported. */
  readonly queueErrors: readonly Error[];
  close(): Promise<void>;
}

export async function openJobTables(): Promise<JobTables> {
  const server = await startTestServer();
  const { dataSource, url } = await server.database();
  const queueErrors: Error[] = [];
  const queue = new RenderQueue(url, (error) => queueErrors.push(error));
  await queue.start();
  return {
    dataSource,
    queue,
    attempts: new AttemptStore(dataSource, queue),
    store: new JobStore(dataSource, queue, loadConfig({})),
    queueErrors,
    async close() {
      await queue.stop(5_000);
      await server.stop();
    },
  };
}
