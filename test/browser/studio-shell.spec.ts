import { readFile, readdir } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.js';
import { ADMIN_KEY, PROJECT, startTestService, type TestService } from '../support/service.js';
import { describeInChromium, launchChromium, StudioPage } from '../support/studio-page.js';

const DIST = new URL('../../dist/studio/', import.meta.url);
const PHONE = { width: 390, height: 844 };

describeInChromium('the studio', () => {
  let browser: Browser;
  let service: TestService;
  let studio: StudioPage;
  /** What the test expects the console to say. */
  let expected: RegExp | null;

  beforeAll(async () => {
    [browser, service] = await Promise.all([launchChromium(), startTestService()]);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    await service.close();
  });

  beforeEach(() => {
    expected = null;
  });

  afterEach(async () => {
    const unexpected = studio.complaints.filter((text) => !expected?.test(text));
    expect(unexpected).toEqual([]);
    expect(studio.hosts()).toEqual([new URL(service.url).host]);
    await studio.close();
  });

  const open = async (options: Partial<Parameters<typeof StudioPage.open>[1]> = {}) => {
    studio = await StudioPage.open(browser, { url: service.url, ...options });
    return studio.page;
  };
  const heading = (name: string) => studio.page.getByRole('heading', { name });

  it('opens with a key, and shows the last jobs', async () => {
    const created = await service.change('POST', '/videos', { body: PROJECT });
    const id = created.json.data['job_id'] as string;
    const page = await open();
    await heading('What do you want to make?').waitFor();
    expect(await page.title()).toBe('Home - VideoCraft');
    const job = page.getByRole('listitem').filter({ hasText: id.slice(0, 8) });
    await job.waitFor();
    expect(await job.innerText()).toContain('Waiting');
    // The key stays in the tab: neither cookies nor the storage of the browser have it.
    expect(await page.context().cookies()).toEqual([]);
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(stored).not.toContain(ADMIN_KEY);
  });

  it('stays open when the page is loaded again, until someone signs out', async () => {
    const page = await open({ at: '#/write' });
    await page.reload();
    await page.getByRole('tablist', { name: 'Panels' }).waitFor();
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await heading('Enter an API key').waitFor();
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  });

  it('says why a key is not accepted', async () => {
    expected = /401/;
    const page = await open({ key: null });
    const field = page.getByLabel('API key');
    const submit = page.getByRole('button', { name: 'Continue' });
    await submit.click();
    await page.getByText('Enter a key.').waitFor();
    await field.fill('vc_wrong');
    await submit.click();
    await page.getByText('The service does not accept this key.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill('two words');
    await submit.click();
    await page.getByText('without spaces').waitFor();
    expect(await studio.focused()).toBe('API key');
    await studio.enterKey(ADMIN_KEY);
  });

  it('asks for another key when the one of the tab is revoked', async () => {
    expected = /401/;
    const { id, key } = await service.key('videos:write', 'jobs:read');
    const page = await open({ key });
    await heading('Recent jobs').waitFor();
    await service.change('DELETE', `/keys/${id}`);
    // The service keeps what it knows of a key for up to a second.
    await page.waitForTimeout(1_500);
    await studio.go('#/write');
    await studio.go('#/');
    await page.getByText('The service no longer accepts your key').waitFor();
    await studio.enterKey(ADMIN_KEY);
    await heading('What do you want to make?').waitFor();
  });

  it('needs no key if the service asks for none', async () => {
    const free = await startTestService({ VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false' });
    try {
      studio = await StudioPage.open(browser, { url: free.url, key: null });
      await heading('What do you want to make?').waitFor();
      await studio.page.getByText('No jobs yet').waitFor();
      expect(studio.complaints).toEqual([]);
      expect(studio.hosts()).toEqual([new URL(free.url).host]);
      await studio.close();
    } finally {
      await free.close();
    }
    await open();
  });
});
