import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.js';
import { MovingSegmentEncoder } from '../../src/engine/render/encoders/moving-segment-encoder.js';
import { foreignEncoder, withEncoder } from '../support/foreign-encoder.js';
import { type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.js';
import { Studio } from '../support/studio.js';
import { Program } from '../support/program.js';
import { describeUnless } from '../support/skip.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const executablePath = await findChromium();
if (executablePath === null && process.env['CI']) {
  throw new Error('Chromium is not on the PATH. Install it.');
}
const describeInChromium = describeUnless(
  executablePath === null ? 'Chromium is not on the PATH' : null,
);

/** Four scenes: still, moving, still, and still after a cross-fade. */
const PARTS = {
  width: 320,
  height: 180,
  fps: 30,
  scenes: [
    { duration: 7, 'background-color': '#C00000', elements: [] },
    {
      duration: 4,
      elements: [{ type: 'video', src: `${MEDIA}background.mp4`, volume: 0 }],
    },
    { duration: 13, 'background-color': '#0000C0', elements: [] },
    {
      duration: 2,
      'background-color': '#00A000',
      transition: { duration: 1 },
      elements: [],
    },
  ],
  elements: [
    {
      type: 'subtitles',
      words: [
        { word: 'one', start: 2, end: 3 },
        { word: 'two', start: 3, end: 4 },
      ],
    },
  ],
};

async function renderByCommand(dir: string): Promise<string> {
  const project = join(dir, 'project.json');
  await writeFile(project, JSON.stringify(PARTS));
  const output = join(dir, 'video.mp4');
  const env = { VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
  const rendered = await new Program('cli', ['render', project, '-o', output], env).ended;
  expect(rendered).toMatchObject({ code: 0, stderr: '' });
  return output;
}

/** Renders a video whose moving parts have other parameter sets than its still parts. */
async function renderForeign(dir: string): Promise<string> {
  const studio = await Studio.open('browser');
  try {
    const encoder = new MovingSegmentEncoder(foreignEncoder());
    const using = await withEncoder(studio.engines, encoder, join(dir, 'foreign'));
    const { video, warnings } = await studio.render(PARTS, { engines: using });
    expect(warnings).toEqual([]);
    await copyFile(video, join(dir, 'foreign.mp4'));
    return join(dir, 'foreign.mp4');
  } finally {
    await studio.close();
  }
}

describeInChromium('in Chromium', () => {
  let browser: Browser;
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-browser-'));
    await chmod(dir, 0o755);
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS });
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await rm(dir, { recursive: true, force: true });
  });

  describe.each([
    ['x264', renderByCommand],
    ['another encoder and x264', renderForeign],
  ])('a video of still and moving parts, encoded by %s', (_, render) => {
    let file: string;
    let server: Server;
    let page: Page;

    beforeAll(async () => {
      file = await render(dir);
      server = await serve(await readFile(file));
      page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const video = document.querySelector('video')!;
            const once = { once: true };
            video.addEventListener('error', () => reject(new Error(video.error?.message)), once);
            video.addEventListener('canplaythrough', () => resolve(), once);
            video.src = '/video.mp4';
          }),
      );
    }, 120_000);

    afterAll(async () => {
      await page.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('has its exact duration and plays', async () => {
      const played = await page.evaluate(async () => {
        const video = document.querySelector('video')!;
        await video.play();
        // A busy machine starts late and drops frames.
        const isEnough = () =>
          video.currentTime > 0.5 && video.getVideoPlaybackQuality().totalVideoFrames > 10;
        for (const end = Date.now() + 20_000; !isEnough() && Date.now() < end;) {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        video.pause();
        const { duration, currentTime, videoWidth, videoHeight } = video;
        const quality = video.getVideoPlaybackQuality();
        return {
          duration,
          currentTime,
          videoWidth,
          videoHeight,
          shown: quality.totalVideoFrames,
          corrupted: quality.corruptedVideoFrames,
        };
      });
      expect(played.duration).toBeCloseTo(25, 1);
      expect(played.currentTime).toBeGreaterThan(0.5);
      expect(played.shown).toBeGreaterThan(10);
      expect(played).toMatchObject({ videoWidth: 320, videoHeight: 180, corrupted: 0 });
    }, 30_000);

    it('seeks to the exact frame of a moving part, from both sides', async () => {
      for (const frame of [300, 211, 256, 257, 329, 214, 303]) {
        const shown = await pixelsAt(page, (frame + 0.5) / 30);
        const near = [-2, -1, 0, 1, 2].map((distance) => frame + distance);
        const decoded = await decodeFrames(file, near[0]!, near.length);
        const distances = decoded.map((pixels) => distanceBetween(pixels, shown));
        expect(near[distances.indexOf(Math.min(...distances))]).toBe(frame);
      }
    }, 60_000);

    it.each([
      [0.5, [192, 0, 0]],
      [6.9, [192, 0, 0]],
      [11.1, [0, 0, 192]],
      [17.03, [0, 0, 192]],
      [22.9, [0, 0, 192]],
      [24.6, [0, 160, 0]],
      [3.5, [192, 0, 0]],
    ])('shows the right picture after a jump to %s s', async (time, color) => {
      const pixel = [...(await pixelsAt(page, time)).subarray(4 * (10 * 320 + 10))].slice(0, 3);
      pixel.forEach((value, channel) => expect(Math.abs(value - color[channel]!)).toBeLessThan(12));
    });
  });

  describe.each([
    ['at the root', ''],
    ['below the path of a proxy that removes it', '/media/videocraft'],
  ])('the documentation %s', (_where, prefix) => {
    let service: TestService;
    let proxy: ReverseProxy | null = null;
    let base: string;

    beforeAll(async () => {
      if (prefix !== '') proxy = await startReverseProxy(prefix, () => service.url);
      service = await startTestService(proxy ? { VIDEOCRAFT_SERVER_PUBLIC_URL: proxy.url } : {});
      base = proxy?.url ?? service.url;
    }, 60_000);

    afterAll(async () => {
      await service.close();
      await proxy?.close();
    });

    it('shows and calls the API under its content security policy', async () => {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(`${base}/docs`);
      await page.locator('.opblock').first().waitFor();
      expect(await page.locator('.opblock').count()).toBeGreaterThan(10);
      const health = page.locator('.opblock', { hasText: '/live' }).first();
      await health.locator('.opblock-summary').click();
      await health.locator('.try-out__btn').click();
      await health.locator('.execute').click();
      const status = health.locator('.live-responses-table .response-col_status').last();
      await status.waitFor();
      expect(await status.innerText()).toContain('200');
      await createVideo(page);
      expect(complaints).toEqual([]);
      // The page requested nothing outside the prefix, where other services are.
      for (const path of proxy?.requestedPaths ?? [])
        expect(path).toMatch(new RegExp(`^${prefix}/`));
      // The link would open a separate page.
      const errors = page.locator('.info a', { hasText: '/docs/errors/' });
      const address = await errors.evaluate((link) => (link as HTMLAnchorElement).href);
      expect(address).toBe(`${base}/docs/errors/`);
      await page.goto(address);
      await page.getByRole('link', { name: 'METHOD_NOT_ALLOWED' }).click();
      expect(await page.locator('h1').innerText()).toBe('METHOD_NOT_ALLOWED');
      await page.getByRole('link', { name: 'API description' }).click();
      await page.locator('.opblock').first().waitFor();
      await page.close();
    }, 120_000);
  });
});

/** Sends the first example in Swagger UI. The page gets the CSRF token, and has no field for it. */
async function createVideo(page: Page): Promise<void> {
  const tags = await page.locator('.opblock-tag').allInnerTexts();
  expect(tags.map((text) => text.split('\n')[0]).slice(0, 3)).toEqual([
    'Videos',
    'Previews',
    'Jobs',
  ]);
  await page.locator('.btn.authorize').first().click();
  await page.locator('.modal-ux input').fill(ADMIN_KEY);
  await page.locator('.modal-ux .btn.authorize').click();
  await page.locator('.modal-ux .btn-done').click();
  const create = page.locator('#operations-Videos-videos_create');
  await create.locator('.opblock-summary').click();
  await create.locator('.try-out__btn').click();
  expect(await create.locator('.parameters-container').innerText()).not.toContain('X-CSRF-Token');
  await create.locator('.execute').click();
  const status = create.locator('.live-responses-table .response-col_status').last();
  await status.waitFor();
  expect(await status.innerText()).toContain('202');
  expect(await create.locator('.curl').innerText()).toMatch(/X-CSRF-Token: [\w-]{20}/);
}

type Page = Awaited<ReturnType<Browser['newPage']>>;

/** The RGBA pixels that the page's video shows at a time. */
async function pixelsAt(page: Page, time: number): Promise<Uint8Array> {
  const base64 = await page.evaluate(async (at) => {
    const video = document.querySelector('video')!;
    // The picture may come after the event on a busy machine, and not at all if it is there already.
    const shown = new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    await new Promise((resolve) => {
      video.addEventListener('seeked', resolve, { once: true });
      video.currentTime = at;
    });
    await Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d')!;
    context.drawImage(video, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return btoa(data.reduce((text, value) => text + String.fromCharCode(value), ''));
  }, time);
  return Buffer.from(base64, 'base64');
}

/** The RGBA pixels of frames, as ffmpeg decodes them from the start of the video. */
async function decodeFrames(file: string, first: number, count: number): Promise<Uint8Array[]> {
  const chosen = `select=between(n\\,${first}\\,${first + count - 1})`;
  const { stdout } = await run(
    'ffmpeg',
    ['-v', 'error', '-i', file, '-vf', chosen, '-vsync', 'passthrough'].concat(
      ...['-pix_fmt', 'rgba', '-f', 'rawvideo', '-'],
    ),
    { encoding: 'buffer', maxBuffer: 64 << 20 },
  );
  const bytes = stdout.length / count;
  return Array.from({ length: count }, (_, at) => stdout.subarray(at * bytes, (at + 1) * bytes));
}

function distanceBetween(one: Uint8Array, other: Uint8Array): number {
  expect(one).toHaveLength(other.length);
  return one.reduce((sum, value, at) => sum + Math.abs(value - other[at]!), 0) / one.length;
}

/** Serves a page with a video element, and the video with support for ranges. */
async function serve(video: Buffer): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url !== '/video.mp4') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><link rel="icon" href="data:,"><video muted></video>');
      return;
    }
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    const start = Number(range?.[1] ?? 0);
    const end = range?.[2] ? Number(range[2]) : video.length - 1;
    response.writeHead(range ? 206 : 200, {
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'content-length': end - start + 1,
      ...(range ? { 'content-range': `bytes ${start}-${end}/${video.length}` } : {}),
    });
    response.end(video.subarray(start, end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
