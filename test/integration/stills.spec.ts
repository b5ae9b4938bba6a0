import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { MOST_STILL_BYTES } from '../../src/pipeline/outputs/write-still.js';
import type { RenderReport } from '../../src/pipeline/types/render-context.js';
import { Picture } from '../support/draw-frames.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

/** Three scenes of one color each. */
const SCENES = {
  width: 320,
  height: 180,
  fps: 30,
  scenes: ['#ff0000', '#00ff00', '#0000ff'].map((color) => ({
    duration: 20,
    'background-color': color,
    elements: [],
  })),
};

describe('stills', () => {
  let dir: string;
  let engines: RenderApp;
  let renders = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-stills-'));
    engines = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dir }));
  });

  afterAll(async () => {
    await engines.close();
    await rm(dir, { recursive: true, force: true });
  });

  async function render(input: object): Promise<RenderReport> {
    const parsed = parseConfig(input, engines.fonts, { subtitleDefaults: {}, localSources: true });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    return engines.renderer.render(parsed.project, {
      signal: new AbortController().signal,
      workDir: await mkdtemp(join(dir, 'attempt-')),
      outputDir: join(dir, `video-${++renders}`),
      localSources: true,
      onProgress: () => {},
    });
  }

  async function picture({ outputDir }: RenderReport, name: string): Promise<Picture> {
    const { stdout } = await run(
      engines.ffmpeg.tools.ffmpegPath,
      ['-v', 'error', '-i', join(outputDir, name), '-pix_fmt', 'rgb24', '-f', 'image2pipe'].concat([
        '-c:v',
        'ppm',
        '-',
      ]),
      { encoding: 'buffer', maxBuffer: 64 << 20 },
    );
    const [, width, height] = /^P6\s+(\d+) (\d+)\s+255\s/.exec(stdout.toString('latin1', 0, 40))!;
    const bytes = Number(width) * Number(height) * 3;
    return new Picture(Number(width), Number(height), stdout.subarray(-bytes));
  }

  it('renders only the segments of the frames, and each frame as it is in the video', async () => {
    const stills = await render({ ...SCENES, stills: [50, 0.5] });
    expect(stills.files.map(({ name }) => name)).toEqual([
      'video.mp4',
      'still-1.jpg',
      'still-2.jpg',
    ]);
    // Of three segments: one for each scene.
    expect(stills.segments).toEqual({ total: 2, cached: 0 });
    const [blue, red] = [
      await picture(stills, 'still-1.jpg'),
      await picture(stills, 'still-2.jpg'),
    ];
    // JPEG stores colors inexactly.
    const rounded = (samples: readonly number[]) =>
      samples.map((sample) => Math.round(sample / 50) * 50);
    expect(rounded(blue.at(160, 90))).toEqual([0, 0, 250]);
    expect(rounded(red.at(160, 90))).toEqual([250, 0, 0]);
    // The video takes the segments of the stills from the cache.
    expect((await render(SCENES)).segments).toEqual({ total: 3, cached: 2 });
  }, 90_000);

  it('bounds the size of pictures that are hard to compress', async () => {
    const elements = ['i0', 'i1', 'i2', 'i0'].map((name, index) => ({
      type: 'image',
      src: `${MEDIA}pictures/${name}.jpg`,
      duration: 1,
      start: index,
    }));
    const report = await render({
      width: 1920,
      height: 1080,
      scenes: [{ duration: 4, elements }],
      stills: [0.5, 1.5, 2.5, 3.5],
    });
    const sizes = await Promise.all(
      [1, 2, 3, 4].map(async (n) => (await stat(join(report.outputDir, `still-${n}.jpg`))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_STILL_BYTES);
    expect((await picture(report, 'still-1.jpg')).width).toBe(640);
  }, 90_000);

  it('says what it does not do', async () => {
    const report = await render({
      ...SCENES,
      scenes: SCENES.scenes.slice(0, 1),
      outputs: [{ type: 'poster' }],
      stills: [90],
    });
    expect(report.files).toHaveLength(2);
    expect(report.warnings).toEqual([
      'The video ends at 20.00 s, so the still of 90 s is its last frame.',
      'With "stills", the files of "outputs" are not made.',
    ]);
  }, 60_000);
});
