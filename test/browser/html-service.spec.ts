import { checkBrowser } from '../../src/cli/doctor/check-browser.js';
import { loadConfig } from '../../src/config/load-config.js';
import { findChromium, missingChromium } from '../support/chromium.js';
import { PreviewRequests, renderByJob } from '../support/previews.js';
import { startTestService, type TestService } from '../support/service.js';
import { describeUnless } from '../support/skip.js';

const browserPath = await findChromium();
const describeWithBrowser = describeUnless(missingChromium(browserPath));

const CONFIG = {
  width: 320,
  height: 180,
  scenes: [
    {
      duration: 0.4,
      elements: [
        {
          ...{ type: 'html', width: 160, position: 'left-top' },
          html: '<div style="background:#f00;height:100%"><script>1</script></div>',
        },
      ],
    },
  ],
};

describe('the doctor', () => {
  const find = (env: Record<string, string>) => checkBrowser(loadConfig(env));

  it('says that there is no browser, or that it is none', async () => {
    expect(await find({})).toMatchObject({
      status: 'ok',
      message: expect.stringContaining('VIDEOCRAFT_BROWSER_PATH is not set') as string,
    });
    expect(await find({ VIDEOCRAFT_BROWSER_PATH: '/nowhere/chromium' })).toMatchObject({
      status: 'error',
      message: 'VIDEOCRAFT_BROWSER_PATH is not the path of a program.',
    });
    expect(await find({ VIDEOCRAFT_BROWSER_PATH: process.execPath })).toMatchObject({
      status: 'error',
      message: 'The browser does not start, or nothing confines it here.',
    });
  });
});

describeWithBrowser('a service with a browser', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startTestService({
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_BROWSER_PATH: browserPath!,
      VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
    });
  }, 120_000);

  afterAll(() => service.close(), 60_000);

  it('has a browser that the doctor starts', async () => {
    const env = { VIDEOCRAFT_BROWSER_PATH: browserPath! };
    expect(await checkBrowser(loadConfig(env))).toMatchObject({
      status: 'ok',
      message: expect.stringMatching(/^Chrom.* \d+.* draws HTML, confined by /) as string,
    });
  }, 180_000);

  it('shows pages of HTML in stills', async () => {
    const previews = new PreviewRequests(service);
    const picture = await previews.still('at=0.2', CONFIG, 320, 180);
    expect(picture.at(80, 90)[0]).toBeGreaterThan(230);
    expect(picture.at(240, 90)[0]).toBeLessThan(20);
  }, 180_000);

  it('renders them, and says what they lack', async () => {
    const { video, job } = await renderByJob(service, CONFIG);
    const [picture] = await video.pictures(320, 180);
    await video.remove();
    expect(picture!.at(80, 90)[0]).toBeGreaterThan(230);
    expect(picture!.at(240, 90)[0]).toBeLessThan(20);
    expect(JSON.stringify(job['warnings'])).toContain(
      '/scenes/0/elements/0: The page is drawn without scripts and frames: <script>.',
    );
  }, 180_000);
});
