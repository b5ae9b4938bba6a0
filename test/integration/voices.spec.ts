import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JobFailure } from '../../src/core/job/job-failure.js';
import { LoudnessMeter } from '../../src/core/sound/loudness.js';
import { Studio } from '../support/studio.js';
import {
  AZURE_KEY,
  ELEVENLABS_KEY,
  FAULTS,
  OPENAI_KEY,
  SENTENCES,
  VoiceServer,
} from '../support/voice-servers.js';

const SMALL = { width: 64, height: 48, fps: 25, draft: true };
const RATE = 48_000;
const VOICES_FILE = join(tmpdir(), `videocraft-voices-${process.pid}.json`);
const [CHAIRS, COMPANY, TRAIN, FATHER] = SENTENCES;

describe('voices', () => {
  let server: VoiceServer;
  let studio: Studio;

  beforeAll(async () => {
    server = await VoiceServer.start();
    studio = await Studio.open('voices', await settings());
  });
  beforeEach(() => server.reset());
  afterAll(async () => {
    await studio.close();
    await server.close();
    await rm(VOICES_FILE, { force: true });
  });

  /** The three kinds of engines, and names of voices. */
  async function settings(): Promise<Record<string, string>> {
    const { url } = server;
    const engines = [
      { name: 'kokoro', type: 'openai', url: `${url}/v1`, 'api-key': OPENAI_KEY, models: ['hd'] },
      { name: 'mp3', type: 'openai', url: `${url}/v1`, 'api-key': OPENAI_KEY, format: 'mp3' },
      { name: 'opus', type: 'openai', url: `${url}/v1`, 'api-key': OPENAI_KEY, format: 'opus' },
      { name: 'locked', type: 'openai', url: `${url}/v1`, 'api-key': 'sk-wrong-secret' },
      { name: 'eleven', type: 'elevenlabs', url, 'api-key': ELEVENLABS_KEY },
      { name: 'sky', type: 'azure', url, 'api-key': AZURE_KEY },
    ];
    const voices = {
      Narrator: { engine: 'kokoro', voice: 'af_bella' },
      'fr-FR-*': { engine: 'kokoro', voice: 'ff_siwis', language: 'fr' },
    };
    await writeFile(VOICES_FILE, JSON.stringify({ engines, voices }), { mode: 0o600 });
    return { VIDEOCRAFT_VOICES_FILE: VOICES_FILE, VIDEOCRAFT_VOICES_TIMEOUT_SECONDS: '5' };
  }

  const voice = (text: string, more: object = {}) => ({ type: 'voice', text, ...more });
  const scene = (...elements: object[]) => ({ ...SMALL, scenes: [{ elements }] });
  const captioned = (...elements: object[]) => ({
    ...scene(...elements),
    elements: [{ type: 'subtitles' }],
  });
  const failure = (input: object) =>
    studio.render(input).then(
      () => null,
      (error: unknown) => error as JobFailure,
    );
  const transcript = async ({ outputDir }: { readonly outputDir: string }) => {
    const { words } = JSON.parse(await readFile(join(outputDir, 'subtitles.json'), 'utf8'));
    return words as { word: string; start: number; end: number }[];
  };

  it('gives a scene the length of its voice, and times its words', async () => {
    const report = await studio.render(captioned(voice(`${CHAIRS} ${COMPANY}`)));
    expect(server.texts.sort()).toEqual([CHAIRS, COMPANY]);
    expect(report.subtitles).toEqual({ words: 26, method: 'aligned' });
    // The sentences of the recording have 6.1 s and 4.4 s, with silence at their ends.
    expect(report.durationSeconds).toBeGreaterThan(10);
    expect(report.durationSeconds).toBeLessThan(11.5);
    expect(report.warnings).toEqual([]);
  });

  it('speaks in groups, and captions find the words', async () => {
    const group = { type: 'group', elements: [voice(CHAIRS, { start: 0.5 })], keyframes: {} };
    const report = await studio.render(captioned({ ...group, animate: 'wiggle' }));
    const words = await transcript(report);
    expect(words.map(({ word }) => word).join(' ')).toBe(CHAIRS);
    expect(report.warnings).toEqual([]);
    expect(report.durationSeconds).toBeGreaterThan(6);
  });

  it('speaks a changed text by the sentence', async () => {
    await studio.render(scene(voice(`${CHAIRS} ${TRAIN}`)));
    server.reset();
    await studio.render(scene(voice(`${CHAIRS} ${FATHER} ${TRAIN}`)));
    expect(server.texts).toEqual([FATHER]);
  });

  it('joins sentences with the same loudness, and without a click', async () => {
    const { left } = await studio.sound(
      scene(voice(`${CHAIRS} <break time="1s"/> ${TRAIN}`, { voice: 'narrator' })),
    );
    const pauses = quietSpans(left).filter(({ seconds }) => seconds > 0.9);
    expect(pauses).toHaveLength(1);
    expect(pauses[0]!.seconds).toBeGreaterThan(0.95);
    expect(pauses[0]!.seconds).toBeLessThan(1.2);
    const { start, end } = pauses[0]!;
    const [before, after] = [loudness(left.slice(0, start)), loudness(left.slice(end))];
    expect(Math.abs(before - after)).toBeLessThan(1);
    expect(before).toBeGreaterThan(-20.5);
    expect(before).toBeLessThan(-17.5);
  });

  it.each(['kokoro', 'mp3', 'opus', 'eleven', 'sky'])('speaks with the engine %s', async (name) => {
    const more = name === 'sky' ? { voice: 'en-US-AvaMultilingualNeural' } : {};
    const report = await studio.render(captioned(voice(FATHER, { provider: name, ...more })));
    expect(report.durationSeconds).toBeGreaterThan(3.5);
    expect(report.durationSeconds).toBeLessThan(4.5);
    const words = await transcript(report);
    expect(words.map(({ word }) => word).join(' ')).toBe(FATHER);
    // In the recording, "AT&T" begins 1.0 s after the sentence.
    const at = words.find(({ word }) => word === 'AT&T')!;
    expect(at.start).toBeGreaterThan(0.6);
    expect(at.start).toBeLessThan(1.4);
    expect(report.subtitles!.method).toBe(name === 'eleven' ? 'given' : 'aligned');
  });

  it('aligns the words if ElevenLabs tells no times', async () => {
    server.isTimed = false;
    const report = await studio.render(captioned(voice(TRAIN, { provider: 'elevenlabs' })));
    expect(report.subtitles).toEqual({ words: 11, method: 'aligned' });
  });

  it('sends what each engine expects', async () => {
    await studio.render(
      scene(
        voice(COMPANY, { provider: 'kokoro', voice: 'bf_emma', model: 'hd', speed: 1.5 }),
        voice(COMPANY, { provider: 'eleven', voice: 'Rachel', speed: 1.1 }),
        voice(COMPANY, { provider: 'sky', voice: 'en-GB-SoniaNeural', speed: 1.2, pitch: -2 }),
      ),
    );
    const [openai, eleven, azure] = server.seen as [
      (typeof server.seen)[0],
      (typeof server.seen)[0],
      (typeof server.seen)[0],
    ];
    expect(JSON.parse(openai.body)).toEqual({
      ...{ model: 'hd', voice: 'bf_emma', input: COMPANY },
      ...{ response_format: 'wav', speed: 1.5 },
    });
    expect(eleven.path).toBe(
      '/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/with-timestamps?output_format=mp3_44100_128',
    );
    expect(JSON.parse(eleven.body)).toEqual({
      ...{ text: COMPANY, model_id: 'eleven_multilingual_v2' },
      voice_settings: { speed: 1.1 },
    });
    expect(azure.body).toContain('<prosody rate="+20%" pitch="-2st">');
    expect(azure.body).toContain('xml:lang="en-GB"');
    expect(azure.headers['x-microsoft-outputformat']).toBe('riff-24khz-16bit-mono-pcm');
  });

  it('plays a speed that the engine does not have at the same pitch', async () => {
    const slow = await studio.render(scene(voice(COMPANY, { provider: 'eleven' })));
    const fast = await studio.render(scene(voice(COMPANY, { provider: 'eleven', speed: 2.4 })));
    expect(server.seen.map(({ speed }) => speed)).toEqual([1, 1.2]);
    expect(slow.durationSeconds / fast.durationSeconds).toBeCloseTo(2.4, 0);
  });

  it('uses the names of the operator, and says when another voice speaks', async () => {
    const report = await studio.render(
      scene(
        voice(FATHER, { voice: 'NARRATOR' }),
        voice(TRAIN, { voice: 'fr-FR-DeniseNeural', model: 'gpt-9', pitch: 3 }),
        voice(FATHER, { voice: 'onyx', model: 'gpt-9', pitch: 3 }),
      ),
    );
    expect(server.seen.map((seen) => seen.voice)).toEqual(['af_bella', 'ff_siwis', 'onyx']);
    expect(report.warnings).toEqual([
      '/scenes/0/elements/1: The voice "ff_siwis" of the engine kokoro speaks instead of the voice "fr-FR-DeniseNeural", as the operator chose.',
      '/scenes/0/elements/1: The voice engine kokoro cannot change the pitch, so "pitch" has no effect.',
      '/scenes/0/elements/2: The voice engine kokoro speaks with its model tts-1, because the operator does not allow the model "gpt-9".',
      '/scenes/0/elements/2: The voice engine kokoro cannot change the pitch, so "pitch" has no effect.',
    ]);
  });

  it('speaks once for all shapes of a video', async () => {
    const input = {
      ...scene(voice(TRAIN, { voice: 'shapes' })),
      outputs: [{ type: 'video', ratio: '9:16' }],
    };
    await studio.render(input);
    expect(server.texts).toEqual([TRAIN]);
  });

  it('ducks music under a voice', async () => {
    const music = await studio.make(
      'tone.flac',
      '-f',
      'lavfi',
      '-i',
      'sine=frequency=9000:duration=12',
    );
    const { left } = await studio.sound({
      ...scene(
        { type: 'audio', src: music, ducking: true, start: 0, duration: -2 },
        voice(COMPANY, { start: 3, voice: 'ducks' }),
      ),
    });
    const level = (seconds: number) =>
      left
        .slice(seconds * RATE, (seconds + 0.5) * RATE)
        .reduce((sum, one) => sum + Math.abs(one), 0);
    expect(level(0.5)).toBeGreaterThan(0);
    expect(left.length / RATE).toBeGreaterThan(7);
  });

  describe('failures', () => {
    /** Each test speaks another voice, so that nothing is in the cache. */
    const other = () => voice(TRAIN, { voice: `v${Math.random()}` });

    it('waits and asks again if the engine is busy or the connection is lost', async () => {
      server.faults = [FAULTS.status(429, { 'retry-after': '1' }), FAULTS.status(503), FAULTS.cut];
      const started = performance.now();
      const report = await studio.render(scene(other()));
      expect(report.durationSeconds).toBeGreaterThan(3);
      expect(server.seen).toHaveLength(4);
      expect(performance.now() - started).toBeGreaterThan(3_900);
    });

    it.each<[string, () => Promise<void> | void, object, RegExp, number]>([
      ['a wrong key', () => {}, { provider: 'locked' }, /locked refused the API key/, 1],
      [
        'an unknown voice',
        () => {},
        { voice: 'nobody' },
        /refused the text, the voice, or the model \(status 400\)\. The voice is "nobody"/,
        1,
      ],
      [
        'an unknown engine',
        () => {},
        { provider: 'polly' },
        /No voice engine is called "polly"\. Configured engines: kokoro, mp3, opus, locked, eleven, sky\./,
        0,
      ],
      [
        'no credit',
        () => {
          server.faults = [FAULTS.status(402)];
        },
        {},
        /no credit left/,
        1,
      ],
      [
        'a page instead of sound',
        () => {
          server.faults = [FAULTS.content('text/html', Buffer.from('<html>'))];
        },
        {},
        /answered with a text instead of sound/,
        1,
      ],
      [
        'noise that is no sound',
        () => {
          server.faults = [FAULTS.content('audio/mpeg', Buffer.alloc(5000, 'x'))];
        },
        {},
        /is no sound that can be decoded/,
        1,
      ],
      [
        'nothing',
        () => {
          server.faults = [FAULTS.content('audio/mpeg', Buffer.alloc(0))];
        },
        {},
        /answered with nothing/,
        1,
      ],
      [
        'a wait that is too long',
        () => {
          server.faults = [FAULTS.status(429, { 'retry-after': '3600' })];
        },
        {},
        /is busy, or its quota is used up/,
        1,
      ],
    ])('fails for %s, and keeps nothing', async (_what, prepare, more, message, requests) => {
      await prepare();
      const element = { ...other(), ...more };
      const error = await failure(scene(element));
      expect(error).toBeInstanceOf(JobFailure);
      expect(error).toMatchObject({ code: 'VOICE_UNAVAILABLE', pointer: '/scenes/0/elements/0' });
      expect(error!.message).toMatch(message);
      expect(
        JSON.stringify([error!.message, (error!.cause as Error | undefined)?.message]),
      ).not.toMatch(/secret/);
      expect(server.seen).toHaveLength(requests);
    });

    it('refuses silence, and asks again for the next job', async () => {
      const silence = await studio.make(
        'silence.wav',
        '-f',
        'lavfi',
        '-i',
        'anullsrc=r=24000:cl=mono',
        '-t',
        '3',
      );
      server.faults = [FAULTS.content('audio/wav', await readFile(silence))];
      const input = scene(other());
      expect((await failure(input))!.message).toMatch(/answered with silence for "The train/);
      expect((await studio.render(input)).durationSeconds).toBeGreaterThan(3);
    });

    it('refuses an answer that is far too long or too large', async () => {
      const hour = await studio.make(
        'hour.mp3',
        '-f',
        'lavfi',
        '-i',
        'sine=frequency=300:duration=600',
        '-b:a',
        '32k',
      );
      server.faults = [FAULTS.content('audio/mpeg', await readFile(hour))];
      expect((await failure(scene(other())))!.message).toMatch(
        /answered with more than 62 s of sound/,
      );
      server.faults = [FAULTS.content('audio/mpeg', Buffer.alloc(33 << 20))];
      expect((await failure(scene(other())))!.message).toMatch(/is too large/);
    });

    it('gives up on an engine that never answers', async () => {
      const slow = await Studio.open('slow-voices', {
        VIDEOCRAFT_VOICES_URL: `${server.url}/v1`,
        VIDEOCRAFT_VOICES_API_KEY: OPENAI_KEY,
        VIDEOCRAFT_VOICES_TIMEOUT_SECONDS: '1',
      });
      server.faults = Array.from({ length: 4 }, () => FAULTS.never);
      const error = await slow.render(scene(other())).catch((one: JobFailure) => one);
      await slow.close();
      expect(error).toMatchObject({
        code: 'VOICE_UNAVAILABLE',
        message: expect.stringMatching(/^The voice engine default did not answer in time\./),
      });
    });

    it('says what to configure without an engine', async () => {
      const mute = await Studio.open('no-voices');
      const error = await mute.render(scene(voice('Hello.'))).catch((one: JobFailure) => one);
      await mute.close();
      expect(error).toMatchObject({ code: 'VOICE_UNAVAILABLE', needs: ['voice'] });
      expect((error as JobFailure).message).toMatch(
        /VIDEOCRAFT_VOICES_URL.*VIDEOCRAFT_VOICES_FILE/,
      );
    });
  });

  describe('previews', () => {
    it('speak only what was spoken before, and estimate the rest', async () => {
      const input = captioned(voice(`${CHAIRS} ${COMPANY}`, { voice: 'previews' }));
      const first = await studio.render(input, { voices: { isPreview: true } });
      expect(server.seen).toEqual([]);
      expect(first.warnings).toEqual([
        "/scenes/0/elements/0: Previews don't pay for voices, so 2 of 2 sentences are silent here, and the length is estimated.",
      ]);
      expect(first.durationSeconds).toBeGreaterThan(8);
      expect((await transcript(first)).length).toBe(26);
      await studio.render(scene(voice(CHAIRS, { voice: 'previews' })));
      const second = await studio.render(input, { voices: { isPreview: true } });
      expect(second.warnings[0]).toMatch(/so 1 of 2 sentences is silent/);
      expect((await transcript(second)).map(({ word }) => word).join(' ')).toBe(
        `${CHAIRS} ${COMPANY}`,
      );
    });

    it('show what would fail', async () => {
      const input = captioned(voice(CHAIRS, { provider: 'polly' }));
      const report = await studio.render(input, { voices: { isPreview: true } });
      expect(report.warnings[0]).toMatch(
        /^\/scenes\/0\/elements\/0: The preview is silent here, and a render would fail: No voice engine/,
      );
    });
  });
});

function loudness(samples: Float32Array): number {
  const meter = new LoudnessMeter();
  meter.push(Float32Array.from({ length: samples.length * 2 }, (_, index) => samples[index >> 1]!));
  return meter.integrated();
}

/** Spans in which nothing is louder than -60 dB. */
function quietSpans(samples: Float32Array) {
  const spans: { start: number; end: number; seconds: number }[] = [];
  let start = 0;
  for (let index = 0; index <= samples.length; index++) {
    if (index < samples.length && Math.abs(samples[index]!) < 0.001) continue;
    spans.push({ start, end: index, seconds: (index - start) / RATE });
    start = index + 1;
  }
  return spans;
}
