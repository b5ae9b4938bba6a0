import type { Page } from 'playwright-core';
import { startBuiltService } from '../support/built-service.js';
import { ADMIN_KEY } from '../support/service.js';
import { describeInChromium } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const VIDEO = '{\n  "scenes": [{ "duration": 1, "background-color": "#203040" }]\n}\n';

describeInChromium('what the studio keeps', () => {
  // The browser styles what is typed into an editor at once.
  const studio = studioTests(startBuiltService, { ignores: /^Applying inline style/ });
  const open = (at: string) => studio.open({ at });
  /** Opens another tab of the same browser. */
  const openTab = async (at: string) => {
    const page = await studio.page.context().newPage();
    await page.goto(studio.url + at);
    await page.getByLabel('API key').fill(ADMIN_KEY);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    return page;
  };
  const editor = (page: Page) => page.getByRole('textbox', { name: 'Video config as JSON' });
  const write = async (page: Page, text: string) => {
    await editor(page).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(text);
    await page.waitForTimeout(600);
  };
  const kept = (page: Page) =>
    page.evaluate(() => localStorage.getItem('videocraft.document') ?? '');
  const textOf = (page: Page) => editor(page).innerText();

  /** Whether the browser would ask before it closes the page. The question itself would stop the browser of the test. */
  const asksToLeave = (page: Page) =>
    page.evaluate(() => !dispatchEvent(new Event('beforeunload', { cancelable: true })));

  describe('when two tabs change the video', () => {
    const MOVED = 'Another tab has changed the video that this browser keeps.';

    it('is that of the last one, which the other one can take', async () => {
      const first = await open('/#/write');
      await write(first, VIDEO);
      const second = await openTab('/#/write');
      expect(await textOf(second)).toContain('#203040');
      await write(second, VIDEO.replace('#203040', '#908070'));
      await first.getByText(MOVED).waitFor();
      expect(await studio.axe()).toEqual([]);
      // What nobody has decided about does not replace what the other tab keeps.
      await write(first, VIDEO.replace('#203040', '#112233'));
      expect(await kept(first)).toContain('#908070');
      expect(await second.getByText(MOVED).count()).toBe(0);
      await first.getByRole('button', { name: 'Show that video' }).click();
      await first.getByText(MOVED).waitFor({ state: 'detached' });
      expect(await textOf(first)).toContain('#908070');
      // Nothing is lost.
      await first.getByRole('button', { name: 'Undo' }).click();
      await first.waitForTimeout(600);
      expect(await kept(first)).toContain('#112233');
      await second.getByText(MOVED).waitFor();
    });

    it('is this one, if someone says so', async () => {
      const first = await open('/#/write');
      await write(first, VIDEO);
      const second = await openTab('/#/write');
      await write(second, VIDEO.replace('#203040', '#908070'));
      await first.getByText(MOVED).waitFor();
      // Closing the tab does not replace it either.
      await first.evaluate(() => dispatchEvent(new Event('pagehide')));
      expect(await kept(first)).toContain('#908070');
      await first.getByRole('button', { name: 'Keep this video' }).click();
      await first.getByText(MOVED).waitFor({ state: 'detached' });
      expect(await kept(first)).toContain('#203040');
      await second.getByText(MOVED).waitFor();
    });
  });

  it('is nothing if the storage is full, which the page says before it is closed', async () => {
    const page = await open('/#/write');
    await page.getByText('This browser keeps your video.').waitFor();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    expect(await asksToLeave(page)).toBe(false);
    await write(page, VIDEO);
    await page.getByText('This browser cannot keep your video').waitFor();
    expect(await asksToLeave(page)).toBe(true);
  });

  it('is the script of a video that is not made yet', async () => {
    const page = await open('/#/new/script');
    await page.getByLabel('Script').fill('A long speech that nobody types twice.');
    await page.reload();
    await page.getByRole('button', { name: 'Start over' }).waitFor();
    expect(await page.getByLabel('Script').inputValue()).toMatch(/^A long speech/);
    await page.getByRole('button', { name: 'Start over' }).click();
    await page.reload();
    expect(await page.getByLabel('Script').inputValue()).toBe('');
  });

  it('is not a file on its way, so the page asks before it is closed', async () => {
    const page = await open('/#/new/files');
    await page.route('**/assets*', () => new Promise(() => undefined));
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        ...{ name: 'one.png', mimeType: 'image/png', buffer: Buffer.from('one') },
      });
    await page.getByLabel('What one.png is for').waitFor();
    expect(await asksToLeave(page)).toBe(true);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
});
