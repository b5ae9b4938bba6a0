import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const { resolve } = createRequire(import.meta.url);
const METADATA = {
  ...{ id: 'loopback-sans', family: 'Loopback Sans', weights: [400, 700], styles: ['normal'] },
  ...{ subsets: ['latin-ext', 'latin'], defSubset: 'latin' },
};
const PACKAGE = '@fontsource/loopback-sans';

/** A family with the letters of Anton in its regular weight, and those of Bangers in its bold one. */
describe('fonts by name', () => {
  const files = new Map<string, Buffer>();
  const requests: string[] = [];
  let dir: string;
  let server: Server;
  let remote: RenderApp;
  let local: RenderApp;
  let none: RenderApp;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-font-mirror-'));
    files.set(`${PACKAGE}/metadata.json`, Buffer.from(JSON.stringify(METADATA)));
    for (const [weight, source] of [
      [400, '@fontsource/anton/files/anton-latin-400-normal.woff2'],
      [700, '@fontsource/bangers/files/bangers-latin-400-normal.woff2'],
    ] as const) {
      const path = `${PACKAGE}/files/loopback-sans-latin-${weight}-normal.woff2`;
      files.set(path, await readFile(resolve(source)));
    }
    const broken = { ...METADATA, weights: [400] };
    files.set('@fontsource/broken-sans/metadata.json', Buffer.from(JSON.stringify(broken)));
    const page = Buffer.from('<html>no font</html>');
    files.set('@fontsource/broken-sans/files/broken-sans-latin-400-normal.woff2', page);
    for (const [path, bytes] of files) {
      await mkdir(dirname(join(dir, 'mirror', path)), { recursive: true });
      await writeFile(join(dir, 'mirror', path), bytes);
    }
    server = createServer(({ url = '' }, response) => {
      requests.push(url);
      const body = files.get(url.replace('/npm/', ''));
      response.writeHead(body ? 200 : 404).end(body);
    });
    await new Promise<void>((ready) => {
      server.listen(0, '127.0.0.1', ready);
    });
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const open = (name: string, mirror: object) =>
      openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: join(dir, name), ...mirror }));
    remote = await open('remote', {
      VIDEOCRAFT_FONTS_MIRROR: `http://${host}/npm/`,
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: host,
    });
    local = await open('local', { VIDEOCRAFT_FONTS_MIRROR: join(dir, 'mirror') });
    none = await open('none', {});
  });

  afterAll(async () => {
    await Promise.all([remote, local, none].map((engines) => engines.close()));
    server.close();
    await rm(dir, { recursive: true, force: true });
  });

  const configOf = (settings: object) => ({
    ...{ width: 320, height: 180, scenes: [{ duration: 1 }] },
    elements: [{ type: 'subtitles', words: [{ word: 'Hamburg', start: 0, end: 1 }], settings }],
  });
  const parse = (engines: RenderApp, config: object) =>
    parseConfig(config, engines.fonts, { subtitleDefaults: {}, localSources: false });

  /** How captions, or a text, are drawn, and the warnings of the job. */
  async function drawn(engines: RenderApp, config: object) {
    const parsed = parse(engines, config);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(engines.config.dataDir, 'attempt-'));
    const { signal } = new AbortController();
    const context = { signal, workDir, localSources: false, onProgress: () => {} };
    const { plan, warnings } = await engines.planner.plan(parsed.project, context);
    return { captions: plan.segments[0]!.captions, warnings };
  }
  const captions = (engines: RenderApp, settings: object) => drawn(engines, configOf(settings));

  it.each([
    ['an address', () => remote],
    ['a folder', () => local],
  ])(
    'come from %s, in their weight',
    async (_, engines) => {
      const family = 'Loopback Sans';
      const regular = await captions(engines(), { 'font-family': family, 'font-weight': 400 });
      const anton = { 'font-family': 'Anton', 'font-weight': 400 };
      expect(regular).toEqual({ ...(await captions(none, anton)), warnings: [] });
      const bangers = { 'font-family': 'Bangers', 'font-weight': 700 };
      const bold = await captions(engines(), { 'font-family': 'loopback sans Bold' });
      expect(bold).toEqual({ ...(await captions(none, bangers)), warnings: [] });
      const text = (settings: object) => ({
        ...{ width: 320, height: 180 },
        scenes: [{ duration: 1, elements: [{ type: 'text', text: 'Hamburg', settings }] }],
      });
      const named = await drawn(engines(), text({ 'font-family': family, 'font-weight': 700 }));
      expect(named).toEqual(await drawn(none, text(bangers)));
    },
    60_000,
  );

  it('are fetched once', () => {
    expect(requests.filter((path) => path.startsWith(`/npm/${PACKAGE}/`)).sort()).toEqual(
      [...files.keys()]
        .filter((path) => path.startsWith(PACKAGE))
        .map((path) => `/npm/${path}`)
        .sort(),
    );
  });

  it('that nobody has are the nearest installed ones, with a warning', async () => {
    const { captions: lines, warnings } = await captions(remote, { 'font-family': 'Gotham Nova' });
    expect(lines).toBe((await captions(none, { 'font-family': 'Montserrat' })).captions);
    expect(warnings).toEqual([
      'The font "Gotham Nova" is not available, so "Montserrat" is in its place (/elements/0). The mirror of the operator has no such family.',
    ]);
    const broken = await captions(local, { 'font-family': 'Broken Sans' });
    expect(broken.warnings[0]).toMatch(/The file of the mirror is not a usable font/);
  }, 60_000);

  it('without a mirror are refused, and name the nearest one', () => {
    const result = parse(none, configOf({ 'font-family': 'Gotham Nova' }));
    expect(result.ok ? '' : result.issues[0]!.message).toMatch(
      /^The font family "Gotham Nova" is not installed\. The nearest is Montserrat\./,
    );
  });

  it('have their weight in their name', async () => {
    const named = await captions(none, { 'font-family': 'Montserrat ExtraBold' });
    const plain = { 'font-family': 'Montserrat', 'font-weight': 800 };
    expect(named).toEqual(await captions(none, plain));
    expect(await captions(remote, { 'font-family': 'Montserrat ExtraBold' })).toEqual(named);
  });
});
