import type { Browser, Download, Page } from 'playwright-core';
import { type BuiltService, startBuiltService } from '../support/built-service.js';
import { KeyboardUser } from '../support/keyboard-user.js';
import { touchProblems } from '../support/page-checks.js';
import { ADMIN_KEY } from '../support/service.js';
import { describeInChromium, launchChromium, PHONE, StudioPage } from '../support/studio-page.js';

const PICTURE = 'test/media/pictures/progressive.jpg';
/** A render waits for a worker, which other work of the machine slows down. */
const SLOW_MS = 120_000;
/** Messages about the text before go away when the service has checked the new one. */
const SETTLED_MS = 15_000;

/** Someone who has a small window and no pointer goes through everything, one after the other. */
describeInChromium('the studio on a phone, by the keyboard alone', () => {
  let browser: Browser;
  let service: BuiltService;
  let studio: StudioPage;
  let page: Page;
  let user: KeyboardUser;

  beforeAll(async () => {
    [browser, service] = await Promise.all([
      launchChromium(),
      startBuiltService({
        VIDEOCRAFT_WORKERS: '1',
        VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: '127.0.0.1:9',
      }),
    ]);
    studio = await StudioPage.open(browser, { url: service.url, key: null, viewport: PHONE });
    ({ page } = studio);
    page.setDefaultTimeout(15_000);
    user = new KeyboardUser(page);
    for (const name of ['click', 'hover', 'tap'] as const)
      Object.assign(page.mouse, { [name]: refuse });
  }, SLOW_MS);

  afterAll(async () => {
    await studio.close();
    await browser.close();
    await service.close();
  });

  afterEach(() => {
    const seen = new Set(user.problems.splice(0));
    expect([...seen]).toEqual([]);
    const unexpected = studio.complaints
      .splice(0)
      .filter((line) => !/status of (400|429|503)/.test(line));
    expect(unexpected).toEqual([]);
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const field = (name: string) => page.getByLabel(name, { exact: true });
  const heading = (name: string) => page.getByRole('heading', { name, exact: true });

  /** Checks what is on the screen once what the service has answered is shown. */
  async function fits(): Promise<void> {
    const problems = async () => [
      ...(await touchProblems(page)),
      ...((await studio.isTooWide()) ? ['too wide'] : []),
    ];
    const end = performance.now() + SETTLED_MS;
    let found = await problems();
    while (found.length > 0 && performance.now() < end) {
      await page.waitForTimeout(200);
      found = await problems();
    }
    expect(found).toEqual([]);
  }
  /** Goes to a screen by the bar at the top. */
  async function visit(link: string): Promise<void> {
    await user.tabTo(link, 'Shift+Tab');
    await user.keys('Enter');
  }
  /** The video that the browser keeps, a moment after the last change. */
  async function kept(): Promise<Config> {
    await page.waitForTimeout(500);
    return JSON.parse(
      await page.evaluate(() => localStorage.getItem('videocraft.document')!),
    ) as Config;
  }
  async function choosesFile(press: Promise<void>, path: string): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press]);
    await chooser.setFiles(path);
  }
  async function saves(press: Promise<void>): Promise<Download> {
    const [download] = await Promise.all([page.waitForEvent('download'), press]);
    return download;
  }

  it('enters the key', async () => {
    await heading('Enter an API key').waitFor();
    await fits();
    await user.write('API key', ADMIN_KEY);
    await user.keys('Enter');
    await heading('What do you want to make?').waitFor();
    await fits();
  });

  it('begins with a script', async () => {
    await user.press(/^New from a script/);
    await user.write('Script', 'The sea was calm. Nobody had seen it.');
    await user.tabTo(/^9:16/);
    await user.keys('ArrowRight', 'ArrowRight');
    expect(await page.getByRole('radio', { name: /^16:9/ }).isChecked()).toBe(true);
    await fits();
    await user.press('Make the video');
    await page.getByRole('tablist', { name: 'Panels' }).waitFor();
    expect(await kept()).toMatchObject({ width: 1920, elements: [{ type: 'subtitles' }] });
  });

  it('begins with files', async () => {
    await visit('VideoCraft');
    await user.press(/^New from files/);
    await user.press('Start over');
    await choosesFile(user.press('Choose files'), PICTURE);
    await page.getByLabel('What progressive.jpg is for').waitFor();
    await choosesFile(user.press('Choose files'), 'test/media/pictures/interlaced.png');
    await page.getByLabel('What interlaced.png is for').waitFor();
    await user.press('Move progressive.jpg down');
    await fits();
    await user.press('Make the video');
    await page.getByRole('tablist', { name: 'Panels' }).waitFor();
    expect((await kept()).scenes).toHaveLength(2);
  });

  it('writes JSON with suggestions, and leaves the editor', async () => {
    await user.tabTo('Form');
    await user.keys('ArrowLeft');
    await page.getByRole('textbox', { name: 'Video config as JSON' }).waitFor();
    await fits();
    await user.tabTo('Video config as JSON');
    await user.keys('Control+a', 'Delete');
    await page.keyboard.insertText(JSON.stringify(VIDEO, null, 2));
    await user.keys('Control+Home', 'ArrowDown', 'End');
    await page.keyboard.type('\n"qual');
    await page.getByRole('option', { name: /^quality/ }).waitFor();
    // A suggestion that has just appeared is not taken, because the key may mean the text.
    await page.waitForTimeout(300);
    await user.keys('Enter');
    await page.getByRole('option', { name: 'low' }).waitFor();
    await page.keyboard.type('lo', { delay: 60 });
    await page.waitForTimeout(300);
    await user.keys('Enter');
    expect(await kept()).toEqual({ ...VIDEO, quality: 'low' });
    // The keys of the playback are letters here.
    await user.keys('ArrowRight');
    await page.keyboard.type(' "comment": "j k l",');
    expect(await kept()).toEqual({ ...VIDEO, quality: 'low', comment: 'j k l' });
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await user.keys('Escape', 'Tab');
    expect((await user.stop()).isEditor).toBe(false);
  });

  it('changes fields', async () => {
    await user.tabTo('Editor', 'Shift+Tab');
    await user.keys('ArrowRight');
    await page.getByRole('tree').waitFor();
    await user.tabTo(/^Video/);
    await user.keys('ArrowDown', 'ArrowDown', 'ArrowDown');
    await user.reaches(/^Hello/);
    await user.write('Text', 'Good morning');
    await fits();
    expect((await kept()).scenes[0]!.elements[1]).toMatchObject({ text: 'Good morning' });
  });

  it('moves elements in the picture and on the timeline', async () => {
    await user.tabTo(/^Shape: 100 by 40/);
    await user.keys('ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowRight');
    expect((await kept()).scenes[0]!.elements[0]).toMatchObject({ x: 1, y: 10, width: 101 });
    await user.tabTo(/^Scene 1,/);
    await user.keys('ArrowRight');
    expect((await kept()).scenes[0]).toMatchObject({ duration: 1.1 });
    await user.tabTo('Undo', 'Shift+Tab');
    for (let count = 0; count < 5; count++) await user.keys('Enter');
  });

  it('corrects, splits, joins, and styles captions', async () => {
    await user.tabTo('Form');
    await user.keys('ArrowRight');
    await page.getByRole('list', { name: 'Transcript' }).waitFor();
    await user.press('One');
    await user.reaches('Word');
    await fits();
    await page.keyboard.type('First');
    await user.keys('Enter');
    await button('First').waitFor();
    await user.press('Join with next');
    await button('Firsttwo').waitFor();
    await user.reaches('Join with next');
    await user.tabTo('Word', 'Shift+Tab');
    await user.keys('Home', ...Array<string>(5).fill('ArrowRight'));
    await user.press('Split');
    await button('two').waitFor();
    await user.reaches('Split');
    await user.press('Delete');
    await button('First').waitFor({ state: 'detached' });
    // The focus goes on to the word that took its place.
    await user.reaches('two');
    await user.keys('Enter');
    await user.press('Close the word');
    await user.reaches('two');
    await user.keys('Enter');
    await user.reaches('Word');
    await user.keys('Escape');
    await user.reaches('two');
    await user.tabTo('Words', 'Shift+Tab');
    await user.keys('ArrowRight');
    await user.tabTo('Progressive');
    await user.keys('ArrowRight');
    await fits();
    expect((await kept()).elements[0]).toMatchObject({ settings: { style: 'classic' } });
  });

  it('uploads files, uses them, and deletes them', async () => {
    await user.tabTo('Captions', 'Shift+Tab');
    await user.keys('ArrowRight');
    await choosesFile(user.press('Upload files'), 'test/media/pictures/cmyk.jpg');
    await button('Add cmyk.jpg to the video').waitFor();
    await fits();
    await user.press('Add cmyk.jpg to the video');
    await page.getByText('Added cmyk.jpg to the scene.').waitFor();
    await user.press('Actions for cmyk.jpg');
    await user.reaches('Copy the address');
    await user.keys('ArrowDown', 'Enter');
    await page.getByText('The video that you are making names this file.').waitFor();
    await fits();
    await user.press('Delete the file');
    await page.getByText('Deleted cmyk.jpg.').waitFor();
    // The focus goes on to the file that took its place.
    await user.reaches(/^Add .* to the video$/);
    await user.tabTo('Undo', 'Shift+Tab');
    await user.keys('Enter');
  });

  it('renders, plays, downloads, and shares a video', async () => {
    await user.press('Render');
    await heading('Your video is ready').waitFor({ timeout: 90_000 });
    await fits();
    await user.tabTo('The video');
    const time = () => page.evaluate(() => document.querySelector('video')!.currentTime);
    await user.keys('Space');
    await page.waitForFunction(() => document.querySelector('video')!.currentTime > 0.1);
    expect(await time()).toBeGreaterThan(0);
    const download = await saves(user.press(/^Download video/));
    expect(download.suggestedFilename()).toMatch(/\.mp4$/);
    await user.press('Share');
    await heading('Share a link').waitFor();
    await user.press('Make link');
    expect(await field('Link').inputValue()).toMatch(/^http/);
    await fits();
    await user.keys('Escape');
    await user.reaches('Share');
  });

  it('cancels a render, and renders it again', async () => {
    await user.press('Open in the workbench');
    await page.getByRole('tablist', { name: 'Panels' }).waitFor();
    await user.tabTo('Video config as JSON');
    await user.keys('Control+a', 'Delete');
    await page.keyboard.insertText(JSON.stringify(LONG));
    await user.tabTo('Render', 'Shift+Tab');
    await user.keys('Enter');
    await page.getByRole('button', { name: 'Cancel render' }).waitFor();
    await fits();
    await user.press('Cancel render');
    await heading('The render was canceled').waitFor();
    await user.press('Render again');
    await page.getByText('It repeats').waitFor();
    await user.press('Cancel render');
    await heading('The render was canceled').waitFor();
    await user.reaches(/./);
  });

  it('makes a template, and videos from a table', async () => {
    await user.press('Open in the workbench');
    await page.getByRole('tablist', { name: 'Panels' }).waitFor();
    await user.tabTo('Video config as JSON');
    await user.keys('Control+a', 'Delete');
    await page.keyboard.insertText(JSON.stringify(COLORS));
    await user.tabTo('Render options', 'Shift+Tab');
    await user.keys('Enter');
    await user.reaches(/^Quality of the config/);
    await user.keys('End', 'ArrowUp', 'Enter');
    await heading('Save as template').waitFor();
    await user.write('Name', 'Colors');
    await fits();
    await user.press('Save template');
    await page.getByText('The template "Colors" is saved.').waitFor();
    await user.reaches('Render options');
    await visit('Jobs');
    await user.press('Templates');
    await heading('Colors').waitFor();
    await fits();
    await user.press('Make videos: Colors');
    await page.getByLabel('Table', { exact: true }).waitFor();
    await user.tabTo('Table');
    await page.keyboard.insertText('Color\n#A03020\n#206090\n');
    await fits();
    await user.press('Render 2 videos');
    await page.getByText('All have ended').waitFor({ timeout: 90_000 });
    await fits();
    await saves(user.press('Save links to all videos'));
  });

  it('finds jobs, events, and figures', async () => {
    await visit('Operate');
    await heading('Health').waitFor();
    await fits();
    await user.press('Figures');
    await page.getByRole('figure', { name: 'Jobs', exact: true }).waitFor();
    await user.press('Show as a table');
    await fits();
    await user.tabTo('All jobs', 'Shift+Tab');
    await user.keys('Enter');
    await page.getByRole('row').nth(1).waitFor();
    await user.tabTo('State');
    await page.keyboard.type('Cancel');
    await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 2);
    await user.reaches('State');
    await fits();
    await user.tabTo('Audit trail', 'Shift+Tab');
    await user.keys('Enter');
    await page.getByRole('rowheader').first().waitFor();
    await user.write('Search', 'nobody');
    await page.getByText('No events match').waitFor();
    await user.press('Show all events');
    await page.getByRole('rowheader').first().waitFor();
    await fits();
  });

  it('creates a key, and revokes it', async () => {
    await user.tabTo('Keys', 'Shift+Tab');
    await user.keys('Enter');
    await heading('Keys').waitFor();
    await user.press('Create key');
    await page.getByRole('dialog').waitFor();
    await user.write('Name', 'newsroom');
    await user.press(/^Search its audit trail/, 'Space');
    await fits();
    await user.press('Create key');
    await button('I have it').waitFor();
    await fits();
    await user.press('I have it');
    await user.reaches('Create key');
    await user.press(/^Revoke/);
    await page.getByRole('dialog').waitFor();
    await user.press('Revoke');
    await page.getByText('The key was revoked.').waitFor();
    await user.reaches(/./);
  });

  it('sets a webhook, and reads what was sent', async () => {
    await user.tabTo('Webhooks', 'Shift+Tab');
    await user.keys('Enter');
    await user.press('Set webhook');
    await user.write('Address', 'http://127.0.0.1:9/hook');
    await fits();
    await user.press('Save');
    await page.getByText('http://127.0.0.1:9/hook').waitFor();
    await user.press('Send a test');
    await page.getByRole('button', { name: /^Details/ }).waitFor();
    await fits();
    await user.press(/^Details/);
    await heading('What was sent').waitFor();
    await fits();
    await user.keys('Escape');
    await user.reaches(/^Details/);
  });
});

/** Long enough to be canceled on any machine. */
const LONG = {
  ...{ width: 1920, height: 1080 },
  scenes: Array.from({ length: 24 }, (_, index) => ({
    duration: 6,
    'background-color': index % 2 === 0 ? '#206090' : '#A03020',
    ...(index === 0 ? {} : { transition: { style: 'fade', duration: 2 } }),
  })),
};
const COLORS = {
  ...{ width: 320, height: 180 },
  variables: { color: '#206090' },
  scenes: [{ duration: 1, 'background-color': '{{ color }}' }],
};

/** A picture and a text can be moved, and words be corrected. */
const VIDEO = {
  width: 320,
  height: 180,
  fps: 10,
  scenes: [
    {
      duration: 1,
      'background-color': '#206090',
      elements: [
        { type: 'shape', position: 'left-top', width: 100, height: 40, fill: '#00FF00' },
        { type: 'text', text: 'Hello', position: 'right-bottom' },
      ],
    },
    { duration: 1, 'background-color': '#A03020' },
  ],
  elements: [
    {
      type: 'subtitles',
      words: ['One', 'two', 'three'].map((word, index) => ({
        ...{ word, start: index / 2, end: index / 2 + 0.4 },
      })),
    },
  ],
};

function refuse(): never {
  throw new Error('This user has no pointer.');
}

interface Config {
  readonly scenes: readonly { readonly elements: readonly Record<string, unknown>[] }[];
  readonly elements: readonly Record<string, unknown>[];
}
