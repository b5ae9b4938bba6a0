/**
 * Measures how long someone new waits from opening the studio to a playing video: `npm run bench:studio`.
 *
 * In Chromium, which must be on the PATH, it makes an upright video of three pictures and a speech with its script, as someone would
 * who reads and types without delay. Each run has a service with empty caches. It prints seconds for each step, and the load of the
 * machine, which others may use. `npm run bench:studio -- 5` runs five times; `-- 1 FOLDER` also takes a picture after each step, and
 * `-- 1 FOLDER phone` does it at the width of a phone.
 */
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { ROOT, start, stopAll } from '../api/load.js';
import { findProgram } from './find-program.js';
import { Journey } from './journey.js';

const [runs = '3', folder = null, window = 'desktop'] = process.argv.slice(2);
const KEY = 'the-key-of-the-benchmark';
const VIEWPORTS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

const executablePath = await findProgram(
  ['chromium', 'chromium-browser', 'google-chrome'],
  (process.env['PATH'] ?? '').split(delimiter),
);
if (folder !== null) await mkdir(folder, { recursive: true });
for (let run = 1; run <= Number(runs); run++) {
  const before = loadavg()[0]!;
  const steps = await journey();
  const total = steps.reduce((sum, { seconds }) => sum + seconds, 0);
  const texts = steps.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`);
  const load = `load ${before.toFixed(1)} before, ${loadavg()[0]!.toFixed(1)} after`;
  console.log(`run ${run}: ${total.toFixed(1)} s (${texts.join(', ')}); ${load}`);
}

async function journey() {
  const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-studio-'));
  await chmod(dir, 0o755);
  try {
    const { url } = await start(
      'src/main.js',
      {
        VIDEOCRAFT_DATA_DIR: dir,
        VIDEOCRAFT_SERVER_PORT: '0',
        VIDEOCRAFT_SECURITY_API_KEY: KEY,
        VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'browsers',
        VIDEOCRAFT_RECOGNITION_MODEL: 'none',
      },
      /API: +(\S+?)\/api\/v1/,
    );
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const viewport = VIEWPORTS[window as keyof typeof VIEWPORTS];
      const page = await browser.newPage({ viewport, acceptDownloads: true });
      return await new Journey(page, {
        url,
        key: KEY,
        media: join(ROOT, 'test/media'),
        folder,
      }).run();
    } finally {
      await browser.close();
    }
  } finally {
    await stopAll();
    await rm(dir, { recursive: true, force: true });
  }
}
