import { Logger } from '@nestjs/common';
import { loadConfig } from './config/load-config.js';
import { PRIVATE_UMASK } from './engine/files/close-folders.js';
import type { Config } from './config/types.js';
import { keepHeapSmall } from './engine/workers/small-heap.js';
import { type RunningService, startService, StoppedAtStart } from './start-service.js';
import { surviveLostReaders } from './survive-lost-readers.js';

/** How long a service may take to end its start, and its database, after a stop signal. */
const START_GRACE_MS = 8_000;

/** A stop has ended by then, unless something hangs that should not. Orchestrators kill a process after 10 s. */
const LONGEST_STOP_MS = 9_700;

/** Runs the service until SIGINT, SIGTERM, or SIGHUP. If it fails to start, prints the reason and exits with 1. */
export async function runUntilStopped(options: { api: boolean }): Promise<void> {
  surviveLostReaders();
  keepHeapSmall();
  // From the first moment, because a service that is killed while it starts leaves its database running.
  const stopped = stopSignal();
  let isStarting = true;
  void stopped.then(() => {
    if (!isStarting) return;
    // What has just started loses its database, which is neither a failure now nor worth a line.
    process.on('uncaughtException', () => {});
    Logger.overrideLogger(false);
    setTimeout(() => process.exit(1), START_GRACE_MS).unref();
  });
  try {
    const config = loadConfig(process.env);
    const service = await startService(config, {
      ...options,
      logLevel: config.logLevel,
      umask: PRIVATE_UMASK,
      stopped,
    });
    isStarting = false;
    const title = options.api ? 'VideoCraft is ready' : 'The VideoCraft worker is ready';
    process.stdout.write(startText(title, service, config.logFormat));
    const failure = await Promise.race([stopped, service.failed, uncaughtError()]);
    setTimeout(() => process.exit(1), LONGEST_STOP_MS);
    if (failure) process.stderr.write(`${failure.stack ?? failure.message}\n`);
    await service.stop();
    process.exit(failure ? 1 : 0);
  } catch (error) {
    if (error instanceof StoppedAtStart) process.exit(0);
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

/** What the operator reads at the start: text, unless all lines are to be JSON. */
function startText(
  title: string,
  { description, warnings }: Pick<RunningService, 'description' | 'warnings'>,
  format: Config['logFormat'],
): string {
  const time = Date.now();
  const lines =
    format === 'json'
      ? [
          JSON.stringify({ level: 30, time, pid: process.pid, msg: title, description }),
          ...warnings.map((msg) => JSON.stringify({ level: 40, time, pid: process.pid, msg })),
        ]
      : [title, ...description, ...warnings.map((warning) => `Warning: ${warning}`)];
  return `${lines.join('\n')}\n`;
}

/** An error that nothing handles ends the process, but not before its database and its jobs are left in order. */
function uncaughtError(): Promise<Error> {
  return new Promise((resolve) => process.on('uncaughtException', resolve));
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // The handlers stay, so that a second signal does not interrupt the shutdown.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => resolve());
  });
}
