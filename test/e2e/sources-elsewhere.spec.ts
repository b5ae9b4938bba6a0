import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Program } from '../support/program.js';
import { ScriptedServer } from '../support/scripted-server.js';
import { TestProxy } from '../support/test-proxy.js';

const TLS = fileURLToPath(new URL('../fixtures/tls/', import.meta.url));
const PICTURE = new URL('../media/pictures/i0.jpg', import.meta.url);

/**
 * Node reads parts of its environment only at its start, so these tests need a separate process.
 */
describe('sources over TLS and through a proxy', () => {
  let dir: string;
  let proxy: TestProxy;
  let servers: ScriptedServer[] = [];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-tls-'));
    proxy = await TestProxy.start();
  });
  afterEach(async () => {
    await Promise.all(servers.map((server) => server.close()));
    servers = [];
  });
  afterAll(async () => {
    await proxy.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function serve(certificate: string): Promise<ScriptedServer> {
    const pem = await readFile(join(TLS, `${certificate}.pem`), 'utf8');
    const server = await ScriptedServer.start({ key: pem, cert: pem });
    const picture = await readFile(PICTURE);
    server.scripts.set('/a', (_request, response) => void response.end(picture));
    servers.push(server);
    return server;
  }

  async function render(src: string, env: Record<string, string>) {
    const file = join(dir, 'project.json');
    const elements = [{ type: 'image', src, duration: 0.2 }];
    await writeFile(file, JSON.stringify({ width: 64, height: 36, scenes: [{ elements }] }));
    const all = {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      NODE_EXTRA_CA_CERTS: join(TLS, 'authority.pem'),
      ...env,
    };
    return new Program('cli', ['render', file, '--force', '-o', join(dir, 'out.mp4')], all, dir)
      .ended;
  }

  it('trust the authorities of NODE_EXTRA_CA_CERTS', async () => {
    const server = await serve('signed');
    const env = { VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host };
    expect(await render(`${server.url}/a`, env)).toMatchObject({ code: 0, stderr: '' });
  });

  it('use a proxy tunnel to a host that cannot be resolved locally', async () => {
    const server = await serve('signed');
    proxy.ports.set('media.invalid:443', server.port);
    const done = await render('https://media.invalid/a', { https_proxy: `http://${proxy.host}` });
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(proxy.requests).toEqual(['CONNECT media.invalid:443']);
  });

  it('use the tunnel of an HTTPS proxy', async () => {
    const server = await serve('signed');
    const pem = await readFile(join(TLS, 'signed.pem'), 'utf8');
    const secure = await TestProxy.start({ key: pem, cert: pem });
    secure.ports.set('media.invalid:443', server.port);
    try {
      const env = { HTTPS_PROXY: `https://${secure.host}` };
      expect(await render('https://media.invalid/a', env)).toMatchObject({ code: 0, stderr: '' });
      expect(secure.requests).toEqual(['CONNECT media.invalid:443']);
    } finally {
      await secure.close();
    }
  });

  it.each([
    ['expired', 'has expired'],
    ['future', 'is not valid yet'],
    ['other', 'is for another host name'],
  ])('explain a certificate that is only trusted elsewhere: %s', async (name, what) => {
    const server = await serve(name);
    const env = { VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host };
    expect(await render(`${server.url}/a`, env)).toMatchObject({
      code: 1,
      stderr: `SOURCE_NOT_FOUND at /scenes/0/elements/0: The TLS certificate of the host ${what}.\n`,
    });
  });

  it('report a retry in the output', async () => {
    const server = await serve('signed');
    const picture = await readFile(PICTURE);
    server.scripts.set('/a', (_request, response, nth) => {
      if (nth > 1) response.end(picture);
      else response.writeHead(503).end();
    });
    const env = { VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host };
    expect(await render(`${server.url}/a`, env)).toMatchObject({
      code: 0,
      stderr:
        'Retrying the source of /scenes/0/elements/0 in 0.5 s: The server responded with status 503.\n',
    });
  });
});
