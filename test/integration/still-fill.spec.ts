import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parseByteStream } from '../../src/core/h264/access-units.js';
import { presentationOrder } from '../../src/core/h264/presentation-order.js';
import { fillBand } from '../../src/core/h264/band-fill.js';
import { qualitySettings } from '../../src/core/render/encode/quality-settings.js';
import type { Segment, X264Settings } from '../../src/core/render/segment/types.js';
import { bandOptions, x264Options } from '../../src/engine/render/encoders/x264-options.js';
import { fillStills } from '../../src/core/h264/still-fill.js';
import { locateFfmpeg } from '../../src/engine/ffmpeg/locate-ffmpeg.js';
import { writeSegmentFile } from '../../src/engine/render/segments/segment-file.js';
import { writeMp4 } from '../../src/engine/render/mp4/write-mp4.js';
import { frameHashes } from '../support/decode.js';

const run = promisify(execFile);

interface Picture {
  readonly nals: readonly Uint8Array[];
  readonly sync: boolean;
  readonly frame: number;
}

describe('hand-written streams', () => {
  let dir: string;
  let ffmpegPath: string;
  let ffprobePath: string;
  let sound: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-fill-'));
    const options = { path: null, probePath: null, allowBundled: true, production: false };
    const searchPath = process.env['PATH'] ?? '';
    ({ ffmpegPath, ffprobePath } = await locateFfmpeg({ ...options, searchPath }));
    sound = join(dir, 'sound.m4a');
    const silence = ['-f', 'lavfi', '-i', 'anullsrc=r=48000', '-t', '1', '-c:a', 'aac'];
    await run(ffmpegPath, ['-v', 'error', ...silence, sound]);
  });

  afterAll(async () => {
    await rm(dir, { recursive: true, force: true });
  });

  /** Encodes test pictures. Returns the stream and the hashes of its decoded frames. */
  async function encode(size: string, frames: number, options: readonly string[]) {
    const path = join(dir, 'encoded.h264');
    const source = `testsrc2=s=${size}:r=25,trim=end_frame=${frames},format=yuv420p`;
    await run(
      ffmpegPath,
      args(['-y', '-v', 'error', '-f', 'lavfi', '-i', source, '-c:v', 'libx264'], options, [
        '-f',
        'h264',
        path,
      ]),
    );
    return {
      stream: parseByteStream(await readFile(path)),
      hashes: await frameHashes(ffmpegPath, '-f', 'h264', '-i', path),
    };
  }

  async function writeVideo(
    pictures: readonly Picture[],
    sets: { sps: Uint8Array; pps: Uint8Array },
    size: string,
    fps: { num: number; den: number },
  ): Promise<string> {
    const [width, height] = size.split('x').map(Number) as [number, number];
    const segment = join(dir, 'segment');
    const path = join(dir, 'movie.mp4');
    await Promise.all([segment, path].map((file) => rm(file, { force: true })));
    await writeSegmentFile(segment, sets, pictures);
    const { signal } = new AbortController();
    await writeMp4({ width, height, fps }, [segment], sound, { output: path, signal });
    return path;
  }

  it.each([
    ['cabac', '320x180', ['-preset', 'veryfast', '-crf', '20']],
    ['cavlc', '322x182', ['-preset', 'ultrafast', '-crf', '30']],
    ['low qp', '176x144', ['-preset', 'veryfast', '-crf', '4']],
    ['slices', '640x360', ['-preset', 'veryfast', '-crf', '23', '-slices', '4']],
    ['1080p', '1920x1080', ['-preset', 'veryfast', '-crf', '23']],
  ])('repeat pictures bit for bit (%s)', async (_, size, options) => {
    const counts = [1, 2, 40, 1, 1, 17, 3, 100, 1, 5];
    const { stream, hashes } = await encode(
      size,
      counts.length,
      args(
        options,
        ['-bf', '0', '-refs', '1', '-forced-idr', '1', '-force_key_frames', '0,0.2'],
        ['-x264-params', 'weightp=0:scenecut=0:keyint=infinite:stitchable=1'],
      ),
    );
    const pictures = fillStills(stream.accessUnits, counts);
    expect(pictures.map(({ idr }, index) => (idr ? index : -1)).filter((at) => at >= 0)).toEqual([
      0, 45,
    ]);
    const path = await writeVideo(
      pictures.map(({ nals, idr }, frame) => ({ nals, sync: idr, frame })),
      stream,
      size,
      { num: 30_000, den: 1001 },
    );
    expect(await frameHashes(ffmpegPath, '-i', path)).toEqual(
      hashes.flatMap((hash, index) => Array.from({ length: counts[index]! }, () => hash)),
    );
  });

  it('change only a band of frames, bit for bit, with the sets of whole frames', async () => {
    const still: X264Settings = { preset: 'superfast', crf: 20, params: 'psy=0', keySeconds: 1 };
    const { band: encoder } = qualitySettings({
      ...{ quality: 'medium', draft: false, keyframeInterval: null },
    });
    // 16 rows of macroblocks: a band of nine, of which three change.
    const rows = { first: 3, end: 12 };
    const counts = Array.from({ length: 30 }, (_, index) => (index % 7 === 3 ? 4 : 1));
    const segment: Segment = {
      ...{ width: 322, height: 250, fps: { num: 25, den: 1 }, frameCount: 42, repeats: counts },
      ...{ keyPictures: [0, 13], band: { rows, encoder: encoder! }, encoder: still },
      stack: { backgroundColor: '#000000', layers: [] },
      ...{ loop: null, next: null, transition: null, over: [], captions: null },
    };
    // What moves touches the margins, so that vectors would point beyond them.
    const graph =
      'testsrc2=s=322x250:r=25,trim=end_frame=1,loop=-1:1,trim=end_frame=30[a];' +
      'testsrc2=s=322x250:r=25,trim=end_frame=30,crop=322:48:0:96,hue=h=90[b];[a][b]overlay=0:96,' +
      'format=yuv420p,split=5[whole][c][d][e][f];[c]crop=322:48:0:0,trim=end_frame=1[above];' +
      '[d]crop=322:144:0:48[band];[e]crop=322:58:0:192,trim=end_frame=1[below];' +
      '[f]crop=322:144:0:32[moved]';
    const once = x264Options({ ...segment, keyPictures: [0] }, 1);
    const outputs = {
      ...{ whole: x264Options(segment, 1), band: bandOptions(segment, encoder!) },
      moved: bandOptions(segment, encoder!),
      ...{ above: once, below: once },
    };
    await run(
      ffmpegPath,
      args(
        ['-y', '-v', 'error', '-filter_complex', graph],
        Object.entries(outputs).flatMap(([label, options]) => [
          ...['-map', `[${label}]`, ...options, '-f', 'h264', join(dir, label)],
        ]),
      ),
    );
    const read = async (label: string) => parseByteStream(await readFile(join(dir, label)));
    const band = await read('band');
    const parts = { above: await read('above'), band, below: await read('below') };
    const filled = fillBand(parts, { rows, height: 250 }, counts)!;
    const whole = await read('whole');
    expect([filled.sps, filled.pps].map((set) => [...set])).toEqual([
      [...whole.sps],
      [...whole.pps],
    ]);
    const path = await writeVideo(
      filled.pictures.map(({ nals, idr }, frame) => ({ nals, sync: idr, frame })),
      filled,
      '322x250',
      segment.fps,
    );
    const hashesOf = (file: string, ...filter: string[]) =>
      frameHashes(ffmpegPath, '-i', file, ...filter);
    const shown = (hashes: readonly string[]) =>
      hashes.flatMap((hash, index) => Array.from({ length: counts[index]! }, () => hash));
    const alone = await frameHashes(ffmpegPath, '-f', 'h264', '-i', join(dir, 'band'));
    expect(new Set(alone).size).toBeGreaterThan(25);
    expect(await hashesOf(path, '-vf', 'crop=322:144:0:48:exact=1')).toEqual(shown(alone));
    const [above] = await frameHashes(ffmpegPath, '-f', 'h264', '-i', join(dir, 'above'));
    expect(new Set(await hashesOf(path, '-vf', 'crop=322:48:0:0:exact=1'))).toEqual(
      new Set([above]),
    );
    // What changes beside the band is found in its margins.
    const moved = { first: 2, end: 11 };
    const lower = { ...parts, band: await read('moved') };
    expect(fillBand(lower, { rows: moved, height: 250 }, counts)).toBeNull();
  });

  it.each([
    ['B-frames', ['-preset', 'medium', '-g', '20']],
    ['no B-frames', ['-preset', 'ultrafast', '-g', '20']],
    ['many B-frames', ['-preset', 'medium', '-g', '50', '-bf', '8', '-b_strategy', '0']],
  ])('have the right display order with %s', async (_, options) => {
    const { stream, hashes } = await encode(
      '160x90',
      120,
      args(options, ['-x264-params', 'open-gop=0:stitchable=1']),
    );
    const order = presentationOrder(stream.accessUnits);
    const pictures = stream.accessUnits.map((unit, index) => ({
      nals: unit.slices,
      sync: unit.idr,
      frame: order[index]!,
    }));
    const path = await writeVideo(pictures, stream, '160x90', { num: 25, den: 1 });
    expect(await frameHashes(ffmpegPath, '-i', path)).toEqual(hashes);
    const { stdout } = await run(
      ffprobePath,
      args(
        ['-v', 'error', '-select_streams', 'v', '-show_entries', 'packet=pts'],
        ['-of', 'csv=p=0', path],
      ),
    );
    const times = stdout.split(/\s+/).filter(Boolean).map(Number.parseFloat);
    expect(times.sort((one, other) => one - other)).toEqual(hashes.map((_hash, frame) => frame));
  });

  it('are rejected if the display order of pictures differs from their decoding order', async () => {
    const { stream } = await encode('160x90', 10, ['-preset', 'medium']);
    expect(() =>
      fillStills(
        stream.accessUnits,
        Array.from({ length: 10 }, () => 1),
      ),
    ).toThrow('output order');
  });
});
