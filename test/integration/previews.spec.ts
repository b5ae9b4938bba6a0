import { fileURLToPath } from 'node:url';
import type { Picture } from '../support/draw-frames.js';
import { MediaFile, meanDifference, PreviewRequests, renderByJob } from '../support/previews.js';
import { serveFolder } from '../support/serve-folder.js';
import { startTestService, type TestService } from '../support/service.js';
import { OPENAI_KEY, SENTENCES, VoiceServer } from '../support/voice-servers.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const [WIDTH, HEIGHT, FPS] = [320, 180, 25];

let files: Awaited<ReturnType<typeof serveFolder>>;
let service: TestService;
let previews: PreviewRequests;
let voices: VoiceServer;

beforeAll(async () => {
  files = await serveFolder(MEDIA);
  voices = await VoiceServer.start();
  service = await startTestService({
    VIDEOCRAFT_WORKERS: '1',
    VIDEOCRAFT_SOURCES_ALLOWED_HOSTS: new URL(files.url).host,
    VIDEOCRAFT_SOURCES_RETRIES: '0',
    VIDEOCRAFT_STORAGE_MIN_FREE_BYTES: '0',
    VIDEOCRAFT_RECOGNITION_MODEL: 'none',
    VIDEOCRAFT_VOICES_URL: `${voices.url}/v1`,
    VIDEOCRAFT_VOICES_API_KEY: OPENAI_KEY,
  });
  previews = new PreviewRequests(service);
}, 120_000);

afterAll(async () => {
  await service.close();
  await files.close();
  await voices.close();
}, 60_000);

const WORDS = [
  { word: 'Good', start: 0.4, end: 0.7 },
  { word: 'morning', start: 0.7, end: 1.2 },
  { word: 'from', start: 1.4, end: 1.6 },
  { word: 'the', start: 1.6, end: 1.7 },
  { word: 'harbor', start: 1.8, end: 2.3 },
];

/** A still picture, a cross-fade into a moving view, and a video, with speech, captions, and a text. */
const film = (fields: object = {}) => ({
  width: WIDTH,
  height: HEIGHT,
  fps: FPS,
  quality: 'high',
  scenes: [
    {
      duration: 1.2,
      elements: [
        { type: 'image', src: `${files.url}/pictures/i0.jpg` },
        {
          type: 'text',
          text: 'Harbor',
          start: 0.2,
          'animate-in': { style: 'slide-up', duration: 0.4 },
          settings: { 'font-size': 40 },
        },
      ],
    },
    {
      duration: 1.6,
      transition: { style: 'wipeleft', duration: 0.6 },
      elements: [{ type: 'image', src: `${files.url}/pictures/i1.jpg`, zoom: 4, pan: 'right' }],
    },
    {
      duration: 1.4,
      elements: [{ type: 'video', src: `${files.url}/background.mp4`, seek: 1.03, volume: 0 }],
    },
  ],
  elements: [
    { type: 'audio', src: `${files.url}/speech/tour.mp3`, duration: 3 },
    { type: 'subtitles', words: WORDS, settings: { 'font-size': 24 } },
  ],
  ...fields,
});

describe('a still', () => {
  let frames: readonly Picture[];

  beforeAll(async () => {
    const { video } = await renderByJob(service, film());
    frames = await video.pictures(WIDTH, HEIGHT);
    await video.remove();
  }, 120_000);

  it.each([
    ['a still picture', 2, false],
    ['a text that moves', 8, true],
    ['a text that stands, and a caption', 14, false],
    ['a transition', 22, true],
    ['the last frame of a transition', 29, true],
    ['a moving view', 40, true],
    ['a moving view with captions', 46, true],
    ['the first frame of a video', 55, true],
    ['a video', 70, true],
    ['the last frame', 89, true],
  ])(
    'is the frame of the finished video: %s',
    async (_what, frame, moves) => {
      expect(frames).toHaveLength(90);
      const still = await previews.still(`at=${frame / FPS}&width=${WIDTH}`, film(), WIDTH, HEIGHT);
      const own = meanDifference(still, frames[frame]!);
      // What the encoder of the video loses.
      expect(own).toBeLessThan(3.5);
      if (!moves) return;
      const before = meanDifference(still, frames[frame - 1]!);
      const after = frame === 89 ? Infinity : meanDifference(still, frames[frame + 1]!);
      expect({ own, before, after, isOwn: own < before * 0.9 && own < after * 0.9 }).toMatchObject({
        isOwn: true,
      });
    },
    60_000,
  );

  it('shows the last frame after the end, and says which frame it is', async () => {
    const last = await previews.bytes('still?at=3.59', film());
    const beyond = await previews.bytes('still?at=500', film());
    expect(beyond.bytes.equals(last.bytes)).toBe(true);
    for (const { headers } of [last, beyond]) {
      expect([headers.get('x-frame'), headers.get('x-frames')]).toEqual(['89', '90']);
    }
    // A time that a client computed from a frame, with the errors of floating point.
    const exact = await previews.bytes(`still?at=${(1 / FPS) * 55 - 1e-9}&width=64`, film());
    expect(exact.headers.get('x-frame')).toBe('55');
  });

  it.each(['png', 'jpg', 'webp'])('has the colors of the video as %s', async (format) => {
    const config = {
      width: 160,
      height: 90,
      scenes: [{ duration: 1, 'background-color': '#C02040' }],
    };
    const { headers, bytes } = await previews.bytes(`still?format=${format}`, config);
    expect(headers.get('content-type')).toBe(
      { png: 'image/png', jpg: 'image/jpeg', webp: 'image/webp' }[format],
    );
    const file = await MediaFile.of(bytes);
    const [picture] = await file.pictures(160, 90);
    const off = picture!.at(80, 45).map((part, at) => Math.abs(part - [0xc0, 0x20, 0x40][at]!));
    expect(Math.max(...off)).toBeLessThanOrEqual(3);
    await file.remove();
  });

  it.each([
    [100, 100, 56],
    // Sides are even, and none is wider than what was asked for.
    [99, 98, 56],
    [16, 16, 10],
    [3840, 320, 180],
  ])('is at most so wide: %i', async (width, ...size) => {
    const { bytes } = await previews.bytes(`still?width=${width}`, film());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual(size);
  });

  it.each([
    ['at=-1', '?at'],
    ['at=x', '?at'],
    ['at=1e9', '?at'],
    ['width=15', '?width'],
    ['width=3841', '?width'],
    ['width=99.5', '?width'],
    ['format=gif', '?format'],
  ])('is refused with %s', async (query, pointer) => {
    expect(await previews.json(`still?${query}`, film())).toMatchObject({
      status: 400,
      errors: [{ pointer }],
    });
  });
});

describe('a timeline', () => {
  it.each([25, 29.97, 30, 60])(
    'has the values of the render at %f fps',
    async (fps) => {
      const config = film({ fps, quality: 'low' });
      const { data } = await previews.json('timeline', config);
      const { video, id, job } = await renderByJob(service, config);
      const times = await video.times('v');
      await video.remove();
      expect(data).toMatchObject({ width: WIDTH, height: HEIGHT, frames: times.length });
      expect(data.frame_rate).toBeCloseTo(fps === 29.97 ? 30000 / 1001 : fps, 6);
      expect(data.duration_seconds).toBeCloseTo(job['duration_seconds'] as number, 3);

      const [first, second, third] = [data.scenes[0]!, data.scenes[1]!, data.scenes[2]!];
      expect(data.scenes.map((scene) => scene.pointer)).toEqual([
        '/scenes/0',
        '/scenes/1',
        '/scenes/2',
      ]);
      expect([first.start_frame, third.end_frame]).toEqual([0, data.frames]);
      expect(second.transition_seconds).toBeCloseTo(0.6, 6);
      // During the transition, both scenes show.
      expect(first.end_frame - second.start_frame).toBeCloseTo(0.6 * fps, -0.5);
      expect(third.start_frame).toBe(second.end_frame);
      for (const { start, start_frame: frame } of data.scenes) {
        expect(start).toBeCloseTo(frame / data.frame_rate, 5);
      }

      const { data: transcript } = (await service.call(`/videos/${id}/transcript`)).json;
      const words = transcript['words'] as { word: string; start: number; end: number }[];
      expect(data.words.map((word) => word.word)).toEqual(words.map((one) => one.word));
      data.words.forEach((word, at) => {
        expect([word.start, word.end]).toEqual([words[at]!.start, words[at]!.end]);
      });
      expect(data.word_timing).toEqual({ method: 'given', language: transcript['language'] });
      expect(data.captions.map((one) => one.text).join(' ')).toContain('morning');
    },
    120_000,
  );

  it('says where elements are, and shows speech and silence', async () => {
    const { data } = await previews.json('timeline?peaks_per_second=50', film());
    const clipAt = (pointer: string) => data.clips.find((clip) => clip.pointer === pointer)!;
    const image = clipAt('/scenes/0/elements/0');
    const text = clipAt('/scenes/0/elements/1');
    expect([image.type, text.type]).toEqual(['image', 'text']);
    expect(clipAt('/scenes/1/elements/0').type).toBe('image');
    expect(clipAt('/scenes/2/elements/0').type).toBe('video');
    expect(image.box).toEqual({ x: 0, y: 0, width: WIDTH, height: HEIGHT });
    const box = text.box!;
    expect(box.x).toBeGreaterThan(60);
    expect(box.x + box.width).toBeLessThan(WIDTH - 60);
    expect(Math.abs(box.x + box.width / 2 - WIDTH / 2)).toBeLessThan(8);

    const speech = data.sounds.find((sound) => sound.pointer === '/elements/0')!;
    expect(speech).toMatchObject({ start: 0, end: 3, is_speech: true, peaks_per_second: 50 });
    expect(Buffer.from(speech.peaks, 'base64')).toHaveLength(150);
  });

  it('has loud and silent peaks, and fades as they are heard', async () => {
    const sound = {
      type: 'audio',
      src: `${files.url}/speech/u1_espeak_f3__pause.wav`,
      speech: false,
    };
    const config = { width: 64, height: 64, scenes: [{ elements: [sound] }] };
    const peaksOf = async (element: object) => {
      const body = { width: 64, height: 64, scenes: [{ elements: [{ ...sound, ...element }] }] };
      const { data } = await previews.json('timeline?peaks_per_second=20', body);
      return [...Buffer.from(data.sounds[0]!.peaks, 'base64')];
    };
    const plain = await peaksOf({});
    expect(Math.max(...plain)).toBeGreaterThan(80);
    expect(plain.filter((peak) => peak < 4).length).toBeGreaterThan(5);
    const half = await peaksOf({ volume: 0.5 });
    expect(Math.abs(Math.max(...half) - Math.max(...plain) / 2)).toBeLessThanOrEqual(1);
    const faded = await peaksOf({ 'fade-out': 1 });
    const quiet = (peaks: number[]) => peaks.slice(-10).reduce((sum, peak) => sum + peak, 0);
    expect(quiet(faded)).toBeLessThanOrEqual(quiet(plain) / 2);
    const { data } = await previews.json('timeline?peaks_per_second=0', config);
    expect(data.sounds[0]!.peaks).toBe('');
  });
});

describe('a draft', () => {
  const config = () => film({ scenes: [...film().scenes, ...film().scenes, ...film().scenes] });

  it('has the frames, the times, and the sound of the video', async () => {
    const { video } = await renderByJob(service, config());
    const draft = await previews.draft(`from=0&to=120&width=${WIDTH}`, config());
    const [frames, shown] = await Promise.all([
      video.pictures(WIDTH, HEIGHT),
      draft.pictures(WIDTH, HEIGHT),
    ]);
    expect(shown).toHaveLength(frames.length);
    for (let at = 0; at < frames.length; at += 7) {
      expect({ at, off: meanDifference(shown[at]!, frames[at]!) < 9 }).toEqual({ at, off: true });
    }
    const times = (await draft.times('v')).toSorted((a, b) => a - b);
    times.forEach((time, at) => expect(time).toBeCloseTo(at / FPS, 4));
    expect(draft.headers.get('x-start-seconds')).toBe('0');
    expect(Number(draft.headers.get('x-end-seconds'))).toBeCloseTo(frames.length / FPS, 6);
    expect(draft.headers.get('content-type')).toMatch(
      /^video\/mp4; codecs="avc3\.[0-9a-f]{6},mp4a\.40\.2"$/,
    );

    const [soundTimes, [wanted, heard]] = await Promise.all([
      draft.times('a'),
      Promise.all([video.sound(), draft.sound()]),
    ]);
    soundTimes.slice(1).forEach((time, at) => {
      expect(time - soundTimes[at]!).toBeCloseTo(1024 / 48_000, 4);
    });
    expect(Math.abs(shiftOf(wanted, heard, soundTimes[0]!))).toBeLessThanOrEqual(1024);
    await Promise.all([video.remove(), draft.remove()]);
  }, 180_000);

  it('continues another one without a gap, and starts and ends with whole segments', async () => {
    const first = await previews.draft('from=0&to=2&width=160', config());
    const end = Number(first.headers.get('x-end-seconds'));
    expect(end).toBeGreaterThanOrEqual(2);
    const second = await previews.draft(`from=${end}&to=${end + 3}&width=160`, config());
    expect(Number(second.headers.get('x-start-seconds'))).toBe(end);
    const inside = await previews.draft(`from=${end + 0.1}&to=${end + 0.2}&width=160`, config());
    expect(Number(inside.headers.get('x-start-seconds'))).toBe(end);

    const video = [...(await first.times('v')), ...(await second.times('v'))];
    video.toSorted((a, b) => a - b).forEach((time, at) => expect(time).toBeCloseTo(at / FPS, 4));
    const sound = [...(await first.times('a')), ...(await second.times('a'))];
    sound.slice(1).forEach((time, at) => {
      expect(time - sound[at]!).toBeCloseTo(1024 / 48_000, 4);
    });
    // Each plays alone.
    expect((await second.pictures(160, 90)).length).toBeGreaterThan(50);
    await Promise.all([first, second, inside].map((draft) => draft.remove()));
  }, 120_000);

  it('takes segments from the cache when it is made again', async () => {
    const query = 'from=0&to=10&width=200';
    const once = await previews.bytes(`draft?${query}`, config());
    const started = performance.now();
    const again = await previews.bytes(`draft?${query}`, config());
    expect(again.bytes.equals(once.bytes)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_500);
  }, 120_000);

  it.each([
    ['from=5&to=5', '?to'],
    ['from=5&to=4', '?to'],
    ['from=0&to=121', '?to'],
    ['from=-1', '?from'],
    ['width=1281', '?width'],
    ['width=8', '?width'],
  ])('is refused with %s', async (query, pointer) => {
    expect(await previews.json(`draft?${query}`, film())).toMatchObject({
      status: 400,
      errors: [{ pointer }],
    });
  });

  it('that begins after the end shows the last segment', async () => {
    const draft = await previews.draft('from=400&to=410&width=64', film());
    expect(Number(draft.headers.get('x-end-seconds'))).toBeCloseTo(3.6, 6);
    await draft.remove();
  });

  it.each([29.97, 60])(
    'has the times of the video at %f fps',
    async (fps) => {
      const draft = await previews.draft('from=1&to=3&width=64', film({ fps }));
      const [start, end] = ['x-start-seconds', 'x-end-seconds'].map((name) =>
        Number(draft.headers.get(name)),
      );
      const times = (await draft.times('v')).toSorted((a, b) => a - b);
      const rate = fps === 29.97 ? 30000 / 1001 : fps;
      expect(times[0]).toBeCloseTo(start!, 4);
      expect(times).toHaveLength(Math.round((end! - start!) * rate));
      times.forEach((time, at) => expect(time).toBeCloseTo(start! + at / rate, 4));
      await draft.remove();
    },
    60_000,
  );
});

it('a draft of a long video has its sound, which is encoded in blocks', async () => {
  const music = { type: 'audio', src: `${files.url}/speech/tour.mp3`, loop: true, duration: 330 };
  const config = {
    width: 64,
    height: 64,
    fps: FPS,
    scenes: [{ duration: 330, 'background-color': '#204060' }],
    elements: [{ ...music, speech: false, 'fade-in': 200 }],
  };
  const { video } = await renderByJob(service, config);
  const wanted = await video.sound();
  // A block ends at 120.02 s, within the second draft.
  const drafts = [
    await previews.draft('from=101&to=109&width=16', config),
    await previews.draft('from=111&to=129&width=16', config),
  ];
  const times = (await Promise.all(drafts.map((draft) => draft.times('a')))).flat();
  times.slice(1).forEach((time, at) => {
    expect(time - times[at]!).toBeCloseTo(1024 / 48_000, 4);
  });
  const heard = await drafts[1]!.sound();
  const from = Math.round((await drafts[1]!.times('a'))[0]! * 48_000);
  let [off, most] = [0, 0];
  // Without the first coded sample, which has nothing before it.
  for (let at = 2048; at < heard.length; at++) {
    off = Math.max(off, Math.abs(heard[at]! - wanted[from + at]!));
    most = Math.max(most, Math.abs(wanted[from + at]!));
  }
  expect(most).toBeGreaterThan(0.1);
  expect(off).toBeLessThan(most / 4);
  await Promise.all([video, ...drafts].map((file) => file.remove()));
}, 180_000);

/** By how many samples the second sound is later than the first, found in the loudest part of the first. */
function shiftOf(wanted: Float32Array, heard: Float32Array, startSeconds: number): number {
  const [from, length, most] = [24_000, 24_000, 2_400];
  const start = Math.round(startSeconds * 48_000);
  let best = { shift: Infinity, sum: -Infinity };
  for (let shift = -most; shift <= most; shift += 4) {
    let sum = 0;
    for (let at = from; at < from + length; at += 3) {
      sum += wanted[at]! * (heard[at + shift - start] ?? 0);
    }
    if (sum > best.sum) best = { shift, sum };
  }
  return best.shift;
}

describe('a config', () => {
  it('that is not valid gets 400 with pointers, and is described by validate', async () => {
    const body = { width: 63, scenes: [{ duration: 0, elements: [{ type: 'image' }] }] };
    const valid = await previews.json('validate', body);
    expect([valid.status, valid.data.valid]).toEqual([200, false]);
    expect(valid.data.issues.length).toBeGreaterThan(1);
    for (const path of ['timeline', 'still', 'draft']) {
      const { status, code, errors } = await previews.json(path, body);
      expect([status, code, errors]).toEqual([400, 'VALIDATION_ERROR', valid.data.issues]);
    }
    const created = await service.change('POST', '/videos', { body });
    expect(created.json['errors']).toEqual(valid.data.issues);
    expect(valid.data).toMatchObject({ warnings: [], estimate: null });
    const film1 = (await previews.json('validate', film())).data;
    expect(film1).toMatchObject({ valid: true, issues: [], warnings: [] });
    expect((await previews.json('validate', 7)).data.valid).toBe(false);
  });

  it('that is valid is validated with warnings and an estimate', async () => {
    const config = {
      ...{ width: 320, height: 180, fps: 10, variables: { title: 'Hello', unused: 1 } },
      scenes: [
        {
          duration: 2,
          elements: [
            { type: 'text', text: '{{title}}', x: 400, y: 10 },
            { type: 'shape', width: 100, height: 100 },
          ],
        },
        { duration: 1.5 },
      ],
      elements: [{ type: 'subtitles' }],
    };
    const { data } = await previews.json('validate', config);
    expect(data).toEqual({
      valid: true,
      issues: [],
      warnings: [
        { pointer: '/variables/unused', message: 'Nothing uses the variable "unused".' },
        { pointer: '/elements/0', message: expect.stringContaining('The captions have no words') },
        {
          pointer: '/scenes/0/elements/0',
          message: 'The text is outside of the frame of 320x180 pixels.',
        },
      ],
      estimate: {
        ...{ duration_seconds: 3.5, frames: 35, elements: 4, glyphs: 5, drawn_glyphs: 5 },
        ...{ shape_megapixels: 1, moving_megapixels: 0, voice_characters: 0 },
      },
    });
    const made = await service.change('POST', '/templates', { body: { name: 'doubtful', config } });
    const template = made.json.data['id'];
    const filled = (await previews.json('validate', { template })).data;
    expect(filled.estimate).toEqual(data.estimate);
    expect(filled.warnings).toEqual(
      (data.warnings as unknown as { pointer: string }[]).map((one) => ({
        ...one,
        pointer: `/template${one.pointer}`,
      })),
    );
  });

  it('whose length its sources tell is validated with what is known', async () => {
    const speech = { type: 'audio', src: `${files.url}/speech/tour.mp3` };
    const voice = { type: 'voice', text: 'Good morning.' };
    const { data } = await previews.json('validate', {
      ...{ width: 64, height: 64 },
      scenes: [{ elements: [speech] }, { duration: 1, elements: [voice] }],
      elements: [{ type: 'subtitles' }],
    });
    expect(data).toMatchObject({
      valid: true,
      warnings: [
        { pointer: '/scenes/0/elements/0', message: expect.stringContaining('not enabled') },
      ],
      estimate: { duration_seconds: null, frames: 30, voice_characters: 13 },
    });
  });

  it.each(['timeline', 'still', 'draft'])(
    'with a source that fails gets 422 with its pointer: %s',
    async (path) => {
      const elements = [
        { type: 'image', src: `${files.url}/pictures/i0.jpg` },
        { type: 'image', src: `${files.url}/a~b/missing.jpg` },
      ];
      const answer = await previews.json(path, {
        width: 64,
        height: 64,
        scenes: [{ duration: 1, elements }],
      });
      expect(answer).toMatchObject({
        status: 422,
        code: 'SOURCE_NOT_FOUND',
        errors: [{ pointer: '/scenes/0/elements/1' }],
      });
    },
  );

  it('may be a template with variables', async () => {
    const made = await service.change('POST', '/templates', {
      body: {
        name: 'plate',
        config: {
          width: 64,
          height: 64,
          scenes: [{ duration: '{{seconds}}', 'background-color': '{{color}}' }],
        },
      },
    });
    const body = {
      template: made.json.data['id'],
      variables: { seconds: 2.5, color: '#00C000' },
    };
    expect(await previews.json('timeline', body)).toMatchObject({
      data: { duration_seconds: 2.5 },
    });
    const [red, green, blue] = (await previews.still('', body, 64, 64)).at(32, 32);
    expect([red < 10, green > 180, blue < 10]).toEqual([true, true, true]);
    const missing = { ...body, template: '01a20d53-6afc-7159-b2dc-477cb4e45989' };
    expect(await previews.json('still', missing)).toMatchObject({
      status: 404,
      code: 'TEMPLATE_NOT_FOUND',
    });
  });

  it('shows assets of its own key, and not those of another one', async () => {
    const url = `${files.url}/pictures/i0.jpg`;
    const own = await service.change('POST', '/assets', { body: { url } });
    const src = `asset:${own.json.data['id'] as string}`;
    const body = {
      width: 64,
      height: 64,
      scenes: [{ duration: 1, elements: [{ type: 'image', src }] }],
    };
    const still = await previews.still('', body, 64, 64);
    expect(Math.max(...still.samples)).toBeGreaterThan(40);

    const other = await service.key('videos:write');
    for (const path of ['timeline', 'still', 'draft']) {
      const answer = await previews.json(path, body, other.key);
      expect([answer.status, answer.errors[0]?.pointer]).toEqual([400, '/scenes/0/elements/0/src']);
    }
    await service.change('DELETE', `/assets/${own.json.data['id'] as string}`);
    expect((await previews.json('still?width=32', body)).status).toBe(400);
  });

  it('needs the scope for videos', async () => {
    const { key } = await service.key('videos:read');
    for (const path of ['validate', 'timeline', 'still', 'draft']) {
      expect(await previews.json(path, film(), key)).toMatchObject({ code: 'INSUFFICIENT_SCOPE' });
    }
  });

  it('without times of its words shows pictures, and a warning', async () => {
    const body = film({
      elements: [
        { type: 'audio', src: `${files.url}/speech/tour.mp3`, duration: 3 },
        { type: 'subtitles' },
      ],
    });
    const { status, data } = await previews.json('timeline', body);
    expect([status, data?.captions, data?.words, data?.word_timing]).toEqual([200, [], [], null]);
    expect(data.warnings.join('\n')).toMatch(
      /^The preview has no captions, and a render would fail: /m,
    );
    const { bytes } = await previews.bytes('still?at=1&width=64', body);
    expect(bytes.length).toBeGreaterThan(500);
  });

  it('does not pay for voices, and has them once a job has paid', async () => {
    const [text] = SENTENCES;
    const body = (color: string) => ({
      ...{ width: WIDTH, height: HEIGHT, fps: FPS },
      scenes: [{ 'background-color': color, elements: [{ type: 'voice', text }] }],
      elements: [{ type: 'subtitles' }],
    });
    const { data: silent } = await previews.json('timeline', body('#102030'));
    expect(silent.warnings[0]).toMatch(/^\/scenes\/0\/elements\/0: Previews don't pay for voices/);
    expect(silent.words.map(({ word }) => word).join(' ')).toBe(text);
    expect((await previews.bytes('still?at=1&width=64', body('#102030'))).status).toBe(200);
    expect(voices.seen).toEqual([]);

    await renderByJob(service, body('#102030'));
    expect(voices.texts).toEqual([text]);
    const { data: spoken } = await previews.json('timeline', body('#203040'));
    expect(spoken.warnings).toEqual([]);
    expect(spoken.words.map(({ word }) => word).join(' ')).toBe(text);
    expect(spoken.words[1]!.start).not.toBe(silent.words[1]!.start);
    expect(voices.texts).toEqual([text]);
  });
});
