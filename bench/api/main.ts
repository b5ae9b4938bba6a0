/**
 * Measures the cost of the API: `npm run bench:api`.
 *
 * It counts status polls per second of CPU time of the serving process, compared with a bare
 * Express handler that sends the same query to the same database. It also measures submissions per
 * second, and the latency of polls while two videos render.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { startEmbeddedPostgres } from '../../src/engine/database/embedded-postgres.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const KEY = 'the-key-of-the-benchmark';
const CONNECTIONS = 16;
/** Polls per round. Rounds alternate, so that both servers share a busy machine fairly. */
const ROUND = 1_000;
const ROUNDS = 20;
/** Warm-up polls, after which both servers are fully compiled. */
const WARM_UP = 8_000;
const SUBMISSIONS = 2_000;
/** Sequential polls that measure latency. */
const SINGLE = 4_000;
const TICKS_PER_SECOND = 100;

const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-api-'));
await chmod(dir, 0o755);
const postgres = await startEmbeddedPostgres(dir);
const media = await serveMedia(ROOT);
const children: ChildProcess[] = [];
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
  const bare = await start('bench/api/bare.js', env, /(http\S+)/);
  const { csrf_token: token } = (await (await fetch(`${service.url}/csrf-token`)).json()) as {
    csrf_token: string;
  };
  const submit = { ...headers, 'x-csrf-token': token, 'content-type': 'application/json' };
  const small = JSON.stringify({ scenes: [{ duration: 1, elements: [] }] });
  const created = await fetch(`${service.url}/videos`, {
    method: 'POST',
    headers: submit,
    body: small,
  });
  const { job_id: id } = (await created.json()) as { job_id: string };

  const path = `/jobs/${id}/status`;
  const polls = [service, bare].map((server) => ({ server, cpuSeconds: 0 }));
  for (const { server } of polls) await load(`${server.url}${path}`, WARM_UP, { headers });
  for (let round = 0; round < ROUNDS; round++) {
    for (const side of polls) {
      side.cpuSeconds += await cpuSecondsOf(side.server, path, ROUND, { headers });
    }
  }
  const [one, other] = polls.map((side) => (ROUND * ROUNDS) / side.cpuSeconds) as [number, number];
  print(
    'polls per CPU second',
    one.toFixed(0),
    `bare ${other.toFixed(0)}`,
    (one / other).toFixed(2),
  );
  const submission = { method: 'POST', headers: submit, body: small };
  const submissionSeconds = await cpuSecondsOf(service, '/videos', SUBMISSIONS, submission);
  print(
    'submissions per CPU second',
    (SUBMISSIONS / submissionSeconds).toFixed(0),
    'one transaction each',
  );

  const idle = await load(`${service.url}${path}`, SINGLE, { headers, connections: 1 });
  print('poll p50 / p99, idle', ...percentiles(idle.latencies));
  await start('src/worker.js', { ...env, VIDEOCRAFT_WORKERS: '2' }, /(worker is ready)/);
  const video = { type: 'video', src: `http://${media.host}/test/media/background.mp4` };
  for (const color of ['#102030', '#203040']) {
    await fetch(`${service.url}/videos`, {
      method: 'POST',
      headers: submit,
      body: JSON.stringify({
        scenes: [
          {
            duration: 40,
            'background-color': color,
            elements: [{ ...video, loop: true, volume: 0, height: 900 }],
          },
        ],
      }),
    });
  }
  // The earlier submissions are small and finish first.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  const busy = await load(`${service.url}${path}`, SINGLE, { headers, connections: 1 });
  print('poll p50 / p99, two renders', ...percentiles(busy.latencies));
} finally {
  for (const child of children) {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
  }
  await media.close();
  await postgres.release();
  await rm(dir, { recursive: true, force: true });
}

interface Served {
  readonly pid: number;
  readonly url: string;
}

async function start(program: string, env: Record<string, string>, ready: RegExp): Promise<Served> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', program)], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let output = '';
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`${program} exited: ${output}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const match = ready.exec(output);
      if (match) resolve({ pid: child.pid!, url: match[1]! });
    });
  });
}

interface Load {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly connections?: number;
}

/** CPU time that a server takes for a number of requests. */
async function cpuSecondsOf({ pid, url }: Served, path: string, count: number, options: Load) {
  const before = await cpuSeconds(pid);
  await load(`${url}${path}`, count, options);
  return (await cpuSeconds(pid)) - before;
}

/** Sends requests one after another on each connection. A failed request ends the run. */
async function load(url: string, count: number, options: Load) {
  const { connections = CONNECTIONS, method = 'GET', headers: sent, body } = options;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const since = performance.now();
      await once(url, { agent, method, headers: sent }, body);
      latencies.push(performance.now() - since);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { latencies };
}

function once(url: string, options: object, body: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (response) => {
      response.resume();
      response.on('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode < 300) resolve();
        else reject(new Error(`${url} returned ${statusCode}`));
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

function percentiles(latencies: number[]): string[] {
  const sorted = latencies.sort((a, b) => a - b);
  return [0.5, 0.99].map((share) => `${sorted[Math.floor(sorted.length * share)]!.toFixed(1)} ms`);
}

function print(title: string, ...cells: readonly string[]): void {
  process.stdout.write(`${title.padEnd(32)}${cells.map((cell) => cell.padEnd(18)).join('')}\n`);
}
