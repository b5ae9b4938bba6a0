import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import type { RenderReport } from '../../src/pipeline/types/render-context.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';
import { FfmpegService } from '../../src/engine/ffmpeg/ffmpeg.service.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

interface Stream {
  readonly codec_type: string;
  readonly codec_name: string;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: string;
  readonly nb_read_frames?: string;
}

describe('outputs', () => {
  let dir: string;
  let engines: RenderApp;
  let renders = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-outputs-'));
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir });
    engines = await openRenderApp(config);
  });

  afterAll(() => rm(dir, { recursive: true, force: true }));

  function parse(input: object) {
    const parsed = parseConfig(input, engines.fonts, { subtitleDefaults: {}, localSources: true });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return parsed.project;
  }

  async function render(input: object): Promise<RenderReport> {
    const workDir = await mkdtemp(join(dir, 'attempt-'));
    return engines.renderer.render(parse(input), {
      signal: new AbortController().signal,
      workDir,
      outputDir: join(dir, `video-${++renders}`),
      localSources: true,
      onProgress: () => {},
    });
  }

  async function streams({ outputDir }: RenderReport, name: string): Promise<Stream[]> {
    const probe = await engines.ffmpeg.probe(['-count_frames', '-show_streams'], {
      cwd: dir,
      input: join(outputDir, name),
      signal: new AbortController().signal,
    });
    return (probe as { streams: Stream[] }).streams;
  }

  /** The middle of the first picture of a file, as RGB. */
  async function color({ outputDir }: RenderReport, name: string): Promise<number[]> {
    const { stdout } = await run(
      engines.ffmpeg.tools.ffmpegPath,
      args(
        ['-v', 'error', '-i', join(outputDir, name), '-frames:v', '1'],
        ['-vf', 'crop=2:2', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
      ),
      { encoding: 'buffer' },
    );
    return [...stdout.subarray(0, 3)];
  }

  const RED_THEN_BLUE = {
    width: 160,
    height: 90,
    fps: 25,
    scenes: [
      { duration: 1, 'background-color': '#FF0000' },
      {
        'background-color': '#0000FF',
        elements: [{ type: 'audio', src: `${MEDIA}speech/tour.mp3`, duration: 1.2, speech: false }],
      },
    ],
  };

  it('include posters of the exact frame', async () => {
    const report = await render({
      ...RED_THEN_BLUE,
      outputs: [
        { type: 'poster', name: 'before', time: 0.99, format: 'png' },
        { type: 'poster', name: 'after', time: 1, format: 'png', width: 80 },
        { type: 'poster', name: 'beyond', time: 500 },
      ],
    });
    expect(report.files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['video.mp4', 'video/mp4'],
      ['before.png', 'image/png'],
      ['after.png', 'image/png'],
      ['beyond.jpg', 'image/jpeg'],
    ]);
    expect(await streams(report, 'after.png')).toMatchObject([{ width: 80, height: 46 }]);
    const [red, , blue] = await color(report, 'before.png');
    expect([red! > 200, blue! > 60]).toEqual([true, false]);
    for (const name of ['after.png', 'beyond.jpg']) {
      const [r, , b] = await color(report, name);
      expect([r! > 60, b! > 200]).toEqual([false, true]);
    }
  }, 60_000);

  it('have the colors of the video in each format', async () => {
    const report = await render({
      width: 160,
      height: 90,
      scenes: [{ duration: 1, 'background-color': '#C02040' }],
      outputs: [
        ...['png', 'jpg', 'webp'].map((format) => ({ type: 'poster', name: format, format })),
        ...['gif', 'webm'].map((format) => ({ type: 'preview', name: format, format })),
      ],
    });
    for (const { name } of report.files) {
      const shown = await color(report, name);
      const off = shown.map((value, index) => Math.abs(value - [0xc0, 0x20, 0x40][index]!));
      expect({ name, off: Math.max(...off) <= 3 ? 'little' : shown }).toEqual({
        name,
        off: 'little',
      });
    }
  }, 60_000);

  it('include previews and the audio track', async () => {
    const report = await render({
      ...RED_THEN_BLUE,
      outputs: [
        { type: 'preview', start: 0.5, duration: 1, width: 64, fps: 10 },
        { type: 'audio', name: 'podcast' },
        { type: 'audio', name: 'plain', format: 'wav' },
        { type: 'audio', name: 'old', format: 'mp3' },
      ],
    });
    expect(await streams(report, 'preview.gif')).toMatchObject([
      { codec_name: 'gif', width: 64, height: 36, nb_read_frames: '10' },
    ]);
    const lengths = [
      ['podcast.m4a', 'aac'],
      ['plain.wav', 'pcm_s16le'],
      ['old.mp3', 'mp3'],
    ] as const;
    for (const [name, codec] of lengths) {
      const [stream, ...others] = await streams(report, name);
      expect([name, stream?.codec_name, others]).toEqual([name, codec, []]);
      expect(Math.abs(Number(stream?.duration) - 2.2)).toBeLessThan(0.06);
    }
  }, 60_000);

  it('include the video in other aspect ratios, each with its own layout', async () => {
    const report = await render({
      ...RED_THEN_BLUE,
      outputs: [
        { type: 'video', ratio: '9:16' },
        { type: 'video', ratio: '1:1', name: 'square' },
      ],
      elements: [
        {
          type: 'subtitles',
          words: [{ word: 'incomprehensibilities', start: 0.1, end: 0.9 }],
          settings: { 'font-size': 20 },
        },
      ],
    });
    const names = report.files.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['video.mp4', '9x16.mp4', 'square.mp4']);
    expect(names).toContain('subtitles.srt');
    for (const [name, width, height] of [
      ['9x16.mp4', 90, 160],
      ['square.mp4', 90, 90],
    ] as const) {
      const [picture, sound] = await streams(report, name);
      expect(picture).toMatchObject({ width, height, nb_read_frames: '55' });
      expect(sound).toMatchObject({ codec_name: 'aac' });
    }
    expect(report.segments.total).toBeGreaterThanOrEqual(6);
  }, 90_000);

  it('probe each source once for any number of videos', async () => {
    const project = {
      width: 160,
      height: 90,
      scenes: [
        {
          duration: 0.4,
          elements: [
            { type: 'video', src: join(MEDIA, 'background.mp4'), volume: 0 },
            { type: 'image', src: join(MEDIA, 'pictures/i0.jpg'), width: 40, height: 40 },
          ],
        },
      ],
    };
    const shapes = [
      { type: 'video', ratio: '9:16' },
      { type: 'video', ratio: '1:1' },
    ];
    const one = await countProbes(project);
    // Not of the photo: a plain JPEG is read without a process.
    expect(one).toBe(1);
    expect(await countProbes({ ...project, outputs: shapes })).toBe(one);
  }, 90_000);

  /** Counts the runs of ffprobe in a render with empty caches. */
  async function countProbes(input: object): Promise<number> {
    const dataDir = await mkdtemp(join(dir, 'probes-'));
    let count = 0;
    const counting = Object.assign(Object.create(engines.ffmpeg) as FfmpegService, {
      probe: (...run: Parameters<FfmpegService['probe']>) => {
        count++;
        return engines.ffmpeg.probe(...run);
      },
    });
    const app = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dataDir }), [
      [FfmpegService, counting],
    ]);
    const workDir = await mkdtemp(join(dataDir, 'attempt-'));
    const outputDir = join(dataDir, 'video');
    const signal = new AbortController().signal;
    const context = { signal, workDir, outputDir, localSources: true, onProgress: () => {} };
    await app.renderer.render(parse(input), context);
    await app.close();
    return count;
  }

  it('are rejected before the render if this ffmpeg cannot write the format', async () => {
    const project = parse({
      ...RED_THEN_BLUE,
      outputs: [{ type: 'preview', format: 'webm' }],
    });
    const { tools } = engines.ffmpeg;
    const poor = { ...tools, abilities: { ...tools.abilities, encoders: new Set<string>() } };
    const ffmpeg = Object.assign(Object.create(engines.ffmpeg), { tools: poor });
    const lacking = await openRenderApp(engines.config, [[FfmpegService, ffmpeg]]);
    await expect(
      lacking.renderer.render(project, {
        signal: new AbortController().signal,
        workDir: await mkdtemp(join(dir, 'attempt-')),
        outputDir: join(dir, 'never'),
        localSources: true,
        onProgress: () => {},
      }),
    ).rejects.toMatchObject({ code: 'RENDER_FAILED', pointer: '/outputs/0/format' });
  });
});
