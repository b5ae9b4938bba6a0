import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { packageVersion } from '../../src/config/package-version.js';
import { type NetworkLink, startNetworkLink } from '../support/network-link.js';
import { startTestServer } from '../support/database.js';
import { Program } from '../support/program.js';
import { startTestService, type TestService } from '../support/service.js';

type Json = Record<string, Record<string, Record<string, unknown>>>;

/** Limits hangs. It is not a measure of speed, because the machine can be slow and shared. */
const PATIENCE_MS = 20_000;

describe('monitoring', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let link: NetworkLink;
  let databaseUrl: string;
  let service: TestService;

  beforeAll(async () => {
    server = await startTestServer();
    const { url } = await server.database();
    link = await startNetworkLink(Number(new URL(url).port));
    const through = new URL(url);
    through.port = String(link.port);
    databaseUrl = through.href;
    service = await startTestService({ DATABASE_URL: databaseUrl });
  }, 120_000);

  afterAll(async () => {
    await link.restore();
    await service.close();
    await link.interrupt();
    await server.stop();
  });

  const root = (path: string) => fetch(`${service.url}${path}`);

  /** On a busy machine, ffmpeg can start too slowly for a check or two. */
  async function whenOk(path: string): Promise<Response> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const response = await root(path);
      if (response.status === 200) return response;
      expect(Date.now()).toBeLessThan(end);
      await delay(200);
    }
  }

  it.each(['/health', '/ready', '/live', '/api/v1/health', '/api/v1/ready', '/api/v1/live'])(
    'answers %s without a key',
    async (path) => {
      const response = await whenOk(path);
      const { data } = (await response.json()) as Json;
      expect(data!['status']).toBe('ok');
    },
  );

  it('checks database, ffmpeg, and storage, and shows nobody what they are', async () => {
    const { data } = (await (await whenOk('/ready')).json()) as Json;
    const up = { status: 'up' };
    const all = { database: up, ffmpeg: up, storage: up };
    expect(data).toEqual({ status: 'ok', info: all, error: {}, details: all });
  });

  it('shows details to authorized keys only', async () => {
    expect((await root('/health/detailed')).status).toBe(401);
    const { key } = await service.key('videos:read');
    expect((await service.call('/health/detailed', { key })).status).toBe(403);
    const { json } = await service.call('/health/detailed');
    expect(json.data).toMatchObject({
      uptime_seconds: expect.any(Number),
      versions: { videocraft: packageVersion(), node: process.versions.node },
      ffmpeg_confinement: expect.stringMatching(/^(bubblewrap|no-network|limits|none)$/),
      queue: { by_status: { pending: 0, completed: 0 }, oldest_pending_seconds: 0 },
      timing: {
        alignment_languages: ['en', 'fr'],
        recognition: 'local',
        recognition_model: 'auto',
      },
      voices: [],
      browser: null,
    });
  });

  it('shows operators the result of each check', async () => {
    const checks = async () =>
      (await service.call('/health/detailed')).json.data['checks'] as Json[string];
    for (const end = Date.now() + PATIENCE_MS; (await checks())['ffmpeg']!['status'] !== 'up';) {
      expect(Date.now()).toBeLessThan(end);
      await delay(200);
    }
    expect(await checks()).toMatchObject({
      database: { status: 'up' },
      ffmpeg: { version: expect.any(String) },
      storage: { status: 'up', free_bytes: expect.any(Number) },
    });
  });

  it('logs the reason of a failed check, and shows only that it failed', async () => {
    const { url } = await server.database();
    const env = {
      VIDEOCRAFT_DATA_DIR: await mkdtemp(join(tmpdir(), 'videocraft-full-')),
      VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '900000000000000',
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_WORKERS: '0',
      DATABASE_URL: url,
    };
    const program = new Program('main', [], env);
    try {
      const [, address] = await program.waitForOutput(/API: +(http:\/\/\S+?)\/api/);
      const text = await (await fetch(`${address}/ready`)).text();
      expect(text).toContain('The check storage failed');
      expect(text).not.toContain('900000000000000');
      await program.waitForOutput(
        /storage: Only \d+ bytes are free, but 900000000000000 are required/,
      );
    } finally {
      await program.stop();
      await rm(env.VIDEOCRAFT_DATA_DIR, { recursive: true, force: true });
    }
  }, 120_000);

  it('reports only that it is not ready while the database is unavailable', async () => {
    await link.interrupt();
    await delay(1100);
    const since = performance.now();
    const response = await root('/ready');
    expect(response.status).toBe(503);
    expect(performance.now() - since).toBeLessThan(PATIENCE_MS);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      details: 'The check database failed: the database does not respond.',
    });
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(text).not.toMatch(/ECONN|127\.0\.0\.1:\d+\/|postgres/i);
    expect((await root('/live')).status).toBe(200);
    await link.restore();
    await whenOk('/ready');
  }, 40_000);

  /** One start of a service for all that differs with settings. */
  describe('of a service without space, whose encoder does not work, and whose metrics are public', () => {
    let odd: TestService;

    beforeAll(async () => {
      odd = await startTestService({
        VIDEOCRAFT_FFMPEG_ENCODER: 'vaapi',
        VIDEOCRAFT_FFMPEG_ENCODER_DEVICE: '/dev/dri/none',
        VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '900000000000000',
        VIDEOCRAFT_METRICS_PUBLIC: 'true',
        VIDEOCRAFT_BROWSER_PATH: process.execPath,
      });
    }, 90_000);

    afterAll(() => odd.close(), 60_000);

    it('shows why the browser does not draw', async () => {
      const browser = async () =>
        (await odd.call('/health/detailed')).json.data['browser'] as Record<string, string>;
      // Node tells a version as a browser does, and then doesn't start as one.
      for (const end = Date.now() + PATIENCE_MS; /starting/.test((await browser())['problem']!);) {
        expect(Date.now()).toBeLessThan(end);
        await delay(200);
      }
      expect(await browser()).toEqual({
        version: null,
        confinement: null,
        problem: 'The browser does not start, or nothing confines it here.',
      });
    });

    it('shows details of the encoder', async () => {
      const { json } = await odd.call('/health/detailed');
      expect(json.data).toMatchObject({ encoder: 'libx264' });
      expect(json.data['warnings']).toContainEqual(
        expect.stringContaining(
          'The encoder vaapi does not work on this machine, so libx264 is used: ',
        ),
      );
    });

    it('is not ready', async () => {
      for (const path of ['/ready', '/health', '/api/v1/ready']) {
        const response = await fetch(odd.url + path);
        expect([path, response.status, await response.json()]).toEqual([
          path,
          503,
          expect.objectContaining({
            details:
              'The check storage failed: the data folder cannot be written to, has too little space left, or the store of videos does not respond.',
          }),
        ]);
      }
      const { json } = await odd.call('/health/detailed');
      expect(json.data['checks']).toMatchObject({
        database: { status: 'up' },
        storage: {
          status: 'down',
          problem:
            'the data folder cannot be written to, has too little space left, or the store of videos does not respond',
          reason: expect.stringMatching(
            /^Only \d+ bytes are free, but 900000000000000 are required$/,
          ),
        },
      });
      expect((await fetch(`${odd.url}/live`)).status).toBe(200);
    });

    it('shows its metrics to everybody', async () => {
      const response = await fetch(`${odd.url}/metrics`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toContain('text/plain');
    });
  });

  describe('metrics', () => {
    const scrape = async () => (await service.call('/metrics')).text;
    const value = (text: string, series: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${series} `))
          ?.split(' ')[1],
      );

    it('require a key', async () => {
      expect((await root('/metrics')).status).toBe(401);
      const { key } = await service.key('metrics:read');
      expect((await service.call('/metrics', { key })).status).toBe(200);
    });

    it('count requests by route template', async () => {
      const series =
        'videocraft_http_requests_total{method="GET",route="/api/v1/jobs/:id/status",status="404"}';
      const before = value(await scrape(), series) || 0;
      await service.call('/jobs/01890000-0000-7000-8000-000000000000/status');
      await service.call('/jobs/01890000-0000-7000-8000-000000000001/status');
      const text = await scrape();
      expect(value(text, series)).toBe(before + 2);
      await root('/made-up-address-of-a-client');
      expect(await scrape()).not.toContain('made-up');
    });

    it('include jobs and the queue', async () => {
      const text = await scrape();
      expect(value(text, 'videocraft_jobs{status="pending"}')).toBe(0);
      expect(value(text, 'videocraft_queue_oldest_job_age_seconds')).toBe(0);
      expect(value(text, 'videocraft_ffmpeg_processes')).toBe(0);
    });

    it('follow the conventions of Prometheus', async () => {
      const lines = (await scrape()).split('\n').filter((line) => line !== '');
      const help = new Map<string, string>();
      const types = new Map<string, string>();
      const seen = new Set<string>();
      for (const line of lines) {
        const [, kind, name, rest] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
        if (kind === 'HELP') {
          expect(help.has(name!)).toBe(false);
          help.set(name!, rest!);
        } else if (kind === 'TYPE') types.set(name!, rest!);
        else {
          const series = line.slice(0, line.lastIndexOf(' '));
          expect(seen.has(series)).toBe(false);
          seen.add(series);
        }
      }
      for (const [name, type] of types) {
        if (!name.startsWith('videocraft_')) continue;
        expect(name).toMatch(/^[a-z][a-z0-9_]*[a-z0-9]$/);
        expect(help.get(name)).toMatch(/^[A-Z].{15,}\.$/);
        expect(name.endsWith('_total')).toBe(type === 'counter');
        expect(name).not.toMatch(/_(ms|milliseconds|minutes|kb|mb|percent|count|sum|bucket)$/);
        if (type === 'histogram') expect(name).toMatch(/_seconds$/);
      }
    });
  });

  it('logs no secret', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'videocraft-logs-'));
    await chmod(dir, 0o755);
    await mkdir(join(dir, 'data'));
    const canary = (name: string) => `canary-${name}-7f3a`;
    const program = new Program('main', [], {
      VIDEOCRAFT_DATA_DIR: join(dir, 'data'),
      DATABASE_URL: (await server.database()).url,
      VIDEOCRAFT_SERVER_PORT: '0',
      VIDEOCRAFT_LOG_LEVEL: 'trace',
      VIDEOCRAFT_SECURITY_API_KEY: canary('key'),
      VIDEOCRAFT_SECURITY_CSRF_SECRET: canary('secret'),
      VIDEOCRAFT_RECOGNITION_URL: `http://127.0.0.1:1/${canary('path')}`,
      VIDEOCRAFT_RECOGNITION_API_KEY: canary('recognition'),
    });
    try {
      const [, url] = await program.waitForOutput(/API: +(http:\S+)/);
      const authorization = `Bearer ${canary('key')}`;
      const token = ((await (await fetch(`${url}/csrf-token`)).json()) as { csrf_token: string })
        .csrf_token;
      const headers = {
        authorization,
        'x-csrf-token': token,
        'content-type': 'application/json',
        'x-request-id': 'request-of-the-test',
      };
      const src = `https://signed.invalid/a.mp3?signature=${canary('signature')}`;
      const body = JSON.stringify({ scenes: [{ elements: [{ type: 'audio', src }] }] });
      const created = await fetch(`${url}/videos`, { method: 'POST', headers, body });
      const { job_id: id } = (await created.json()) as { job_id: string };
      await fetch(`${url}/jobs?key=${canary('query')}`, { headers });
      await fetch(`${url}/jobs`, { headers: { authorization: `Bearer ${canary('wrong')}` } });
      await fetch(`${url}/videos`, { method: 'POST', headers, body: `{"x": "${canary('body')}"` });
      for (const end = Date.now() + 20_000; Date.now() < end; await delay(200)) {
        const answer = await fetch(`${url}/jobs/${id}/status`, { headers });
        if (((await answer.json()) as { status: string }).status === 'failed') break;
      }
      await program.stop();
      const output = program.stdout + program.stderr;
      expect(output).not.toContain('canary-');
      expect(output).not.toContain(token);
      expect(output).toContain('request-of-the-test');
      expect(output).toContain(id);
      const lines = program.stdout.split('\n').filter((line) => line.startsWith('{'));
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) expect(JSON.parse(line)).toHaveProperty('level');
    } finally {
      await program.stop('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    }
  }, 120_000);
});
