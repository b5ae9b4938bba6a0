import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { startClientService } from '../support/client-service.js';
import { STATIC_FFMPEG } from '../support/decode.js';
import { Pictures, type Rgb } from '../support/studio.js';
import { describeInChromium, PHONE } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const run = promisify(execFile);
const SIZE = { width: 320, height: 180 };
const RATE = 30;

/** Two scenes whose pictures cannot be mistaken for each other. */
const TWO_SCENES = {
  ...SIZE,
  filename: 'Harbor',
  scenes: [
    { duration: 1, 'background-color': '#206090' },
    { duration: 1, 'background-color': '#A03020' },
  ],
};

/** Long enough to be canceled on any machine, and short enough for an estimate within seconds. */
const LONG = {
  width: 1920,
  height: 1080,
  scenes: Array.from({ length: 24 }, (_, index) => ({
    duration: 6,
    'background-color': index % 2 === 0 ? '#206090' : '#A03020',
    elements: [{ type: 'text', text: `Scene ${index}` }],
    ...(index === 0 ? {} : { transition: { style: 'fade', duration: 2 } }),
  })),
};

/** A render waits for a worker, which other work of the machine slows down. */
const SLOW_MS = 120_000;

describeInChromium('rendering in the studio', () => {
  const studio = studioTests(() => startClientService('videocraft-studio-'), {
    opens: ({ key }) => ({ key }),
    // The browser styles what is filled into an editor at once.
    ignores: /^Applying inline style/,
  });
  const { open, button, heading } = studio;

  /** Replaces the text of the workbench. */
  async function paste(page: Page, text: string): Promise<void> {
    await page.getByLabel('Video config as JSON').fill(text);
  }

  const write = (page: Page, config: object) => paste(page, JSON.stringify(config, null, 2));

  /** Waits until the workbench has a config. The browser keeps its text. */
  async function written(page: Page, config: object): Promise<void> {
    const text = JSON.stringify(config);
    await page.waitForFunction((wanted) => {
      const kept = localStorage.getItem('videocraft.document') ?? 'null';
      return JSON.stringify(JSON.parse(kept)) === wanted;
    }, text);
  }

  it(
    'plays a video whose frames are those of the file, and says what the next render reuses',
    async () => {
      const page = await open({ at: '#/write' });
      await write(page, TWO_SCENES);
      await button('Render').click();
      await heading('Your video is ready').waitFor({ timeout: 90_000 });
      await playing(page);
      expect(await page.getByText('All 2 segments were encoded.').count()).toBe(1);
      expect(await studio.axe()).toEqual([]);

      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: /^Download video/ }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('Harbor.mp4');
      const file = await decode(await download.path());
      expect(file.count).toBe(2 * RATE);
      for (const frame of [0, 15, 29, 30, 45, 59]) {
        const shown = await colorIn(page, (frame + 0.5) / RATE);
        const stored = file.at(frame, SIZE.width / 2, SIZE.height / 2);
        for (const channel of [0, 1, 2]) {
          expect(Math.abs(shown[channel]! - stored[channel]!)).toBeLessThan(4);
        }
      }

      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Config of the video (JSON)' }).click();
      const saved = JSON.parse(await readFile(await (await saving).path(), 'utf8')) as unknown;
      expect(saved).toEqual(TWO_SCENES);

      await studio.go('#/write');
      await write(page, { ...TWO_SCENES, scenes: [...TWO_SCENES.scenes].reverse() });
      await button('Render').click();
      await page.getByText('All 2 segments were reused').waitFor({ timeout: 90_000 });
    },
    SLOW_MS,
  );

  it(
    'shares a link that needs no key',
    async () => {
      const page = await open({ at: '#/jobs', viewport: PHONE });
      await page
        .getByRole('link', { name: /Finished/ })
        .first()
        .click();
      await button('Share').click();
      await page.getByLabel('The link works for').selectOption({ label: 'An hour' });
      await button('Make link').click();
      const link = await page.getByLabel('Link', { exact: true }).inputValue();
      const response = await fetch(link, { headers: { Range: 'bytes=0-99' } });
      expect(response.status).toBe(206);
      expect(response.headers.get('content-type')).toBe('video/mp4');
      expect(await page.getByText(/^It works until/).count()).toBe(1);
      expect(await studio.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      expect(await studio.focused()).toBe('Share');
      expect(await studio.isTooWide()).toBe(false);
    },
    SLOW_MS,
  );

  it(
    'says what is wrong with a config, and where',
    async () => {
      studio.expected = /400/;
      const page = await open({ at: '#/write' });
      await write(page, { scenes: [{ duration: 1, elements: [{ type: 'txt' }] }] });
      await button('Render').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Scene 1, element 1 (txt), type').waitFor();
      expect(await studio.axe()).toEqual([]);
      await dialog.getByRole('button', { name: /^Show/ }).click();
      await dialog.waitFor({ state: 'hidden' });
      await paste(page, '{ "scenes": [');
      await button('Render').click();
      await page.getByText('The config is not JSON yet. See line 1').waitFor();
    },
    SLOW_MS,
  );

  it(
    'says which element a render failed at, and opens it',
    async () => {
      // The workbench asks for previews of it.
      studio.expected = /422/;
      const page = await open({ at: '#/write' });
      const src = `http://${studio.service.mediaHost}/not-there.png`;
      const broken = { ...SIZE, scenes: [{ duration: 1, elements: [{ type: 'image', src }] }] };
      await write(page, broken);
      await button('Render').click();
      await heading('The render failed').waitFor({ timeout: 90_000 });
      await page.getByText('A file was not found.').waitFor();
      expect(await page.getByText('scene 1, element 1 (image)').count()).toBe(1);
      expect(await studio.axe()).toEqual([]);
      const failed = page.url();
      // The workbench has this config, so nothing is replaced.
      await button('Show in the workbench').click();
      await page.locator('.cm-content').waitFor();
      await write(page, TWO_SCENES);
      await page.goto(failed);
      await button('Show in the workbench').click();
      await heading('Replace the video in the workbench?').waitFor();
      await button('Replace').click();
      await written(page, broken);
      await button('Undo').click();
      await written(page, TWO_SCENES);
      expect(new URL(page.url()).hash).toMatch(/^#\/write/);
    },
    SLOW_MS,
  );

  it(
    'follows a render, cancels it, and renders it again',
    async () => {
      const page = await open({ at: '#/write', viewport: PHONE, colorScheme: 'dark' });
      await write(page, LONG);
      await button('Render').click();
      await heading('Your video is being rendered').waitFor({ timeout: 60_000 });
      await page.getByRole('listitem').filter({ hasText: 'Encode the pictures' }).waitFor();
      await page.getByText(/left$/).waitFor({ timeout: 60_000 });
      expect(await studio.axe()).toEqual([]);
      expect(await studio.isTooWide()).toBe(false);
      await button('Cancel render').click();
      await heading('The render was canceled').waitFor({ timeout: 30_000 });
      await button('Render again').click();
      await page.getByText('It repeats').waitFor();
      await button('Cancel render').click();
      await heading('The render was canceled').waitFor({ timeout: 30_000 });
    },
    SLOW_MS,
  );

  it(
    'makes a video for each row of a table, and a template',
    async () => {
      studio.expected = /400/;
      const page = await open({ at: '#/write' });
      const colors = {
        variables: { color: '#206090' },
        scenes: [{ duration: 1, 'background-color': '{{ color }}' }],
      };
      await write(page, { ...SIZE, ...colors, comment: '{{ title }}' });
      await button('Render options').click();
      await page.getByRole('menuitem', { name: 'Save as template' }).click();
      await page.getByLabel('Name').fill('Colors');
      await button('Save template').click();
      await page.getByText('The template "Colors" is saved.').waitFor();
      await page.getByRole('link', { name: 'Show templates' }).click();
      await page.getByRole('link', { name: 'Make videos: Colors' }).click();

      const table = page.getByLabel('Table', { exact: true });
      await table.fill('Title;Color;note\nMug;#A03020;a\n;;b\nJug;blue-ish;c\n');
      await page.getByText('1 row cannot be rendered.').waitFor();
      await table.fill('Title;Color;note\nMug;#A03020;a\nJug;blue-ish;c\n');
      await button('Render 2 videos').click();
      await page.getByText('The service refused 1 row.').waitFor();
      expect(await studio.axe()).toEqual([]);
      await table.fill('Title;Color;note\nMug;#A03020;a\nJug;;c\n');
      await button('Render 2 videos').click();
      await page.getByText('All have ended').waitFor({ timeout: 90_000 });
      await page.getByRole('row').nth(2).getByText('Finished').waitFor({ timeout: 30_000 });
      expect(await studio.axe()).toEqual([]);
      const downloading = page.waitForEvent('download');
      await button('Save links to all videos').click();
      const links = await readFile(await (await downloading).path(), 'utf8');
      const [, first = ''] = links.split('\r\n');
      const url = first.split(',')[2]!;
      expect((await fetch(url)).status).toBe(200);

      await studio.go('#/jobs');
      await page
        .getByRole('link', { name: /Finished/ })
        .nth(1)
        .waitFor();
      expect(await studio.axe()).toEqual([]);
    },
    SLOW_MS,
  );

  /** Waits until the video of the page plays, and pauses it. */
  async function playing(page: Page): Promise<void> {
    await page.locator('video').waitFor();
    await page.evaluate(async () => {
      const video = document.querySelector('video')!;
      video.muted = true;
      await video.play();
      await new Promise<void>((resolve) => {
        video.requestVideoFrameCallback(() => resolve());
      });
      video.pause();
    });
  }
});

/** The color in the middle of the video of the page, at a time. */
function colorIn(page: Page, seconds: number): Promise<Rgb> {
  return page.evaluate(async (at) => {
    const video = document.querySelector('video')!;
    await new Promise<void>((resolve) => {
      video.addEventListener('seeked', () => resolve(), { once: true });
      video.currentTime = at;
    });
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const context = canvas.getContext('2d')!;
    context.drawImage(video, 0, 0);
    const { data } = context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1);
    return [data[0]!, data[1]!, data[2]!] as const;
  }, seconds);
}

/** All frames of a file, as colors. */
async function decode(path: string): Promise<Pictures> {
  const { stdout } = await run(
    STATIC_FFMPEG,
    ['-v', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    { encoding: 'buffer', maxBuffer: 256 << 20 },
  );
  return new Pictures(stdout, SIZE.width, SIZE.height);
}
