/**
 * Measures seeks in a still video by the distance of its key pictures: `npm run bench:seek`.
 *
 * It renders a photo of four minutes at 1080p with each `keyframe-interval`, and seeks to the frame before a key picture,
 * which is the farthest from one: with ffmpeg in one thread, and in a Chromium, which must be on the PATH. It prints the
 * median of some seeks.
 */
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { ROOT } from '../api/load.js';
import { measure } from '../render/measure.js';
import { print } from '../render/report.js';
import { findProgram } from '../studio/find-program.js';

const DISTANCES = [2, 5, 10, 20, 30];
const SECONDS = 240;
const FPS = 30;
const SEEKS = 5;

const folders = (process.env['PATH'] ?? '').split(delimiter);
const ffmpeg = await findProgram(['ffmpeg'], folders);
const executablePath = await findProgram(
  ['chromium', 'chromium-browser', 'google-chrome'],
  folders,
);
const dir = await mkdtemp(join(tmpdir(), 'videocraft-bench-seek-'));
const server = createServer((request, response) => {
  const name = /^\/(\d+\.mp4)$/.exec(request.url ?? '')?.[1];
  if (name === undefined) response.setHeader('content-type', 'text/html').end('<video></video>');
  else createReadStream(join(dir, name)).pipe(response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  for (const distance of DISTANCES) {
    const file = await film(distance);
    const cpu: number[] = [];
    for (const time of timesBeforeKeys(distance)) cpu.push(await seekWithFfmpeg(file, time));
    const shown = await seekInBrowser(page, distance);
    print(`key pictures every ${distance} s`, [
      ['bytes', `${((await stat(file)).size / 1e6).toFixed(1)} MB`],
      ['ffmpeg, one thread', `${median(cpu).toFixed(2)} CPU s`],
      ['Chromium, until it shows', `${median(shown).toFixed(2)} s`],
    ]);
  }
} finally {
  await browser.close();
  server.close();
  await rm(dir, { recursive: true, force: true });
}

async function film(distance: number): Promise<string> {
  const project = join(dir, 'project.json');
  const file = join(dir, `${distance}.mp4`);
  const picture = { type: 'image', src: join(ROOT, 'test/media/pictures/i0.jpg') };
  await writeFile(
    project,
    JSON.stringify({
      ...{ resolution: 'full-hd', fps: FPS, 'keyframe-interval': distance },
      scenes: [{ duration: SECONDS, elements: [picture] }],
    }),
  );
  await measure([process.execPath, join(ROOT, 'dist/src/cli.js'), 'render', project, '-o', file], {
    env: { VIDEOCRAFT_DATA_DIR: join(dir, 'data') },
  });
  return file;
}

/** Times of last frames before key pictures, from the whole video. */
function timesBeforeKeys(distance: number): number[] {
  const keys = SECONDS / distance;
  return Array.from({ length: SEEKS }, (_, index) => {
    const key = Math.round(((index + 1) * keys) / (SEEKS + 1));
    return key * distance - 0.5 / FPS;
  });
}

async function seekWithFfmpeg(file: string, time: number): Promise<number> {
  const source = ['-threads', '1', '-ss', time.toFixed(3), '-i', file];
  const { cpuSeconds } = await measure([
    ...[ffmpeg, '-v', 'error', ...source, '-frames:v', '1', '-f', 'null', '-'],
  ]);
  return cpuSeconds;
}

/** Seconds from each seek until its frame shows. */
function seekInBrowser(page: Page, distance: number): Promise<number[]> {
  return page.evaluate(
    async ({ url, times }) => {
      const video = document.querySelector('video')!;
      const blob = await (await fetch(url)).blob();
      const event = (name: string) =>
        new Promise((resolve) => video.addEventListener(name, resolve, { once: true }));
      const loaded = event('loadeddata');
      video.src = URL.createObjectURL(blob);
      await loaded;
      const seconds: number[] = [];
      for (const time of times) {
        const from = performance.now();
        const sought = event('seeked');
        video.currentTime = time;
        await sought;
        seconds.push((performance.now() - from) / 1000);
      }
      return seconds;
    },
    { url: `/${distance}.mp4`, times: timesBeforeKeys(distance) },
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
