import { loadConfig } from './config/load-config.js';
import { startService } from './start-service.js';

const service = await startService(loadConfig(process.env), process.env['PATH'] ?? '');
process.stdout.write(
  `VideoCraft answers at ${service.url}/api/v1, its documentation at ${service.url}/docs\n`,
);
for (const warning of service.warnings) process.stdout.write(`Warning: ${warning}\n`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
