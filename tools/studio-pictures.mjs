/**
 * Takes the pictures of `docs/studio.md`: starts a service in a temporary folder, makes a video with it, and opens the
 * screens in Chromium, which must be on the PATH.
 *
 *   npm run docs:studio
 */
import { spawn } from 'node:child_process';
import { access, chmod, constants, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const FOLDER = 'docs/images/studio';
const KEY = 'a-key-for-pictures';
const PORT = 3947;
const URL_OF_SERVICE = `http://127.0.0.1:${PORT}`;
const WINDOW = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const EXAMPLE = 'examples/studio/podcast.json';

/** What each picture shows. `{job}` is the ID of the video that was made. */
const SCREENS = [
  { name: 'home', at: '#/' },
  { name: 'editor', at: '#/write?panel=editor' },
  { name: 'form', at: '#/write?panel=form', colorScheme: 'dark' },
  { name: 'captions', at: '#/write?panel=captions' },
  { name: 'phone', at: '#/write?panel=form', viewport: PHONE },
  { name: 'script', at: '#/new/script' },
  { name: 'job', at: '#/jobs/{job}' },
  { name: 'health', at: '#/operate' },
];
/** Stills of the service are what takes longest. */
const SETTLED_MS = 8_000;

const dir = await mkdtemp(join(tmpdir(), 'studio-pictures-'));
// If root runs this, the database runs as another user.
await chmod(dir, 0o755);
const service = spawn(process.execPath, ['dist/src/main.js'], {
  env: {
    ...process.env,
    VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
    VIDEOCRAFT_SERVER_PORT: String(PORT),
    VIDEOCRAFT_SECURITY_API_KEY: KEY,
    VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'browsers',
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '10000',
    VIDEOCRAFT_RECOGNITION_MODEL: 'none',
  },
  stdio: 'ignore',
});

/** The path of the first Chromium on the PATH. */
async function findChromium() {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  for (const path of folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new Error('Chromium is not on the PATH.');
}

/** Sends a request to the service. */
async function call(path, init = {}) {
  const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
  return fetch(`${URL_OF_SERVICE}/api/v1${path}`, { ...init, headers });
}

async function untilReady() {
  for (;;) {
    const isReady = await fetch(`${URL_OF_SERVICE}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (service.exitCode !== null) throw new Error('The service did not start.');
    await delay(250);
  }
}

/** Makes a video, and returns the ID of its job. */
async function makeVideo(config) {
  const created = await (await call('/videos', { method: 'POST', body: config })).json();
  if (created.job_id === undefined) throw new Error(created.details);
  for (;;) {
    const { data } = await (await call(`/jobs/${created.job_id}/status`)).json();
    if (data.status === 'completed') return created.job_id;
    if (data.status === 'failed') throw new Error(JSON.stringify(data));
    await delay(500);
  }
}

async function takePicture(browser, config, job, { name, at, colorScheme, viewport = WINDOW }) {
  const context = await browser.newContext({ viewport, colorScheme: colorScheme ?? 'light' });
  await context.addInitScript((text) => localStorage.setItem('videocraft.document', text), config);
  const page = await context.newPage();
  await page.goto(`${URL_OF_SERVICE}/${at.replace('{job}', job)}`);
  await page.getByLabel('API key').fill(KEY);
  await page.getByRole('button', { name: 'Continue' }).click();
  await delay(SETTLED_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.jpg`), type: 'jpeg', quality: 82 });
  await context.close();
}

try {
  await mkdir(FOLDER, { recursive: true });
  await untilReady();
  const config = await readFile(EXAMPLE, 'utf8');
  const job = await makeVideo(config);
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const screen of SCREENS) await takePicture(browser, config, job, screen);
  await browser.close();
} finally {
  service.kill();
  await new Promise((resolve) => {
    if (service.exitCode !== null) resolve();
    else service.once('exit', resolve);
  });
  await rm(dir, { recursive: true, force: true });
}
