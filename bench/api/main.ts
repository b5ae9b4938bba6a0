/**
 * Measures the cost of the API: `npm run bench:api`.
 *
 * It counts status polls per second of CPU time of the serving process, compared with a bare
 * Express handler that sends the same query to the same database. It also measures submissions per
 * second, and the latency of polls while two videos render.
 *
 * `npm run bench:api -- worst` measures the latency of probes and polls while the costliest requests
 * are checked and rendered.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';
import { ROOT, start, stopAll } from './load.js';
import { measureRequests } from './requests.js';
import { measureWorstInputs } from './worst.js';

const KEY = 'the-key-of-the-benchmark';

const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-api-'));
await chmod(dir, 0o755);
const postgres = await startEmbeddedPostgres(dir);
const media = await serveMedia(ROOT);
const headers = { authorization: `Bearer ${KEY}` };

try {
  const env = {
    VIDEOCRAFT_DATA_DIR: dir,
    DATABASE_URL: postgres.url,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_SECURITY_API_KEY: KEY,
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000000',
    VIDEOCRAFT_RATE_LIMIT_SHARED: 'false',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
  };
  const service = await start('src/main.js', { ...env, VIDEOCRAFT_WORKERS: '0' }, /API: +(\S+)/);
  const { csrf_token: token } = (await (await fetch(`${service.url}/csrf-token`)).json()) as {
    csrf_token: string;
  };
  const submit = { ...headers, 'x-csrf-token': token, 'content-type': 'application/json' };
  const bench = { service, env, headers, submit, mediaHost: media.host };
  if (process.argv.includes('worst')) await measureWorstInputs(bench);
  else await measureRequests(bench);
} finally {
  await stopAll();
  await media.close();
  await postgres.release();
  await rm(dir, { recursive: true, force: true });
}
