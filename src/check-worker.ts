import { heartbeatProblem } from './engine/workers/heartbeat.js';

/**
 * The health check of a worker, which serves no HTTP: exits with 0 if the workers of this container live, and with 1
 * otherwise. It loads nothing else, because it runs again and again.
 */
const problem = heartbeatProblem(process.env['VIDEOCRAFT_DATA_DIR'] || 'data');
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
