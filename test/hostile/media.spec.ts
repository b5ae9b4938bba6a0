import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { SPEECH_SAMPLE_RATE } from '../../src/core/timing/voice-activity.js';
import { args } from '../../src/core/util/args.js';
import { encodeWav } from '../../src/engine/media/sound/encode-wav.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { probeSource } from '../../src/engine/media/probe/probe-source.js';
import { fuzzCount, fuzzSeed, mutate, seededNumbers } from '../support/mutate.js';
import { gifOfTinyBlocks } from '../support/gif-files.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const POINTER = '/scenes/0/elements/0';
const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const text = (letters: string) => Buffer.from(letters, 'latin1');

describe('hostile media files', () => {
  let dir: string;
  let app: RenderApp;
  let files = 0;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-hostile-'));
    app = await openRenderApp(loadConfig({ VIDEOCRAFT_DATA_DIR: dir }));
  }, 60_000);

  afterAll(async () => {
    expect(liveProcessCount()).toBe(0);
    await rm(dir, { recursive: true, force: true });
  });

  /** What a source is, or the code with which it is refused. */
  async function answerTo(bytes: Buffer): Promise<{ answer: string; message: string }> {
    const path = join(dir, `input-${files++}`);
    await writeFile(path, bytes);
    const request = { pointer: POINTER, signal: new AbortController().signal };
    const engines = { ffmpeg: app.ffmpeg, media: app.media, maxDurationSeconds: 60 };
    try {
      const source = await app.media.acquire(path, {
        ...request,
        localSources: true,
        workDir: dir,
      });
      const { probe } = await probeSource(source, engines, request);
      return { answer: probe.kind, message: '' };
    } catch (error) {
      const { code, pointer, message } = error as {
        code: string;
        pointer: string;
        message: string;
      };
      if (code === undefined) throw error;
      expect(pointer).toBe(POINTER);
      return { answer: code, message };
    } finally {
      await rm(path, { force: true });
    }
  }

  async function made(name: string, ...options: string[]): Promise<Buffer> {
    const path = join(dir, name);
    const inputs = args(
      ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc=s=32x32:d=0.3'],
      ['-f', 'lavfi', '-i', 'sine=d=0.3', ...options, path],
    );
    await run(app.ffmpeg.tools.ffmpegPath, inputs);
    return readFile(path);
  }

  it.each([
    ['no bytes', () => Buffer.alloc(0), 'MEDIA_INVALID', 'The source is an empty file.'],
    ['one byte', () => hex('00'), 'MEDIA_INVALID', 'The source is a file of unknown type.'],
    ['a GIF header alone', () => gif(1, 1, 0), 'MEDIA_INVALID', 'neither picture nor sound'],
    [
      'a GIF that is cut in its color table',
      () => gif(1, 1, 1).subarray(0, 15),
      'MEDIA_INVALID',
      '',
    ],
    ['a GIF of 50,000 comments and no picture', () => comments(50_000), 'MEDIA_INVALID', ''],
    ['a GIF of one picture', () => gif(8, 8, 1), 'image', ''],
    ['a GIF of 300 pictures', () => gif(8, 8, 300), 'animation', ''],
    [
      'a GIF of 33,000 pictures, more than the filter loop takes',
      () => gif(2, 2, 33_000),
      'animation',
      '',
    ],
    ['a GIF of 2,700 x 2,700', () => gif(2700, 2700, 3), 'animation', ''],
    [
      'a GIF of 8,192 x 8,192 that has 200 pictures',
      () => gif(8192, 8192, 200),
      'MEDIA_LIMIT_EXCEEDED',
      'At most 8000 million pixels in total are allowed',
    ],
    ['a GIF of more than 64 megapixels', () => gif(8193, 8193, 2), 'MEDIA_INVALID', ''],
    [
      'a picture behind a page',
      () => Buffer.concat([text('<!doctype html><html>'), gif(8, 8, 1)]),
      'MEDIA_INVALID',
      'The source is a file of unknown type.',
    ],
    [
      'a page behind a picture',
      () => Buffer.concat([gif(8, 8, 1), text('<!doctype html><html>')]),
      'image',
      '',
    ],
    [
      'a HEIC head alone',
      () => Buffer.concat([hex('00000018'), text('ftypheic'), hex('00000000'), text('heicmif1')]),
      'MEDIA_INVALID',
      '',
    ],
    [
      'an MP4 head alone',
      () => Buffer.concat([hex('00000018'), text('ftypisom'), hex('00000000'), text('isomiso2')]),
      'MEDIA_INVALID',
      '',
    ],
    [
      'a WAV head alone',
      () => Buffer.concat([text('RIFF'), hex('24000000'), text('WAVE')]),
      'MEDIA_INVALID',
      '',
    ],
    [
      'an Ogg page alone',
      () => Buffer.concat([text('OggS'), Buffer.alloc(100)]),
      'MEDIA_INVALID',
      '',
    ],
    ['a GIF of 4 million tiny blocks', () => gifOfTinyBlocks(4_000_000), 'image', ''],
    ['a WAV file that claims 10 hours', () => longWave(36_000), 'audio', ''],
  ])(
    'answers to %s',
    async (_, bytesOf, answer, message) => {
      const found = await answerTo(bytesOf());
      expect(found.answer).toBe(answer);
      expect(found.message).toContain(message);
    },
    240_000,
  );

  it.each<[string, string, string[], string, string]>([
    [
      'of 100,000 pictures a second',
      'fast.mkv',
      ['-r', '100000', '-t', '0.01', '-c:v', 'mpeg4'],
      'video',
      '',
    ],
    ['that starts after 40 days', 'late.mkv', ['-output_ts_offset', '3456000'], 'video', ''],
    [
      'of a picture in 3 hours',
      'slow.mkv',
      ['-vf', 'setpts=PTS*100000', '-fps_mode', 'passthrough', '-an'],
      'video',
      '',
    ],
    [
      'of 60 sounds',
      'sounds.mkv',
      Array.from({ length: 60 }, () => ['-map', '1:a']).flat(),
      'audio',
      '',
    ],
    [
      'of silence for 3 hours in 1 MB',
      'long.flac',
      ['-vn', '-af', 'volume=0,apad=whole_dur=10800', '-ar', '8000'],
      'MEDIA_LIMIT_EXCEEDED',
      '60 s',
    ],
  ])(
    'answers to a file %s',
    async (_, name, options, answer, message) => {
      const found = await answerTo(await made(name, ...options));
      expect(found.answer).toBe(answer);
      expect(found.message).toContain(message);
    },
    240_000,
  );

  describe('mutations', () => {
    const seed = fuzzSeed('media');

    it.each([
      ['mp4', ['-pix_fmt', 'yuv420p', '-c:a', 'aac']],
      ['mkv', ['-c:v', 'mpeg4', '-c:a', 'flac']],
      ['avi', ['-c:v', 'mpeg4', '-c:a', 'pcm_s16le']],
      ['gif', ['-an']],
      ['png', ['-an', '-frames:v', '1']],
      ['jpg', ['-an', '-frames:v', '1']],
      ['mp3', ['-vn', '-c:a', 'libmp3lame']],
      ['ogg', ['-vn', '-c:a', 'libvorbis']],
      ['wav', ['-vn']],
      ['aiff', ['-vn']],
      ['flac', ['-vn']],
      ['opus', ['-vn', '-c:a', 'libopus']],
      ['aac', ['-vn', '-c:a', 'aac', '-f', 'adts']],
      ['caf', ['-vn']],
      ['ac3', ['-vn']],
      ['webm', ['-c:v', 'libvpx', '-c:a', 'libvorbis']],
      ['flv', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac']],
      ['ts', ['-c:v', 'mpeg2video', '-c:a', 'mp2']],
      ['wmv', ['-c:v', 'wmv2', '-c:a', 'wmav2']],
      ['mov', ['-c:v', 'prores', '-c:a', 'pcm_s16le']],
      ['webp', ['-an', '-frames:v', '1', '-c:v', 'libwebp']],
      ['bmp', ['-an', '-frames:v', '1']],
      ['tiff', ['-an', '-frames:v', '1']],
    ])(
      '%s: is shown, or refused with a code and its pointer',
      async (type, options) => {
        const random = seededNumbers(seed);
        const file = await made(`base.${type}`, ...options);
        for (let time = 0; time < fuzzCount() / 20; time++) {
          const { answer } = await answerTo(mutate(file, random));
          expect([
            'video',
            'audio',
            'image',
            'animation',
            'MEDIA_INVALID',
            'MEDIA_LIMIT_EXCEEDED',
          ]).toContain(answer);
        }
      },
      900_000,
    );
  });
});

/** An animation of one color, each of whose pictures has a single pixel. */
function gif(width: number, height: number, pictures: number): Buffer {
  const screen = Buffer.alloc(13);
  screen.write('GIF89a', 0, 'latin1');
  screen.writeUInt16LE(width, 6);
  screen.writeUInt16LE(height, 8);
  screen[10] = 0x80;
  const picture = hex('21f904 00 0a00 00 00 2c 0000 0000 0100 0100 00 02 02 4401 00');
  return Buffer.concat([
    screen,
    hex('ff0000 0000ff'),
    ...Array.from({ length: pictures }, () => picture),
    hex('3b'),
  ]);
}

/** A second of silence behind a header that claims more. */
function longWave(seconds: number): Buffer {
  const file = encodeWav(new Float32Array(SPEECH_SAMPLE_RATE), SPEECH_SAMPLE_RATE);
  const claimed = seconds * SPEECH_SAMPLE_RATE * 2;
  file.writeUInt32LE(36 + claimed, 4);
  file.writeUInt32LE(claimed, 40);
  return file;
}

function comments(count: number): Buffer {
  return Buffer.concat([gif(1, 1, 0).subarray(0, 19), Buffer.alloc(3 * count, hex('21fe00'))]);
}
