/**
 * Measures how long a job waits after its worker was killed: `npm run bench:takeover -- [--runs 20]`.
 *
 * A worker renders, and another one is idle. SIGKILL ends the first one. The time is from the signal to the start of
 * the next attempt, by the audit trail. All processes are on one machine, so they have one clock.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { Program } from '../programs/program.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({ options: { runs: { type: 'string', default: '20' } } });

const media = await serveMedia(ROOT);
const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-bench-'));
// The embedded Postgres runs as another user.
await chmod(dataDir, 0o755);
const env = {
  VIDEOCRAFT_DATA_DIR: dataDir,
  VIDEOCRAFT_SERVER_PORT: '0',
  VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
  VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
  VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
  VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
  VIDEOCRAFT_WORKERS_SPREAD_SECONDS: '0',
};
const api = new Program('main', { ...env, VIDEOCRAFT_WORKERS: '0' });
const workers: Program[] = [];
let url = '';

async function call<T>(path: string, init?: RequestInit): Promise<T> {
  return (await (await fetch(`${url}${path}`, init)).json()) as T;
}

/** Submits ten minutes of video, which nobody waits for. */
async function submit(): Promise<string> {
  const src = `http://${media.host}/test/media/background.mp4`;
  const elements = [{ type: 'video', src, loop: true, volume: 0, height: 720 }];
  const { job_id: id } = await call<{ job_id: string }>('/videos', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      width: 1280,
      height: 720,
      scenes: [{ duration: 600, elements }],
    }),
  });
  return id;
}

/** The times at which the attempts of a job started, in milliseconds since 1970. */
async function startsOf(id: string): Promise<number[]> {
  const { data } = await call<{ data: { events: { type: string; created_at: string }[] } }>(
    `/jobs/${id}/events`,
  );
  return data.events
    .filter(({ type }) => type === 'job.started')
    .map((event) => Date.parse(event.created_at))
    .sort((a, b) => a - b);
}

async function startWorker(): Promise<void> {
  const worker = new Program('worker', { ...env, VIDEOCRAFT_WORKERS: '1' });
  workers.push(worker);
  await worker.until(/worker is ready/);
}

async function measure(): Promise<number> {
  const id = await submit();
  for (;;) {
    const { current_step: step } = await call<{ current_step: string | null }>(
      `/jobs/${id}/status`,
    );
    if (step === 'segments') break;
    await delay(50);
  }
  await startWorker();
  const killedAt = Date.now();
  await workers.shift()!.stop('SIGKILL');
  let starts = await startsOf(id);
  for (; starts.length < 2; starts = await startsOf(id)) await delay(100);
  await call(`/jobs/${id}/cancel`, { method: 'POST' });
  await delay(2_000);
  return (starts[1]! - killedAt) / 1_000;
}

try {
  url = await api.until(/API: +(http:\S+)/);
  await startWorker();
  const seconds: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) seconds.push(await measure());
  seconds.sort((a, b) => a - b);
  const median = seconds[Math.floor(seconds.length / 2)]!;
  process.stdout.write(
    `${seconds.length} takeovers: median ${median.toFixed(2)} s, longest ${seconds.at(-1)!.toFixed(2)} s\n`,
  );
} finally {
  for (const worker of workers) await worker.stop();
  await api.stop();
  await rm(dataDir, { recursive: true, force: true });
  await media.close();
}
