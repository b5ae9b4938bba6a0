import { readFile, readdir } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Locator, Page } from 'playwright-core';
import { startBuiltService } from '../support/built-service.js';
import { describeInChromium, PHONE, type StudioOptions } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const DIST = new URL('../../dist/studio/studio-files/', import.meta.url);
/** Each test loads the whole page as someone new does. */
const MANY_PAGES = { VIDEOCRAFT_RATE_LIMIT_PAGE_PER_MINUTE: '100000' };

describeInChromium('writing in the studio', () => {
  const studio = studioTests(() => startBuiltService(MANY_PAGES), {
    // Somebody else has saved a newer revision of the template.
    ignores: /status of 412/,
  });
  const { button } = studio;
  let page: Page;

  async function open(
    panel: 'editor' | 'form',
    options: Partial<StudioOptions> = {},
  ): Promise<void> {
    const at = `#/write?panel=${panel}`;
    // Wide, so that no line of the editor is wrapped.
    const viewport = { width: 2000, height: 900 };
    page = await studio.open({ at, viewport, ...options });
    // Shorter than the limit of a test, so that the error names what was not there.
    page.setDefaultTimeout(15_000);
    if (panel === 'editor') await editor().waitFor();
    else await treeItem('Hello').waitFor();
  }

  const editor = (): Locator => page.getByRole('textbox', { name: 'Video config as JSON' });
  const treeItem = (name: string | RegExp): Locator => page.getByRole('treeitem', { name });
  const tab = (name: string): Locator => page.getByRole('tab', { name });
  const field = (name: string): Locator => page.getByLabel(name, { exact: true });
  /** Takes a suggestion with the keyboard. One that has just appeared is not taken, because the key may mean the text. */
  const choose = async (name: string | RegExp): Promise<void> => {
    await page.getByRole('option', { name }).waitFor();
    await page.waitForTimeout(300);
    await page.keyboard.press('Enter');
  };
  /** The text of the editor without what is only shown. */
  const text = (): Promise<string> => editor().innerText();
  const config = async () => JSON.parse(await studio.keptText()) as Config;
  it('loads the editor only when it is shown', async () => {
    await open('form');
    const names = studio.requests.map(({ pathname }) => pathname.split('/').pop()!);
    expect(names.filter((name) => /^editor-.*\.js$/.test(name))).toEqual([]);
    const scripts = (await readdir(DIST)).filter((name) => /^editor-.*\.js$/.test(name));
    const sizes = await Promise.all(
      scripts.map(async (name) => brotliCompressSync(await readFile(new URL(name, DIST))).length),
    );
    expect(Math.max(...sizes)).toBeLessThan(160 * 1024);
  });

  it('suggests names and values from the schema', async () => {
    await open('editor');
    await page.getByText('"Hello"').click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', "pos');
    await choose(/^position/);
    await page.getByRole('option', { name: 'left-top' }).waitFor();
    await page.keyboard.type('right-b');
    await choose('right-bottom');
    expect(await text()).toContain('"position": "right-bottom" }');
    // A new element, as a snippet.
    await page.keyboard.press('End');
    await page.keyboard.type(',\n');
    await page.keyboard.press('Control+Space');
    await page.getByRole('option', { name: /^shape/ }).click();
    expect((await config()).scenes[0]!.elements[1]).toMatchObject({ type: 'shape' });
  });

  it('marks what the service says of the video, and goes there', async () => {
    await open('editor');
    await page.getByText('"Hello"').click();
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(', "opacity": 7');
    await button('1 problem').click();
    await page.getByRole('button', { name: /Expected "opacity"/ }).click();
    await page.locator('.cm-lintRange-error').first().waitFor();
    await tab('Form').click();
    await page.getByText('Expected "opacity" to be a number from 0 to 1').first().waitFor();
    expect(await field('Opacity').getAttribute('aria-invalid')).toBe('true');
    await field('Opacity').fill('0.5');
    await page.getByText('No problems').waitFor();
  });

  it('marks what the service warns of, once, though it can be rendered', async () => {
    const captions = '1\n00:00:00,200 --> 00:00:00,900\nGood\n\n2\n00:00:01,000 --> x\nmorning\n';
    const far = { type: 'text', text: 'Hello', x: 4_000, y: 0 };
    const elements = [far, { type: 'subtitles', captions }];
    await open('editor', { video: { scenes: [{ duration: 2 }], elements } });
    // The timeline has one about the times of the words, and that about the captions again.
    await page.getByRole('button', { name: '2 warnings' }).waitFor();
    await button('3 problems').click();
    await page.getByRole('button', { name: /The text is outside of the frame/ }).click();
    await page.locator('.cm-lintRange-warning').first().waitFor();
  });

  it('has one history for the text and the forms', async () => {
    await open('form');
    await treeItem('Hello').click();
    await field('Text').fill('Good morning');
    await tab('Editor').click();
    await page.getByText('"Good morning"').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    expect(await text()).toContain('"Hello"');
    await button('Redo').click();
    expect(await text()).toContain('"Good morning"');
    // The rest of the text is as it was written.
    expect(await text()).toContain('{ "type": "text", "text": "Good morning", "settings"');
  });

  it('adds, moves, copies, and removes with the keyboard alone', async () => {
    await open('form');
    await treeItem('Scene 2').click();
    await page.keyboard.press('Alt+ArrowUp');
    expect((await config()).scenes[0]!.elements[0]!.text).toBe('Change me');
    await page.keyboard.press('Control+d');
    expect((await config()).scenes).toHaveLength(3);
    await page.keyboard.press('Delete');
    await page.keyboard.press('ArrowUp');
    expect((await config()).scenes).toHaveLength(2);
    await button('Add element').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Shape' }).press('Enter');
    await treeItem('Shape').waitFor();
    const [first] = (await config()).scenes;
    expect(first!.elements.map(({ type }) => type)).toEqual(['text', 'shape']);
    await button('Undo').click();
    expect((await config()).scenes[0]!.elements).toHaveLength(1);
  });

  it('has controls for positions, colors, fonts, and lengths', async () => {
    await open('form');
    await treeItem('Hello').click();
    await page.getByRole('radio', { name: 'Bottom right' }).check();
    await field('Font family').selectOption('Roboto');
    await field('Font color').fill('ffcc00');
    await field('Duration').first().selectOption('Until the end');
    await field('Start').fill('0.25');
    await field('Start').press('ArrowUp');
    expect((await config()).scenes[0]!.elements[0]).toMatchObject({
      position: 'right-bottom',
      duration: -2,
      start: 0.35,
      settings: { 'font-family': 'Roboto', 'font-color': '#FFCC00', 'font-size': 120 },
    });
    for (const name of ['Font family', 'Font color', 'Font size']) {
      await button(`Reset ${name}`).click();
    }
    // Nothing is left of what contained them.
    expect((await config()).scenes[0]!.elements[0]).not.toHaveProperty('settings');
  });

  it('locks the forms while the text is not JSON', async () => {
    await open('editor');
    await editor().click();
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('x');
    await tab('Form').click();
    await page.getByText('not valid JSON, so the fields cannot change it').waitFor();
    expect(await field('Width').isDisabled()).toBe(true);
    await button('Fix it in the editor').click();
    await button('Undo').click();
    await page.getByText('This browser keeps your video.').waitFor();
  });

  it('is left with Escape and Tab, and says so', async () => {
    await open('editor');
    await editor().click();
    const help = await editor().getAttribute('aria-describedby');
    expect(await page.locator(`#${help}`).textContent()).toContain('press Escape, then Tab');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    expect(await studio.focused()).toBe('Download the JSON');
  });

  it('opens and saves files', async () => {
    await open('editor');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button('Download the JSON').click(),
    ]);
    expect(download.suggestedFilename()).toBe('video.json');
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button('Open a file').click(),
    ]);
    const content = '\uFEFF{\r\n  "scenes": [ { "duration": 1 } ]\r\n}';
    const file = { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(content) };
    await chooser.setFiles(file);
    await page.getByText('"scenes"').waitFor();
    expect(await studio.keptText()).toBe('{\n  "scenes": [ { "duration": 1 } ]\n}');
    await button('Format').click();
    expect(await studio.keptText()).toBe(
      '{\n  "scenes": [\n    {\n      "duration": 1\n    }\n  ]\n}\n',
    );
  });

  it('finds files that are older than the newest hundred, and shows what is in them', async () => {
    const picture = await readFile('test/media/pictures/progressive.jpg');
    const src = await studio.service.upload('harbor.jpg', picture);
    const cues = (text: number) => `1\n00:00:00,000 --> 00:00:01,000\n${text}\n`;
    for (let first = 0; first < 105; first += 15) {
      const numbers = Array.from({ length: 15 }, (_, index) => first + index);
      await Promise.all(numbers.map((at) => studio.service.upload(`${at}.srt`, cues(at))));
    }
    await open('form');
    await button('Add element').click();
    await page.getByRole('menuitem', { name: 'Image' }).click();
    await button('Choose a file for File or URL').click();
    const list = page.getByRole('list', { name: 'Your files' });
    await list.getByRole('listitem').nth(49).waitFor();
    await button('Show more').click();
    await list.getByRole('listitem').nth(99).waitFor();
    await page.getByLabel('Search by name').fill('nothing');
    await page.getByText('No file matches').waitFor();
    await page.getByLabel('Search by name').fill('HARBOR');
    await list.locator('img').waitFor();
    expect(await studio.axe()).toEqual([]);
    await list.getByRole('button', { name: /^harbor.jpg/ }).click();
    expect(JSON.stringify(await config())).toContain(src);
    // A page that has not loaded it knows its name, too.
    await page.reload();
    await treeItem('Hello').waitFor();
    await treeItem(/^Image|harbor/).click();
    await page.locator('.asset-name').getByText('harbor.jpg').waitFor();
  });

  it('keeps templates, and does not save over what somebody else saved', async () => {
    await open('editor');
    const saveAs = async () => {
      await button('Render options').click();
      await page.getByRole('menuitem', { name: 'Save as template' }).click();
    };
    await saveAs();
    await field('Name').fill('Greeting');
    await button('Save template').click();
    await page.getByText('The template "Greeting" is saved.').waitFor();
    const { templates } = await studio.service.send('GET', '/templates');
    const [{ id }] = templates as [{ id: string }];

    await page.getByText('"Hello"').click();
    await page.keyboard.press('Home');
    await page.keyboard.type(' ');
    await page.reload();
    await saveAs();
    expect(
      await page.getByRole('radio', { name: /^A new revision of "Greeting"/ }).isChecked(),
    ).toBe(true);
    await button('Save template').click();
    await page.getByText('It is revision 2 now.').waitFor();

    // Somebody else, in another page.
    await studio.service.send('PUT', `/templates/${id}`, {
      name: 'Greeting',
      config: { scenes: [{ duration: 1 }] },
    });
    await saveAs();
    await button('Save template').click();
    await page.getByText('"Greeting" has a newer revision').waitFor();
    expect(await studio.axe()).toEqual([]);
    await button('Save it as the next revision').click();
    await page.getByText('It is revision 4 now.').waitFor();
    await button('Render options').click();
    await page.getByRole('menuitem', { name: 'Templates' }).click();
    await page.getByText(/^Revision 4/).waitFor();
    await button('More for Greeting').click();
    await page.getByRole('menuitem', { name: 'Open in the workbench' }).click();
    await button('Replace it').click();
    await page.getByText('The config of the template is in the workbench.').waitFor();
    await editor().waitFor();
    expect((await config()).scenes[0]!.elements[0]).toMatchObject({ text: 'Hello' });
    await studio.go('#/templates');
    await button('More for Greeting').click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The template was deleted.').waitFor();
  });

  it.each([
    ['light', undefined],
    ['dark', PHONE],
  ] as const)('is accessible in the %s theme', async (colorScheme, viewport) => {
    await open('form', { colorScheme, ...(viewport === undefined ? {} : { viewport }) });
    await treeItem('Hello').click();
    await page.getByText('No problems').waitFor();
    expect(await studio.axe()).toEqual([]);
    expect(await studio.isTooWide()).toBe(false);
    await tab('Editor').click();
    await editor().click();
    await page.keyboard.press('Control+f');
    await page.getByRole('textbox', { name: 'Find' }).waitFor();
    expect(await studio.axe()).toEqual([]);
    expect(await studio.isTooWide()).toBe(false);
  });
});

interface Config {
  readonly scenes: readonly { readonly elements: readonly Record<string, unknown>[] }[];
}
