import { readFile } from 'node:fs/promises';
import { startBuiltService } from '../support/built-service.js';
import { describeInChromium, PHONE } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const PICTURE = 'test/media/pictures/progressive.jpg';
const SCRIPT = 'The sea was calm in the morning. Nobody had seen it like this before.';
/** A video whose words are written in it. */
const WORDS = {
  ...{ width: 320, height: 180 },
  scenes: [{ duration: 3, 'background-color': '#203040' }],
  elements: [
    {
      type: 'subtitles',
      words: ['This', 'is', 'the', 'frist', 'caption.'].map((word, index) => ({
        word,
        start: index / 2,
        end: index / 2 + 0.4,
      })),
    },
  ],
};

/** For machines that do much else. */
const SLOW_MS = 120_000;

describeInChromium('making videos in the studio', () => {
  const studio = studioTests(startBuiltService, {
    // A slow machine may have no time for a picture at once.
    ignores: /429|503/,
  });
  const { open, button, heading } = studio;

  const openCaptions = () => open({ at: '#/write?panel=captions', video: WORDS });
  /** The video, as the browser keeps it. */
  const kept = async () => {
    const text = await studio.keptText();
    return JSON.parse(text) as Record<string, unknown> & { elements: Record<string, unknown>[] };
  };
  /** Drops files on the page. */
  const drop = async (files: readonly { name: string; content: Buffer }[]) => {
    const plain = files.map(({ name, content }) => ({ name, base64: content.toString('base64') }));
    await studio.page.evaluate((dropped) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of dropped) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.body.dispatchEvent(event);
      }
    }, plain);
  };

  it('uploads what is dropped anywhere, and adds it to the video', async () => {
    studio.expected = /422/;
    const page = await open({ at: '#/write' });
    await page.getByRole('tab', { name: 'Files' }).waitFor();
    const picture = await readFile(PICTURE);
    const program = Buffer.from([
      0x7f,
      0x45,
      0x4c,
      0x46,
      2,
      1,
      1,
      0,
      ...Array<number>(200).fill(0),
    ]);
    await drop([
      { name: 'photo.jpg', content: picture },
      { name: 'program.bin', content: program },
    ]);
    await page.getByText('The service cannot use this kind of file.').waitFor();
    await button('Show the files').click();
    await button('Add photo.jpg to the video').click();
    await page.getByText('Added photo.jpg to the scene.').waitFor();
    for (const width of [800, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await studio.covered()).toEqual([]);
    }
    await page.getByRole('option', { name: /^Picture photo.jpg/ }).waitFor();
    expect(JSON.stringify(await kept())).toMatch(/"type":"image","src":"asset:/);
    await page.getByLabel('Search by name').fill('nothing');
    await heading('No file matches').waitFor();
    await page.getByLabel('Search by name').fill('photo');
    expect(await studio.axe()).toEqual([]);
    await button('Actions for photo.jpg').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByText('The video that you are making names this file.').waitFor();
    await button('Delete the file').click();
    await page.getByText('Deleted photo.jpg.').waitFor();
    expect(await button('Add photo.jpg to the video').count()).toBe(0);
  });

  it(
    'opens an example, and asks before it replaces a changed video',
    async () => {
      const page = await open();
      await heading('Start from an example').waitFor();
      expect(await studio.axe()).toEqual([]);
      await button(/^Quote/).click();
      await page.getByRole('tablist', { name: 'Panels' }).waitFor();
      expect(await kept()).toMatchObject({ width: 1080, height: 1920 });
      await studio.go('#/');
      // Nobody has changed the example.
      await button(/^Chart/).click();
      await page.getByRole('tab', { name: 'Captions' }).click();
      await page.getByLabel('Text of the captions').fill('Power for all.');
      await button('Add captions').click();
      await studio.go('#/');
      await button(/^Quote/).click();
      await heading('Replace your video?').waitFor();
      await button('Keep my video').click();
      expect(await kept()).toMatchObject({ width: 1920 });
      await button(/^Quote/).click();
      await button('Replace it').click();
      await page.getByRole('tablist', { name: 'Panels' }).waitFor();
      expect(await kept()).toMatchObject({ width: 1080 });
    },
    SLOW_MS,
  );

  it(
    'makes a video from a script and pictures',
    async () => {
      const page = await open({ at: '#/new/script' });
      await page.getByLabel('Script').fill(SCRIPT);
      await page.getByText('The times of the words are estimated.').waitFor();
      const picture = await readFile(PICTURE);
      await drop([
        { name: 'one.jpg', content: picture },
        { name: 'two.png', content: await readFile('test/media/pictures/interlaced.png') },
        { name: 'end.txt', content: Buffer.from('That was all.') },
      ]);
      await page.getByLabel('What two.png is for').waitFor();
      await page.getByText('16:9').click();
      await button('Make the video').click();
      await page.getByRole('tablist', { name: 'Panels' }).waitFor({ timeout: 60_000 });
      const { width, scenes, elements } = (await kept()) as Awaited<ReturnType<typeof kept>> & {
        scenes: { elements: object[] }[];
      };
      expect(width).toBe(1920);
      expect(scenes.length).toBeGreaterThanOrEqual(2);
      expect(scenes[0]!.elements[0]).toMatchObject({ type: 'image' });
      expect(elements).toMatchObject([{ type: 'subtitles' }]);
      const words = elements[0]!['words'] as { word: string }[];
      expect(words.map(({ word }) => word).join(' ')).toBe(`${SCRIPT} That was all.`);
      expect(await studio.service.post('/videos/validate', await kept())).toMatchObject({
        valid: true,
      });
    },
    SLOW_MS,
  );

  it(
    'corrects words, and keeps what was written in one history',
    async () => {
      const page = await openCaptions();
      await button('frist').click();
      const field = page.getByLabel('Word', { exact: true });
      await field.fill('first');
      await field.press('Enter');
      await button('first').waitFor();
      expect((await kept()).elements[0]!['words']).toContainEqual({
        ...{ word: 'first', start: 1.5, end: 1.9 },
      });
      await page.getByLabel('End (s)').fill('1.95');
      await page.getByLabel('End (s)').press('Enter');
      await button('Join with next').click();
      await button('firstcaption.').waitFor();
      await button('Undo').click();
      await button('caption.').waitFor();
      await button('Find and replace').click();
      await page.getByLabel('Find', { exact: true }).fill('THE');
      await page.getByText('1 found').waitFor();
      await page.getByLabel('Replace with').fill('your very');
      expect(await studio.axe()).toEqual([]);
      await button('Replace all').click();
      await button('very').waitFor();
      const words = (await kept()).elements[0]!['words'] as { word: string }[];
      expect(words.map(({ word }) => word)).toEqual([
        ...['This', 'is', 'your', 'very', 'first', 'caption.'],
      ]);
    },
    SLOW_MS,
  );

  it(
    'shows styles as pictures, and changes settings with the keyboard',
    async () => {
      const page = await openCaptions();
      await page.getByRole('tab', { name: 'Look' }).click();
      await page.locator('.choice img').first().waitFor();
      await page.getByRole('radio', { name: 'Progressive', exact: true }).focus();
      await page.keyboard.press('ArrowRight');
      expect((await kept()).elements[0]).toMatchObject({ settings: { style: 'classic' } });
      await page.getByLabel('Words a line').fill('3');
      await page.getByRole('switch', { name: 'All capitals' }).press('Space');
      expect(await studio.axe()).toEqual([]);
      expect((await kept()).elements[0]).toMatchObject({
        settings: { style: 'classic', 'max-words-per-line': 3, 'all-caps': true },
      });
    },
    SLOW_MS,
  );

  it.each(['#/', '#/new/files', '#/new/script', '#/write?panel=files', '#/write?panel=captions'])(
    'fits a phone, dark and without motion, at %s',
    async (at) => {
      const options = { viewport: PHONE, colorScheme: 'dark', reducedMotion: 'reduce' } as const;
      await open({ at, ...options });
      await studio.page.waitForTimeout(700);
      expect(await studio.isTooWide()).toBe(false);
      expect(await studio.axe()).toEqual([]);
      const isPlaying = await studio.page.evaluate(() =>
        [...document.querySelectorAll('video')].some(({ paused }) => !paused),
      );
      expect(isPlaying).toBe(false);
    },
  );
});
