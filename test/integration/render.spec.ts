import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { cacheUses } from '../../src/engine/figures/cache-use.js';
import type { RenderContext, RenderReport } from '../../src/pipeline/types/render-context.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

/** Limits the wait for something that must end at once. The machine can be slow and shared. */
const PATIENCE_MS = 10_000;

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const SPEECH = 'speech/u1_espeak_f3__clean';
const WIDTH = 320;
const HEIGHT = 180;

/** Two spoken words of one second each, over a plain background. */
const twoWords = (more: object = {}) => ({
  width: WIDTH,
  height: HEIGHT,
  scenes: [{ 'background-color': '#202020', duration: 2, elements: [] }],
  elements: [
    {
      type: 'subtitles',
      words: [
        { word: 'LEFT', start: 0, end: 1 },
        { word: 'RIGHT', start: 1, end: 2 },
      ],
      settings: { 'font-size': 40, 'word-color': '#FF0000', 'outline-width': 0 },
    },
  ],
  ...more,
});

describe('rendering a config', () => {
  let dir: string;
  let engines: RenderApp;
  let renders = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-render-'));
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir });
    engines = await openRenderApp(config);
  });

  afterAll(async () => {
    expect(liveProcessCount()).toBe(0);
    await rm(dir, { recursive: true, force: true });
  });

  async function render(input: object, more: Partial<RenderContext> = {}): Promise<RenderReport> {
    const parsed = parseConfig(input, engines.fonts, { subtitleDefaults: {}, localSources: true });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(dir, 'attempt-'));
    try {
      return await engines.renderer.render(parsed.project, {
        signal: new AbortController().signal,
        workDir,
        outputDir: join(dir, `video-${++renders}`),
        localSources: true,
        onProgress: () => {},
        ...more,
      });
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
  }

  const videoOf = ({ outputDir }: RenderReport) => join(outputDir, 'video.mp4');

  it('counts cache hits', async () => {
    const asked = () =>
      Object.fromEntries(cacheUses().map(({ cache, hits, misses }) => [cache, { hits, misses }]));
    const { text } = JSON.parse(await readFile(join(MEDIA, `${SPEECH}.json`), 'utf8')) as {
      text: string;
    };
    const input = {
      width: WIDTH,
      height: HEIGHT,
      draft: true,
      scenes: [{ elements: [{ type: 'audio', src: join(MEDIA, `${SPEECH}.wav`), text }] }],
      elements: [{ type: 'subtitles', language: 'en' }],
    };
    await render(input);
    const once = asked();
    await render(input);
    const twice = asked();
    for (const cache of ['segments', 'sounds', 'words', 'sources']) {
      expect([cache, once[cache]!.misses > 0]).toEqual([cache, true]);
      expect([cache, twice[cache]!.misses]).toEqual([cache, once[cache]!.misses]);
      expect([cache, twice[cache]!.hits > once[cache]!.hits]).toEqual([cache, true]);
    }
  }, 120_000);

  /** Decoded frames as RGB. Every frame is checked for errors. */
  async function frames(file: string): Promise<Buffer[]> {
    const args = ['-v', 'error', '-xerror', '-err_detect', 'explode', '-i', file];
    const { stdout } = await run(
      engines.ffmpeg.tools.ffmpegPath,
      [...args, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
      { encoding: 'buffer', maxBuffer: 1 << 30 },
    );
    const size = WIDTH * HEIGHT * 3;
    return Array.from({ length: stdout.length / size }, (_, index) =>
      stdout.subarray(index * size, (index + 1) * size),
    );
  }

  async function sound(file: string): Promise<Float32Array> {
    const { stdout } = await run(
      engines.ffmpeg.tools.ffmpegPath,
      ['-v', 'error', '-i', file, '-f', 'f32le', '-ac', '1', '-ar', '48000', '-'],
      { encoding: 'buffer', maxBuffer: 1 << 30 },
    );
    return new Float32Array(
      stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length),
    );
  }

  /** Mean x of the pixels in the color of the word, or NaN if there are none. */
  function highlightX(frame: Buffer): number {
    let sum = 0;
    let count = 0;
    for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel++) {
      const [red, green, blue] = frame.subarray(pixel * 3, pixel * 3 + 3);
      if (red! > 150 && green! < 90 && blue! < 90) {
        sum += pixel % WIDTH;
        count++;
      }
    }
    return sum / count;
  }

  it.each([30, 23.976, 60])(
    'highlights in frame n the word that is spoken at n / fps, at %d fps',
    async (fps) => {
      const report = await render(twoWords({ fps }));
      const decoded = await frames(videoOf(report));
      expect(decoded).toHaveLength(report.frames);
      const change = Math.ceil(1 * report.frameRate);
      decoded.forEach((frame, index) => {
        const x = highlightX(frame);
        if (index < change) expect(x).toBeLessThan(WIDTH / 2);
        else expect(x).toBeGreaterThan(WIDTH / 2);
      });
    },
    60_000,
  );

  it('creates the planned file, with frame-accurate cuts and audio positions', async () => {
    const wav = join(MEDIA, 'speech/u9_flite_slt_fast__clean.wav');
    const report = await render({
      width: WIDTH,
      height: HEIGHT,
      scenes: [
        { duration: 0.515, elements: [], 'background-color': '#FF0000' },
        {
          'background-color': '#0000FF',
          elements: [
            { type: 'audio', src: wav, speech: false },
            {
              type: 'image',
              src: join(MEDIA, 'pictures/i0.jpg'),
              width: 100,
              position: 'left-top',
            },
          ],
        },
        { duration: 0.4, elements: [], 'background-color': '#00FF00' },
      ],
    });
    expect(report.maxDriftFrames).toBeLessThanOrEqual(0.5);
    const probe = await engines.ffmpeg.probe(['-show_streams'], {
      input: videoOf(report),
      cwd: dir,
      signal: new AbortController().signal,
    });
    expect(probe).toMatchObject({
      streams: [
        {
          codec_name: 'h264',
          profile: 'High',
          pix_fmt: 'yuv420p',
          color_space: 'bt709',
          r_frame_rate: '30/1',
          nb_frames: String(report.frames),
        },
        { codec_name: 'aac', sample_rate: '48000', channels: 2 },
      ],
    });
    const decoded = await frames(videoOf(report));
    expect(decoded).toHaveLength(report.frames);
    const corner = (index: number) => {
      const at = (WIDTH * HEIGHT - 1) * 3;
      const [red, green, blue] = decoded[index]!.subarray(at, at + 3);
      return ['red', 'green', 'blue'][[red!, green!, blue!].indexOf(Math.max(red!, green!, blue!))];
    };
    // 0.515 s is 15.45 frames, so the scene starts at frame 15.
    const last = report.frames - 12;
    expect([corner(14), corner(15), corner(last - 1), corner(last)]).toEqual([
      'red',
      'blue',
      'blue',
      'green',
    ]);
    const samples = await sound(videoOf(report));
    const loud = samples.findIndex((sample) => Math.abs(sample) > 0.02);
    expect(loud).toBeGreaterThan(0.5 * 48_000);
    expect(loud).toBeLessThan(0.8 * 48_000);
  }, 60_000);

  it('renders only the changed scene again', async () => {
    const scenes = (color: string) => ({
      width: WIDTH,
      height: HEIGHT,
      scenes: ['#111111', color, '#333333'].map((background) => ({
        duration: 0.5,
        elements: [],
        'background-color': background,
      })),
    });
    expect((await render(scenes('#222222'))).segments).toEqual({ total: 3, cached: 0 });
    expect((await render(scenes('#444444'))).segments).toEqual({ total: 3, cached: 2 });
  }, 60_000);

  it('aligns the words of a script to the audio', async () => {
    const report = await render({
      width: WIDTH,
      height: HEIGHT,
      draft: true,
      scenes: [
        {
          elements: [
            {
              type: 'audio',
              src: join(MEDIA, 'speech/u9_flite_slt_fast__clean.wav'),
              text: 'This is not what is said, but close enough to be aligned anyway.',
            },
          ],
        },
      ],
      elements: [{ type: 'subtitles' }],
    });
    expect(report.subtitles).toEqual({ words: 13, method: 'aligned' });
  }, 60_000);

  it.each([
    ['a missing file', 'no-such-file.wav', 'SOURCE_NOT_FOUND'],
    ['a text file', '../support/speech.ts', 'MEDIA_INVALID'],
    ['a private address', 'http://127.0.0.1/a.mp3', 'SOURCE_BLOCKED'],
    ['a private address in another notation', 'http://0x7f000001/a.mp3', 'SOURCE_BLOCKED'],
    ['a private address in IPv6', 'http://[::ffff:127.0.0.1]/a.mp3', 'SOURCE_BLOCKED'],
    ['another port', 'http://93.184.216.34:8080/a.mp3', 'SOURCE_BLOCKED'],
  ])('rejects %s with its pointer, and leaves no files', async (_name, src, code) => {
    const source = src.startsWith('http') ? src : join(MEDIA, src);
    const project = { scenes: [{ elements: [{ type: 'audio', src: source }] }] };
    await expect(render(project)).rejects.toMatchObject({
      code,
      pointer: '/scenes/0/elements/0',
    });
    const left = await readdir(join(dir, 'cache/sources')).catch(() => []);
    expect(left.filter((name) => name.endsWith('.part'))).toEqual([]);
    await expect(stat(join(dir, `video-${renders}`))).rejects.toThrow('ENOENT');
  });

  it('stops at once when it is canceled', async () => {
    const controller = new AbortController();
    let cancelledAt = 0;
    const rendering = render(
      {
        resolution: 'full-hd',
        quality: 'high',
        scenes: [
          {
            duration: 60,
            elements: [{ type: 'video', src: join(MEDIA, 'background.mp4'), loop: true }],
          },
        ],
      },
      {
        signal: controller.signal,
        onProgress: (step, fraction) => {
          if (step !== 'segments' || fraction === 0 || controller.signal.aborted) return;
          cancelledAt = performance.now();
          controller.abort();
        },
      },
    );
    await expect(rendering).rejects.toThrow(/abort|cancel/i);
    expect(cancelledAt).toBeGreaterThan(0);
    expect(performance.now() - cancelledAt).toBeLessThan(PATIENCE_MS);
    expect(liveProcessCount()).toBe(0);
  }, 60_000);
});
