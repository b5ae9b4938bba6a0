import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ProgressBar } from '../../src/cli/terminal/progress-bar.js';
import { loadConfig } from '../../src/config/load-config.js';
import { ApiClient, type VideoAnswer } from './api-client.js';
import { readFilm } from './read-film.js';
import { serveMedia } from './serve-media.js';
import { startService } from '../../src/start-service.js';
import { surviveLostReaders } from '../../src/survive-lost-readers.js';

/** The folder of the film, in the folder of the package, three levels above dist/examples/demo. */
const FILM = fileURLToPath(new URL('../../../examples/film', import.meta.url));
const OUTPUT_DIR = resolve('out');
/** The files of the video, and their names in the output folder. */
const FILES = { 'video.mp4': 'demo.mp4', 'upright.mp4': 'demo-upright.mp4' };

/** Renders the film like a client: through the HTTP API of a service that the demo starts. */
async function demo(): Promise<void> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'videocraft-demo-'));
    stops.push(() => rm(dataDir, { recursive: true, force: true }));
    // For the root user, the embedded Postgres runs as `nobody`, which needs access to its folder.
    await chmod(dataDir, 0o755);
    const media = await serveMedia(FILM, 'media');
    stops.push(media.close);
    const config = loadConfig({
      VIDEOCRAFT_DATA_DIR: dataDir,
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: media.host,
    });
    // Before all work, so that a folder that cannot be written to is known at once.
    await mkdir(OUTPUT_DIR, { recursive: true });
    process.stdout.write('Starting the service with its own Postgres\n');
    const service = await startService(config, {
      api: true,
      logLevel: 'error',
    });
    stops.push(() => service.stop());
    for (const warning of service.warnings) process.stdout.write(`Warning: ${warning}\n`);

    const key = (await readFile(join(dataDir, 'secrets/admin-api-key'), 'utf8')).trim();
    const client = new ApiClient(`${service.url}/api/v1`, key);
    const film = await readFilm(FILM, media.host, config);
    const id = await client.createVideo(film.config);
    process.stdout.write(`Job ${id} accepted\n`);
    if (film.isPlain) process.stdout.write('This ffmpeg lacks transitions. Scenes cross-fade.\n');
    process.stdout.write(
      'Every clip has its text. Without text, the service would fetch a speech recognition model ' +
        '(docs/timing.md).\n',
    );
    const bar = new ProgressBar(process.stdout);
    await client.waitFor(id, (progress, step) => bar.show(progress, step));
    bar.end();
    report(await client.video(id));
    for (const [name, output] of Object.entries(FILES)) {
      const path = join(OUTPUT_DIR, output);
      const bytes = await client.download(id, name);
      await writeFile(path, bytes);
      process.stdout.write(`Saved ${relative('', path)} (${(bytes.length / 1e6).toFixed(2)} MB)\n`);
    }
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function report({ duration_seconds: seconds, subtitle_tracks: tracks, steps }: VideoAnswer): void {
  const words = tracks.map(({ words, method }) => `${words} words ${method}`).join(', ');
  const times = steps.map(({ step, seconds: took }) => `${step} ${took.toFixed(2)} s`);
  process.stdout.write(`${seconds.toFixed(2)} s of film, ${words}\nSteps: ${times.join(', ')}\n`);
}

surviveLostReaders();
try {
  await demo();
  const { port } = loadConfig({}).server;
  process.stdout.write(`To make your own, run npm start and open http://localhost:${port}/\n`);
} catch (error) {
  process.stderr.write(
    `The demo did not finish: ${error instanceof Error ? error.message : String(error)}\n` +
      'Run `npm ci` again if a package is missing; `npm start` shows more of what happens.\n',
  );
  process.exitCode = 1;
}
