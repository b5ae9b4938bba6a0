import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { withinCacheScope } from '../../src/engine/files/cache-scope.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const PROJECT = {
  width: 64,
  height: 64,
  scenes: [{ duration: 1, elements: [{ type: 'text', text: 'A secret' }] }],
};

let dataDir: string;
let app: RenderApp;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'videocraft-owners-'));
  app = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir }));
});

afterAll(async () => {
  await app.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** How many segments of the project come from the cache, if this key renders it. */
async function cachedFor(owner: string): Promise<{ total: number; cached: number }> {
  const parsed = parseConfig(PROJECT, app.fonts, { subtitleDefaults: {}, localSources: false });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const workDir = await mkdtemp(join(dataDir, 'attempt-'));
  const context = {
    signal: new AbortController().signal,
    workDir,
    outputDir: join(workDir, 'videos'),
    localSources: false,
    onProgress: () => {},
  };
  const render = () => app.renderer.render(parsed.project, context);
  return (await withinCacheScope(owner, render)).segments;
}

it('a key finds what it rendered itself, and nothing that another key rendered', async () => {
  const first = await cachedFor('ann');
  expect(first.cached).toBe(0);
  expect(await cachedFor('ann')).toEqual({ total: first.total, cached: first.total });
  expect(await cachedFor('bob')).toEqual({ total: first.total, cached: 0 });
}, 60_000);

it('keys that render the same side by side do not wait for each other', async () => {
  const both = await Promise.all([cachedFor('carl'), cachedFor('dora')]);
  expect(both.map(({ cached }) => cached)).toEqual([0, 0]);
}, 60_000);
