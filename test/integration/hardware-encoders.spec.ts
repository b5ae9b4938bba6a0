import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { maxDecFrameBuffering } from '../../src/core/h264/decoder-buffer.js';
import { NAL, nalType, splitNalUnits } from '../../src/core/h264/nal.js';
import { parseSps } from '../../src/core/h264/parameter-sets.js';
import { chooseEncoder } from '../../src/engine/render/setup/choose-encoder.js';
import { probeEncoder } from '../../src/engine/render/setup/probe-encoder.js';
import { MovingSegmentEncoder } from '../../src/engine/render/encoders/moving-segment-encoder.js';
import type { SegmentEncoder } from '../../src/engine/render/encoders/segment-encoder.js';
import type { Segment } from '../../src/core/render/segment/types.js';
import { ViewPictures } from '../../src/engine/views/view-pictures.js';
import { frameHashes } from '../support/decode.js';
import { foreignEncoder, withEncoder } from '../support/foreign-encoder.js';
import { SecondDecoder } from '../support/second-decoder.js';
import { Studio } from '../support/studio.js';
import type { RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const SIZE = { width: 320, height: 180 };

const studio = await Studio.open('hardware');
const second = await SecondDecoder.open(studio.dir);

/** Still, moving, still, moving, with captions. */
const PROJECT = {
  ...SIZE,
  scenes: [
    { duration: 2, elements: [{ type: 'image', src: `${MEDIA}pictures/i0.jpg` }] },
    { duration: 2, elements: [{ type: 'video', src: `${MEDIA}background.mp4`, volume: 0 }] },
    { duration: 1, elements: [], 'background-color': '#204060' },
    {
      duration: 2,
      elements: [{ type: 'video', src: `${MEDIA}background.mp4`, seek: 1, volume: 0 }],
    },
  ],
  elements: [
    {
      type: 'subtitles',
      words: [
        { word: 'one', start: 0.5, end: 1 },
        { word: 'two', start: 2.5, end: 3 },
      ],
    },
  ],
};
const FRAMES = 7 * 30;

describe('hardware encoders', () => {
  const { engines, dir } = studio;

  afterAll(() => studio.close());

  const render = (project: object, using: RenderApp) => studio.render(project, { engines: using });

  /**
   * IDs of the sequence parameter sets of a video, ascending. All of them must require the same
   * buffer, because decoders can drop pictures where it changes.
   */
  async function setIds(video: string): Promise<number[]> {
    const path = join(dir, 'sets.h264');
    await run(
      engines.ffmpeg.tools.ffmpegPath,
      args(
        ['-y', '-v', 'error', '-i', video, '-map', '0:v:0', '-c', 'copy'],
        ['-bsf:v', 'h264_mp4toannexb', '-f', 'h264', path],
      ),
    );
    const nals = [...splitNalUnits(await readFile(path))];
    const sets = nals.filter((nal) => nalType(nal) === NAL.sps);
    expect(new Set(sets.map(maxDecFrameBuffering))).toEqual(new Set([4]));
    return [...new Set(sets.map((nal) => parseSps(nal).id))].sort((one, other) => one - other);
  }

  /** Decodes a video strictly with each available decoder, and compares the frames. */
  async function decoded(video: string): Promise<string[]> {
    const { ffmpegPath } = engines.ffmpeg.tools;
    const first = await frameHashes(ffmpegPath, '-i', video);
    if (second) expect(await second.frameHashes(ffmpegPath, video, SIZE)).toEqual(first);
    return first;
  }

  const probe = (encoder: SegmentEncoder) => probeEncoder(encoder, engines.filters, engines.ffmpeg);

  // No machine has these devices, so the probe fails wherever the test runs.
  const FAILURES: readonly (readonly [name: string, device: string, reason: RegExp])[] = [
    ['nvenc', '99', /libcuda|nvenc|No capable devices/],
    ['vaapi', '/dev/dri/none', /\/dev\/dri\/none|rc_mode/],
    ['qsv', '/dev/dri/none', /\/dev\/dri\/none|qsv_device/],
    ['videotoolbox', '0', /Unknown encoder 'h264_videotoolbox'/],
  ];
  const elsewhere = process.platform === 'darwin' ? 'videotoolbox' : '';
  it.each(FAILURES.filter(([name]) => name !== elsewhere))(
    '%s that does not work is replaced by x264, with the reason',
    async (name, device, reason) => {
      const config = loadConfig({
        VIDEOCRAFT_FFMPEG_ENCODER: name,
        VIDEOCRAFT_FFMPEG_ENCODER_DEVICE: device,
      });
      const { encoder, warnings } = await chooseEncoder(
        config.ffmpeg,
        engines.filters,
        engines.ffmpeg,
      );
      expect(encoder.name).toBe('libx264');
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toMatch(
        `The encoder ${name} does not work on this machine, so libx264 is used: `,
      );
      expect(warnings[0]).toMatch(reason);
    },
  );

  it('join moving segments of another encoder with still segments of x264', async () => {
    const encoder = await probe(foreignEncoder());
    expect(encoder.warnings).toEqual([]);
    expect(encoder.encoder.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const using = await withEncoder(engines, encoder, join(dir, 'foreign'));
    const { video, segments, warnings } = await render(PROJECT, using);
    expect({ segments, warnings }).toEqual({ segments: { total: 4, cached: 0 }, warnings: [] });
    expect(await setIds(video)).toEqual([0, 1]);
    expect(await decoded(video)).toHaveLength(FRAMES);

    const again = await render(PROJECT, using);
    expect(again.segments).toEqual({ total: 4, cached: 4 });
    expect(await readFile(again.video)).toEqual(await readFile(video));
  }, 120_000);

  it('keep segments of different encoders separate', async () => {
    const cacheDir = join(dir, 'shared');
    const plain = await render(PROJECT, await withEncoder(engines, engines.encoder, cacheDir));
    const other = await render(
      PROJECT,
      await withEncoder(engines, await probe(foreignEncoder()), cacheDir),
    );
    expect(plain.segments).toEqual({ total: 4, cached: 0 });
    expect(other.segments).toEqual({ total: 4, cached: 2 });
    expect(await setIds(plain.video)).toEqual([1, 2]);
  }, 120_000);

  it('fall back to x264 for the segments on which they fail, in the same video', async () => {
    const works = await probe(foreignEncoder());
    const fails = foreignEncoder('', () => ['-preset', 'no-session-left']);
    let first: string | null = null;
    const encoder = new MovingSegmentEncoder({
      ...works.encoder,
      // The GPU is available for the first segment, and gone for the second.
      options: (segment, threads) => {
        const asked = JSON.stringify(segment);
        first ??= asked;
        return (asked === first ? works.encoder : fails).options(segment, threads);
      },
    });
    const using = await withEncoder(engines, encoder, join(dir, 'failing'));
    const { video, warnings } = await render(PROJECT, using);
    expect(warnings).toEqual([
      'The encoder foreign failed on 1 of 4 segments, which libx264 encoded instead.',
    ]);
    expect(encoder.warnings).toEqual([
      expect.stringMatching(
        /^The encoder foreign failed on 1 segments, which libx264 encoded instead\. Last reason: .*no-session-left/,
      ),
    ]);
    expect(await setIds(video)).toEqual([0, 1, 2]);
    expect(await decoded(video)).toHaveLength(FRAMES);
  }, 120_000);

  it('fall back to x264 for segments with other parameter sets than before', async () => {
    const [one, other] = [foreignEncoder(), foreignEncoder(':ref=2')];
    const moving = new MovingSegmentEncoder({
      ...one,
      options: (segment, threads) =>
        // The two moving scenes have the same duration, but different pictures.
        (JSON.stringify(segment).includes('"seekUs":1000000') ? other : one).options(
          segment,
          threads,
        ),
    });
    const using = await withEncoder(engines, moving, join(dir, 'strangers'));
    for (const cached of [0, 4]) {
      const { video, warnings, segments } = await render(PROJECT, using);
      expect(segments).toEqual({ total: 4, cached });
      expect(warnings).toEqual([
        'The encoder foreign failed on 1 of 4 segments, which libx264 encoded instead.',
      ]);
      expect(await setIds(video)).toEqual([0, 1, 2]);
      expect(await decoded(video)).toHaveLength(FRAMES);
    }
    expect(moving.warnings[0]).toContain('parameter sets differ');
  }, 120_000);

  it.each([
    [':sps-id=1', 'the parameter set IDs 1 and 1 are already in use'],
    [':keyint=250', 'more than 25 pictures follow each other without an IDR picture'],
    [':bframes=0:tff=1', 'interlaced'],
  ])('are not used if their streams cannot be joined: %s', async (params, reason) => {
    const { encoder, warnings } = await probe(foreignEncoder(params));
    expect(encoder.name).toBe('libx264');
    expect(warnings[0]).toContain(reason);
  });

  it('are not blamed if x264 fails on the same segment', async () => {
    const { encoder } = await probe(foreignEncoder());
    const moving = new MovingSegmentEncoder(encoder);
    const using = await withEncoder(engines, moving, join(dir, 'blame'));
    const segment: Segment = {
      ...SIZE,
      fps: { num: 30, den: 1 },
      frameCount: 10,
      repeats: null,
      keyPictures: [0],
      band: null,
      loop: null,
      stack: { backgroundColor: '#no-color', layers: [] },
      next: null,
      transition: null,
      over: [],
      captions: null,
      encoder: { preset: 'superfast', crf: 21, params: '', keySeconds: 5 },
    };
    const { signal } = new AbortController();
    const sourceOf = () => {
      throw new Error('there are no sources');
    };
    const rendered = using.segments.render(segment, {
      workDir: dir,
      signal,
      sourceOf,
      threads: 1,
      onPicture: () => {},
      pictures: new ViewPictures(dir, sourceOf, engines.ffmpeg, signal),
    });
    await expect(rendered).rejects.toThrow('ffmpeg ended with exit code 1');
    expect(moving.warnings).toEqual([]);
  });
});
