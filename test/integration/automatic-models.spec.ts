import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import type { CatalogModel } from '../../src/engine/models/model-catalog.js';
import { openEventSource } from '../support/event-source.js';
import { ScriptedServer } from '../support/scripted-server.js';
import { serveFolder } from '../support/serve-folder.js';
import type { TestService } from '../support/service.js';
import { writeFixedOutputModel } from '../support/speech-models.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const SPEECH = 'speech/u7_flite_rms__clean';
/** The built program, because a separate process cannot run the sources. */
const PROGRAM = new URL('../../dist/src/engine/recognition/sherpa-process.js', import.meta.url);
/** A cancelled job must end within this time. */
const CANCEL_MS = 2_000;

const dir = await mkdtemp(join(tmpdir(), 'videocraft-auto-'));
const truth = JSON.parse(await readFile(join(MEDIA, `${SPEECH}.json`), 'utf8')) as {
  text: string;
  words: { w: string }[];
};
await writeFixedOutputModel(
  join(dir, 'model'),
  truth.words.map(({ w }) => w),
);
const FILES = new Map<string, Buffer>();
for (const name of ['ctc-model.onnx', 'tokens.txt']) {
  FILES.set(name, await readFile(join(dir, 'model', name)));
}

/** A model of the catalog with the files of the test. */
function model(name: string, { bytes }: { bytes?: number } = {}): CatalogModel {
  const files = [...FILES].map(([file, content]) => ({
    name: file,
    url: `https://models.invalid/${name}/${file}`,
    bytes: bytes ?? content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  return { name, kind: 'test', languages: 'any', licence: 'MIT', files };
}

const actualChild = await import('../../src/engine/recognition/recognition-child.js');
jest.unstable_mockModule('../../src/engine/recognition/recognition-child.js', () => ({
  RecognitionChild: class extends actualChild.RecognitionChild {
    constructor(options: never, timeoutMs: number) {
      super(options, timeoutMs, PROGRAM);
    }
  },
}));
jest.unstable_mockModule('../../src/engine/models/model-catalog.js', () => ({
  VOICE_ACTIVITY_MODEL: 'silero-vad',
  MODEL_CATALOG: [
    ...['whisper-base', 'whisper-tiny', 'sense-voice'].map((name) => model(name)),
    ...['moonshine-base-en', 'moonshine-tiny-en'].map((name) => model(name, { bytes: 1e15 })),
  ],
}));
const { startTestService } = await import('../support/service.js');
const { LocalRecognizer } = await import('../../src/engine/recognition/local-recognizer.js');
const { modelStoreOf } = await import('../../src/engine/models/model-store-of.js');
const { loadConfig } = await import('../../src/config/load-config.js');

describe('a service without a speech recognition engine', () => {
  let media: Awaited<ReturnType<typeof serveFolder>>;
  let mirror: ScriptedServer;
  let service: TestService;

  beforeAll(async () => {
    media = await serveFolder(MEDIA);
    mirror = await ScriptedServer.start();
  });

  beforeEach(() => {
    mirror.reset();
    mirror.scripts.clear();
    for (const name of ['whisper-base', 'sense-voice']) {
      for (const [file, content] of FILES) {
        mirror.scripts.set(`/${name}/${file}`, (_, response) => response.end(content));
      }
    }
  });

  afterEach(() => service.close());

  afterAll(async () => {
    await mirror.close();
    await media.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function start(env: Record<string, string> = {}): Promise<void> {
    service = await startTestService({
      VIDEOCRAFT_WORKERS: '1',
      VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: `${media.url.replace('http://', '')},${mirror.host}`,
      VIDEOCRAFT_SOURCES_RETRIES: '0',
      VIDEOCRAFT_RECOGNITION_MODELS_URL: mirror.url,
      ...env,
    });
  }

  /** The models in a data folder, as the command line manages them. */
  const storeIn = (dataDir: string) =>
    modelStoreOf(
      loadConfig({
        VIDEOCRAFT_DATA_DIR: dataDir,
        VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: mirror.host,
        VIDEOCRAFT_SOURCES_RETRIES: '0',
        VIDEOCRAFT_RECOGNITION_MODELS_URL: mirror.url,
      }),
    );

  /** The first example of the overview: only sound, and progressive captions. */
  const example = (clip: object = {}, subtitles: object = {}) => ({
    width: 320,
    height: 180,
    scenes: [{ elements: [{ type: 'audio', src: `${media.url}/${SPEECH}.wav`, ...clip }] }],
    elements: [{ type: 'subtitles', settings: { style: 'progressive' }, ...subtitles }],
  });

  async function submit(body: object): Promise<string> {
    const { status, json } = await service.change('POST', '/videos', { body });
    expect(status).toBe(202);
    return json['job_id'] as string;
  }

  async function ended(id: string): Promise<Record<string, unknown>> {
    for (;;) {
      const { json } = await service.call(`/jobs/${id}/status`);
      if (['completed', 'failed', 'cancelled'].includes(String(json['status']))) return json;
      await delay(50);
    }
  }

  const outcomeOf = async (body: object) => ended(await submit(body));
  const warningsOf = async (id: string) =>
    (await service.call(`/jobs/${id}`)).json.data['warnings'] as string[];
  const stepsOf = async (id: string) =>
    ((await service.call(`/jobs/${id}`)).json.data['steps'] as { step: string }[]).map(
      ({ step }) => step,
    );
  const fetched = () => mirror.requests.map(({ url }) => url);

  /** The mirror holds back a file until the returned function is called. */
  function hold(path: string) {
    const held: ServerResponse[] = [];
    mirror.scripts.set(path, (_, response) => {
      response.writeHead(200, { 'content-length': FILES.get('ctc-model.onnx')!.length });
      response.write(FILES.get('ctc-model.onnx')!.subarray(0, 100));
      held.push(response);
    });
    return {
      arrived: async () => {
        while (held.length === 0) await delay(20);
      },
      release: () => held.forEach((one) => one.end(FILES.get('ctc-model.onnx')!.subarray(100))),
    };
  }

  async function stepBecomes(id: string, step: string): Promise<number> {
    for (;;) {
      const { json } = await service.call(`/jobs/${id}/status`);
      if (json['current_step'] === step) return json['progress'] as number;
      expect(json['status']).toMatch(/pending|processing/);
      await delay(50);
    }
  }

  it('fetches a model for the first video that needs one, and says so', async () => {
    await start();
    const held = hold('/whisper-base/ctc-model.onnx');
    const id = await submit(example());
    const stream = await openEventSource(`${service.url}/api/v1/jobs/${id}/events`, {
      Authorization: 'Bearer the-configured-key',
    });
    await held.arrived();
    expect(await stepBecomes(id, 'model')).toBeLessThan(99);
    held.release();
    expect(await ended(id)).toMatchObject({ status: 'completed' });
    await stream.ended;
    const steps = stream.events
      .filter(({ event }) => event === 'job.step')
      .map(({ data }) => (data['data'] as { step: string } | undefined)?.step ?? data['step']);
    expect(steps).toContain('model');
    expect(await stepsOf(id)).toEqual(
      ['fetch', 'probe', 'timeline', 'model', 'words', 'captions'].concat(
        'plan',
        'segments',
        'assemble',
        'publish',
      ),
    );
    expect(await warningsOf(id)).toEqual([
      expect.stringMatching(/speech model whisper-base, which was chosen automatically/),
    ]);
    const transcript = (await service.call(`/videos/${id}/transcript`)).json.data;
    expect((transcript['words'] as { word: string }[]).map(({ word }) => word)).toEqual(
      truth.words.map(({ w }) => w),
    );
    expect(fetched()).toEqual(['/whisper-base/ctc-model.onnx', '/whisper-base/tokens.txt']);

    const health = (await service.call('/health/detailed')).json.data;
    expect(health['timing']).toMatchObject({ recognition: 'local', recognition_model: 'auto' });
    expect(health['fleet']).toEqual([
      expect.objectContaining({
        can: expect.arrayContaining(['recognition']),
        recognition: { engine: 'local', model: 'auto' },
      }),
    ]);

    // The next video has it, and another language has another one.
    await outcomeOf(example({ src: `${media.url}/speech/u10_flite_rms_long__clean.wav` }));
    expect(fetched()).toHaveLength(2);
    const other = await submit(example({ language: 'ja' }));
    await ended(other);
    expect(await warningsOf(other)).toContainEqual(expect.stringContaining('sense-voice'));
    expect(fetched()).toHaveLength(4);
  }, 120_000);

  it('fetches nothing if the words are known', async () => {
    await start();
    const words = [{ word: 'Hello', start: 0.2, end: 0.8 }];
    const bodies = [
      example({ text: truth.text }),
      example({ words }),
      example({}, { text: truth.text }),
      example({}, { words }),
      example({}, { captions: '1\n00:00:00,200 --> 00:00:02,000\nHello\n' }),
      { ...example(), elements: [] },
    ];
    for (const body of bodies) {
      const id = await submit(body);
      expect(await ended(id)).toMatchObject({ status: 'completed' });
      expect(await stepsOf(id)).not.toContain('model');
    }
    expect(fetched()).toEqual([]);
    expect(await readdir(service.dataDir)).not.toContain('models');
  }, 120_000);

  it('fetches nothing if recognition is turned off', async () => {
    await start({ VIDEOCRAFT_RECOGNITION_MODEL: 'none' });
    expect(await outcomeOf(example())).toMatchObject({
      error_code: 'TIMING_UNAVAILABLE',
      error: expect.stringContaining('speech recognition is not enabled'),
    });
    expect(fetched()).toEqual([]);
    const { json } = await service.call('/health/detailed');
    expect(json.data['timing']).toMatchObject({ recognition: null, recognition_model: null });
  }, 60_000);

  it('fetches a model once for jobs that run at the same time', async () => {
    await start({ VIDEOCRAFT_WORKERS: '2' });
    const held = hold('/whisper-base/ctc-model.onnx');
    const ids = [
      await submit(example()),
      await submit(example({ src: `${media.url}/speech/u10_flite_rms_long__clean.wav` })),
    ];
    await held.arrived();
    // The one that waits shows it, too.
    await Promise.all(ids.map((id) => stepBecomes(id, 'model')));
    held.release();
    for (const id of ids) expect(await ended(id)).toMatchObject({ status: 'completed' });
    expect(fetched()).toHaveLength(2);
  }, 120_000);

  it('stops a download whose job is cancelled, and leaves nothing of the file', async () => {
    await start();
    const held = hold('/whisper-base/ctc-model.onnx');
    const id = await submit(example());
    await held.arrived();
    const since = performance.now();
    await service.change('POST', `/jobs/${id}/cancel`);
    while (mirror.sockets.size > 0) await delay(20);
    expect(performance.now() - since).toBeLessThan(CANCEL_MS);
    expect(await ended(id)).toMatchObject({ status: 'cancelled' });
    while ((await readdir(join(service.dataDir, 'models'))).some((name) => /lock/.test(name))) {
      await delay(20);
    }
    expect(await readdir(join(service.dataDir, 'models/whisper-base.part'))).toEqual([]);
    // A cancelled download is no failure that the next job would have to wait for.
    mirror.scripts.set('/whisper-base/ctc-model.onnx', (_, response) =>
      response.end(FILES.get('ctc-model.onnx')),
    );
    expect(await outcomeOf(example())).toMatchObject({ status: 'completed' });
  }, 120_000);

  it('fails while the mirror is away, names its setting, and does not try for each job', async () => {
    await start();
    mirror.scripts.set('/whisper-base/ctc-model.onnx', (_, response) =>
      response.writeHead(503).end(),
    );
    const failure = {
      status: 'failed',
      error_code: 'TIMING_UNAVAILABLE',
      error_pointer: '/scenes/0/elements/0',
      error: expect.stringMatching(/VIDEOCRAFT_RECOGNITION_MODELS_URL.*"text"/),
    };
    expect(await outcomeOf(example())).toMatchObject(failure);
    expect(await outcomeOf(example())).toMatchObject({
      ...failure,
      error: expect.stringMatching(/The next attempt is possible in \d+ s\./),
    });
    expect(fetched()).toHaveLength(1);

    // As an operator may do who does not wait.
    mirror.scripts.set('/whisper-base/ctc-model.onnx', (_, response) =>
      response.end(FILES.get('ctc-model.onnx')),
    );
    const { signal } = new AbortController();
    await storeIn(service.dataDir).install('whisper-base', { signal });
    expect(await outcomeOf(example())).toMatchObject({ status: 'completed' });
  }, 120_000);

  it('tries again some time after the mirror is back', async () => {
    await start({ VIDEOCRAFT_WORKERS: '0' });
    let nowMs = 0;
    const store = storeIn(service.dataDir);
    const options = { store, timeoutMs: 60_000, now: () => nowMs };
    const recognizer = new LocalRecognizer('whisper-tiny', options);
    const { signal } = new AbortController();
    const seen: number[] = [];
    const prepare = () =>
      recognizer.prepare({ signal, onModel: (fraction) => seen.push(fraction) });
    // The mirror does not have it.
    await expect(prepare()).rejects.toThrow(/status 404.*Check the mirror/);
    for (const [file, content] of FILES) {
      mirror.scripts.set(`/whisper-tiny/${file}`, (_, response) => response.end(content));
    }
    await expect(prepare()).rejects.toThrow('The next attempt is possible in 60 s.');
    expect(seen).not.toContain(1);
    nowMs += 60_000;
    await prepare();
    expect([seen[0], seen.at(-1)]).toEqual([0, 1]);
    expect(seen.filter((fraction) => fraction === 1)).toHaveLength(1);
  }, 60_000);

  it('names the setting without a network', async () => {
    await start({ VIDEOCRAFT_RECOGNITION_MODELS_URL: '' });
    expect(await outcomeOf(example())).toMatchObject({
      error_code: 'TIMING_UNAVAILABLE',
      error: expect.stringMatching(
        /models\.invalid, or set VIDEOCRAFT_RECOGNITION_MODELS_URL to a mirror.*"text"/,
      ),
    });
  }, 60_000);

  it('rejects a model with the wrong content', async () => {
    await start();
    mirror.scripts.set('/whisper-base/tokens.txt', (_, response) => response.end('others'));
    expect(await outcomeOf(example())).toMatchObject({
      error_code: 'TIMING_UNAVAILABLE',
      error: expect.stringMatching(/tokens\.txt of the model whisper-base has the wrong checksum/),
    });
    expect(await readdir(join(service.dataDir, 'models'))).not.toContain('whisper-base');
  }, 60_000);

  it('fetches nothing that fills the disk', async () => {
    await start();
    expect(await outcomeOf(example({ language: 'en' }))).toMatchObject({
      error_code: 'STORAGE_FULL',
      error: expect.stringMatching(/no room for the speech model moonshine-tiny-en/),
    });
    expect(fetched()).toEqual([]);
  }, 120_000);
});
