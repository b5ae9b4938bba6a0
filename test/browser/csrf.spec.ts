import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.js';
import { PROJECT, startTestService, type TestService } from '../support/service.js';
import { describeUnless } from '../support/skip.js';

const executablePath = await findChromium();
if (executablePath === null && process.env['CI']) {
  throw new Error('Chromium is not on the PATH. Install it.');
}
const describeInChromium = describeUnless(
  executablePath === null ? 'Chromium is not on the PATH' : null,
);

/** What the page tries. It runs in the browser. */
async function attempt(way: string, url: string, body: string, token: string): Promise<string> {
  const send = (headers: Record<string, string>, init: RequestInit = {}) =>
    fetch(url, { method: 'POST', body, headers, ...init }).then(
      async (response) => ((await response.json()) as { code?: string }).code ?? 'accepted',
      () => 'no answer',
    );
  const json = { 'Content-Type': 'application/json' };
  if (way === 'fetch') return send(json);
  if (way === 'fetch with a token') return send({ ...json, 'X-CSRF-Token': token });
  if (way === 'fetch without a referrer') return send(json, { referrerPolicy: 'no-referrer' });
  if (way === 'simple fetch') return send({ 'Content-Type': 'text/plain' }, { mode: 'no-cors' });
  if (way === 'beacon') return String(navigator.sendBeacon(url, body));
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-forms allow-scripts');
  frame.srcdoc = `<meta name="referrer" content="no-referrer">
    <form method="post" enctype="text/plain" action="${url}"><input name='{"a":"' value='"}'></form>
    <script>document.forms[0].submit()</script>`;
  document.body.append(frame);
  await new Promise((resolve) => setTimeout(resolve, 500));
  return 'sent';
}

// Without keys, a token is all that a page lacks.
describeInChromium('pages in Chromium, if only browsers are asked for CSRF tokens', () => {
  let browser: Browser;
  let allowed: Server;
  let foreign: Server;
  let service: TestService;

  beforeAll(async () => {
    [allowed, foreign] = await Promise.all([servePage(), servePage()]);
    service = await startTestService({
      VIDEOCRAFT_SECURITY_ENABLE_AUTH: 'false',
      VIDEOCRAFT_SECURITY_ENABLE_CSRF: 'browsers',
      VIDEOCRAFT_SECURITY_ALLOWED_DOMAINS: new URL(urlOf(allowed)).host,
    });
    browser = await chromium.launch({ executablePath: executablePath!, args: CHROMIUM_FLAGS });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await service.close();
    for (const server of [allowed, foreign]) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function tryAs(server: Server, way: string): Promise<string> {
    const page = await browser.newPage();
    await page.goto(urlOf(server));
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const url = `${service.url}/api/v1/videos`;
    const code = `(${attempt.toString()})(...${JSON.stringify([way, url, JSON.stringify(PROJECT), token])})`;
    const result = await page.evaluate<string>(code);
    await page.close();
    return result;
  }

  const countJobs = async () => {
    const [row] = await service.dataSource.query<{ count: string }[]>('SELECT count(*) FROM jobs');
    return Number(row!.count);
  };

  it.each([
    ['fetch', 'CSRF_TOKEN_REQUIRED'],
    ['fetch without a referrer', 'CSRF_TOKEN_REQUIRED'],
    ['simple fetch', 'no answer'],
    ['beacon', 'true'],
    ['form', 'sent'],
  ])('%s of an allowed page needs a token', async (way, answer) => {
    const before = await countJobs();
    expect(await tryAs(allowed, way)).toBe(answer);
    expect(await countJobs()).toBe(before);
  });

  it('an allowed page with a token creates a video', async () => {
    const before = await countJobs();
    expect(await tryAs(allowed, 'fetch with a token')).toBe('accepted');
    expect(await countJobs()).toBe(before + 1);
  });

  it.each(['fetch with a token', 'fetch without a referrer', 'simple fetch', 'beacon', 'form'])(
    '%s of a foreign page is refused',
    async (way) => {
      const before = await countJobs();
      expect(await tryAs(foreign, way)).not.toBe('accepted');
      expect(await countJobs()).toBe(before);
    },
  );

  it('a program needs no token', async () => {
    const before = await countJobs();
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(PROJECT);
    const made = await service.call('/videos', { method: 'POST', headers, body });
    expect(made.status).toBe(202);
    expect(await countJobs()).toBe(before + 1);
  });
});

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function servePage(): Promise<Server> {
  const server = createServer((_req, res) => {
    res.setHeader('content-type', 'text/html');
    res.end('<!doctype html><link rel="icon" href="data:,"><body></body>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
