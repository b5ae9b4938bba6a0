import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/load-config.js';
import { Fetcher } from '../../src/engine/fetch/fetcher.js';
import { ScriptedServer } from '../support/scripted-server.js';
import { TestProxy } from '../support/test-proxy.js';

const TLS = new URL('../fixtures/tls/', import.meta.url);

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'videocraft-elsewhere-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function get(url: string, env: Record<string, string>): Promise<string> {
  const file = join(dir, 'fetched');
  const fetcher = new Fetcher(loadConfig({ VIDEOCRAFT_SOURCES_RETRIES: '0', ...env }).sources);
  try {
    await fetcher.fetch(url, file, { pointer: null, signal: new AbortController().signal });
    return await readFile(file, 'utf8');
  } finally {
    fetcher.close();
  }
}

async function secureServer(name: string): Promise<ScriptedServer> {
  const pem = await readFile(new URL(`${name}.pem`, TLS), 'utf8');
  const server = await ScriptedServer.start({ key: pem, cert: pem });
  server.scripts.set('/a', (_request, response) => void response.end('the content'));
  return server;
}

describe('fetching over TLS', () => {
  it.each([
    ['self', 'The TLS certificate of the host is self-signed.'],
    [
      'signed',
      'The TLS certificate of the host is signed by an unknown authority, or the server does not send the intermediate certificates.',
    ],
  ])('explains an invalid certificate: %s', async (name, message) => {
    const server = await secureServer(name);
    try {
      const env = { VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host };
      await expect(get(`${server.url}/a`, env)).rejects.toMatchObject({
        code: 'SOURCE_NOT_FOUND',
        message,
      });
      expect(server.requests).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('reports a host without TLS', async () => {
    const server = await ScriptedServer.start();
    const env = { VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host };
    try {
      await expect(get(`https://${server.host}/a`, env)).rejects.toThrow(
        'The TLS handshake with the host failed.',
      );
    } finally {
      await server.close();
    }
  });
});

describe('fetching through a proxy', () => {
  let server: ScriptedServer;
  let proxy: TestProxy;

  beforeAll(async () => {
    server = await ScriptedServer.start();
    proxy = await TestProxy.start();
    server.scripts.set('/a', (_request, response) => void response.end('the content'));
    server.scripts.set('/moved', (_request, response) => {
      response.writeHead(302, { location: 'http://10.0.0.1/a' }).end();
    });
    proxy.ports.set('media.invalid', server.port);
  });
  beforeEach(() => {
    proxy.requests.length = 0;
    proxy.authorizations.length = 0;
    proxy.credentials = null;
    server.requests.length = 0;
  });
  afterAll(async () => {
    await proxy.close();
    await server.close();
  });

  it.each(['HTTP_PROXY', 'http_proxy'])(
    'sends the full address to the proxy in %s',
    async (name) => {
      expect(await get('http://media.invalid/a?x=1', { [name]: `http://${proxy.host}` })).toBe(
        'the content',
      );
      expect(proxy.requests).toEqual(['GET http://media.invalid/a?x=1']);
      expect(server.requests[0]!.headers.host).toBe('media.invalid');
      expect(proxy.authorizations).toEqual([undefined]);
    },
  );

  it('sends credentials to the proxy and to no other host', async () => {
    proxy.credentials = 'ann:p@ss word';
    const env = { HTTP_PROXY: `ann:p%40ss%20word@${proxy.host}` };
    expect(await get('http://media.invalid/a', env)).toBe('the content');
    expect(server.requests[0]!.headers['proxy-authorization']).toBeUndefined();
    const wrong = { HTTP_PROXY: `ann:wrong@${proxy.host}` };
    await expect(get('http://media.invalid/a', wrong)).rejects.toThrow(
      'The host cannot be reached.',
    );
  });

  it('tunnels https', async () => {
    const secure = await secureServer('other');
    proxy.ports.set('media.invalid:443', secure.port);
    proxy.credentials = 'ann:secret';
    try {
      // The certificate proves that the host answers, not the proxy.
      await expect(
        get('https://media.invalid/a', { HTTPS_PROXY: `http://ann:secret@${proxy.host}` }),
      ).rejects.toThrow('The TLS certificate of the host');
      expect(proxy.requests).toEqual(['CONNECT media.invalid:443']);
      expect(proxy.authorizations[0]).toBe(`Basic ${Buffer.from('ann:secret').toString('base64')}`);
    } finally {
      await secure.close();
    }
  });

  it('reports the same for every host that the proxy cannot reach', async () => {
    const env = { HTTPS_PROXY: `http://${proxy.host}` };
    for (const credentials of [null, 'ann:secret']) {
      proxy.credentials = credentials;
      await expect(get('https://nobody.invalid/a', env)).rejects.toMatchObject({
        code: 'SOURCE_NOT_FOUND',
        message: 'The host cannot be reached.',
        cause: { cause: { status: credentials === null ? 502 : 407 } },
      });
    }
  });

  it.each(['http', 'https'])(
    'blames the proxy, not the host, if the proxy is unavailable (%s)',
    async (scheme) => {
      for (const proxyUrl of ['http://127.0.0.1:1', 'http://nobody.invalid:3128']) {
        const away = { HTTP_PROXY: proxyUrl, HTTPS_PROXY: proxyUrl };
        await expect(get(`${scheme}://media.invalid/a`, away)).rejects.toMatchObject({
          code: 'SOURCE_NOT_FOUND',
          message: 'The host cannot be reached.',
          cause: { cause: { message: 'The proxy cannot be reached.' } },
        });
      }
    },
  );

  it.each([
    ['a private address', 'http://10.0.0.1/a'],
    ['a private address in IPv6', 'https://[fd00::1]/a'],
    ['a cloud metadata address', 'http://169.254.169.254/latest/meta-data/'],
    ['another port', 'http://media.invalid:8080/a'],
    ['another scheme', 'ftp://media.invalid/a'],
    ['a password', 'http://user:password@media.invalid/a'],
    ['loopback by name', 'http://localhost/a'],
  ])('still rejects %s', async (_, url) => {
    const env = { HTTP_PROXY: `http://${proxy.host}`, HTTPS_PROXY: `http://${proxy.host}` };
    await expect(get(url, env)).rejects.toMatchObject({ code: 'SOURCE_BLOCKED' });
    expect(proxy.requests).toEqual([]);
  });

  it('checks redirects too', async () => {
    const env = { HTTP_PROXY: `http://${proxy.host}` };
    await expect(get('http://media.invalid/moved', env)).rejects.toMatchObject({
      code: 'SOURCE_BLOCKED',
    });
    expect(proxy.requests).toHaveLength(1);
  });

  it('connects directly to hosts in NO_PROXY and to this machine', async () => {
    const env = {
      HTTP_PROXY: `http://${proxy.host}`,
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: server.host,
    };
    expect(await get(`${server.url}/a`, env)).toBe('the content');
    const without = { ...env, no_proxy: '.invalid' };
    await expect(get('http://media.invalid/a', without)).rejects.toMatchObject({
      code: 'SOURCE_BLOCKED',
    });
    expect(proxy.requests).toEqual([]);
  });
});
