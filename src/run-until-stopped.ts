import { loadConfig } from './config/load-config.js';
import { PRIVATE_UMASK } from './engine/files/close-folders.js';
import { startService } from './start-service.js';
import { surviveLostReaders } from './survive-lost-readers.js';

/** How long a service that is starting may take to finish its start after a stop signal. */
const START_GRACE_MS = 8_000;

/** Runs the service until SIGINT or SIGTERM. If it fails to start, prints the reason and exits with 1. */
export async function runUntilStopped(options: { api: boolean }): Promise<void> {
  surviveLostReaders();
  // From the first moment, because a service that is killed while it starts leaves its database running.
  const stopped = stopSignal();
  let isStarting = true;
  void stopped.then(() => setTimeout(() => isStarting && process.exit(1), START_GRACE_MS).unref());
  try {
    const config = loadConfig(process.env);
    const service = await startService(config, {
      ...options,
      logLevel: config.logLevel,
      umask: PRIVATE_UMASK,
    });
    isStarting = false;
    const title = options.api ? 'VideoCraft is ready' : 'The VideoCraft worker is ready';
    process.stdout.write(`${[title, ...service.description].join('\n')}\n`);
    for (const warning of service.warnings) process.stdout.write(`Warning: ${warning}\n`);
    await stopped;
    await service.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // The handlers stay, so that a second signal does not interrupt the shutdown.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}
