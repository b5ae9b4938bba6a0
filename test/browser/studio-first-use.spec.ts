import { readFile } from 'node:fs/promises';
import { startBuiltService } from '../support/built-service.js';
import { describeInChromium } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const PICTURE = 'test/media/pictures/progressive.jpg';
/** For machines that do much else. */
const SLOW_MS = 120_000;

describeInChromium('someone new in the studio', () => {
  // A slow machine may have no time for a picture at once.
  const studio = studioTests(startBuiltService, { ignores: /429|503/ });
  const { button } = studio;
  const open = (at = '/#/') => studio.open({ at });
  const files = () => studio.page.locator('input[type=file]').first();

  it('finds the ways that need no JSON first', async () => {
    const page = await open();
    const ways = page.getByRole('list', { name: 'Start' }).getByRole('button');
    await ways.first().waitFor();
    expect(await ways.locator('strong').allInnerTexts()).toEqual([
      ...['New from a script', 'New from files', 'New video', 'Open a JSON file'],
    ]);
  });

  it(
    'gets to the words of a video from a script, and to the scenes of one without words',
    async () => {
      const page = await open('/#/new/script');
      await page.getByLabel('Script').fill('The sea was calm.');
      await button('Make the video').click();
      await page.getByRole('tab', { name: 'Captions', selected: true }).waitFor();
      await button('calm.').waitFor();
      await studio.go('#/new/files');
      await page.getByLabel('Script').fill('');
      await files().setInputFiles({
        ...{ name: 'one.jpg', mimeType: 'image/jpeg', buffer: await readFile(PICTURE) },
      });
      await button('Make the video').click();
      await page.getByRole('tab', { name: 'Form', selected: true }).waitFor();
    },
    SLOW_MS,
  );

  it(
    'sees each picture of a short script, and finds the files again after looking at all files',
    async () => {
      const page = await open('/#/new/script');
      await page.getByLabel('Script').fill('The sea was calm.');
      const buffer = await readFile(PICTURE);
      // A second content, which the decoder reads in the same way.
      const other = Buffer.concat([buffer, Buffer.from('other')]);
      await files().setInputFiles([
        { name: 'one.jpg', mimeType: 'image/jpeg', buffer },
        { name: 'two.jpg', mimeType: 'image/jpeg', buffer: other },
      ]);
      await page.getByText(/^About 4 seconds in 2 scenes\./).waitFor();
      await button('Make the video').click();
      await page.getByRole('tab', { name: 'Captions', selected: true }).waitFor();
      const { scenes } = JSON.parse(await studio.keptText()) as {
        scenes: { elements: { src: string }[] }[];
      };
      const sources = scenes.flatMap(({ elements }) => elements.map(({ src }) => src));
      expect(new Set(sources).size).toBe(2);
      await studio.go('#/write?panel=files');
      await button('Add two.jpg to the video').waitFor();
      await studio.go('#/new/files');
      expect(await page.locator('.draft-files .upload-name').allInnerTexts()).toEqual([
        'one.jpg',
        'two.jpg',
      ]);
    },
    SLOW_MS,
  );

  it('reads of an empty file that it is empty', async () => {
    const page = await open('/#/new/files');
    await files().setInputFiles({
      ...{ name: 'none.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    });
    await page.getByText('The file is empty.', { exact: true }).waitFor();
    // The picture that the browser cannot show is an icon, and no broken one.
    expect(await page.locator('.draft-file-picture img').count()).toBe(0);
    const sent = studio.requests.filter(({ pathname }) => pathname.endsWith('/assets'));
    expect(sent).toEqual([]);
  });

  it(
    'sees the scene that is selected, also a new one',
    async () => {
      const page = await open('/#/write?panel=form');
      const playhead = page.getByRole('slider', { name: 'Playhead' });
      const atStart = playhead.and(page.locator('[aria-valuenow="0"]'));
      const later = playhead.and(page.locator(':not([aria-valuenow="0"])'));
      await atStart.waitFor();
      await page.getByRole('treeitem', { name: /^Scene 2/ }).click();
      await later.waitFor();
      await page.getByRole('treeitem', { name: /^Scene 1/ }).click();
      await atStart.waitFor();
      await button('Scene').click();
      await later.waitFor();
      // What is moved takes its selection along, and leaves the playhead.
      await page.getByRole('treeitem', { name: /^Scene 1/ }).click();
      await atStart.waitFor();
      await page.keyboard.press('Alt+ArrowDown');
      await page.getByRole('treeitem', { name: /^Scene 2/, selected: true }).waitFor();
      await page.waitForTimeout(2_000);
      expect(await atStart.count()).toBe(1);
    },
    SLOW_MS,
  );

  it(
    'plays again after the service was away',
    async () => {
      studio.expected = /ERR_FAILED/;
      const page = await open('/#/write');
      await page.getByRole('img', { name: /^The frame at/ }).waitFor();
      await page.getByRole('slider', { name: 'Playhead' }).waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await button('Play').click();
      await page.getByText('The draft cannot be played.').waitFor();
      await page.unroute('**/api/**');
      await page.getByText('The draft cannot be played.').waitFor({ state: 'detached' });
      await button('Play').click();
      await button('Pause').waitFor();
    },
    SLOW_MS,
  );

  it('does not read of an older picture when there is none', async () => {
    await open('/#/write');
    const { page } = studio;
    await page.evaluate(() => {
      addEventListener('pagehide', () => localStorage.setItem('videocraft.document', '{ "width"'));
    });
    await page.reload();
    await page.getByText('The video cannot be shown.').waitFor();
    expect(await page.getByText('as it was before').count()).toBe(0);
  });
});
