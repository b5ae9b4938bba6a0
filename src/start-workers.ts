import { existsSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { Logger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Abilities } from './engine/fleet/abilities.js';
import { Presence } from './engine/fleet/presence.js';
import { Metrics } from './engine/metrics/metrics.js';
import type { CurrentAttempt, WorkerLink } from './engine/workers/messages.js';
import { defaultHeapMegabytes, memoryAtHand } from './engine/workers/heap-limit.js';
import { Supervisor } from './engine/workers/supervisor.js';
import { WorkerBoard } from './engine/workers/worker-board.js';
import type { SlotHandlers } from './engine/workers/worker-slot.js';
import { LostAttempts } from './jobs/lost-attempts.js';
import { type ProcessOptions, WorkerModule } from './worker.module.js';

const PROGRAM = new URL('./worker-process.js', import.meta.url);

export interface RunningWorkers {
  /** Returns running jobs to the queue and ends the workers. */
  stop(): Promise<void>;
}

/**
 * Starts the workers: processes in a build. Tests run the sources, where jobs are rendered in the current
 * process.
 *
 * @param app the API, or the supervisor without it
 */
export async function startWorkers(
  options: ProcessOptions,
  app: INestApplicationContext,
): Promise<RunningWorkers> {
  if (options.config.workers === 0) return { stop: async () => {} };
  if (!existsSync(PROGRAM)) return startInline(options, app);
  const { workers, workerHeapMegabytes } = options.config;
  const heapMegabytes = workerHeapMegabytes ?? defaultHeapMegabytes(memoryAtHand(), workers);
  const settings: ProcessOptions = { ...options, config: { ...options.config, workers: 1 } };
  const program = { file: PROGRAM, settings, heapMegabytes };
  const supervisor = new Supervisor(workers, program, handlersOf(app, heapMegabytes));
  await supervisor.start(app.get(WorkerBoard, { strict: false }));
  return supervisor;
}

function handlersOf(app: INestApplicationContext, heapMegabytes: number): SlotHandlers {
  const logger = new Logger(Supervisor.name);
  const lost = app.get(LostAttempts, { strict: false });
  const metrics = app.get(Metrics, { strict: false });
  const presence = app.get(Presence, { strict: false });
  return {
    diedOfMemory: (attempt, death) => lost.diedOfMemory(attempt, death, heapMegabytes),
    died: (attempt) => lost.release(attempt, 'worker_lost'),
    notHandedBack: (attempt) => lost.release(attempt, 'stopped'),
    isWanted: (attempt) => lost.isWanted(attempt),
    unwanted: (attempt) => lost.forget(attempt),
    hold: ({ message }) => lost.hold(message),
    rendered: (figures) => metrics.recordRender(figures),
    started: (worker) => presence.started(worker),
    ended: (id, wasAsked) => presence.ended(id, wasAsked),
    warn: (msg, details) => logger.warn({ ...details, msg }),
  };
}

async function startInline(
  options: ProcessOptions,
  app: INestApplicationContext,
): Promise<RunningWorkers> {
  const metrics = app.get(Metrics, { strict: false });
  const presence = app.get(Presence, { strict: false });
  let attempt: CurrentAttempt | null = null;
  const link: WorkerLink = {
    attempt: (current) => (attempt = current),
    rendered: metrics.recordRender.bind(metrics),
    problem: () => {},
    stuck: () => {},
  };
  const module = WorkerModule.forRoot(options, link);
  const worker = await NestFactory.createApplicationContext(module, {
    bufferLogs: true,
    abortOnError: false,
  });
  const description = await worker.get(Abilities, { strict: false }).describe();
  const { id, pid } = description;
  app.get(WorkerBoard, { strict: false }).connect(() => [
    {
      ...{ id, pid, attempt, state: attempt === null ? 'idle' : 'rendering' },
      ...{ problem: null, restarts: 0 },
      ...{ heapLimitMegabytes: 0, figures: null, earlierCacheUses: [] },
    },
  ]);
  presence.started(description);
  return {
    stop: async () => {
      await worker.close();
      presence.ended(id, true);
    },
  };
}
