import { quietFramework } from './bootstrap/quiet-framework.js';
import { setPriority } from 'node:os';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { PRIVATE_UMASK } from './engine/files/close-folders.js';
import { Abilities } from './engine/fleet/abilities.js';
import { liveProcessCount } from './engine/ffmpeg/run-process.js';
import { cacheUses } from './engine/figures/cache-use.js';
import type { SupervisorMessage, WorkerMessage } from './engine/workers/messages.js';
import { WorkerHeap } from './engine/workers/small-heap.js';
import { surviveLostReaders } from './survive-lost-readers.js';
import { type ProcessOptions, WorkerModule } from './worker.module.js';

/** Lower than that of the API, whose answers must not wait for renders. */
const NICENESS = 10;
/** A supervisor that hears nothing for twice as long takes the process for busy. */
const REPORT_MS = 500;

/** The program of a worker process, which a supervisor starts (`engine/workers/worker-process.ts`). */
surviveLostReaders();
process.umask(PRIVATE_UMASK);
const heap = new WorkerHeap();
setPriority(NICENESS);
// A terminal signals the whole group. The supervisor decides when its workers end.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit(1));
const stopped = new Promise<void>((resolve) => {
  process.on('SIGTERM', () => resolve());
  process.on('message', (message: SupervisorMessage) => {
    if (message.kind === 'stop') resolve();
    else void run(message.settings as ProcessOptions);
  });
});

function tell(message: WorkerMessage): void {
  process.send?.(message, () => {});
}

/** Renders jobs until the supervisor says stop. */
async function run(options: ProcessOptions): Promise<void> {
  try {
    const module = WorkerModule.forRoot(options, {
      attempt: (attempt) => {
        heap.use(attempt !== null);
        tell({ kind: 'attempt', attempt });
      },
      rendered: (figures) => tell({ kind: 'rendered', figures }),
      problem: (problem) => tell({ kind: 'problem', problem }),
      stuck: () => tell({ kind: 'stuck' }),
    });
    const app = await NestFactory.createApplicationContext(module, {
      // If the start fails, the supervisor says why. It may only have lost its database, because the service stops.
      ...{ bufferLogs: true, autoFlushLogs: false },
      abortOnError: false,
    });
    app.useLogger(quietFramework(app.get(Logger)));
    app.flushLogs();
    setInterval(report, REPORT_MS).unref();
    report();
    tell({ kind: 'ready', worker: await app.get(Abilities, { strict: false }).describe() });
    await stopped;
    await app.close();
    process.exit(0);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.send?.({ kind: 'failed', message } satisfies WorkerMessage, () => process.exit(1));
  }
}

function report(): void {
  const { rss: residentBytes, heapUsed: heapUsedBytes } = process.memoryUsage();
  const ffmpegProcesses = liveProcessCount();
  const figures = { residentBytes, heapUsedBytes, ffmpegProcesses, cacheUses: cacheUses() };
  tell({ kind: 'figures', figures });
}
