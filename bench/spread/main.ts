/**
 * Measures one job on several workers: wall time, and CPU seconds of all processes together.
 *
 *   npm run bench:spread -- [--workers 1,2,3] [--scenes 60] [--runs 1] [--pin]
 *
 * Each run has new processes and empty caches. `--pin` gives each worker one core, as if it were a machine with one.
 */
import { createHash } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { serveMedia } from '../../examples/demo/serve-media.js';
import { Program } from '../programs/program.js';
import { cpuOfTree } from './cpu-of-tree.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '1,2,3' },
    scenes: { type: 'string', default: '60' },
    runs: { type: 'string', default: '1' },
    pin: { type: 'boolean', default: false },
  },
});

interface Measured {
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
  readonly hash: string;
  readonly elsewhere: string;
}

/** Zooming pictures and videos at 720p, four seconds each. */
function videoOf(host: string, scenes: number): object {
  const address = `http://${host}/test/media/`;
  const video = { type: 'video', src: `${address}background.mp4`, loop: true, volume: 0 };
  const picture = (index: number) => ({
    type: 'image',
    src: `${address}pictures/i${index % 3}.jpg`,
    zoom: 2,
  });
  return {
    width: 1280,
    height: 720,
    scenes: Array.from({ length: scenes }, (_, index) => ({
      duration: 4,
      elements: [
        index % 2 === 0 ? { ...video, height: 720 } : picture(index),
        { type: 'text', text: `Scene ${index}` },
      ],
    })),
  };
}

async function measure(count: number, media: string): Promise<Measured> {
  const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-bench-'));
  // The embedded Postgres runs as another user.
  await chmod(dataDir, 0o755);
  const env = {
    VIDEOCRAFT_DATA_DIR: dataDir,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_WORKERS: '0',
    // The sandbox does not wait for its processes, so that their CPU time would be missing.
    VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
    VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
    VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'false',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media,
  };
  const api = new Program('main', env, null);
  const workers: Program[] = [];
  try {
    const url = await api.until(/API: +(http:\S+)/);
    for (let index = 0; index < count; index++) {
      const core = values.pin ? index % availableParallelism() : null;
      workers.push(new Program('worker', { ...env, VIDEOCRAFT_WORKERS: '1' }, core));
    }
    await Promise.all(workers.map((worker) => worker.until(/worker is ready/)));
    const before = await cpuOfTree(process.pid);
    const since = performance.now();
    const id = await submit(url, videoOf(media, Number(values.scenes)));
    for (;;) {
      const { status } = (await (await fetch(`${url}/jobs/${id}/status`)).json()) as {
        status: string;
      };
      if (status === 'completed') break;
      if (status === 'failed') throw new Error('The job failed.');
      await delay(200);
    }
    const wallSeconds = (performance.now() - since) / 1000;
    const cpuSeconds = (await cpuOfTree(process.pid)) - before;
    const file = await readFile(join(dataDir, 'videos', `${id}-1`, 'video.mp4'));
    const log = workers.map(({ output }) => output).join('\n');
    const elsewhere = /"elsewhere":(\{[^}]*\})/.exec(log)?.[1] ?? 'none';
    const hash = createHash('sha256').update(file).digest('hex').slice(0, 16);
    return { wallSeconds, cpuSeconds, hash, elsewhere };
  } finally {
    for (const worker of workers) await worker.stop();
    await api.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function submit(url: string, config: object): Promise<string> {
  const response = await fetch(`${url}/videos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(config),
  });
  return ((await response.json()) as { job_id: string }).job_id;
}

const media = await serveMedia(ROOT);
try {
  for (let run = 0; run < Number(values.runs); run++) {
    for (const count of values.workers.split(',').map(Number)) {
      const { wallSeconds, cpuSeconds, hash, elsewhere } = await measure(count, media.host);
      const cost = `${wallSeconds.toFixed(1)} s, ${cpuSeconds.toFixed(1)} CPU s`;
      process.stdout.write(`${count} workers: ${cost}, file ${hash}, elsewhere ${elsewhere}\n`);
    }
  }
} finally {
  await media.close();
}
