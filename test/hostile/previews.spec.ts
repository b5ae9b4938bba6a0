import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { type PreviewAnswer, PreviewRequests } from '../support/previews.js';
import { serveFolder } from '../support/serve-folder.js';
import { ADMIN_KEY, startTestService, type TestService } from '../support/service.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const KINDS = ['timeline', 'still', 'draft'];

let folder: string;
let made: Awaited<ReturnType<typeof serveFolder>>;
let files: Awaited<ReturnType<typeof serveFolder>>;
/** Leads everybody to where nobody may go, or sends a byte now and then. */
let odd: Server;
let oddUrl: string;
let service: TestService;
let previews: PreviewRequests;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'videocraft-hostile-previews-'));
  made = await serveFolder(folder);
  files = await serveFolder(MEDIA);
  odd = createServer((req, res) => {
    if (req.url?.startsWith('/to?')) {
      res.writeHead(302, { Location: decodeURIComponent(req.url.slice(4)) }).end();
    } else if (req.url !== '/never')
      res.writeHead(200, { 'Content-Length': 10_000 }).write('GIF89a');
  });
  await new Promise<void>((resolve) => odd.listen(0, '127.0.0.1', resolve));
  oddUrl = `http://127.0.0.1:${(odd.address() as AddressInfo).port}`;
  service = await startTestService({
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: [made.url, files.url, oddUrl]
      .map((url) => new URL(url).host)
      .join(','),
    VIDEOCRAFT_SOURCES_RETRIES: '0',
    VIDEOCRAFT_SOURCES_IDLE_TIMEOUT_SECONDS: '2',
    VIDEOCRAFT_RECOGNITION_MODEL: 'none',
  });
  previews = new PreviewRequests(service);
}, 120_000);

afterAll(async () => {
  odd.closeAllConnections();
  odd.close();
  await service.close();
  expect(liveProcessCount()).toBe(0);
  await made.close();
  await files.close();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

afterEach(async () => {
  // Nothing of a request is left, and the next one works.
  for (let tries = 0; liveProcessCount() > 0 && tries < 40; tries++) await delay(50);
  expect(liveProcessCount()).toBe(0);
  const config = { width: 64, height: 64, scenes: [{ duration: 1 + Math.random() }] };
  expect((await previews.post('still', config)).status).toBe(200);
});

const scene = (...elements: object[]) => ({ scenes: [{ duration: 2, elements }] });
const image = (name: string) => ({ type: 'image', src: `${files.url}/pictures/${name}` });
async function answer(path: string, body: unknown) {
  const from = performance.now();
  const response = await previews.post(path, body);
  const bytes = Buffer.from(await response.arrayBuffer());
  const seconds = (performance.now() - from) / 1000;
  const isJson = response.headers.get('content-type')?.includes('json');
  const json = isJson ? (JSON.parse(bytes.toString()) as PreviewAnswer) : null;
  return { status: response.status, bytes, json, seconds };
}

describe('previews of huge videos', () => {
  const huge = () => ({
    width: 4096,
    height: 4096,
    fps: 60,
    scenes: [
      {
        duration: 120,
        elements: [
          { type: 'video', src: `${files.url}/background.mp4`, loop: true },
          { ...image('i0.jpg'), zoom: 3, opacity: 0.5 },
        ],
      },
    ],
  });

  it.each(['still?at=60&width=3840', 'still?at=119.99&width=16&format=webp', 'timeline'])(
    'of 4096x4096: %s',
    async (path) => {
      expect((await answer(path, huge())).status).toBe(200);
    },
    120_000,
  );

  it('of 4096x4096 as a draft of two minutes, which a client leaves', async () => {
    const client = new AbortController();
    const response = await previews.post('draft?to=120&width=1280', huge(), {
      signal: client.signal,
    });
    expect(response.status).toBe(200);
    const reader = response.body!.getReader();
    let bytes = 0;
    while (bytes < 50_000) bytes += (await reader.read()).value?.length ?? 0;
    client.abort();
    await delay(2_000);
    expect(liveProcessCount()).toBe(0);
  }, 120_000);

  const long = () => ({
    width: 640,
    height: 360,
    scenes: [
      {
        duration: 14_400,
        elements: [
          { ...image('i0.jpg'), zoom: 5 },
          { type: 'audio', src: `${files.url}/speech/tour.mp3`, loop: true, duration: 14_400 },
        ],
      },
    ],
  });

  it.each(['still?at=14399.9', 'timeline?peaks_per_second=100', 'draft?from=14000&to=14002'])(
    'of four hours: %s',
    async (path) => {
      const { status, bytes } = await answer(path, long());
      expect(status).toBe(200);
      expect(bytes.length).toBeLessThan(3_000_000);
    },
    240_000,
  );

  /** Scenes with so many small pictures each. */
  const pictures = (count: number, scenes: number) => {
    const elements = Array.from({ length: count }, (_, at) => ({
      ...image(`i${at % 3}.jpg`),
      ...{ width: 40, height: 40, x: at % 20, y: at % 10 },
    }));
    return {
      ...{ width: 640, height: 360 },
      scenes: Array.from({ length: scenes }, () => ({ duration: 1, elements })),
    };
  };

  it.each(KINDS)(
    'of 1,000 elements: %s',
    async (path) => {
      expect((await answer(path, pictures(100, 10))).status).toBe(200);
    },
    120_000,
  );

  it('of more pictures at once than ffmpeg reads are refused in words', async () => {
    const { status, json } = await answer('still', pictures(500, 1));
    expect([status, json?.code]).toEqual([422, 'MEDIA_LIMIT_EXCEEDED']);
    expect(json?.details).toContain('at the same time');
  }, 120_000);

  it.each(['timeline'])(
    'of giant texts: %s',
    async (path) => {
      const elements = Array.from({ length: 50 }, (_, at) => ({
        type: 'text',
        text: `${at} ${'abcdefgh ijklmn '.repeat(300)}`.slice(0, 4_700),
        'animate-in': { style: 'typewriter', duration: 2 },
        settings: { 'font-size': 12 },
      }));
      const { status, json } = await answer(path, scene(...elements));
      expect([status, json?.code]).toEqual([422, 'MEDIA_LIMIT_EXCEEDED']);
    },
    180_000,
  );

  it.each(['validate', ...KINDS])(
    'in bodies of almost 1 MiB: %s',
    async (path) => {
      const comment = 'x'.repeat(2 ** 20 - 200);
      const body = JSON.stringify({ width: 64, height: 64, comment, scenes: [{ duration: 1 }] });
      const { status } = await answer(path, body);
      expect(status).toBeLessThan(500);
      const wrong = JSON.stringify({ scenes: Array(200_000).fill(7) });
      const refused = await answer(path, wrong);
      expect(refused.bytes.length).toBeLessThan(100_000);
      expect(refused.status).toBe(path === 'validate' ? 200 : 400);
      expect((await answer(path, `${body.slice(0, -1)}${' '.repeat(400)}}`)).status).toBe(413);
    },
    60_000,
  );
});

describe('previews of hostile sources', () => {
  /** A PNG of many pixels in few bytes. */
  function bomb(width: number, height: number): Buffer {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type), data]);
      const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
      length.writeUInt32BE(data.length);
      sum.writeUInt32BE(crc32(body));
      return Buffer.concat([length, body, sum]);
    };
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([1, 0, 0, 0, 0], 8);
    return Buffer.concat([
      Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(height * (1 + Math.ceil(width / 8))))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  }

  it.each([
    ['empty', () => Buffer.alloc(0)],
    ['zeros', () => Buffer.alloc(100_000)],
    ['bomb.png', () => bomb(16_000, 16_000)],
    ['playlist.mp4', () => Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n')],
    ['concat.txt', () => Buffer.from("ffconcat version 1.0\nfile '/etc/passwd'\n")],
    ['drawing.svg', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"')],
  ])(
    '%s fails with 422 and its pointer',
    async (name, bytes) => {
      await writeFile(join(folder, name), bytes());
      for (const path of KINDS) {
        for (const type of ['image', 'video', 'audio']) {
          const body = scene(image('i0.jpg'), { type, src: `${made.url}/${name}` });
          const { status, json } = await answer(path, body);
          expect([path, type, status, json?.errors[0]?.pointer]).toEqual([
            path,
            type,
            422,
            '/scenes/0/elements/1',
          ]);
          expect(json!.details).not.toContain(folder);
        }
      }
    },
    60_000,
  );

  it.each([
    ['http://10.1.2.3/x.png', false],
    ['http://169.254.169.254/latest/meta-data', false],
    ['http://[::1]/x.png', false],
    ['http://127.0.0.1:9/x.png', true],
    ['http://169.254.169.254/latest/meta-data', true],
    ['file:///etc/passwd', true],
  ])('%s is never asked (by a redirect: %s)', async (target, redirects) => {
    const src = redirects ? `${oddUrl}/to?${encodeURIComponent(target)}` : target;
    for (const path of KINDS) {
      const { status, json } = await answer(path, scene({ type: 'image', src }));
      expect([status, json?.code]).toEqual([422, 'SOURCE_BLOCKED']);
    }
  });

  it('that end in the middle, or never answer, free the place', async () => {
    for (const name of ['never', 'trickle']) {
      const { status, json } = await answer(
        'still',
        scene({ type: 'image', src: `${oddUrl}/${name}` }),
      );
      expect([status, json?.code]).toEqual([422, 'SOURCE_TIMEOUT']);
    }
  }, 60_000);
});

describe('previews of many, and of clients that do not read', () => {
  it('are refused beyond four of a key', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, at) =>
        previews.post('still', { width: 64, height: 64, scenes: [{ duration: at + 1 }] }),
      ),
    );
    const statuses = answers.map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(4);
    for (const one of answers) {
      if (one.status === 429) expect(one.headers.get('retry-after')).toBe('2');
      await one.body?.cancel();
    }
  });

  it('with large bodies and slow sources leave places for other large requests', async () => {
    const body = (src: string) => ({
      width: 64,
      height: 64,
      comment: 'x'.repeat(1_900),
      'client-data': Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [`field ${at}`, 'y'.repeat(60)]),
      ),
      scenes: Array.from({ length: 400 }, (_, at) => ({
        duration: 1,
        comment: 'z'.repeat(150),
        elements: at === 0 ? [{ type: 'image', src }] : [],
      })),
    });
    const keys = await Promise.all([1, 2, 3].map(() => service.key('videos:write')));
    const client = new AbortController();
    const held = keys.flatMap(({ key }) =>
      Array.from({ length: 4 }, (_, at) =>
        previews
          .post('still', body(`${oddUrl}/never?${at}`), { key, signal: client.signal })
          .catch(() => null),
      ),
    );
    await delay(1_000);
    const other = await service.change('POST', '/videos', { body: body(`${files.url}/x.png`) });
    expect([other.status, other.json['code']]).toEqual([202, undefined]);
    client.abort();
    await Promise.all(held);
  }, 60_000);

  it('end when a client takes nothing of a draft for 20 s, without buffers', async () => {
    const { port, hostname } = new URL(service.url);
    const token = (await service.call('/csrf-token')).json['csrf_token'] as string;
    const body = JSON.stringify({
      width: 1280,
      height: 720,
      scenes: [{ duration: 100, elements: [{ ...image('i0.jpg'), zoom: 10 }] }],
      elements: [{ type: 'video', src: `${files.url}/background.mp4`, loop: true, opacity: 0.6 }],
    });
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.pause();
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    socket.write(
      `POST /api/v1/videos/draft?to=100&width=1280 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ADMIN_KEY}\r\n` +
        `X-CSRF-Token: ${token}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    await delay(10_000);
    let [idle, most] = [0, 0];
    const from = performance.now();
    while (idle < 10 && performance.now() - from < 90_000) {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
      idle = liveProcessCount() === 0 ? idle + 1 : 0;
      await delay(500);
    }
    expect(most).toBeLessThan(200 * 2 ** 20);
    // It is closed, and its end is missing.
    await delay(22_000);
    const ends: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => ends.splice(0, ends.length, chunk));
    socket.resume();
    await closed;
    expect(ends[0]!.subarray(-5).toString('latin1')).not.toBe('0\r\n\r\n');
  }, 180_000);
});

describe('pointers of previews', () => {
  it('are JSON pointers, whatever fields are called', async () => {
    const names = ['a/b', 'c~d', '', '\u202e', '😀', 'constructor', '"', '~1'];
    for (const path of ['validate', ...KINDS]) {
      for (const name of names) {
        const body = `{"scenes":[{"duration":1,${JSON.stringify(name)}:1}]}`;
        const { status, json } = await answer(path, body);
        const issues = path === 'validate' ? json!.data.issues : json!.errors;
        expect(status).toBe(path === 'validate' ? 200 : 400);
        const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
        expect(issues[0]?.pointer).toBe(`/scenes/0/${escaped}`);
      }
    }
  });
});
