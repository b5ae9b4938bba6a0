import { type ReverseProxy, startReverseProxy } from '../support/reverse-proxy.js';
import { ADMIN_KEY, PROJECT, startTestService, type TestService } from '../support/service.js';

const PREFIX = '/media/videocraft';

/** All `links`, `url` fields, and similar texts of a response. */
function pathsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^(\/|https?:)\S*$/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}

describe.each([
  ['that removes it', true],
  ['that keeps it', false],
])('below a path of a proxy %s', (_name, strips) => {
  let service: TestService;
  let proxy: ReverseProxy;

  beforeAll(async () => {
    proxy = await startReverseProxy(PREFIX, () => service.url, { stripsPrefix: strips });
    service = await startTestService({
      VIDEOCRAFT_SERVER_PUBLIC_URL: proxy.url,
      VIDEOCRAFT_SERVER_TRUSTED_PROXIES: '1',
    });
  }, 60_000);

  afterAll(async () => {
    await service.close();
    await proxy.close();
  });

  const origin = () => new URL(proxy.url).origin;
  const headers = () => ({ Authorization: `Bearer ${ADMIN_KEY}` });
  const get = async (path: string) => {
    const response = await fetch(`${origin()}${path}`, { headers: headers() });
    return { response, json: (await response.json()) as Record<string, unknown> };
  };
  async function post(path: string, body: unknown) {
    const { json } = await get(`${PREFIX}/api/v1/csrf-token`);
    return fetch(`${proxy.url}/api/v1${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        ...headers(),
        'Content-Type': 'application/json',
        'X-CSRF-Token': String(json['csrf_token']),
      },
    });
  }

  it.each([
    ['/videos', PROJECT],
    ['/templates', { name: 'plain', config: PROJECT }],
    ['/videos/batch', { config: PROJECT, items: [{}] }],
  ])('POST %s creates a resource at its links', async (path, body) => {
    const made = await post(path, body);
    const location = made.headers.get('location')!;
    expect(location).toMatch(new RegExp(`^${PREFIX}/api/v1/[a-z]+/[0-9a-f-]{36}$`));
    const { response, json } = await get(location);
    expect(response.status).toBe(200);
    for (const link of pathsIn(json)) {
      expect(link).toMatch(new RegExp(`^${PREFIX}/api/v1/`));
      expect((await fetch(`${origin()}${link}`, { headers: headers() })).status).toBe(200);
    }
  });

  it.each(['/videos', '/jobs'])('lists of %s have working links', async (path) => {
    const { json } = await get(`${PREFIX}/api/v1${path}?limit=1`);
    const links = pathsIn(json);
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect((await get(link)).response.status).toBe(200);
  });

  it('error pages have working links', async () => {
    const refused = (await (await fetch(`${proxy.url}/api/v1/videos`)).json()) as {
      help_url: string;
    };
    expect(refused.help_url).toBe(`${proxy.url}/docs/errors/MISSING_AUTH_HEADER`);
    const page = await (await fetch(refused.help_url)).text();
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link]) => link!);
    expect(links).toEqual([`${PREFIX}/docs/errors/`, `${PREFIX}/docs`]);
    const index = await (await fetch(`${origin()}${links[0]}`)).text();
    const [, first] = /href="([^"]+)"/.exec(index)!;
    expect((await fetch(`${origin()}${first}`)).status).toBe(200);
    const csrf = await (await fetch(`${proxy.url}/docs/errors/CSRF_TOKEN_REQUIRED`)).text();
    expect(csrf).toContain(`<code>GET ${PREFIX}/api/v1/csrf-token</code>`);
  });

  it('errors show the address of CSRF tokens', async () => {
    const init = { method: 'POST', headers: headers() };
    const answer = await fetch(`${proxy.url}/api/v1/videos`, init);
    const { details } = (await answer.json()) as { details: string };
    expect(details).toContain(`from GET ${PREFIX}/api/v1/csrf-token.`);
  });

  it('the API description shows the right address', async () => {
    const { json } = await get(`${PREFIX}/docs/openapi.json`);
    expect(json['servers']).toEqual([{ url: proxy.url }]);
    expect((json['info'] as { description: string }).description).toContain(
      `(${PREFIX}/docs/errors/)`,
    );
    expect(JSON.stringify(json)).not.toMatch(/http:\/\/localhost:3002/);
  });

  it('health checks, pages, and schemas are available', async () => {
    for (const path of ['/live', '/docs', '/docs/', '/schema/video-config.json']) {
      expect([path, (await fetch(`${proxy.url}${path}`)).status]).toEqual([path, 200]);
    }
    expect((await fetch(`${proxy.url}/nothing`)).status).toBe(404);
  });

  it.each(['', '/'])('the studio is at the path with %j at its end', async (end) => {
    const page = await fetch(proxy.url + end);
    expect(page.status).toBe(200);
    const text = await page.text();
    expect(text).toContain(`<base href="${PREFIX}/" />`);
    const [, script] = /<script [^>]*src="([^"]+)"/.exec(text)!;
    const address = new URL(script!, `${origin()}${PREFIX}/`);
    expect((await fetch(address)).headers.get('content-type')).toContain('javascript');
  });

  it('requests without the proxy work too', async () => {
    expect((await fetch(`${service.url}/live`)).status).toBe(200);
    expect((await service.call('/videos')).status).toBe(200);
  });
});
