import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { frameHashes, STATIC_FFMPEG } from '../support/decode.js';
import { Studio } from '../support/studio.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

interface Probe {
  readonly streams: readonly {
    readonly codec_type: string;
    readonly start_time: string;
    readonly duration: string;
    readonly nb_frames: string;
  }[];
  readonly format: { readonly start_time: string; readonly duration: string };
  readonly packets: readonly { readonly pts_time: string; readonly flags: string }[];
}

describe('a finished video', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('seeking');
  });

  afterAll(() => studio.close());

  /** Still for 7 s, two passes of a loop for 11.5 s, mixed for 1 s, still for 6 s, with captions in places. */
  const project = (more: object) => ({
    width: 320,
    height: 180,
    scenes: [
      { duration: 7, 'background-color': '#204060', elements: [] },
      {
        duration: 12.5,
        elements: [{ type: 'video', src: `${MEDIA}background.mp4`, loop: true, volume: 0 }],
      },
      {
        duration: 7,
        transition: { duration: 1 },
        elements: [{ type: 'image', src: `${MEDIA}pictures/i0.jpg` }],
      },
    ],
    elements: [
      {
        type: 'subtitles',
        words: ['one', 'two', 'three', 'four'].map((word, index) => ({
          word,
          start: 1.3 + 6 * index,
          end: 2.1 + 6 * index,
        })),
      },
    ],
    ...more,
  });

  async function probe(path: string): Promise<Probe> {
    const shown = ['-show_streams', '-show_format', '-show_packets', '-select_streams'];
    const { stdout: pictures } = await run(
      studio.engines.ffmpeg.tools.ffprobePath,
      ['-v', 'error', '-of', 'json', ...shown, 'v', path],
      { maxBuffer: 64 << 20 },
    );
    const { stdout: sound } = await run(
      studio.engines.ffmpeg.tools.ffprobePath,
      args(['-v', 'error', '-of', 'json', '-show_streams', '-select_streams', 'a', path]),
    );
    const found = JSON.parse(pictures) as Probe;
    return { ...found, streams: [...found.streams, ...(JSON.parse(sound) as Probe).streams] };
  }

  /** The first frame that a player shows after it seeks to a time. */
  async function hashAt(path: string, seconds: number): Promise<string | undefined> {
    const only = ['-ss', String(seconds), '-i', path, '-frames:v', '1'];
    return (await frameHashes(STATIC_FFMPEG, ...only))[0];
  }

  it.each([
    { quality: 'low', fps: 23.976, rate: 24_000 / 1001, longest: 10 },
    { quality: 'medium', fps: 30, rate: 30, longest: 10 },
    { quality: 'high', fps: 60, rate: 60, longest: 2, 'keyframe-interval': 2 },
    { draft: true, fps: 25, rate: 25, longest: 10 },
  ])(
    'seeks to any second, has its exact duration, and has key frames within a distance (%j)',
    async ({ rate, longest, ...settings }) => {
      const report = await studio.render(project(settings));
      expect(report.segments.total).toBeGreaterThanOrEqual(4);
      const { streams, format, packets } = await probe(report.video);
      const [pictures, sound] = streams;
      const seconds = report.frames / rate;
      expect(Math.abs(seconds - 25.5)).toBeLessThanOrEqual(0.5 / rate);
      expect(pictures).toMatchObject({ codec_type: 'video', nb_frames: String(report.frames) });
      for (const { start_time: start } of [pictures!, sound!, format]) {
        expect(Number(start)).toBe(0);
      }
      expect(Number(pictures!.duration)).toBeCloseTo(seconds, 5);
      expect(Math.abs(Number(sound!.duration) - seconds)).toBeLessThan(1024 / 48_000);
      expect(Math.abs(Number(format.duration) - seconds)).toBeLessThan(1024 / 48_000);

      const times = packets.map(({ pts_time: at }) => Number(at)).sort((a, b) => a - b);
      times.forEach((at, frame) => expect(at).toBeCloseTo(frame / rate, 5));
      const keys = packets
        .filter(({ flags }) => flags.startsWith('K'))
        .map(({ pts_time: at }) => Number(at));
      expect(keys[0]).toBe(0);
      [...keys, seconds].reduce((before, at) => {
        expect(at - before).toBeLessThanOrEqual(longest + 0.0001);
        return at;
      });

      const hashes = await frameHashes(STATIC_FFMPEG, '-i', report.video);
      expect(hashes).toHaveLength(report.frames);
      expect(new Set(hashes).size).toBeGreaterThan(100);
      for (let second = 0; second < seconds; second++) {
        const frame = Math.ceil(second * rate - 1e-6);
        const found = await hashAt(report.video, second);
        expect({ second, frame: hashes.indexOf(found!) }).toEqual({
          second,
          frame: hashes.indexOf(hashes[frame]!),
        });
      }
    },
    180_000,
  );

  it('starts audio and picture at time 0', async () => {
    const click = await studio.make(
      'click.wav',
      ...['-f', 'lavfi', '-i', 'sine=frequency=1000:sample_rate=48000:duration=1'],
    );
    const { video } = await studio.render({
      width: 320,
      height: 180,
      fps: 30,
      scenes: [
        { duration: 2, 'background-color': '#000000', elements: [] },
        { 'background-color': '#FFFFFF', elements: [{ type: 'audio', src: click, speech: false }] },
      ],
    });
    const { left } = await studio.soundOf(video);
    const start = left.findIndex((sample) => Math.abs(sample) > 0.02);
    expect(Math.abs(start - 2 * 48_000)).toBeLessThan(96);
    const hashes = await frameHashes(studio.engines.ffmpeg.tools.ffmpegPath, '-i', video);
    expect(hashes.findIndex((hash) => hash !== hashes[0])).toBe(60);
  }, 60_000);
});
