import { setTimeout as delay } from 'node:timers/promises';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { HtmlPage } from '../../src/core/project/types/index.js';
import { HtmlError } from '../../src/engine/html/html-error.js';
import { HtmlService } from '../../src/engine/html/html.service.js';
import type { PagePicture } from '../../src/engine/html/picture-file.js';
import { cacheUses } from '../../src/engine/figures/cache-use.js';
import { findChromium, missingChromium } from '../support/chromium.js';
import { processesNaming } from '../support/processes.js';
import { type Color, distance, Renders } from '../support/renders.js';
import { ScriptedServer } from '../support/scripted-server.js';
import { describeUnless } from '../support/skip.js';

const run = promisify(execFile);
const browserPath = await findChromium();
const describeWithBrowser = describeUnless(missingChromium(browserPath));

const SLOW_MS = 180_000;
const RED: Color = [255, 0, 0];
const BLUE: Color = [0, 0, 255];
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="#00f"/></svg>';

interface Pixels {
  readonly at: (x: number, y: number) => readonly number[];
  readonly bytes: Buffer;
}

/** Waits until no process names a folder. The last ones take a moment to end after the browser is killed. */
async function isGone(folder: string): Promise<void> {
  let left = await processesNaming(folder);
  for (let tries = 0; left.length > 0 && tries < 50; tries++) {
    await delay(100);
    left = await processesNaming(folder);
  }
  expect(left).toEqual([]);
}

describeWithBrowser('pages of HTML', () => {
  let renders: Renders;
  let server: ScriptedServer;
  let html: HtmlService;

  beforeAll(async () => {
    server = await ScriptedServer.start();
    renders = await Renders.start({
      VIDEOCRAFT_BROWSER_PATH: browserPath!,
      VIDEOCRAFT_BROWSER_TIMEOUT_SECONDS: '20',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host,
    });
    html = renders.engines.get(HtmlService);
  }, SLOW_MS);

  afterAll(async () => {
    await renders.stop();
    await server.close();
  });

  const page = (source: string, more: Partial<HtmlPage> = {}): HtmlPage => ({
    ...{ html: source, css: '', width: 100, height: 50, pixelRatio: 1 },
    ...more,
  });

  async function draw(...pages: HtmlPage[]): Promise<PagePicture[]> {
    const workDir = await mkdtemp(join(renders.dir, 'draw-'));
    const session = renders.engines.media.open();
    const signal = AbortSignal.timeout(SLOW_MS);
    const pointer = '/elements/0';
    const options = { pointer, workDir, signal, localSources: false, maxBytes: 1 << 20 };
    try {
      return await html.draw(pages, {
        workDir,
        signal,
        fetchFile: () => (address) => session.acquireBytes(address, options),
        onPage: () => {},
      });
    } finally {
      session.close();
    }
  }

  async function pixels({ png }: PagePicture, width = 100): Promise<Pixels> {
    const path = join(await mkdtemp(join(renders.dir, 'png-')), 'page.png');
    await writeFile(path, png);
    const { ffmpegPath } = renders.engines.ffmpeg.tools;
    const args = ['-v', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'];
    const { stdout } = await run(ffmpegPath, args, { encoding: 'buffer', maxBuffer: 1 << 28 });
    return {
      bytes: stdout,
      at: (x, y) => [...stdout.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)],
    };
  }

  it(
    'become transparent pictures with the rules of the page and those beside it',
    async () => {
      const source = '<style>.a{background:red}</style><div class="a box"></div><p class="b">x</p>';
      const css =
        '.box{width:20px;height:10px} .b{background:rgba(0,0,255,.5);margin:0;width:30px}';
      const [picture] = await draw(page(source, { css }));
      expect(picture!.warnings).toEqual([]);
      const { at, bytes } = await pixels(picture!);
      expect(bytes.length).toBe(100 * 50 * 4);
      expect(at(5, 5)).toEqual([255, 0, 0, 255]);
      expect(at(50, 40)[3]).toBe(0);
      const [red, , blue, alpha] = at(28, 25);
      expect([red, blue]).toEqual([0, 255]);
      expect(alpha).toBeGreaterThan(125);
      expect(alpha).toBeLessThan(130);
    },
    SLOW_MS,
  );

  it(
    'are as fine as their pixel ratio',
    async () => {
      const [picture] = await draw(page('<p>fine</p>', { pixelRatio: 2 }));
      expect(picture!.png.readUInt32BE(16)).toBe(200);
      expect(picture!.png.readUInt32BE(20)).toBe(100);
    },
    SLOW_MS,
  );

  it(
    'have the fonts of texts, also for what a family lacks, and none of the machine',
    async () => {
      const families = ['Arial', '"Arimo"', 'sans-serif', 'Anton', '"Noto Sans JP"', 'Nowhere'];
      const line = (family: string, text: string) =>
        page(`<div style='font:40px ${family};white-space:nowrap'>${text}</div>`);
      const [arial, arimo, sans, anton] = await draw(
        ...families.map((family) => line(family, 'Hand')),
      );
      expect(arial!.png.equals(arimo!.png)).toBe(true);
      expect(arial!.png.equals(anton!.png)).toBe(false);
      expect(sans!.png.length).toBeGreaterThan(300);
      // One color of an emoji is neither that of the text nor transparent.
      const [emoji, written, kanji] = await draw(
        line('Inter', '😀'),
        line('Inter', '&#x1F600;'),
        line('Inter', '日本'),
      );
      const colorful = await pixels(emoji!);
      const yellow = Array.from({ length: 40 }, (_, x) => colorful.at(x, 25));
      expect(yellow.some(([red, green, blue]) => red! > 200 && green! > 150 && blue! < 120)).toBe(
        true,
      );
      expect(written!.png.equals(emoji!.png)).toBe(true);
      // A box for a missing character is the same for every one.
      const [other] = await draw(line('Inter', '本日'));
      expect(kanji!.png.equals(other!.png)).toBe(false);
    },
    SLOW_MS,
  );

  it(
    'are drawn once',
    async () => {
      const hits = () => cacheUses().find(({ cache }) => cache === 'pages')!.hits;
      const [first] = await draw(page('<b>once</b>'));
      const before = hits();
      const [second] = await draw(page('<b>once</b>'));
      expect(hits()).toBe(before + 1);
      expect(second!.png.equals(first!.png)).toBe(true);
    },
    SLOW_MS,
  );

  it(
    'stand still: at the end of an animation, or at the start of an endless one',
    async () => {
      const css =
        '@keyframes go{from{background:#f00}to{background:#00f}} div{width:50px;height:50px;float:left}' +
        '.once{animation:go 10s forwards} .always{animation:go 10s infinite}';
      const [picture] = await draw(page('<div class=once></div><div class=always></div>', { css }));
      const { at } = await pixels(picture!);
      expect(at(10, 10)).toEqual([0, 0, 255, 255]);
      expect(at(60, 10)).toEqual([255, 0, 0, 255]);
      expect(picture!.warnings).toEqual([
        'Animations of the page are shown at their end, and do not move.',
        'Endless animations of the page are shown at their start.',
      ]);
    },
    SLOW_MS,
  );

  it(
    'fetch pictures and style sheets as the service does, and keep none of them',
    async () => {
      let color = '#00f';
      server.scripts.set('/a.svg', (_, response) => response.end(SVG.replace('#00f', color)));
      server.scripts.set('/a.css', (_, response) => response.end('img{margin:4px}'));
      const source = `<link rel=stylesheet href="${server.url}/a.css"><img src="${server.url}/a.svg">`;
      const [picture] = await draw(page(source));
      expect(picture!.warnings).toEqual([]);
      expect((await pixels(picture!)).at(8, 8)).toEqual([0, 0, 255, 255]);
      color = '#f00';
      const [next] = await draw(page(source));
      expect((await pixels(next!)).at(8, 8)).toEqual([255, 0, 0, 255]);
      expect(server.headersOf('/a.svg', 'user-agent')[0]).toMatch(/^VideoCraft/);
    },
    SLOW_MS,
  );

  it(
    'leave out what cannot be fetched, with a warning',
    async () => {
      const source = [
        '<img src="http://127.0.0.1:1/x.png">',
        '<img src="logo.png">',
        `<script src="${server.url}/x.js"></script>`,
        '<script>document.body.style.background="red"</script>',
        `<iframe src="${server.url}/frame"></iframe>`,
        `<video src="${server.url}/video.mp4"></video>`,
      ].join('');
      server.requests.length = 0;
      const [picture] = await draw(page(source));
      expect((await pixels(picture!)).at(90, 40)[3]).toBe(0);
      expect(server.requests).toEqual([]);
      const said = picture!.warnings.join('\n');
      expect(said).toContain('"http://127.0.0.1:1/x.png" is left out.');
      expect(said).toContain('"/logo.png" is left out. A page has no folder');
      expect(said).toContain('without scripts and frames: <script>, <iframe>, <video>.');
    },
    SLOW_MS,
  );

  describe('that attack', () => {
    const ATTACKS: Readonly<Record<string, string>> = {
      frames: '<iframe src="file:///etc/passwd" width=100 height=50></iframe>',
      objects: '<object data="file:///etc/passwd" width=100 height=50></object>',
      'a refresh': '<meta http-equiv="refresh" content="0;url=file:///etc/passwd">',
      'a refresh of itself': '<meta http-equiv="refresh" content="0">',
      'a base': '<base href="file:///etc/"><img src="passwd"><iframe src="passwd"></iframe>',
      styles: '<link rel=stylesheet href="file:///etc/passwd">',
      'names of the document': '<form name=fonts></form><img name=getAnimations><img name=images>',
      'another document': `</body></html><script>location='file:///etc/passwd'</script>`,
      handlers:
        '<img src=x onerror="location=\'file:///etc/passwd\'"><svg onload="location=\'file:///\'">',
      svg: '<svg><foreignObject><iframe src="file:///etc/passwd"></iframe></foreignObject></svg>',
    };

    it(
      'show no files of the machine',
      async () => {
        const secret = await renders.source('secret.png', 'color=black:size=100x50');
        const image = `<img src="file://${secret}"><p style="background:url(file://${secret})">&nbsp;`;
        const attacks = { ...ATTACKS, pictures: image };
        const pictures = await draw(...Object.values(attacks).map((source) => page(source)));
        for (const [index, name] of Object.keys(attacks).entries()) {
          const { at } = await pixels(pictures[index]!);
          const dark = Array.from({ length: 90 * 40 }, (_, one) =>
            at(5 + (one % 90), 5 + Math.floor(one / 90)),
          ).filter(([red, , , alpha]) => alpha! > 200 && red! < 60);
          expect({ name, dark: dark.length }).toEqual({ name, dark: 0 });
        }
      },
      SLOW_MS,
    );

    it(
      'reach no server, not even by addresses of this machine',
      async () => {
        server.requests.length = 0;
        const { url } = server;
        const source = [
          `<link rel=preconnect href="${url}"><link rel=dns-prefetch href="${url}">`,
          `<link rel=prefetch href="${url}/p"><link rel=preload as=fetch href="${url}/q">`,
          `<form action="${url}/f"><input autofocus></form><a ping="${url}/ping" href="${url}/a">x</a>`,
          `<meta http-equiv=refresh content="0;url=${url}/refresh">`,
          `<audio src="${url}/audio" autoplay></audio><embed src="${url}/embed">`,
          `<style>@import url(${url}/import.css);</style>`,
        ].join('');
        await draw(page(source));
        expect(server.requests.map(({ url: path }) => path)).toEqual(['/import.css']);
      },
      SLOW_MS,
    );

    it(
      'end in time and leave nothing behind',
      async () => {
        const deep = '<div><table><tr><td>'.repeat(40_000);
        const failure = await draw(page(deep, { css: 'td{columns:3}' })).then(
          () => null,
          (error: unknown) => error,
        );
        if (failure !== null) expect(failure).toBeInstanceOf(HtmlError);
        await isGone(renders.dir);
        const left = await readdir(renders.dir, { recursive: true });
        expect(left.filter((name) => name.includes('browser-'))).toEqual([]);
        // The next page is drawn.
        expect((await draw(page('<i>next</i>')))[0]!.png.length).toBeGreaterThan(100);
      },
      SLOW_MS,
    );
  });

  it(
    'are as confined by limits alone',
    async () => {
      const weak = await Renders.start({
        VIDEOCRAFT_BROWSER_PATH: browserPath!,
        VIDEOCRAFT_FFMPEG_CONFINEMENT: 'off',
      });
      try {
        server.requests.length = 0;
        const source = `<iframe src="file:///etc/passwd"></iframe><img src="${server.url}/x"><b>x</b>`;
        const workDir = await mkdtemp(join(weak.dir, 'draw-'));
        const [picture] = await weak.engines.get(HtmlService).draw([page(source)], {
          workDir,
          signal: AbortSignal.timeout(SLOW_MS),
          fetchFile: () => () => Promise.reject(new Error('Nothing is fetched.')),
          onPage: () => {},
        });
        expect(picture!.warnings).toContain(`"${server.url}/x" is left out. Nothing is fetched.`);
        expect(server.requests).toEqual([]);
        expect(await processesNaming(weak.dir)).toEqual([]);
      } finally {
        await weak.stop();
      }
    },
    SLOW_MS,
  );

  it(
    'are elements of videos',
    async () => {
      const decoded = await renders.renderAndDecode({
        width: 320,
        height: 180,
        scenes: [
          {
            duration: 0.2,
            'background-color': '#0000FF',
            elements: [
              {
                type: 'html',
                html: '<div style="background:red;height:100%"></div>',
                width: 160,
                height: 90,
                x: 10,
                y: 20,
              },
            ],
          },
        ],
      });
      expect(distance(decoded.at(0, 90, 65), RED)).toBeLessThan(6);
      expect(distance(decoded.at(0, 4, 65), BLUE)).toBeLessThan(6);
      expect(distance(decoded.at(0, 200, 65), BLUE)).toBeLessThan(6);
      expect(distance(decoded.at(0, 90, 150), BLUE)).toBeLessThan(6);
      expect(renders.warnings).toEqual([]);
    },
    SLOW_MS,
  );
});
