/**
 * Measures how long somebody waits for previews: `npm run bench:previews`.
 *
 * It prints medians of stills at 960x540 from full HD, of timelines after an edit, and of the time until a draft plays, each with
 * the CPU time of all processes. The sources are fetched and the process is started before. Each request differs from those
 * before it. `npm run bench:previews -- 5` measures each five times.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { ROOT, type Served, start, stopAll } from '../api/load.js';
import { cpuOfTree } from '../spread/cpu-of-tree.js';
import { moving, photos, type Film, video } from './films.js';

const RUNS = Number(process.argv[2] ?? 11);
const KEY = 'the-key-of-the-benchmark';

const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-previews-'));
await chmod(dir, 0o755);
const media = await serveMedia(ROOT);
try {
  const service = await start(
    'src/main.js',
    {
      VIDEOCRAFT_DATA_DIR: dir,
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_WORKERS: '0',
      VIDEOCRAFT_SECURITY_API_KEY: KEY,
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
      VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
      VIDEOCRAFT_RECOGNITION_MODEL: 'none',
      // The sandbox does not wait for its processes, so that their CPU time would be missing.
      VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
    },
    /API: +(\S+)/,
  );
  const films = [photos(media.host), moving(media.host), video(media.host)];
  for (const film of films) await measureFilm(service, film);
} finally {
  await stopAll();
  await media.close();
  await rm(dir, { recursive: true, force: true });
}

async function measureFilm({ url, pid }: Served, film: Film): Promise<void> {
  const { name, seconds } = film;
  const median = (action: (run: number) => Promise<void>) => medianOf(pid, action);
  const post = (path: string, edit: number) =>
    fetch(`${url}/videos/${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(film.config(edit)),
    });
  const read = async (path: string, edit: number) => {
    const response = await post(path, edit);
    const bytes = await response.arrayBuffer();
    if (response.status !== 200) throw new Error(Buffer.from(bytes).toString());
  };
  // Fetches and decodes the sources.
  const first = await timed(pid, () => read('still?at=0', 0));
  const still = await median((run) => read(`still?width=960&at=${(run * seconds) / RUNS}`, 0));
  const edited = await median((run) => read(`still?width=960&at=${seconds / 2}`, run + 1));
  const timeline = await median((run) => read('timeline', 100 + run));
  const plays = await median((run) => firstFragment(post, run * 2, 200 + run));
  const again = await median((run) => firstFragment(post, run * 2, 200 + run));
  const figures = { first, still, edited, timeline, plays, again };
  const texts = Object.entries(figures).map(
    ([what, { ms, cpuMs }]) => `${what} ${ms} ms (CPU ${cpuMs})`,
  );
  console.log(`${name}: ${texts.join(', ')}`);
}

/** Reads a draft until its first pictures are there. */
async function firstFragment(
  post: (path: string, edit: number) => Promise<Response>,
  from: number,
  edit: number,
): Promise<void> {
  const response = await post(`draft?from=${from}&to=${from + 4}`, edit);
  if (response.status !== 200) throw new Error(await response.text());
  let received = Buffer.alloc(0);
  for await (const chunk of response.body!) {
    received = Buffer.concat([received, chunk]);
    const media = received.indexOf('mdat');
    if (media < 0) continue;
    if (received.length >= media + received.readUInt32BE(media - 4) - 4) return;
  }
}

interface Time {
  readonly ms: number;
  readonly cpuMs: number;
}

async function medianOf(pid: number, action: (run: number) => Promise<void>): Promise<Time> {
  const times: Time[] = [];
  for (let run = 0; run < RUNS; run++) times.push(await timed(pid, () => action(run)));
  const middle = (values: number[]) => values.sort((a, b) => a - b)[RUNS >> 1]!;
  return {
    ms: middle(times.map(({ ms }) => ms)),
    cpuMs: middle(times.map(({ cpuMs }) => cpuMs)),
  };
}

async function timed(pid: number, action: () => Promise<void>): Promise<Time> {
  const before = await cpuOfTree(pid);
  const from = performance.now();
  await action();
  const ms = Math.round(performance.now() - from);
  return { ms, cpuMs: Math.round(1000 * ((await cpuOfTree(pid)) - before)) };
}
