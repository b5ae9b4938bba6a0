import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadConfig } from '../../src/config/load-config.js';
import { parseConfig } from '../../src/pipeline/parse-config.js';
import { frameHashes } from '../support/decode.js';
import { SecondDecoder } from '../support/second-decoder.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';
import { describeUnless } from '../support/skip.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const moving = { type: 'video', src: `${MEDIA}background.mp4`, volume: 0 };
const WIDTH = 320;
const HEIGHT = 180;

const dir = await mkdtemp(join(tmpdir(), 'videocraft-openh264-'));
const decoder = await SecondDecoder.open(dir);
if (decoder === null && process.env['CI']) throw new Error('The second decoder is missing.');

const withDecoder = describeUnless(decoder === null ? 'openh264 cannot be compiled' : null);

withDecoder('openh264 beside ffmpeg', () => {
  let engines: RenderApp;

  beforeAll(async () => {
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir });
    engines = await openRenderApp(config);
  });

  async function render(input: object): Promise<string> {
    const parsed = parseConfig({ width: WIDTH, height: HEIGHT, ...input }, engines.fonts, {
      subtitleDefaults: {},
      localSources: true,
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const workDir = await mkdtemp(join(dir, 'attempt-'));
    const report = await engines.renderer.render(parsed.project, {
      signal: new AbortController().signal,
      workDir,
      outputDir: join(workDir, 'output'),
      localSources: true,
      onProgress: () => {},
    });
    return join(report.outputDir, 'video.mp4');
  }

  const secondHashes = (video: string) =>
    decoder!.frameHashes(engines.ffmpeg.tools.ffmpegPath, video, { width: WIDTH, height: HEIGHT });

  it.each([
    ['low', 'karaoke'],
    ['medium', 'pop'],
    ['high', 'progressive'],
  ])(
    'shows the same frames, still and moving, in quality %s, with captions in the style %s',
    async (quality, style) => {
      const video = await render({
        quality,
        scenes: [
          { duration: 7, elements: [{ type: 'image', src: `${MEDIA}pictures/i0.jpg` }] },
          // Two passes of a loop.
          { duration: 3, elements: [{ ...moving, loop: true, speed: 3 }] },
          { duration: 2, elements: [], 'background-color': '#204060' },
        ],
        elements: [
          {
            type: 'subtitles',
            // Small enough for a band of their own.
            settings: { style, 'font-size': 14 },
            words: Array.from({ length: 20 }, (_, index) => ({
              word: `word${index}`,
              start: index * 0.6,
              end: index * 0.6 + 0.5,
            })),
          },
        ],
      });
      const first = await frameHashes(engines.ffmpeg.tools.ffmpegPath, '-i', video);
      expect(first).toHaveLength(12 * 30);
      expect(await secondHashes(video)).toEqual(first);
    },
    120_000,
  );

  it('shows the same frames of a draft', async () => {
    const video = await render({
      draft: true,
      scenes: [
        { duration: 1, elements: [{ type: 'image', src: `${MEDIA}pictures/i1.jpg` }] },
        { duration: 2, elements: [moving] },
      ],
    });
    const first = await frameHashes(engines.ffmpeg.tools.ffmpegPath, '-i', video);
    expect(await secondHashes(video)).toEqual(first);
  }, 120_000);
});

afterAll(async () => {
  await rm(dir, { recursive: true, force: true });
});
