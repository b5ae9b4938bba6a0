import { join } from 'node:path';
import type { Page } from 'playwright-core';

const PICTURES = ['i0.jpg', 'i1.jpg', 'i2.jpg'];
const SPEECH = 'report.mp3';
/** What the speech says. */
const SCRIPT =
  'Every morning the team collects the numbers, checks the charts, and writes a short report for the board. ' +
  'Then we take a closer look at the picture you see here, and explain what it really means for you.';
const TIMEOUT_MS = 300_000;

interface Step {
  readonly name: string;
  readonly seconds: number;
}

interface JourneyOptions {
  readonly url: string;
  readonly key: string;
  /** The folder with pictures and speech. */
  readonly media: string;
  /** Where pictures of each step go, or null. */
  readonly folder: string | null;
}

/** The way of someone new from the first page to a playing video, step by step. */
export class Journey {
  private readonly steps: Step[] = [];

  constructor(
    private readonly page: Page,
    private readonly options: JourneyOptions,
  ) {
    page.setDefaultTimeout(TIMEOUT_MS);
  }

  async run(): Promise<readonly Step[]> {
    const { page } = this;
    const { url, key, media } = this.options;
    const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
    await this.step('page', async () => {
      await page.goto(url);
      await page.getByLabel('API key').waitFor();
    });
    await this.step('key', async () => {
      await page.getByLabel('API key').fill(key);
      await button('Continue').click();
      await button(/^New from files/).waitFor();
    });
    await this.step('files', async () => {
      await button(/^New from files/).click();
      const pictures = PICTURES.map((name) => join(media, 'pictures', name));
      const input = page.locator('input[type=file]').first();
      await input.setInputFiles([...pictures, join(media, 'speech', SPEECH)]);
      await page.getByLabel('Script').fill(SCRIPT);
      await page.waitForFunction(
        (count) => document.querySelectorAll('.draft-files .upload-state').length === count,
        PICTURES.length + 1,
      );
    });
    await this.step('words', async () => {
      await button('Make the video').click();
      await button('morning').waitFor();
    });
    await this.step('picture', () => page.getByRole('img', { name: /^The frame at/ }).waitFor());
    await this.step('draft', async () => {
      await button('Play').click();
      await page.locator('.picture-draft.shown').waitFor();
    });
    await this.step('render', async () => {
      await button('Render').click();
      await page.getByRole('heading', { name: 'Your video is ready' }).waitFor();
    });
    await this.step('play', () => this.play());
    return this.steps;
  }

  private async play(): Promise<void> {
    await this.page.waitForFunction(() => {
      const video = document.querySelector('video');
      if (video === null) return false;
      if (video.paused) void video.play();
      return video.currentTime > 0 && video.readyState > 2;
    });
  }

  private async step(name: string, action: () => Promise<void>): Promise<void> {
    const before = performance.now();
    await action();
    this.steps.push({ name, seconds: (performance.now() - before) / 1000 });
    const { folder } = this.options;
    if (folder !== null) {
      await this.page.screenshot({ path: join(folder, `${this.steps.length}-${name}.png`) });
    }
  }
}
