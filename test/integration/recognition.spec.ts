import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAlignmentEngine } from '../../src/engine/alignment/alignment-engine.js';
import { HttpRecognizer } from '../../src/engine/recognition/http-recognizer.js';
import { TimingCache } from '../../src/engine/subtitle-timing/timing-cache.js';
import type { TimingRequest } from '../../src/engine/subtitle-timing/timing-request.js';
import { readWav16k, trueWords } from '../support/speech.js';
import { timingService } from '../support/timing-service.js';

const CLIP = new URL('../media/speech/u7_flite_rms__clean.wav', import.meta.url);

interface Answer {
  readonly status?: number;
  readonly body?: unknown;
  readonly afterMs?: number;
  readonly headers?: Record<string, string>;
}

/** Speech recognition over HTTP, with an engine whose responses the test controls. */
describe('recognition with an endpoint', () => {
  const aligner = createAlignmentEngine(1);
  const controller = new AbortController();
  let server: Server;
  let url: string;
  let answers: Answer[];
  let received: { form: FormData; authorization: string | undefined; path: string }[];
  let dir: string;
  let samples: Float32Array;
  let truth: ReturnType<typeof trueWords>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-recognition-'));
    samples = await readWav16k(CLIP);
    const json = new URL(CLIP.href.replace('.wav', '.json'));
    truth = trueWords(JSON.parse(await readFile(json, 'utf8')));
    server = createServer((request, response) => {
      void readForm(request).then((form) => {
        received.push({
          form,
          authorization: request.headers.authorization,
          path: request.url ?? '',
        });
        const { status = 200, body, afterMs = 0, headers } = answers.shift() ?? { status: 500 };
        setTimeout(() => {
          response.writeHead(status, { 'content-type': 'application/json', ...headers });
          response.end(typeof body === 'string' ? body : JSON.stringify(body ?? {}));
        }, afterMs);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/`;
  });

  beforeEach(() => {
    answers = [];
    received = [];
  });

  afterAll(async () => {
    await aligner.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dir, { recursive: true, force: true });
  });

  function timer(timeoutMs = 5000, cache: TimingCache | null = null) {
    const settings = { apiKey: 'key-of-the-engine', model: 'tiny', timeoutMs };
    const timing = timingService({ aligner, recognizer: new HttpRecognizer(url, settings), cache });
    return {
      time: async (request: TimingRequest) => (await timing).time(request),
    };
  }

  const request = (more: object = {}) => ({
    samples,
    text: null,
    language: 'auto',
    pointer: '/x',
    signal: controller.signal,
    ...more,
  });

  it('aligns the text of the engine', async () => {
    answers = [{ body: { text: truth.text, language: 'english', words: [] } }];
    const { words, method } = await timer().time(request());
    expect(method).toBe('recognized');
    expect(words.map(({ text }) => text)).toEqual(truth.words.map(({ text }) => text));
    const errors = truth.words.flatMap(({ startMs }, index) =>
      startMs === null ? [] : [Math.abs(words[index]!.startMs - startMs)],
    );
    expect(errors.sort((a, b) => a - b)[errors.length >> 1]).toBeLessThan(30);

    const [{ form, authorization, path }] = received as [(typeof received)[0]];
    expect(path).toBe('/v1/audio/transcriptions');
    expect(authorization).toBe('Bearer key-of-the-engine');
    expect(form.get('model')).toBe('tiny');
    expect(form.get('response_format')).toBe('verbose_json');
    expect(form.getAll('timestamp_granularities[]')).toEqual(['word']);
    expect(form.get('language')).toBeNull();
    const wav = Buffer.from(await (form.get('file') as File).arrayBuffer());
    expect(wav.toString('latin1', 0, 4)).toBe('RIFF');
    expect(wav.length).toBe(44 + samples.length * 2);
  });

  it('uses the times of the engine without a model to align with', async () => {
    const words = [
      { word: 'Guten', start: 0.2, end: 0.5 },
      { word: 'Tag', start: 0.5, end: 0.9 },
    ];
    answers = [{ body: { text: 'Guten Tag', language: 'german', words } }];
    const timing = await timer().time(request());
    expect(timing.method).toBe('recognized');
    expect(timing.words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [200, 500],
      [500, 900],
    ]);
  });

  it('approximates times, with a warning, when the engine returns none either', async () => {
    answers = [{ body: { text: 'Guten Tag zusammen', language: 'german' } }];
    const timing = await timer().time(request({ language: 'de-DE' }));
    expect(received[0]!.form.get('language')).toBe('de');
    expect(timing.method).toBe('approximate');
    expect(timing.warnings[0]).toContain('approximate');
  });

  it('drops what the engine makes up in silence and in loops', async () => {
    const silence = new Float32Array(3 * 16_000);
    const padded = new Float32Array(samples.length + silence.length);
    padded.set(samples);
    const given = truth.words.map(({ text, startMs }) => {
      const start = (startMs ?? 0) / 1000;
      return { word: text, start, end: start + 0.05 };
    });
    const at = samples.length / 16_000 + 1;
    const made = [{ word: 'Subscribe!', start: at, end: at + 0.5 }];
    const text = [...given, ...made].map(({ word }) => word).join(' ');
    answers = [{ body: { text, language: 'en', words: [...given, ...made] } }];
    const { words } = await timer().time(request({ samples: padded }));
    expect(words.map((word) => word.text)).toEqual(truth.words.map((word) => word.text));
  });

  it('sends no request for silence', async () => {
    const { words } = await timer().time(request({ samples: new Float32Array(32_000) }));
    expect(words).toEqual([]);
    expect(received).toEqual([]);
  });

  it('retries when the engine is busy', async () => {
    answers = [{ status: 429 }, { status: 503 }, { body: { text: truth.text, language: 'en' } }];
    expect((await timer().time(request())).method).toBe('recognized');
    expect(received).toHaveLength(3);
  });

  it.each([
    ['a refusal', [{ status: 401 }], 'responded with status 401', 1],
    [
      'failures',
      [{ status: 500 }, { status: 500 }, { status: 500 }],
      'responded with status 500',
      3,
    ],
    ['nonsense', [{ body: 'not JSON' }], 'does not contain a text', 1],
    ['no text', [{ body: { words: [] } }], 'does not contain a text', 1],
  ] as const)('reports %s', async (_, given, sentence, requests) => {
    answers = [...given];
    await expect(timer().time(request())).rejects.toMatchObject({
      code: 'TIMING_UNAVAILABLE',
      pointer: '/x',
      message: expect.stringMatching(new RegExp(`${sentence}.*"text".*VIDEOCRAFT_RECOGNITION_URL`)),
    });
    expect(received).toHaveLength(requests);
  });

  it('waits as long as a busy engine requests, but not for hours', async () => {
    answers = [
      { status: 503, headers: { 'retry-after': '1' } },
      { body: { text: truth.text, language: 'en' } },
    ];
    expect((await timer().time(request())).method).toBe('recognized');
    answers = [{ status: 429, headers: { 'retry-after': '3600' } }];
    received = [];
    await expect(timer().time(request())).rejects.toThrow('responded with status 429');
    expect(received).toHaveLength(1);
  });

  it('does not send its key to another address', async () => {
    answers = [{ status: 307, headers: { location: '/elsewhere' } }];
    await expect(timer().time(request())).rejects.toThrow('responded with status 307');
    expect(received).toHaveLength(1);
  });

  it.each([
    ['http://127.0.0.1:1/v1', 'The host refused the connection.'],
    [
      'http://no-such-engine.invalid/v1',
      'The host in VIDEOCRAFT_RECOGNITION_URL does not exist: its host name has no address.',
    ],
  ])('says why %s cannot be reached', async (address, why) => {
    const settings = { apiKey: null, model: 'tiny', timeoutMs: 10_000 };
    const recognizer = new HttpRecognizer(address, settings);
    const failed = (await timingService({ aligner, recognizer })).time(request());
    await expect(failed).rejects.toThrow(`The speech recognition engine cannot be reached. ${why}`);
  });

  it('does not wait forever', async () => {
    answers = [{ body: { text: 'late' }, afterMs: 5000 }];
    await expect(timer(1500).time(request())).rejects.toThrow('did not respond in time');
  });

  it('stops when the job is canceled', async () => {
    answers = [{ body: { text: 'late' }, afterMs: 2000 }];
    const cancel = new AbortController();
    const timing = timer().time(request({ signal: cancel.signal }));
    timing.catch(() => {});
    while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    cancel.abort();
    await expect(timing).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('caches by content and replaces damaged entries', async () => {
    const folder = join(dir, 'words');
    const body = { text: truth.text, language: 'en' };
    answers = [{ body }, { body }, { body }];
    const kept = timer(5000, new TimingCache(folder));
    const first = await kept.time(request());
    expect(await kept.time(request())).toEqual(first);
    expect(received).toHaveLength(1);
    await kept.time(request({ language: 'en' }));
    expect(received).toHaveLength(2);
    const [entry] = await readdir(folder);
    for (const name of await readdir(folder)) await writeFile(join(folder, name), '{"digest":');
    expect(entry).toMatch(/^[0-9a-f]{64}\.json$/);
    expect(await kept.time(request())).toEqual(first);
    expect(received).toHaveLength(3);
  });
});

async function readForm(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(Buffer.concat(chunks), { headers }).formData();
}
