import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startTestServer } from '../support/database.js';
import { PreviewRequests } from '../support/previews.js';
import { childrenOf, residentMegabytes } from '../support/processes.js';
import { Program } from '../support/program.js';
import { serveFolder } from '../support/serve-folder.js';
import { ADMIN_KEY } from '../support/service.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const PROCESS = 'preview-process.js';

let server: Awaited<ReturnType<typeof startTestServer>>;
let files: Awaited<ReturnType<typeof serveFolder>>;
/** It answers no request. */
let silent: Server;
let silentUrl: string;
let dataDir: string;
let api: Program;
let url: string;
let previews: PreviewRequests;

beforeAll(async () => {
  server = await startTestServer();
  files = await serveFolder(MEDIA);
  silent = createServer(() => {});
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  silentUrl = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  silent.closeAllConnections();
  silent.close();
  await files.close();
  await server.stop();
}, 60_000);

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'videocraft-previews-'));
  await chmod(dataDir, 0o755);
}, 60_000);

afterEach(async () => {
  await api.stop();
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function start(env: Record<string, string> = {}): Promise<void> {
  api = new Program('main', [], {
    VIDEOCRAFT_DATA_DIR: dataDir,
    DATABASE_URL: (await server.database()).url,
    VIDEOCRAFT_SERVER_PORT: '0',
    VIDEOCRAFT_SECURITY_API_KEY: ADMIN_KEY,
    VIDEOCRAFT_RATE_LIMIT_PER_MINUTE: '100000',
    VIDEOCRAFT_WORKERS: '0',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: [files.url, silentUrl]
      .map((address) => new URL(address).host)
      .join(','),
    ...env,
  });
  const [, address] = await api.waitForOutput(/API: +(\S+?)\/?(?:api\/v1)?\s/);
  url = address!;
  previews = new PreviewRequests({ url });
}

/** The process that makes previews, or null. */
async function previewProcess(): Promise<number | null> {
  const found = (await childrenOf(api.pid)).find(({ command }) => command.includes(PROCESS));
  return found?.pid ?? null;
}

/** The ffmpeg processes below the process that makes previews. */
async function encoders(): Promise<number[]> {
  const pid = await previewProcess();
  const children = pid === null ? [] : await childrenOf(pid);
  return children.flatMap(({ pid: child, command }) => (command.includes('ffmpeg') ? [child] : []));
}

async function until(what: () => Promise<boolean>, withinMs: number): Promise<number> {
  const from = performance.now();
  while (!(await what())) {
    if (performance.now() - from > withinMs) throw new Error(`not within ${withinMs} ms`);
    await delay(25);
  }
  return performance.now() - from;
}

const isAlive = (pid: number) =>
  readFile(`/proc/${pid}/stat`, 'latin1').then(
    (text) => !/\) Z /.test(text),
    () => false,
  );
const folders = async () => (await readdir(dataDir)).filter((name) => name.startsWith('render-'));

const plain = (color = '#204060') => ({
  width: 320,
  height: 180,
  scenes: [{ duration: 1, 'background-color': color }],
});
const photo = (fields: object = {}) => ({
  width: 1280,
  height: 720,
  scenes: [
    { duration: 4, elements: [{ type: 'image', src: `${files.url}/pictures/i0.jpg`, zoom: 2 }] },
  ],
  ...fields,
});
/** Minutes of work. */
const costly = () => ({
  width: 3840,
  height: 2160,
  fps: 60,
  scenes: [
    {
      duration: 100,
      elements: [
        { type: 'video', src: `${files.url}/background.mp4`, loop: true, zoom: 2 },
        { type: 'image', src: `${files.url}/pictures/i1.jpg`, zoom: 3, opacity: 0.5 },
      ],
    },
  ],
});
const held = () => ({
  width: 64,
  height: 64,
  scenes: [{ duration: 1, elements: [{ type: 'image', src: `${silentUrl}/${Math.random()}` }] }],
});

describe('the process that makes previews', () => {
  it('starts with the first call, and ends with the service', async () => {
    await start();
    expect(await previewProcess()).toBeNull();
    expect((await previews.json('validate', plain())).status).toBe(200);
    expect(await previewProcess()).toBeNull();
    await previews.bytes('still', plain());
    const pid = (await previewProcess())!;
    expect(pid).toEqual(expect.any(Number));
    expect(await folders()).toHaveLength(1);
    await previews.bytes('still', photo());
    expect(await previewProcess()).toBe(pid);

    // One that works ends as well.
    const busy = previews.post('draft?to=100&width=1280', costly());
    busy.catch(() => {});
    await until(async () => (await encoders()).length > 0, 30_000);
    const running = await encoders();
    const from = performance.now();
    expect((await api.stop('SIGTERM')).code).toBe(0);
    expect(performance.now() - from).toBeLessThan(10_000);
    for (const one of [pid, ...running]) expect(await isAlive(one)).toBe(false);
    expect(await folders()).toEqual([]);
    await busy.then(
      (response) => response.body?.cancel(),
      () => {},
    );
    expect(api.stdout + api.stderr).not.toMatch(/unexpected|unhandled/i);
  }, 120_000);

  it('ends with a service that is killed, whose next start removes its files', async () => {
    await start();
    const busy = previews.post('draft?to=100&width=1280', costly());
    busy.catch(() => {});
    // The first processes of ffmpeg only say what it can do: there is no folder yet.
    const works = async () => (await folders()).length > 0 && (await encoders()).length > 0;
    await until(works, 60_000);
    const preview = (await previewProcess())!;
    const all = [preview, ...(await encoders())];
    // It cannot remove its files when the service is gone.
    process.kill(preview, 'SIGSTOP');
    await api.stop('SIGKILL');
    process.kill(preview, 'SIGKILL');
    await until(async () => (await Promise.all(all.map(isAlive))).every((one) => !one), 5_000);
    await busy.then(
      (response) => response.body?.cancel(),
      () => {},
    );
    expect(await folders()).toHaveLength(1);
    await start();
    expect(await folders()).toEqual([]);
    await previews.bytes('still', plain());
  }, 120_000);

  it('that is killed fails its calls with 503, and the next call works', async () => {
    await start();
    await previews.bytes('still', plain());
    const pid = (await previewProcess())!;
    const calls = [previews.json('still', held()), previews.json('timeline', held())];
    await delay(500);
    process.kill(pid, 'SIGKILL');
    for (const { status, code, details } of await Promise.all(calls)) {
      expect([status, code, details]).toEqual([
        503,
        'SERVICE_UNAVAILABLE',
        'The process that makes previews ended.',
      ]);
    }
    await previews.bytes('still', photo());
    expect(await previewProcess()).not.toBe(pid);
    // The new one removes the files of the old one.
    expect(await folders()).toHaveLength(1);
  }, 60_000);

  it('ends the work of clients that leave', async () => {
    await start();
    await previews.bytes('still', plain());
    for (const path of ['draft?to=100&width=1280', 'still?at=50&width=3840']) {
      const client = new AbortController();
      const call = previews.post(path, costly(), { signal: client.signal });
      call.catch(() => {});
      await until(async () => (await encoders()).length > 0, 30_000);
      client.abort();
      const took = await until(async () => (await encoders()).length === 0, 2_000);
      expect(took).toBeLessThan(2_000);
    }
    const folder = join(dataDir, (await folders())[0]!);
    const left = (await readdir(folder, { recursive: true })).filter((name) =>
      /(draft|still)-/.test(name),
    );
    expect(left).toEqual([]);
    expect(api.stdout + api.stderr).not.toMatch(/"level":(50|60)|ERROR/);
  }, 120_000);

  it('has at most four calls of a key, and places for other keys', async () => {
    await start();
    const made = await fetch(`${url}/api/v1/keys`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${ADMIN_KEY}`,
        'Content-Type': 'application/json',
        'X-CSRF-Token': (
          (await (await fetch(`${url}/api/v1/csrf-token`)).json()) as { csrf_token: string }
        ).csrf_token,
      },
      body: JSON.stringify({ name: 'other', scopes: ['videos:write'] }),
    });
    const other = ((await made.json()) as { data: { key: string } }).data.key;
    const client = new AbortController();
    const open = Array.from({ length: 4 }, () =>
      previews.post('still', held(), { signal: client.signal }).catch(() => null),
    );
    await delay(1_500);
    const fifth = await previews.post('still', plain());
    expect(fifth.status).toBe(429);
    expect(Number(fifth.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await fifth.json()) as { code: string }).code).toBe('RATE_LIMIT_EXCEEDED');
    await previews.bytes('still', plain(), other);
    client.abort();
    await Promise.all(open);
    await previews.bytes('still', plain('#604020'));
  }, 60_000);

  it('does not exist with VIDEOCRAFT_PREVIEWS=0', async () => {
    await start({ VIDEOCRAFT_PREVIEWS: '0' });
    for (const path of ['timeline', 'still', 'draft']) {
      const { status, code, details } = await previews.json(path, plain());
      expect([status, code, details]).toEqual([
        404,
        'NOT_FOUND',
        'Previews are turned off by VIDEOCRAFT_PREVIEWS.',
      ]);
    }
    expect((await previews.json('validate', plain())).data.valid).toBe(true);
  }, 60_000);

  it('makes stills while videos are rendered, and leaves time for them', async () => {
    await start({ VIDEOCRAFT_WORKERS: '1' });
    const film = (seed: number) =>
      photo({
        scenes: Array.from({ length: 6 }, (_, at) => ({
          duration: 3,
          elements: [
            {
              type: 'image',
              src: `${files.url}/pictures/i${at % 3}.jpg`,
              zoom: 1 + seed + at / 10,
            },
          ],
        })),
      });
    const render = async (body: object) => {
      const { job_id: id } = await previews.json('', body);
      for (;;) {
        const response = await fetch(`${url}/api/v1/jobs/${id}/status`, {
          headers: { Authorization: `Bearer ${ADMIN_KEY}` },
        });
        const { status } = (await response.json()) as { status: string };
        if (status === 'completed') return;
        expect(status).not.toBe('failed');
        await delay(50);
      }
    };
    const stills = async (seed: number, signal: AbortSignal) => {
      let count = 0;
      for (; !signal.aborted; count++) {
        await previews.bytes(`still?at=${(count % 170) / 10}`, film(seed));
      }
      return count;
    };
    await render(film(0));
    const during = new AbortController();
    const busy = stills(3, during.signal);
    // Both come to an end, whatever the other does.
    await render(film(4));
    during.abort();
    expect(await busy).toBeGreaterThan(2);
  }, 180_000);

  it('does not grow with the number of stills', async () => {
    await start();
    const config = (seed: number) => ({
      ...photo(),
      scenes: [
        {
          duration: 4,
          elements: [
            { type: 'image', src: `${files.url}/pictures/i${seed % 3}.jpg` },
            { type: 'text', text: `Number ${seed}`, settings: { 'font-size': 90 } },
          ],
        },
      ],
      elements: [{ type: 'subtitles', words: [{ word: `w${seed}`, start: 0.1, end: 3.5 }] }],
    });
    const sizes: number[] = [];
    for (let round = 0; round < 6; round++) {
      for (let at = 0; at < 15; at++) {
        await previews.bytes(`still?at=${round / 3}&width=320`, config(at));
      }
      sizes.push(await residentMegabytes((await previewProcess())!));
    }
    expect(sizes.at(-1)).toBeLessThan(sizes[2]! * 1.3 + 60);
    expect(sizes.at(-1)).toBeLessThan(900);
  }, 300_000);
});
