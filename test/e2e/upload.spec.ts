import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '../support/program.js';
import { startTestService, type TestService } from '../support/service.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('videocraft upload', () => {
  let dir: string;
  let service: TestService;
  let key: string;
  let env: Record<string, string>;
  /** Passes requests on to the service, and breaks the connections of some. */
  let proxy: Server;
  let proxyUrl: string;
  let breaks = 0;
  const methods: string[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-upload-'));
    service = await startTestService({ VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0' });
    key = (await service.key('videos:write', 'videos:read')).key;
    await writeFile(join(dir, 'key.txt'), `${key}\n`);
    env = { XDG_CACHE_HOME: join(dir, 'cache') };
    proxy = createServer((req, res) => {
      methods.push(req.method!);
      const breaksOff = req.method === 'PATCH' && breaks-- > 0;
      const { url: path = '', method, headers } = req;
      const passed = request(service.url + path, { method, headers }, (answer) => {
        res.writeHead(answer.statusCode!, answer.headers);
        answer.pipe(res);
      });
      passed.on('error', () => res.destroy());
      if (breaksOff) {
        req.once('data', () => {
          passed.destroy();
          req.destroy();
        });
      } else req.pipe(passed);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  }, 120_000);

  afterAll(async () => {
    proxy.closeAllConnections();
    proxy.close();
    await service.close();
    await rm(dir, { recursive: true, force: true });
  }, 60_000);

  const upload = (...args: string[]) =>
    new Program('cli', ['upload', ...args, '--key-file', 'key.txt'], env, dir).ended;

  async function picture(name: string, bytes = 200): Promise<string> {
    await writeFile(join(dir, name), Buffer.concat([PNG, randomBytes(bytes)]));
    return name;
  }

  it('prints the address of each file', async () => {
    const files = [await picture('one ž.png'), await picture('two.png')];
    const { code, stdout, stderr } = await upload(...files, '--url', `${service.url}/`);
    expect([code, stderr]).toEqual([0, '']);
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => /^asset:(.{36})$/.exec(line)![1]!);
    expect(ids).toHaveLength(2);
    const { json } = await service.call(`/assets/${ids[0]}`, { key });
    expect(json.data['name']).toBe('one ž.png');
  });

  it('prints JSON on request, and takes the key as an argument', async () => {
    const file = await picture('json.png');
    const args = ['upload', file, '--json', '--url', `${service.url}/api/v1`, '--key', key];
    const { code, stdout } = await new Program('cli', args, env, dir).ended;
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      file,
      id: expect.stringMatching(/^.{36}$/),
      src: expect.stringMatching(/^asset:/),
    });
  });

  it('goes on after the connection broke', async () => {
    const file = await picture('broken.png', 3_000_000);
    breaks = 2;
    methods.length = 0;
    const { code, stdout, stderr } = await upload(file, '--url', proxyUrl);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^asset:/);
    expect(methods.filter((method) => method === 'PATCH').length).toBeGreaterThan(2);
    expect(methods.filter((method) => method === 'POST')).toHaveLength(1);
    // Nothing is left to continue.
    expect(await readdir(join(dir, 'cache/videocraft/uploads'))).toEqual([]);
  }, 60_000);

  it('continues what an earlier run began', async () => {
    const file = await picture('stopped.png', 3_000_000);
    breaks = 1_000;
    methods.length = 0;
    const stopped = new Program(
      'cli',
      ['upload', file, '--url', proxyUrl, '--key-file', 'key.txt'],
      env,
      dir,
    );
    while (!methods.includes('PATCH')) await new Promise((resolve) => setTimeout(resolve, 20));
    process.kill(stopped.pid, 'SIGINT');
    const first = await stopped.ended;
    expect([first.code, first.stdout]).toEqual([130, '']);
    expect(first.stderr).toContain('The same command continues the upload.');
    expect(await readdir(join(dir, 'cache/videocraft/uploads'))).toHaveLength(1);
    breaks = 0;
    methods.length = 0;
    const second = await upload(file, '--url', proxyUrl);
    expect([second.code, second.stderr]).toEqual([0, '']);
    expect(second.stdout).toMatch(/^asset:/);
    expect(methods).not.toContain('POST');
  }, 60_000);

  it('tells what is wrong, and goes on with the other files', async () => {
    await writeFile(join(dir, 'empty.png'), '');
    await writeFile(join(dir, 'archive.zip'), `PK\u0003\u0004${'\0'.repeat(60)}`);
    const good = await picture('good.png');
    const { code, stdout, stderr } = await upload(
      'missing.png',
      'empty.png',
      'archive.zip',
      good,
      '--url',
      service.url,
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/^asset:.{36}\n$/);
    expect(stderr).toContain('missing.png: The file missing.png does not exist.');
    expect(stderr).toContain('empty.png: The file empty.png is empty.');
    expect(stderr).toContain('archive.zip: MEDIA_INVALID: The source is a ZIP archive');
  });

  it.each([
    ['another address', ['--url', 'ftp://x'], 'Expected --url'],
    ['no service', ['--url', 'http://127.0.0.1:1'], 'does not respond'],
  ])('tells of %s', async (_what, args, reason) => {
    const { code, stderr } = await upload(await picture('x.png'), ...args);
    expect([code, stderr]).toEqual([1, expect.stringContaining(reason)]);
  });

  it('tells of a wrong key, and of none', async () => {
    const file = await picture('key.png');
    const run = (...args: string[]) =>
      new Program('cli', ['upload', file, '--url', service.url, ...args], env, dir).ended;
    expect((await run('--key', 'wrong')).stderr).toContain('INVALID_API_KEY');
    const none = await run();
    expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('--key-file')]);
  });
});

describe('videocraft render', () => {
  it('tells that assets belong to a service', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'videocraft-render-'));
    const src = 'asset:01890000-0000-7000-8000-000000000000';
    const config = { scenes: [{ duration: 1, elements: [{ type: 'image', src }] }] };
    await writeFile(join(dir, 'a.json'), JSON.stringify(config));
    const env = { VIDEOCRAFT_DATA_DIR: join(dir, 'data') };
    const { code, stderr } = await new Program('cli', ['validate', 'a.json'], env, dir).ended;
    await rm(dir, { recursive: true, force: true });
    expect(code).toBe(2);
    expect(stderr).toContain(
      'a.json:1:54#/scenes/0/elements/0/src: An asset belongs to a service. On the command line, use the path',
    );
  });
});
