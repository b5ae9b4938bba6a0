import type { Page } from 'playwright-core';
import { startBuiltService } from '../support/built-service.js';
import { describeInChromium, PHONE, type StudioOptions } from '../support/studio-page.js';
import { studioTests } from '../support/studio-tests.js';

const CUES = '1\n00:00:00,200 --> 00:00:01,800\nOne two three four\n';
const VIDEO = {
  width: 320,
  height: 180,
  fps: 10,
  scenes: [
    {
      duration: 1,
      'background-color': '#0000FF',
      elements: [
        { type: 'shape', position: 'left-top', width: 100, height: 40, fill: '#00FF00' },
        { type: 'text', text: 'Hello', position: 'right-bottom' },
      ],
    },
    { duration: 1, 'background-color': '#FF0000' },
  ],
  elements: [{ type: 'subtitles', captions: CUES }],
};

type Written = typeof VIDEO & Record<string, unknown>;

describeInChromium('the picture and the timeline of the studio', () => {
  const studio = studioTests(startBuiltService);
  let page: Page;

  /** Opens the workbench with a video, as if this browser had kept it. */
  const open = async (
    video: object = VIDEO,
    { waits = true, ...options }: Partial<StudioOptions> & { waits?: boolean } = {},
  ) => {
    page = await studio.open({ at: '#/write', video, ...options });
    if (!waits) return;
    await page.getByRole('slider', { name: 'Playhead' }).waitFor();
    await picture().waitFor();
  };
  const picture = () => page.getByRole('img', { name: /^The frame at/ });
  const press = (key: string) => page.locator('body').press(key);
  const item = (name: RegExp) => page.getByRole('option', { name });
  const box = (name: RegExp) => page.getByRole('button', { name });
  const written = () =>
    page.evaluate(() => JSON.parse(localStorage.getItem('videocraft.document')!) as Written);

  /** Waits until this browser keeps a video in which something is true. */
  const until = async <T>(read: (video: Written) => T, wanted: T) => {
    await expectSoon(async () => read(await written()), wanted);
  };
  const expectSoon = async <T>(read: () => Promise<T>, wanted: T) => {
    const end = performance.now() + 10_000;
    let last = await read();
    while (JSON.stringify(last) !== JSON.stringify(wanted) && performance.now() < end) {
      await page.waitForTimeout(50);
      last = await read();
    }
    expect(last).toEqual(wanted);
  };

  /** What the middle of the picture or of the draft shows. */
  const colorOf = (selector: string) =>
    page.evaluate((name) => {
      const source = document.querySelector<HTMLImageElement | HTMLVideoElement>(name)!;
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [1, 1];
      const context = canvas.getContext('2d')!;
      context.drawImage(source, 0, 0, 1, 1);
      const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
      const most = Math.max(red!, green!, blue!);
      return ['red', 'green', 'blue'][[red, green, blue].indexOf(most)]!;
    }, selector);
  const shownColor = () => colorOf('.picture-frame');

  it('shows the exact frame at the playhead, and goes from frame to frame', async () => {
    await open();
    await expectSoon(shownColor, 'blue');
    const playhead = page.getByRole('slider', { name: 'Playhead' });
    await press('Shift+ArrowRight');
    await expectSoon(shownColor, 'red');
    expect(await playhead.getAttribute('aria-valuetext')).toBe('00:01:00');
    await press('ArrowLeft');
    await expectSoon(shownColor, 'blue');
    expect(await playhead.getAttribute('aria-valuetext')).toBe('00:00:09');
    await press('End');
    expect(await playhead.getAttribute('aria-valuetext')).toBe('00:01:09');
  });

  it('shows the scenes of the timeline beside each other from its first frame on', async () => {
    await open(VIDEO, { waits: false });
    const places = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const look = () => {
            const scenes = [...document.querySelectorAll('.item.scene')];
            if (scenes.length < 2) requestAnimationFrame(look);
            else resolve(scenes.map((one) => one.getBoundingClientRect().left));
          };
          look();
        }),
    );
    expect(places[1]! - places[0]!).toBeGreaterThan(50);
  });

  it('asks once for the timeline, whoever shows something of it', async () => {
    await open(VIDEO, { at: '#/write?panel=captions' });
    await page.getByRole('button', { name: 'three', exact: true }).waitFor();
    await page.waitForTimeout(1_500);
    const asked = studio.requests.filter(({ pathname }) => pathname.endsWith('/videos/timeline'));
    expect(asked.length).toBe(1);
  });

  it('plays a draft from the playhead, and stops at an exact frame', async () => {
    await open();
    await press(' ');
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.locator('.picture-draft.shown').waitFor();
    await expectSoon(() => colorOf('.picture-draft'), 'red');
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await expectSoon(shownColor, 'red');
  });

  it('moves elements in the picture, with the pointer and with keys, as changes that can be undone', async () => {
    await open();
    const shape = box(/^Shape: 100 by 40/);
    const place = (await shape.boundingBox())!;
    const scale = place.width / 100;
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
    await page.mouse.down();
    await page.mouse.move(
      place.x + place.width / 2 + 40 * scale,
      place.y + place.height / 2 + 60 * scale,
      {
        steps: 4,
      },
    );
    await page.mouse.up();
    const shapeOf = ({ scenes }: Written) => scenes[0]!.elements![0] as Record<string, unknown>;
    await until((video) => shapeOf(video)['position'] ?? null, null);
    const moved = shapeOf(await written());
    expect(Math.abs(Number(moved['x']) - 40)).toBeLessThan(4);
    expect(Math.abs(Number(moved['y']) - 60)).toBeLessThan(4);
    await shape.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await until((video) => shapeOf(video)['x'], Number(moved['x']) + 1);
    await until((video) => shapeOf(video)['y'], Number(moved['y']) + 10);
    await page.keyboard.press('Alt+ArrowRight');
    await until((video) => shapeOf(video)['width'], 101);
    // Keys that follow each other are undone together, which depends on how fast the machine is.
    for (let count = 0; count < 4; count++) await page.keyboard.press('Control+z');
    await until((video) => video.scenes, VIDEO.scenes);
  });

  it('changes times on the timeline, with the pointer and with keys', async () => {
    await open();
    const text = item(/^Text Hello/);
    const place = (await text.boundingBox())!;
    await page.mouse.move(place.x + place.width - 3, place.y + 8);
    await page.mouse.down();
    await page.mouse.move(place.x + place.width / 2, place.y + 8, { steps: 4 });
    await page.mouse.up();
    const textOf = ({ scenes }: Written) => scenes[0]!.elements![1] as Record<string, unknown>;
    await until((video) => textOf(video)['duration'], 0.5);
    await text.focus();
    await page.keyboard.press('ArrowRight');
    await until((video) => textOf(video)['start'], 0.1);
    await item(/^Scene 1/).focus();
    await page.keyboard.press('ArrowRight');
    await until(({ scenes }) => scenes[0]!.duration, 1.1);
    await page.keyboard.press('ArrowDown');
    await expectSoon(() => studio.focused(), 'Scene 2, 00:01.100 to 00:02.100');
    await page.keyboard.press('Enter');
    await expectSoon(shownColor, 'red');
    expect((await written()).elements).toEqual(VIDEO.elements);
  });

  it('moves scenes before and after others, with the pointer and with keys', async () => {
    await open();
    const colors = ({ scenes }: Written) => scenes.map((scene) => scene['background-color']);
    const text = () => page.evaluate(() => localStorage.getItem('videocraft.document'));
    const before = await text();
    const scene = (await item(/^Scene 1/).boundingBox())!;
    const [x, y] = [scene.x + scene.width / 2, scene.y + scene.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + scene.width, y, { steps: 4 });
    await page.locator('.scene-gap').waitFor();
    await page.mouse.up();
    await until(colors, ['#FF0000', '#0000FF']);
    // What is in the scene goes with it at once, and its text stays as it was written.
    await item(/^Text Hello, 00:01.000/).waitFor();
    expect((await text())!.split('\n').sort()).toEqual(before!.split('\n').sort());
    // The playhead stays where it is.
    await expectSoon(shownColor, 'red');
    await item(/^Scene 2/).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await until(colors, ['#0000FF', '#FF0000']);
    await expectSoon(() => studio.focused(), 'Scene 1, 00:00.000 to 00:01.000');
    await page.keyboard.press('Control+z');
    await until(colors, ['#FF0000', '#0000FF']);
    await page.keyboard.press('Control+z');
    await expectSoon(text, before);
  });

  it('writes the words before it moves the first one', async () => {
    await open();
    await item(/^two/).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Write the words' }).click();
    const subtitles = ({ elements }: Written) =>
      elements[0] as unknown as { captions?: string; words?: { word: string; start: number }[] };
    await until((video) => subtitles(video).words?.length, 4);
    expect(subtitles(await written()).captions).toBeUndefined();
    const { start } = subtitles(await written()).words![1]!;
    await item(/^two/).focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await until((video) => subtitles(video).words![1]!.start, Math.round(start * 1000 - 1) / 1000);
  });

  it('says what is wrong with a video, and leads to the place', async () => {
    const wrong = structuredClone(VIDEO);
    wrong.scenes[1]!.duration = -5;
    await open(wrong, { waits: false });
    await page.getByText('The video cannot be shown.').waitFor();
    await page.getByRole('button', { name: 'Show scene 2, duration' }).click();
    // Nothing is asked for that the service refuses, so the console stays empty.
    await page.waitForTimeout(1_000);
  });

  it.each([
    ['a desktop', { width: 1280, height: 800 }],
    ['a phone', PHONE],
  ])('is mirrored on %s in a language from right to left', async (_name, viewport) => {
    const places = () =>
      page.evaluate(() => {
        const names = [
          '.top-bar-name',
          '.workbench-panels',
          '.render-action',
          '.form-panel .outline-title',
        ];
        return names.map((name) => {
          const { left, right } = document.querySelector(name)!.getBoundingClientRect();
          return [Math.round(left), Math.round(right)] as const;
        });
      });
    const hebrew = structuredClone(VIDEO);
    hebrew.scenes[0]!.elements![1]!.text = 'שלום, world';
    await open(hebrew, { viewport, at: '#/write?panel=form' });
    await page.getByRole('treeitem').first().waitFor();
    const before = await places();

    // A catalog in another language, as far as it matters here.
    await page.route('**/studio-files/texts-*.js', async (route) => {
      const response = await route.fetch();
      const catalog = (await response.text())
        .replace('direction:`ltr`', 'direction:`rtl`')
        .replace('language:`en`', 'language:`he`')
        .replace('`Form`', '`טופס`');
      await route.fulfill({ response, body: catalog });
    });
    await page.reload();
    await page.getByRole('tab', { name: 'טופס' }).waitFor();
    await picture().waitFor();
    await page.getByRole('treeitem').first().waitFor();
    const mirrored = before.map(([left, right]) => [viewport.width - right, viewport.width - left]);
    const differences = (await places()).flatMap(([left, right], index) => [
      Math.abs(left - mirrored[index]![0]!),
      Math.abs(right - mirrored[index]![1]!),
    ]);
    expect(Math.max(...differences)).toBeLessThanOrEqual(1);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('he');
    // Time runs from left to right, JSON begins at the left, and what people write where its language does.
    const directionOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).direction);
    expect(await directionOf('.timeline-scroller')).toBe('ltr');
    await page.getByRole('treeitem', { name: /world/ }).click();
    expect(await directionOf('textarea[dir=auto]')).toBe('rtl');
    expect(await studio.isTooWide()).toBe(false);
    expect(await studio.axe()).toEqual([]);
    await page.getByRole('tab', { name: 'טופס' }).press('ArrowRight');
    await page.getByRole('textbox', { name: 'Video config as JSON' }).waitFor();
    expect(await directionOf('.editor-host')).toBe('ltr');
  });

  it.each([
    ['a desktop', { width: 1280, height: 800 }, 'dark'],
    ['a phone', PHONE, 'light'],
  ] as const)('is accessible on %s', async (_name, viewport, colorScheme) => {
    await open(VIDEO, { viewport, colorScheme });
    await item(/^Text Hello/).focus();
    await page.keyboard.press('Enter');
    expect(await studio.axe()).toEqual([]);
    expect(await studio.isTooWide()).toBe(false);
  });
});
