import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProgressBar } from '../../src/cli/terminal/progress-bar.js';
import { loadConfig } from '../../src/config/load-config.js';
import { ApiClient, type VideoAnswer } from './api-client.js';
import { serveMedia } from './serve-media.js';
import { startService } from '../../src/start-service.js';
import { surviveLostReaders } from '../../src/survive-lost-readers.js';

/** The folder of the package, three levels above dist/examples/demo. */
const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const PROJECT = join(ROOT, 'examples/tour/project.json');
const OUTPUT = resolve('out/demo.mp4');

/** Renders the demo video like a client: through the HTTP API of a service that the demo starts. */
async function demo(): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-demo-'));
    stops.push(() => rm(dataDir, { recursive: true, force: true }));
    // For the root user, the embedded Postgres runs as `nobody`, which needs access to its folder.
    await chmod(dataDir, 0o755);
    const media = await serveMedia(ROOT);
    stops.push(media.close);
    const config = loadConfig({
      VIDEOCRAFT_DATA_DIR: dataDir,
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
    });
    // Before all work, so that a folder that cannot be written to is known at once.
    await mkdir(dirname(OUTPUT), { recursive: true });
    process.stdout.write('Starting the service with its own Postgres\n');
    const service = await startService(config, {
      api: true,
      logLevel: 'error',
    });
    stops.push(() => service.stop());
    for (const warning of service.warnings) process.stdout.write(`Warning: ${warning}\n`);

    const key = (await readFile(join(dataDir, 'secrets/admin-api-key'), 'utf8')).trim();
    const client = new ApiClient(`${service.url}/api/v1`, key);
    const project = (await readFile(PROJECT, 'utf8')).replaceAll('../../', `http://${media.host}/`);
    const id = await client.createVideo(project);
    process.stdout.write(`Job ${id} accepted\n`);
    const bar = new ProgressBar(process.stdout);
    await client.waitFor(id, (progress, step) => bar.show(progress, step));
    bar.end();
    await writeFile(OUTPUT, await client.download(id));
    report(await client.video(id), (await stat(OUTPUT)).size);
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function report(video: VideoAnswer, sizeBytes: number): void {
  const { duration_seconds: seconds, width, height, subtitle_tracks: tracks, steps } = video;
  process.stdout.write(
    `${OUTPUT}: ${seconds.toFixed(2)} s, ${width}x${height}, ${(sizeBytes / 1e6).toFixed(2)} MB, ` +
      `${tracks.map(({ words, method }) => `${words} words ${method}`).join(', ')}\n`,
  );
  const times = steps.map(({ step, seconds: took }) => `${step} ${took.toFixed(2)} s`);
  process.stdout.write(`Steps: ${times.join(', ')}\n`);
}

surviveLostReaders();
try {
  await demo();
} catch (error) {
  process.stderr.write(
    `The demo did not finish: ${error instanceof Error ? error.message : String(error)}\n` +
      'Run `npm ci` again if a package is missing; `npm start` shows more of what happens.\n',
  );
  process.exitCode = 1;
}
