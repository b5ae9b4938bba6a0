import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { loadConfig } from '../../src/config/load-config.js';
import type { CatalogModel } from '../../src/engine/models/model-catalog.js';
import { MODEL_CATALOG } from '../../src/engine/models/model-catalog.js';
import { ModelStorageFull } from '../../src/engine/models/model-error.js';
import { ModelStore } from '../../src/engine/models/model-store.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Models of a data folder, fetched from a server of the test. */
describe('ModelStore', () => {
  const { signal } = new AbortController();
  const served = new Map<string, string>();
  let requests: string[] = [];
  /** The number of requests that get 503. */
  let failing = 0;
  let server: Server;
  let origin: string;
  let dir: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      if (failing > 0) {
        failing--;
        response.writeHead(503).end();
        return;
      }
      const body = served.get(request.url ?? '');
      response.writeHead(body === undefined ? 404 : 200);
      if (body !== 'never ends') response.end(body ?? '');
      else response.write('only a part');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-store-'));
    requests = [];
    served.clear();
    served.set('/pinned/model.onnx', 'the weights');
    served.set('/pinned/tokens.txt', 'the tokens');
    served.set('/open/model.onnx', 'weights of today');
  });

  afterEach(() => rm(dir, { recursive: true, force: true }));

  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const about = { kind: 'test', languages: 'any', licence: 'MIT' };
  const catalog: CatalogModel[] = [
    {
      ...about,
      name: 'pinned',
      files: [
        ['model.onnx', 'the weights'],
        ['tokens.txt', 'the tokens'],
      ].map(([name, content]) => ({
        name: name!,
        url: `https://models.invalid/pinned/${name}`,
        bytes: content!.length,
        sha256: sha256(content!),
      })),
    },
    {
      ...about,
      name: 'open',
      files: [
        {
          name: 'model.onnx',
          url: 'https://models.invalid/open/model.onnx',
          bytes: 20,
          sha256: null,
        },
      ],
    },
  ];

  function store(env: Record<string, string> = {}): ModelStore {
    const config = loadConfig({
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: origin.replace('http://', ''),
      ...env,
    });
    return new ModelStore(join(dir, 'models'), config.sources, origin, catalog);
  }

  it('installs a complete model and reports progress', async () => {
    const seen: [number, number][] = [];
    const folder = await store().install('pinned', {
      signal,
      onProgress: (...progress) => seen.push(progress),
    });
    expect((await readdir(folder)).sort()).toEqual([
      'model.onnx',
      'tokens.txt',
      'videocraft-model.json',
    ]);
    expect(await readFile(join(folder, 'model.onnx'), 'utf8')).toBe('the weights');
    expect(seen.at(-1)).toEqual([21, 21]);
    expect(await readdir(join(dir, 'models'))).toEqual(['checksums', 'pinned']);
    const [first, second] = await store().list();
    expect([first?.installed, second?.installed]).toEqual([true, false]);
  });

  it('retries temporary failures and reports them', async () => {
    failing = 2;
    const retries: string[] = [];
    await store().install('open', { signal, onRetry: ({ reason }) => retries.push(reason) });
    expect(retries).toEqual(Array(2).fill('The server responded with status 503.'));
  });

  it("explains problems with the operator's mirror", async () => {
    const at = (mirror: string, allowed: string) => {
      const { sources } = loadConfig({ VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: allowed });
      const one = new ModelStore(join(dir, 'models'), { ...sources, retries: 0 }, mirror, catalog);
      return one.install('open', { signal });
    };
    await expect(at('http://no-such-mirror.invalid', '')).rejects.toThrow(
      'The host in VIDEOCRAFT_RECOGNITION_MODELS_URL does not exist: its host name has no address.',
    );
    await expect(at('http://127.0.0.1', '')).rejects.toThrow(
      'The host in VIDEOCRAFT_RECOGNITION_MODELS_URL is not on the public internet. To allow it, add it to VIDEOCRAFT_SOURCES_ALLOWED_HOSTS.',
    );
    served.set('/open/model.onnx', '<!doctype html>Log in to the network');
    await expect(at(origin, origin.replace('http://', ''))).rejects.toThrow('opens a web page');
  });

  it('fetches once for concurrent installs', async () => {
    const stores = [store(), store(), store()];
    const one = stores[0]!;
    await Promise.all([...stores, one].map((each) => each.install('pinned', { signal })));
    expect(requests).toEqual(['/pinned/model.onnx', '/pinned/tokens.txt']);
  });

  it('does not repeat a fetch that fails for those who wait for it, but for those who come later', async () => {
    served.set('/pinned/tokens.txt', 'never ends');
    const first = store().install('pinned', { signal });
    while (!requests.includes('/pinned/tokens.txt')) await delay(10);
    // Waits in this process, and as another process would.
    const waiting = [store(), store()].map((one) => one.install('pinned', { signal }));
    const all = Promise.allSettled([first, ...waiting]);
    await delay(300);
    served.set('/pinned/tokens.txt', 'other tokens');
    server.closeAllConnections();
    const reason = { message: expect.stringContaining('wrong checksum') };
    for (const one of await all) expect(one).toMatchObject({ status: 'rejected', reason });
    expect(requests.filter((path) => path === '/pinned/tokens.txt')).toHaveLength(2);
    served.set('/pinned/tokens.txt', 'the tokens');
    await store().install('pinned', { signal });
    expect((await readdir(join(dir, 'models'))).sort()).toEqual(['checksums', 'pinned']);
  });

  it('rejects a file with the wrong checksum', async () => {
    served.set('/pinned/tokens.txt', 'other tokens');
    const install = store().install('pinned', { signal });
    await expect(install).rejects.toThrow(/tokens\.txt of the model pinned has the wrong checksum/);
    expect(await store().isInstalled('pinned')).toBe(false);
    served.set('/pinned/tokens.txt', 'the tokens');
    await store().install('pinned', { signal });
    // The valid file was kept.
    expect(requests.filter((path) => path.endsWith('model.onnx'))).toHaveLength(1);
  });

  it('keeps the checksum of the first install when none is known', async () => {
    await store().install('open', { signal });
    await store().remove('open', false);
    served.set('/open/model.onnx', 'weights of tomorrow');
    await expect(store().install('open', { signal })).rejects.toThrow('wrong checksum');
    served.set('/open/model.onnx', 'weights of today');
    await store().install('open', { signal });
    await store().remove('open', true);
    served.set('/open/model.onnx', 'weights of tomorrow');
    await store().install('open', { signal });
  });

  it('repairs a damaged file and fetches only that one', async () => {
    const folder = await store().install('pinned', { signal });
    await writeFile(join(folder, 'tokens.txt'), 'the t0kens');
    requests = [];
    await store().install('pinned', { signal });
    expect(requests).toEqual(['/pinned/tokens.txt']);
    expect(await readFile(join(folder, 'tokens.txt'), 'utf8')).toBe('the tokens');
  });

  it('leaves no partial file when it is stopped', async () => {
    served.set('/pinned/tokens.txt', 'never ends');
    const cancel = new AbortController();
    const install = store().install('pinned', { signal: cancel.signal });
    while (!requests.includes('/pinned/tokens.txt')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    cancel.abort();
    await expect(install).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readdir(join(dir, 'models/pinned.part'))).toEqual(['model.onnx']);
    expect(await readdir(join(dir, 'models'))).toEqual(['pinned.part']);
  });

  it('shows the progress of another process while it waits', async () => {
    served.set('/pinned/tokens.txt', 'never ends');
    const first = new AbortController();
    const held = store().install('pinned', { signal: first.signal });
    while (!requests.includes('/pinned/tokens.txt')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const seen: [number, number][] = [];
    const stop = new AbortController();
    const waiting = store().install('pinned', {
      signal: stop.signal,
      onProgress: (...progress) => {
        seen.push(progress);
        stop.abort();
      },
    });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    const [done, total] = seen[0]!;
    expect(total).toBe(21);
    expect(done).toBeGreaterThanOrEqual('the weights'.length);
    first.abort();
    await expect(held).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('ends a download whose lock another process has taken', async () => {
    served.set('/pinned/tokens.txt', 'never ends');
    const install = store().install('pinned', { signal });
    while (!requests.includes('/pinned/tokens.txt')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await rm(join(dir, 'models/pinned.lock'), { recursive: true });
    await expect(install).rejects.toThrow('was interrupted for too long');
    served.set('/pinned/tokens.txt', 'the tokens');
    await store().install('pinned', { signal });
  });

  it('fetches nothing that the disk has no room for', async () => {
    const { sources } = loadConfig({
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: origin.replace('http://', ''),
    });
    const full = new ModelStore(join(dir, 'models'), sources, origin, catalog, 1e18);
    const install = full.install('pinned', { signal });
    await expect(install).rejects.toThrow(ModelStorageFull);
    await expect(install).rejects.toThrow(
      /no room for the speech model pinned: 21 bytes are missing, and 0 bytes are free/,
    );
    expect(requests).toEqual([]);
  });

  it('stops waiting for another process on abort', async () => {
    served.set('/pinned/model.onnx', 'never ends');
    const first = new AbortController();
    const held = store().install('pinned', { signal: first.signal });
    while (requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const waiting = store().install('pinned', { signal: AbortSignal.timeout(50) });
    await expect(waiting).rejects.toMatchObject({ name: expect.stringMatching(/Abort|Timeout/) });
    first.abort();
    await expect(held).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('fetches only from allowed hosts, like sources', async () => {
    const strict = store({ VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: '' });
    await expect(strict.install('pinned', { signal })).rejects.toThrow(
      /^Cannot fetch .*(port|public internet)/,
    );
    expect(requests).toEqual([]);
  });

  it('says what is missing', async () => {
    served.delete('/pinned/model.onnx');
    await expect(store().install('pinned', { signal })).rejects.toThrow(
      'Cannot fetch the file model.onnx of the model pinned: The server responded with status 404.',
    );
    await expect(store().install('nobody', { signal })).rejects.toThrow(
      'Known models: pinned, open',
    );
    await expect(store().assertKnown('nobody')).rejects.toThrow('one of pinned, open');
    await expect(store().assertKnown(join(dir, 'nowhere'))).rejects.toThrow(
      /^The speech model .* does not exist/,
    );
  });

  it('changes the revision with the content', async () => {
    const before = await store().revisionOf('open');
    await store().install('open', { signal });
    const after = await store().revisionOf('open');
    expect(after).not.toBe(before);
    expect(await store().revisionOf('open')).toBe(after);
    const folder = join(dir, 'models/open');
    const byPath = await store().revisionOf(folder);
    await writeFile(join(folder, 'tokens.txt'), 'more');
    expect(await store().revisionOf(folder)).not.toBe(byPath);
  });
});

describe('the model catalog', () => {
  it('names each model once, with files at fixed addresses', () => {
    const names = MODEL_CATALOG.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, files } of MODEL_CATALOG) {
      expect(name).toMatch(/^[a-z0-9-]+$/);
      for (const file of files) {
        expect(file.url).toMatch(/^https:\/\/(huggingface\.co|github\.com)\//);
        expect(file.url.endsWith(`/${file.name}`)).toBe(true);
        if (file.sha256 !== null) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
        // A checksum can be known only for an address whose content does not change.
        if (file.url.includes('/resolve/main/')) expect(file.sha256).toBeNull();
      }
    }
  });
});
