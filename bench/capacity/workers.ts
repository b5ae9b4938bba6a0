/**
 * A process of the simulation with several workers. Each has the connections of a worker process: its own queue
 * and its own pool. It renders nothing.
 */
import pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/engine/database/data-source.js';
import { BatchEntity } from '../../src/engine/jobs/batch.entity.js';
import { JobEntity } from '../../src/engine/jobs/job.entity.js';
import type { VideoResult } from '../../src/engine/jobs/job-result.js';
import { AttemptStore } from '../../src/engine/jobs/attempt-store.js';
import { RenderQueue } from '../../src/engine/jobs/render-queue.js';

/** What a process did. */
export interface WorkersReport {
  readonly statements: number;
  readonly cpuSeconds: number;
}

const RESULT: Omit<VideoResult, 'folder'> = {
  files: [
    {
      name: 'video.mp4',
      kind: 'video',
      contentType: 'video/mp4',
      sizeBytes: 1,
      sha256: 'ab'.repeat(32),
    },
  ],
  ...{ durationSeconds: 1, width: 64, height: 64, frameRate: 30, frames: 30 },
  ...{ videoCodec: 'h264', audioCodec: 'aac', subtitles: null, maxDriftFrames: 0 },
  segments: { total: 1, cached: 0 },
};
const STEPS = ['fetch', 'plan', 'segments', 'assemble', 'publish'].map((step) => ({
  step: step as 'fetch',
  seconds: 0,
}));

let statements = 0;
countStatements();
const stops: (() => Promise<void>)[] = [];
const url = process.env['DATABASE_URL']!;
for (let worker = 0; worker < Number(process.env['WORKERS']); worker++) {
  stops.push(await startWorker(`simulated-${process.pid}-${worker}`));
}
process.on('message', (message) => {
  if (message === 'stop') void stop();
  else report();
});
process.send!('ready');

/** Takes jobs, and completes each with the statements of a real one. */
async function startWorker(workerId: string): Promise<() => Promise<void>> {
  const options = { ...dataSourceOptions(url), entities: [JobEntity, BatchEntity] };
  const source = await new DataSource(options).initialize();
  const queue = new RenderQueue(url, (error) => console.error(error.message), {
    supervises: false,
  });
  await queue.start();
  const attempts = new AttemptStore(source, queue);
  await queue.work(1, {
    run: async (jobId) => {
      const claim = await attempts.claim(jobId, workerId);
      if (claim === null) return;
      await attempts.report(claim, { progress: 50, step: 'segments', steps: STEPS });
      const folder = `${jobId}-${claim.attempt}`;
      await attempts.complete(claim, { ...RESULT, folder }, STEPS, []);
    },
    help: async () => {},
    lost: async () => {},
  });
  return async () => {
    await queue.stop(5_000);
    await source.destroy();
  };
}

/** Counts what all connections of this process send, those of the queue included. */
function countStatements(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own `this`
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: unknown[]) {
    statements++;
    return Reflect.apply(query, this, args) as unknown;
  } as typeof query;
}

function report(): void {
  const { user, system } = process.cpuUsage();
  process.send!({ statements, cpuSeconds: (user + system) / 1e6 } satisfies WorkersReport);
}

async function stop(): Promise<void> {
  await Promise.all(stops.map((end) => end()));
  process.exit(0);
}
