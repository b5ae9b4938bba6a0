import { stat } from 'node:fs/promises';
import { type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.js';
import { ADMIN_KEY, PROJECT, startTestService, type TestService } from '../support/service.js';
import { describeInChromium, PHONE } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const DIST = new URL('../../dist/studio/', import.meta.url);
/** The most compressed script that the first screen may load. */
const FIRST_LOAD_BYTES = 200 * 1024;

describeInChromium('the studio', () => {
  const studio = studioTests(() => startTestService());
  const { open, button, heading } = studio;

  describe('asks for a key', () => {
    it('and shows the last jobs of it', async () => {
      const created = await studio.service.change('POST', '/videos', { body: PROJECT });
      const id = created.json.data['job_id'] as string;
      const page = await open();
      await heading('What do you want to make?').waitFor();
      expect(await page.title()).toBe('Home - VideoCraft');
      const job = page.getByRole('listitem').filter({ hasText: id.slice(-8) });
      expect(await job.innerText()).toContain('Waiting');
      // The key stays in the tab: neither cookies nor the storage of the browser have it.
      expect(await page.context().cookies()).toEqual([]);
      const kept = await page.evaluate(() => Object.values(localStorage).join('\n'));
      expect(kept).not.toContain(ADMIN_KEY);
    });

    it('once for a tab, until someone signs out', async () => {
      const page = await open({ at: '/#/write' });
      await page.reload();
      await page.getByRole('tablist', { name: 'Panels' }).waitFor();
      await button('Settings').click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await heading('Enter an API key').waitFor();
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    });

    it('and says why it accepts none', async () => {
      studio.expected = /401/;
      const page = await open({ key: null });
      const field = page.getByLabel('API key');
      await button('Continue').click();
      await page.getByText('Enter a key.').waitFor();
      await field.fill('vc_wrong');
      await button('Continue').click();
      await page.getByText('The service does not accept this key.').waitFor();
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill('two words');
      await button('Continue').click();
      await page.getByText('without spaces').waitFor();
      expect(await studio.focused()).toBe('API key');
      await studio.enterKey(ADMIN_KEY);
    });

    it('again when the one of the tab is revoked', async () => {
      studio.expected = /401/;
      const { id, key } = await studio.service.key('videos:write', 'jobs:read');
      const page = await open({ key });
      await heading('Recent jobs').waitFor();
      await studio.service.change('DELETE', `/keys/${id}`);
      // The service keeps what it knows of a key for up to a second.
      await page.waitForTimeout(1_500);
      await studio.go('#/write');
      await studio.go('#/');
      await page.getByText('The service no longer accepts your key').waitFor();
      await studio.enterKey(ADMIN_KEY);
      await heading('What do you want to make?').waitFor();
      expect(await page.evaluate(() => location.hash)).toBe('#/');
    });

    it('again when a render learns that it is revoked, and says so once', async () => {
      studio.expected = /401/;
      const page = await open({ at: '#/write?panel=form' });
      await page.getByRole('slider', { name: 'Playhead' }).waitFor();
      await page.route('**/api/v1/videos', (route) => {
        const headers = { ...route.request().headers(), authorization: 'Bearer revoked' };
        return route.continue({ headers });
      });
      await button('Render').click();
      await page.getByText('The service no longer accepts your key').waitFor();
      expect(await page.locator('.toast').count()).toBe(0);
    });

    it('by the keyboard alone, which then reaches the workbench', async () => {
      const page = await open({ key: null });
      await heading('Enter an API key').waitFor();
      await page.keyboard.type(ADMIN_KEY);
      await page.keyboard.press('Enter');
      await heading('What do you want to make?').waitFor();
      // Other ways to begin come before it.
      do await page.keyboard.press('Tab');
      while (!(await studio.focused()).startsWith('New video'));
      await page.keyboard.press('Enter');
      await page.getByRole('tab', { name: 'Editor' }).waitFor();
      // The first stop of a page is the way past the bar at the top.
      await page.reload();
      await page.getByRole('tab', { name: 'Editor' }).waitFor();
      await page.keyboard.press('Tab');
      expect(await studio.focused()).toBe('Skip to the content');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await studio.focused()).toBe('Render');
    });

    it('only if the service does', async () => {
      const free = await startTestService({ VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false' });
      try {
        await open({ url: free.url, key: null });
        await studio.page.getByText('No jobs yet').waitFor();
        await button('Settings').click();
        expect(await studio.page.getByRole('menuitem', { name: 'Sign out' }).count()).toBe(0);
      } finally {
        await free.close();
      }
    }, 60_000);
  });

  describe('keeps the video', () => {
    it('in the browser, with one history for fields and buttons', async () => {
      // What fills the editor styles it at once.
      studio.expected = /^Applying inline style/;
      const page = await open({ at: '/#/write' });
      const editor = page.getByLabel('Video config as JSON');
      const shown = async () => (await editor.innerText()).trimEnd();
      await editor.waitFor();
      const before = await shown();
      await editor.fill('{ "width": }');
      await page.getByText('Line 1, column 12: Expected a value.').waitFor();
      await editor.fill('{ "width": 64 }');
      await page.getByText('This browser keeps your video.').waitFor();
      await page.reload();
      await editor.waitFor();
      expect(await shown()).toBe('{ "width": 64 }');
      await editor.fill(before);
      await page.keyboard.press('Control+z');
      expect(await shown()).toBe('{ "width": 64 }');
      await button('Redo').click();
      expect(await shown()).toBe(before);
    });
  });

  describe('says what is wrong', () => {
    it('while the service is away, and when it is back', async () => {
      studio.expected = /ERR_/;
      const page = await open();
      await heading('Recent jobs').waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await studio.go('#/write');
      await studio.go('#/');
      await page.getByText('The service cannot be reached. The studio tries again').waitFor();
      await page.unroute('**/api/**');
      await page.getByText('The service is back.').waitFor();
      await page.getByText('The service cannot be reached').first().waitFor({ state: 'detached' });
      await page.locator('.job-list').waitFor();
    });

    it('while the browser is offline', async () => {
      studio.expected = /ERR_/;
      const page = await open({ at: '/#/write' });
      await page.getByRole('tab', { name: 'Editor' }).waitFor();
      await page.context().setOffline(true);
      await page.getByText('You are offline.').waitFor();
      await page.context().setOffline(false);
      await page.getByText('The service is back.').waitFor();
    });

    it('if the service is away at the start', async () => {
      studio.expected = /ERR_/;
      const page = await open();
      await page.route('**/api/**', (route) => route.abort());
      await page.reload();
      await page.getByText('The service cannot be reached. The studio tries again').waitFor();
      await page.unroute('**/api/**');
      await heading('What do you want to make?').waitFor();
    });

    it('if a part of it is no longer there', async () => {
      studio.expected = /ERR_|MIME/;
      const page = await open({ key: null });
      await page.route('**/studio-files/workbench*.js', (route) => route.abort());
      await studio.enterKey(ADMIN_KEY);
      await studio.go('#/write');
      await heading('This part of the studio could not be loaded').waitFor();
      await page.unroute('**/studio-files/workbench*.js');
      await button('Load the page again').click();
      await page.getByRole('tab', { name: 'Editor' }).waitFor();
    });

    it('of an address, and of a scope that the key lacks', async () => {
      const { key } = await studio.service.key('videos:write');
      await open({ key });
      await studio.page.getByText('Your key may not see jobs.').waitFor();
      await studio.go('#/nowhere/at/all');
      await heading('This page does not exist').waitFor();
      await studio.page.getByRole('link', { name: 'Go to the home screen' }).click();
      await heading('What do you want to make?').waitFor();
    });
  });

  describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
    it.each([
      ['a wide window', { width: 1280, height: 800 }],
      ['a phone', PHONE],
    ])('is accessible on %s', async (_, viewport) => {
      const page = await open({ key: null, colorScheme, viewport });
      await heading('Enter an API key').waitFor();
      const findings: Record<string, readonly string[]> = {};
      const check = async (name: string) => {
        findings[name] = await studio.axe();
        if (await studio.isTooWide()) findings[name] = [...findings[name], 'too wide'];
      };
      await check('key');
      await studio.enterKey(ADMIN_KEY);
      await page.locator('.job-list').waitFor();
      await check('home');
      await button('Settings').click();
      await check('menu');
      await page.keyboard.press('Escape');
      expect(await studio.focused()).toBe('Settings');
      await studio.go('#/write');
      await page.getByRole('tab', { name: 'Editor' }).waitFor();
      await check('workbench');
      await studio.go('#/nowhere');
      await heading('This page does not exist').waitFor();
      await check('nowhere');
      const nothing = Object.fromEntries(Object.keys(findings).map((name) => [name, []]));
      expect(findings).toEqual(nothing);
    });
  });

  it('keeps the theme that someone chooses', async () => {
    const page = await open({ colorScheme: 'light' });
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await background();
    await button('Settings').click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    expect(await background()).not.toBe(light);
    await page.reload();
    await heading('What do you want to make?').waitFor();
    expect(await background()).not.toBe(light);
  });

  it('loads little script before its first screen', async () => {
    await open();
    await heading('Recent jobs').waitFor();
    const scripts = studio.requests.filter(({ pathname }) => pathname.endsWith('.js'));
    const sizes = scripts.map(({ pathname }) => stat(new URL(`.${pathname}.gz`, DIST)));
    const bytes = (await Promise.all(sizes)).reduce((sum, { size }) => sum + size, 0);
    expect(scripts.length).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(FIRST_LOAD_BYTES);
  });

  describe('below the path of a proxy', () => {
    let proxy: ReverseProxy;
    let below: TestService;

    beforeAll(async () => {
      proxy = await startReverseProxy('/media/studio', () => below.url);
      below = await startTestService({ VIDEOCRAFT_SERVER_PUBLIC_URL: proxy.url });
    }, 60_000);

    afterAll(async () => {
      await below.close();
      await proxy.close();
    });

    it.each(['', '/'])('works at the path with %j at its end', async (end) => {
      const page = await open({ url: proxy.url, at: `${end}#/write` });
      await page.getByRole('tab', { name: 'Editor' }).waitFor();
      await page.getByRole('link', { name: 'VideoCraft' }).click();
      await studio.page.getByText('No jobs yet').waitFor();
      expect(page.url()).toBe(`${proxy.url}/#/`);
      for (const path of proxy.requestedPaths) expect(path).toMatch(/^\/media\/studio(\/|$)/);
    });
  });
});
