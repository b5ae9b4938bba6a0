import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type ClientService, startClientService } from '../support/client-service.js';
import { clientTypes } from '../support/client-types.js';
import { buildN8nNode, N8nHost, n8nIsMissing, type Workflow } from '../support/n8n-host.js';
import { itUnless, missingProgram } from '../support/skip.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLIENTS = join(ROOT, 'clients');
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');

const withCurl = itUnless(await missingProgram('curl'));
const python = await pythonWith('httpx');
const withPython = itUnless(python === null ? 'no Python has httpx' : null);
const withN8n = itUnless(n8nIsMissing());

/** The first Python that has a package. In CI, one must. */
async function pythonWith(name: string): Promise<string | null> {
  for (const program of ['python3', '/usr/bin/python3']) {
    const has = await run(program, ['-c', `import ${name}, setuptools, wheel`]).then(
      () => true,
      () => false,
    );
    if (has) return program;
  }
  if (process.env['CI']) throw new Error(`No Python has ${name}. Install python3-${name}.`);
  return null;
}

/** The blocks of code of a page in a language. */
async function snippets(page: string, language: string): Promise<string[]> {
  const text = await readFile(join(ROOT, 'docs', page), 'utf8');
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'gm'))].map(
    ([, code]) => code!,
  );
}

// One service for all of them.
describe('against the live service', () => {
  let service: ClientService;
  let folder: string;
  let env: Record<string, string>;

  beforeAll(async () => {
    service = await startClientService('videocraft-packages-');
    ({ folder } = service);
    const { url, key } = service;
    env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      VIDEOCRAFT_URL: url,
      VIDEOCRAFT_API_KEY: key,
      API: `${url}/api/v1`,
      API_KEY: key,
      PYTHONDONTWRITEBYTECODE: '1',
    };
  }, 120_000);

  afterAll(() => service.close(), 60_000);

  async function expectVideo(file: string): Promise<void> {
    expect((await readFile(file)).toString('latin1', 4, 8)).toBe('ftyp');
  }

  describe('the npm package', () => {
    let consumer: string;

    beforeAll(async () => {
      consumer = join(folder, 'consumer');
      const source = join(folder, 'typescript');
      await copySources('typescript', source);
      // As `npm pack` does, which finds the compiler beside the sources.
      for (const project of ['tsconfig.json', 'tsconfig.cjs.json']) {
        await run(process.execPath, [TSC, '-p', join(source, project)]);
      }
      await run(process.execPath, ['mark-commonjs.mjs'], { cwd: source });
      const pack = ['pack', '--ignore-scripts', '--pack-destination', folder];
      const { stdout } = await run('npm', pack, { cwd: source });
      await mkdir(consumer);
      await writeFile(join(consumer, 'package.json'), '{ "type": "module", "private": true }');
      const tarball = join(folder, stdout.trim().split('\n').pop()!);
      const flags = ['--offline', '--no-audit', '--no-fund', '--ignore-scripts'];
      await run('npm', ['install', ...flags, tarball], { cwd: consumer });
    }, 180_000);

    /** `UPDATE_CLIENT=1` rewrites the types after a change of the API. */
    it('has the types of the OpenAPI document', async () => {
      const document = await (await fetch(`${service.url}/docs/openapi.json`)).text();
      const generated = await clientTypes(document);
      const file = join(CLIENTS, 'typescript/src/schema.ts');
      if (process.env['UPDATE_CLIENT']) await writeFile(file, generated);
      expect(await readFile(file, 'utf8')).toBe(generated);
    }, 60_000);

    it('contains only what it needs, and no dependency', async () => {
      const installed = join(consumer, 'node_modules/@videocraft/client');
      expect((await readdir(installed)).sort()).toEqual([
        'LICENSE',
        'README.md',
        'dist',
        'package.json',
      ]);
      expect(
        (await readdir(join(consumer, 'node_modules'))).filter((one) => one[0] !== '.'),
      ).toEqual(['@videocraft']);
    });

    it('runs the example of docs/clients.md as it stands', async () => {
      const [example] = await snippets('clients.md', 'javascript');
      await writeFile(join(consumer, 'video.mjs'), example!);
      const { stdout } = await run(process.execPath, ['video.mjs'], { cwd: consumer, env });
      expect(stdout).toMatch(/^[\d.]+ \w+$/m);
      expect(stdout).toMatch(/^video\.mp4 \d{4,}$/m);
      await expectVideo(join(consumer, 'video.mp4'));
    }, 90_000);

    it('can be required, and renders with events, links, and parts', async () => {
      const file = join(consumer, 'all.cjs');
      const size = 3 * 65_536 + 17;
      await writeFile(
        file,
        `const { VideoCraft, ApiError } = require('@videocraft/client');
         const assert = require('node:assert/strict');
         const { VIDEOCRAFT_API_KEY: apiKey, VIDEOCRAFT_URL: baseUrl } = process.env;
         const videocraft = new VideoCraft({ apiKey, baseUrl });
         const bytes = new Uint8Array(${size}).fill(32);
         bytes.set(new TextEncoder().encode('1\\n00:00:00,200 --> 00:00:00,900\\nHello\\n'));
         (async () => {
           const seen = [];
           const options = { name: 'parts.srt', partBytes: 65_536, onProgress: (one) => seen.push(one) };
           const asset = await videocraft.assets.upload(new Blob([bytes]), options);
           assert.equal(asset.size_bytes, ${size});
           assert.equal(asset.name, 'parts.srt');
           assert.equal(seen.length, 4);
           assert.equal((await videocraft.assets.upload(bytes)).id, asset.id);
           const config = { width: 64, height: 64, scenes: [{ duration: 1 }] };
           const job = await videocraft.videos.create(config, { idempotencyKey: 'one' });
           const again = await videocraft.videos.create(config, { idempotencyKey: 'one' });
           assert.equal(again.job_id, job.job_id);
           const types = [];
           for await (const event of videocraft.videos.events(job.job_id)) types.push(event.type);
           assert.equal(types[0], 'job.accepted');
           assert.equal(types.at(-1), 'job.completed');
           const video = await videocraft.videos.render(config);
           const link = await videocraft.videos.createLink(video.id, { expiresInSeconds: 60 });
           const linked = await fetch(new URL(link.url, baseUrl));
           const { bytes: read, size } = await videocraft.videos.download(video.id);
           assert.equal((await linked.arrayBuffer()).byteLength, size);
           assert.equal((await read()).length, size);
           let count = 0;
           for await (const one of videocraft.videos.all()) count += one.id === video.id ? 1 : 0;
           assert.equal(count, 1);
           const template = await videocraft.templates.create({ name: 'a', config });
           await videocraft.templates.delete(template.id);
           await videocraft.webhooks.set({ url: 'https://hooks.example.com/' });
           assert.match((await videocraft.webhooks.createSecret()).secret, /^whsec_/);
           await videocraft.webhooks.remove();
           await videocraft.videos.delete(video.id);
           await assert.rejects(videocraft.videos.get(video.id), { code: 'VIDEO_NOT_FOUND' });
           const wrong = { scenes: [{ duration: 0 }] };
           const refused = await videocraft.videos.create(wrong).catch((error) => error);
           assert.ok(refused instanceof ApiError);
           assert.equal(refused.errors[0].pointer, '/scenes/0/duration');
           assert.equal((await fetch(refused.helpUrl)).status, 200);
           console.log('passed');
         })();`,
      );
      const { stdout } = await run(process.execPath, [file], { cwd: consumer, env });
      expect(stdout).toBe('passed\n');
    }, 90_000);

    it('has types that find mistakes in a config', async () => {
      const file = join(consumer, 'typed.mts');
      await writeFile(
        file,
        `import { VideoCraft, type Job, type VideoConfig } from '@videocraft/client';
         const videocraft = new VideoCraft({ apiKey: 'key' });
         const config: VideoConfig = { scenes: [{ duration: 1, elements: [{ type: 'text', text: 'a' }] }] };
         const created = await videocraft.videos.create(config);
         const job: Job = await videocraft.jobs.get(created.job_id);
         export const status: 'pending' | 'processing' | 'completed' | 'failed' | 'cancelled' = job.status;
         await videocraft.videos.create({ width: '{{ w }}', variables: { w: 640 }, scenes: [] });
         await videocraft.videos.create({ template: 'id', variables: { a: 1 } });
         // @ts-expect-error not every text is an expression
         await videocraft.videos.create({ width: 'wide', scenes: [] });
         // @ts-expect-error unknown field
         await videocraft.videos.create({ scene: [] });
         // @ts-expect-error unknown type of element
         const wrong: VideoConfig = { scenes: [{ elements: [{ type: 'picture', src: 'a' }] }] };
         export { wrong };`,
      );
      const compilerOptions = {
        noEmit: true,
        strict: true,
        target: 'ES2022',
        module: 'nodenext',
      };
      const browser = { lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [] };
      const typeRoots = [join(ROOT, 'node_modules/@types')];
      for (const place of [browser, { lib: ['ES2022'], types: ['node'], typeRoots }]) {
        const project = { compilerOptions: { ...compilerOptions, ...place }, files: ['typed.mts'] };
        await writeFile(join(consumer, 'tsconfig.json'), JSON.stringify(project));
        const compiled = await run(process.execPath, [TSC, '-p', consumer]).catch(
          (error: unknown) => error as { stdout: string },
        );
        expect(compiled.stdout).toBe('');
      }
    }, 90_000);
  });

  describe('the Python package', () => {
    let site: string;
    const runPython = (file: string, args: readonly string[] = []) =>
      run(python!, [file, ...args], { cwd: folder, env: { ...env, PYTHONPATH: site } });

    beforeAll(async () => {
      if (python === null) return;
      site = join(folder, 'site');
      const source = join(folder, 'python');
      await copySources('python', source);
      const offline = ['--no-deps', '--no-index', '--disable-pip-version-check', '--quiet'];
      const wheel = [
        '-m',
        'pip',
        'wheel',
        ...offline,
        '--no-build-isolation',
        '-w',
        folder,
        source,
      ];
      await run(python, wheel, { env });
      const name = (await readdir(folder)).find((one) => one.endsWith('.whl'))!;
      await run(
        python,
        ['-m', 'pip', 'install', ...offline, '--target', site, join(folder, name)],
        {
          env,
        },
      );
    }, 120_000);

    withPython('is typed, and its synchronous client is that of its asynchronous one', async () => {
      expect(await readdir(join(site, 'videocraft'))).toContain('py.typed');
      await run(python!, [join(CLIENTS, 'python/make_sync.py'), '--check'], { env });
    });

    withPython(
      'runs the examples of docs/clients.md as they stand',
      async () => {
        const [sync, asynchronous] = await snippets('clients.md', 'python');
        await writeFile(join(folder, 'video.py'), sync!);
        await writeFile(join(folder, 'async_video.py'), asynchronous!);
        expect((await runPython('video.py')).stdout).toMatch(/video\.mp4\n$/);
        await expectVideo(join(folder, 'video.mp4'));
        const { stdout } = await runPython('async_video.py');
        expect(stdout).toMatch(/^job\.accepted\n[^]*job\.completed\n$/);
        await expectVideo(join(folder, 'async.mp4'));
      },
      90_000,
    );

    withPython(
      'repeats, continues, and refuses',
      async () => {
        const file = join(ROOT, 'test/fixtures/python/client_faults.py');
        expect((await runPython(file)).stdout).toBe('passed\n');
      },
      120_000,
    );
  });

  describe('the n8n node', () => {
    let host: N8nHost;

    beforeAll(async () => {
      if (n8nIsMissing() !== null) return;
      const built = await buildN8nNode(join(folder, 'n8n'));
      host = await N8nHost.open(built, { baseUrl: service.url, apiKey: env['API_KEY']! });
    }, 120_000);

    const flow = async () => {
      const file = join(CLIENTS, 'n8n-nodes-videocraft/examples/create-and-download.json');
      return JSON.parse(await readFile(file, 'utf8')) as Workflow;
    };

    withN8n(
      'runs its example: creates a video and downloads it',
      async () => {
        const { nodes } = await flow();
        const [made] = await host.run(nodes[1]!, [{ json: {} }]);
        expect(made).toMatchObject({ json: { status: 'completed' }, pairedItem: { item: 0 } });
        const [file] = await host.run(nodes[2]!, [made!]);
        expect(file!.binary!['data']).toMatchObject({ mimeType: 'video/mp4' });
        const bytes = host.stored(file!.binary!['data']!);
        expect(bytes.toString('latin1', 4, 8)).toBe('ftyp');
        expect(bytes).toHaveLength(made!.json['size_bytes'] as number);
      },
      90_000,
    );

    withN8n(
      'uploads binary data in parts, and from a URL',
      async () => {
        const bytes = silence(17 * 1024 * 1024);
        const binary = { data: host.store(bytes, 'silence.wav') };
        const operation = { resource: 'asset', operation: 'upload', binaryProperty: 'data' };
        const [asset] = await host.runWith(operation, [{ json: {}, binary }]);
        expect(asset!.json).toMatchObject({ name: 'silence.wav', size_bytes: bytes.length });
        const text = Buffer.from('1\n00:00:00,200 --> 00:00:00,900\nHello\n');
        const inMemory = { data: { data: text.toString('base64'), mimeType: 'x' } };
        const [small] = await host.runWith(operation, [{ json: {}, binary: inMemory }]);
        expect(small!.json['size_bytes']).toBe(text.length);
        const url = `http://${service.mediaHost}/test/media/speech/report.mp3`;
        const [fetched] = await host.runWith({ resource: 'asset', operation: 'fromUrl', url }, [
          { json: {} },
        ]);
        expect(fetched!.json['content_type']).toBe('audio/mpeg');
        const [gone] = await host.runWith({ resource: 'asset', operation: 'delete' }, [fetched!]);
        expect(gone!.json['deleted']).toBe(true);
      },
      60_000,
    );

    withN8n(
      'says what is wrong, and goes on if it may',
      async () => {
        const parameters = { resource: 'video', operation: 'create', from: 'config' };
        const wrong = { ...parameters, config: '{ "scenes": [{ "duration": 0 }] }' };
        await expect(host.runWith(wrong, [{ json: {} }])).rejects.toMatchObject({
          message: 'The request is not valid',
          description: expect.stringContaining('/scenes/0/duration') as string,
          httpCode: '400',
        });
        const results = await host.runWith(wrong, [{ json: {} }, { json: {} }], true);
        expect(results.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
        expect(results[1]!.json['error']).toBe('The request is not valid');
        const broken = { ...parameters, config: '{ scenes' };
        await expect(host.runWith(broken, [{ json: {} }])).rejects.toThrow('not valid JSON');
        const src = `http://${service.mediaHost}/missing.mp3`;
        const missing = { scenes: [{ elements: [{ type: 'audio', src }] }] };
        const failing = { ...parameters, config: JSON.stringify(missing) };
        await expect(host.runWith(failing, [{ json: {} }])).rejects.toMatchObject({
          message: 'The video is failed',
          description: expect.stringContaining('SOURCE_NOT_FOUND') as string,
        });
      },
      90_000,
    );

    withN8n('contains nothing of n8n', async () => {
      const { stdout } = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        cwd: host.folder,
      });
      const [{ files }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
      for (const { path } of files) {
        expect(path).toMatch(/^(dist\/(credentials|nodes)\/|package\.json|LICENSE|README\.md)/);
      }
    });
  });

  describe('docs/api-overview.md', () => {
    withCurl(
      'works as it stands, from top to bottom',
      async () => {
        const page = await snippets('api-overview.md', 'bash');
        // Only the first block names the address and the key, which differ here.
        const script = page.join('\n').replace(/^export API=.*$/m, `export API=${env['API']}`);
        const place = join(folder, 'overview');
        await mkdir(join(place, 'data/secrets'), { recursive: true });
        await writeFile(join(place, 'data/secrets/admin-api-key'), env['API_KEY']!);
        const { stdout } = await run('bash', ['-euc', script], { cwd: place, env });
        expect(stdout).toMatch(/^[0-9a-f-]{36}$/m);
        expect(stdout).toContain('"status":"completed"');
        expect(stdout).toContain('"total":');
        expect(stdout).toContain('"ffmpeg');
        expect(stdout).toContain('"pointer":"/scenes/0/duration"');
        await expectVideo(join(place, 'result.mp4'));
        expect((await readFile(join(place, 'still.png'))).toString('latin1', 1, 4)).toBe('PNG');
        // The previews of docs/api.md use the same variables and the same file.
        const blocks = await snippets('api.md', 'bash');
        const previews = blocks.find((block) => block.includes('/videos/still'));
        const variables = script.match(/^export .*$/gm)!.join('\n');
        await run('bash', ['-euc', `${variables}\n${previews}`], { cwd: place, env });
        expect((await readFile(join(place, 'still.webp'))).toString('latin1', 8, 12)).toBe('WEBP');
        await expectVideo(join(place, 'draft.mp4'));
      },
      90_000,
    );

    it('has a class in JavaScript that works as it stands', async () => {
      const [code] = await snippets('api-overview.md', 'javascript');
      await writeFile(join(folder, 'videocraft.mjs'), code!);
      const { stdout } = await run(process.execPath, ['videocraft.mjs'], { cwd: folder, env });
      expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
      await expectVideo(join(folder, 'javascript.mp4'));
    }, 60_000);

    withPython(
      'has a class in Python that works as it stands',
      async () => {
        const [code] = await snippets('api-overview.md', 'python');
        await writeFile(join(folder, 'videocraft_api.py'), code!);
        const has = await pythonHas('requests');
        const path = has ? {} : { PYTHONPATH: join(ROOT, 'test/fixtures/python') };
        const { stdout } = await run(python!, ['videocraft_api.py'], {
          cwd: folder,
          env: { ...env, ...path },
        });
        expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
        await expectVideo(join(folder, 'python.mp4'));
      },
      60_000,
    );
  });
});

function pythonHas(name: string): Promise<boolean> {
  return run(python!, ['-c', `import ${name}`]).then(
    () => true,
    () => false,
  );
}

/** A sound of this size without sound (16-bit PCM at 48 kHz). */
function silence(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.write('RIFF\0\0\0\0WAVEfmt ');
  bytes.writeUInt32LE(size - 8, 4);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(48_000, 24);
  bytes.writeUInt32LE(96_000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(size - 44, 40);
  return bytes;
}

/** The sources of a client, without what was built in their folder. */
async function copySources(name: string, target: string): Promise<void> {
  const built = /\/(dist|build|node_modules|__pycache__|[^/]+\.egg-info)$/;
  await cp(join(CLIENTS, name), target, {
    recursive: true,
    filter: (source) => !built.test(source),
  });
}
