/** Starts a service, lets it make some videos one after another, and stops it: `run-jobs.js KIND COUNT`. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { ROOT, type Served, start, stopAll } from '../api/load.js';
import { long, type MakeConfig, short } from './configs.js';

const KEY = 'the-key-of-the-benchmark';
const KINDS: Readonly<Record<string, MakeConfig>> = { short, long };
const POLL_MS = 200;

const [kind = '', count = ''] = process.argv.slice(2);
const config = KINDS[kind]!;
const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-jobs-'));
await chmod(dir, 0o755);
const media = await serveMedia(ROOT);
try {
  const service = await start(
    'src/main.js',
    {
      ...settings(),
      VIDEOCRAFT_DATA_DIR: dir,
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '1000000',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
    },
    /API: +(\S+)/,
  );
  for (let number = 0; number < Number(count); number++) {
    await make(service, await config(number, `http://${media.host}/test/media`));
  }
} finally {
  await stopAll();
  await media.close();
  await rm(dir, { recursive: true, force: true });
}

/** Settings of the caller, such as the build of ffmpeg. */
function settings(): Record<string, string> {
  const names = Object.keys(process.env).filter((name) => name.startsWith('VIDEOCRAFT_'));
  return Object.fromEntries(names.map((name) => [name, process.env[name]!]));
}

async function make({ url }: Served, body: object): Promise<void> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };
  const { csrf_token: token } = (await answer(`${url}/csrf-token`, {})) as { csrf_token: string };
  const { job_id: id } = (await answer(`${url}/videos`, {
    method: 'POST',
    headers: { ...headers, 'x-csrf-token': token },
    body: JSON.stringify(body),
  })) as { job_id: string };
  for (;;) {
    await delay(POLL_MS);
    const { status } = (await answer(`${url}/jobs/${id}/status`, { headers })) as {
      status: string;
    };
    if (status === 'completed') return;
    if (status === 'failed') throw new Error(`job ${id} failed`);
  }
}

async function answer(url: string, options: RequestInit): Promise<unknown> {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return response.json();
}
