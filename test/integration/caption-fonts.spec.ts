import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const { resolve } = createRequire(import.meta.url);
const MONO = resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf');
const ANTON = resolve('@fontsource/anton/files/anton-latin-400-normal.woff2');

describe('custom fonts', () => {
  let dir: string;
  let server: Server;
  let base: string;
  let engines: RenderApp;
  const served = new Map<string, Buffer>();

  beforeAll(async () => {
    served.set('/mono.ttf', await readFile(MONO));
    served.set('/anton.woff2', await readFile(ANTON));
    served.set('/page.html', Buffer.from('<html><body>no font</body></html>'));
    served.set('/broken.ttf', served.get('/mono.ttf')!.subarray(0, 4000));
    served.set('/huge.ttf', Buffer.alloc(25 << 20, 1));
    server = createServer((request, response) => {
      const body = served.get(request.url ?? '');
      response.writeHead(body ? 200 : 404).end(body);
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    dir = await mkdtemp(join(tmpdir(), 'videocraft-fonts-'));
    await mkdir(join(dir, 'fonts'));
    await copyFile(MONO, join(dir, 'fonts', 'mine.ttf'));
    await writeFile(join(dir, 'fonts', 'README'), 'no font');
    engines = await openRenderApp(
      loadConfig({
        VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
        VIDEOCRAFT_FONTS_DIR: join(dir, 'fonts'),
        VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: base,
      }),
    );
  });

  afterAll(async () => {
    server.close();
    await rm(dir, { recursive: true, force: true });
  });

  /** The captions of a video, as ASS. */
  async function captions(settings: object, word = 'Hamburg'): Promise<string | null> {
    const input = {
      width: 320,
      height: 180,
      scenes: [{ duration: 1 }],
      elements: [{ type: 'subtitles', words: [{ word, start: 0, end: 1 }], settings }],
    };
    const parsed = parseConfig(input, engines.fonts, { subtitleDefaults: {}, localSources: false });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const signal = new AbortController().signal;
    const context = { signal, workDir: dir, localSources: false, onProgress: () => {} };
    const { plan } = await engines.planner.plan(parsed.project, context);
    return plan.segments[0]!.captions;
  }

  it.each([
    ['mono.ttf', 'DejaVu Sans Mono', 400],
    ['anton.woff2', 'Anton', 400],
  ])('%s from an address is drawn as the family installed', async (file, family, weight) => {
    const fetched = await captions({ 'font-url': `http://${base}/${file}`, 'font-weight': weight });
    expect(fetched).toBe(await captions({ 'font-family': family, 'font-weight': weight }));
    expect(fetched).not.toBe(await captions({ 'font-weight': weight }));
  });

  it('falls back to the installed families', async () => {
    expect(await captions({ 'font-url': `http://${base}/anton.woff2` }, 'שלום')).toBe(
      await captions({ 'font-family': 'Anton' }, 'שלום'),
    );
  });

  it.each([
    ['a web page', 'page.html', 'MEDIA_INVALID'],
    ['a truncated font', 'broken.ttf', 'MEDIA_INVALID'],
    ['a font that is too large', 'huge.ttf', 'SOURCE_TOO_LARGE'],
    ['an empty file', 'missing.ttf', 'SOURCE_NOT_FOUND'],
  ])('fails the job for %s, naming the setting', async (_, file, code) => {
    await expect(captions({ 'font-url': `http://${base}/${file}` })).rejects.toMatchObject({
      code,
      pointer: '/elements/0/settings/font-url',
    });
  });

  it('reaches no private address through a font URL', async () => {
    await expect(captions({ 'font-url': 'http://127.0.0.1:1/a.ttf' })).rejects.toMatchObject({
      code: 'SOURCE_BLOCKED',
    });
  });

  it('does not keep the font of one video for another', async () => {
    const families = engines.fonts.families();
    await captions({ 'font-url': `http://${base}/mono.ttf` });
    expect(engines.fonts.families()).toEqual(families);
  });
});
