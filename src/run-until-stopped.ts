import { loadConfig } from './config/load-config.js';
import { startService } from './start-service.js';
import { surviveLostReaders } from './survive-lost-readers.js';

/** Runs the service until SIGINT or SIGTERM; a start that fails says why and exits with 1. */
export async function runUntilStopped(options: { api: boolean }): Promise<void> {
  surviveLostReaders();
  try {
    const config = loadConfig(process.env);
    const service = await startService(config, {
      ...options,
      logLevel: config.logLevel,
    });
    const title = options.api ? 'VideoCraft is ready' : 'VideoCraft worker takes jobs';
    process.stdout.write(`${[title, ...service.description].join('\n')}\n`);
    for (const warning of service.warnings) process.stdout.write(`Warning: ${warning}\n`);
    await stopSignal();
    await service.stop();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // Left in place: a second signal must not cut the stop short.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}
