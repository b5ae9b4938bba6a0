import { findExecutable } from '../../src/engine/ffmpeg/find-executable.js';
import { type ClientService, startClientService } from '../support/client-service.js';
import { Firefox } from '../support/firefox.js';
import { describeUnless, missingProgram } from '../support/skip.js';

const PROGRAM = 'firefox-esr';
const describeInFirefox = describeUnless(await missingProgram(PROGRAM));
const VIDEO = {
  ...{ width: 320, height: 180, fps: 10 },
  scenes: [
    { duration: 3, 'background-color': '#206090', elements: [{ type: 'text', text: 'Hello' }] },
    { duration: 3, 'background-color': '#A03020' },
  ],
};

const byText = (tag: string, text: string) =>
  `[...document.querySelectorAll('${tag}')].find((one) => one.textContent.trim() === ${JSON.stringify(text)})`;
const byLabel = (label: string) => `document.querySelector('[aria-label^="${label}"]')`;

/** One journey in another engine than Chromium's: from a cold start to a played video. */
describeInFirefox('the studio in Firefox', () => {
  let service: ClientService;
  let firefox: Firefox;

  beforeAll(async () => {
    service = await startClientService('videocraft-firefox-');
    const program = await findExecutable(PROGRAM, process.env['PATH'] ?? '');
    firefox = await Firefox.open(program!, `${service.url}/`);
  }, 120_000);

  afterAll(async () => {
    await firefox.close();
    await service.close();
  });

  it('shows a video, plays its draft, renders it, and plays the result', async () => {
    const kept = JSON.stringify(JSON.stringify(VIDEO));
    await firefox.evaluate(`(localStorage.setItem('videocraft.document', ${kept}), null)`);
    await firefox.click(`document.querySelector('input')`);
    await firefox.type(service.key);
    await firefox.click(byText('button', 'Continue'));
    await firefox.until(`document.querySelector('nav[aria-label="Main"]')`);
    await firefox.evaluate(`(location.hash = '#/write', location.reload(), null)`);
    await firefox.until(`document.querySelector('.workbench-picture img')?.naturalWidth > 0`);
    await firefox.click(byLabel('Play'));
    await firefox.until(`document.querySelector('.workbench-picture video')?.currentTime > 1`);
    await firefox.click(byText('.workbench-toolbar button', 'Render'));
    await firefox.until(`location.hash.startsWith('#/jobs/')`);
    await firefox.until(`document.querySelector('video')?.readyState >= 2`);
    const played = await firefox.evaluate<{ width: number; seconds: number }>(
      `document.querySelector('video').play().then(() => new Promise((resolve) => {
        const video = document.querySelector('video');
        video.addEventListener('ended', () => resolve({ width: video.videoWidth, seconds: video.currentTime }));
      }))`,
    );
    expect(played.width).toBe(320);
    expect(played.seconds).toBeCloseTo(6, 0);
    expect(await firefox.violations()).toEqual([]);
  }, 180_000);
});
