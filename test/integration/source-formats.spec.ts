import { args } from '../../src/core/util/args.js';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ffmpegToolsFor, itUnless, missingEncoders } from '../support/skip.js';
import { rms, Studio, toneLevel } from '../support/studio.js';

const load = createRequire(import.meta.url);
const BUNDLED = {
  VIDEOCRAFT_FFMPEG_PATH: (load('@ffmpeg-installer/ffmpeg') as { path: string }).path,
  VIDEOCRAFT_FFPROBE_PATH: (load('@ffprobe-installer/ffprobe') as { path: string }).path,
};
const FRAME = { width: 176, height: 144, fps: 25, draft: true };

/** Red for one second, then blue, with a tone of 1 kHz. */
const REEL = args(
  ['-f', 'lavfi', '-i', 'color=red:s=176x144:r=25:d=1', '-f', 'lavfi'],
  ['-i', 'color=blue:s=176x144:r=25:d=1', '-f', 'lavfi', '-i', 'sine=f=1000:d=2:r=48000'],
  ['-filter_complex', '[0][1]concat=n=2[v]', '-map', '[v]'],
);
const SOUND = ['-map', '2', '-ac', '2'];
const yuv = ['-pix_fmt', 'yuv420p'];

/** File, encoders that it needs, options. */
const VIDEOS: [file: string, encoders: readonly string[], ...options: string[]][] = [
  ['mpeg1.mpg', ['mpeg1video', 'mp2'], ...SOUND, '-c:v', 'mpeg1video', '-c:a', 'mp2'],
  ['mpeg2.mpg', ['mpeg2video'], ...SOUND, '-c:v', 'mpeg2video', '-c:a', 'mp2', '-f', 'vob'],
  ['mpeg2.ts', ['mpeg2video'], ...SOUND, '-c:v', 'mpeg2video', '-c:a', 'mp2'],
  ['h264.ts', ['libx264'], ...SOUND, ...yuv, '-c:v', 'libx264', '-c:a', 'aac'],
  ['h264.m2ts', ['libx264'], ...SOUND, ...yuv, '-c:v', 'libx264', '-c:a', 'ac3'],
  ['h264.flv', ['libx264'], ...SOUND, ...yuv, '-c:v', 'libx264', '-c:a', 'aac'],
  ['xvid.avi', ['libx264'], ...SOUND, '-c:v', 'mpeg4', '-bf', '2', '-c:a', 'libmp3lame'],
  ['h264.avi', ['libx264'], ...SOUND, ...yuv, '-c:v', 'libx264', '-c:a', 'ac3'],
  ['mjpeg.avi', [], ...SOUND, '-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-c:a', 'pcm_s16le'],
  ['huffyuv.avi', [], ...SOUND, '-c:v', 'huffyuv', '-c:a', 'pcm_s16le'],
  ['raw.avi', [], ...SOUND, '-c:v', 'rawvideo', '-pix_fmt', 'bgr24', '-c:a', 'pcm_s16le'],
  ['raw.mov', [], ...SOUND, '-c:v', 'rawvideo', '-pix_fmt', 'uyvy422', '-c:a', 'pcm_s24le'],
  ['v210.mov', [], ...SOUND, '-c:v', 'v210', '-c:a', 'pcm_s24le'],
  ['cineform.mov', ['cfhd'], ...SOUND, '-c:v', 'cfhd', '-pix_fmt', 'yuv422p10le', '-c:a', 'aac'],
  [
    'dnxhr.mov',
    [],
    ...SOUND,
    '-c:v',
    'dnxhd',
    '-profile:v',
    'dnxhr_lb',
    '-s',
    '256x144',
    '-pix_fmt',
    'yuv422p',
  ],
  ['dts.mkv', ['dca'], ...SOUND, ...yuv, '-c:v', 'libx264', '-c:a', 'dca', '-strict', '-2'],
  [
    'truehd.mkv',
    ['truehd'],
    ...SOUND,
    ...yuv,
    '-c:v',
    'libx264',
    '-c:a',
    'truehd',
    '-strict',
    '-2',
  ],
  ['h263.3gp', ['h263'], ...SOUND, '-c:v', 'h263', '-c:a', 'aac'],
  ['wmv.wmv', ['wmv2', 'wmav2'], ...SOUND, '-c:v', 'wmv2', '-c:a', 'wmav2'],
  ['msmpeg4.avi', ['msmpeg4'], ...SOUND, '-c:v', 'msmpeg4', '-c:a', 'libmp3lame'],
];

const TONE = ['-f', 'lavfi', '-i', 'sine=f=1000:d=2:r=48000'];
const SOUNDS: [file: string, encoders: readonly string[], ...options: string[]][] = [
  ['tone.aiff', []],
  ['tone.aif', [], '-c:a', 'pcm_s24be'],
  ['tone.wma', ['wmav2']],
  ['tone.ac3', ['ac3']],
  ['tone.eac3', ['eac3']],
  ['tone.dts', ['dca'], '-c:a', 'dca', '-strict', '-2', '-ac', '2'],
  ['tone.spx', ['libspeex'], '-ar', '16000', '-ac', '1', '-c:a', 'libspeex', '-f', 'ogg'],
  ['tone.amr', ['libopencore_amrnb'], '-ar', '8000', '-ac', '1'],
  ['tone.caf', []],
  ['tone.mp2', ['mp2']],
  ['tone.m4a', [], '-c:a', 'alac'],
];

describe.each([
  ['of the machine', {}, await ffmpegToolsFor()],
  ['of 2018', BUNDLED, await ffmpegToolsFor(BUNDLED)],
])('source formats, with the ffmpeg %s', (_, environment, tools) => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('formats', environment);
  });
  afterAll(() => studio.close());

  /** Whether each frame of a file is red, from its start. */
  const redFrames = async (path: string): Promise<boolean[]> => {
    const filters = 'fps=25:start_time=0,scale=2:2';
    const format = ['-vf', filters, '-an', '-f', 'rawvideo', '-pix_fmt', 'rgb24'];
    const pixels = await studio.decode(path, format);
    return Array.from({ length: pixels.length / 12 }, (_, at) => pixels[12 * at]! > 128);
  };

  /** What this ffmpeg lacks to encode and probe a file, or null. */
  const missingFor = (file: string, encoders: readonly string[]): string | null => {
    const isBundled = tools.ffprobePath === BUNDLED.VIDEOCRAFT_FFPROBE_PATH;
    if (isBundled && file.endsWith('ts'))
      return 'the bundled ffprobe crashes on every MPEG-TS file';
    return missingEncoders(tools, encoders);
  };

  for (const [file, encoders, ...options] of VIDEOS) {
    itUnless(missingFor(file, encoders))(`plays ${file} from a seek to its end`, async () => {
      const src = await studio.make(file, ...REEL, ...options);
      const input = { ...FRAME, scenes: [{ elements: [{ type: 'video', src, seek: 0.52 }] }] };
      const reds = await redFrames(src);
      const { video } = await studio.render(input);
      const shown = await redFrames(video);
      // 0.52 s are 13 frames. Some of these formats hold the first or the last picture longer.
      // In a transport stream, the audio starts up to a frame before the pictures, because of its
      // priming.
      const slack = file.endsWith('ts') ? 1 : 0;
      const off = shown.lastIndexOf(true) - (reds.lastIndexOf(true) - 13);
      expect(off).toBeGreaterThanOrEqual(0);
      expect(off).toBeLessThanOrEqual(slack);
      expect(shown.indexOf(false)).toBe(reds.indexOf(false) - 13 + off);
      expect(Math.abs(shown.length - 37)).toBeLessThanOrEqual(3);
      const { left } = await studio.soundOf(video);
      expect(toneLevel(left, 1000, 4_800, 67_200)).toBeGreaterThan(0.08);
    });
  }

  for (const [file, encoders, ...options] of SOUNDS) {
    itUnless(missingFor(file, encoders))(`plays ${file}`, async () => {
      const src = await studio.make(file, ...TONE, ...options);
      const { left } = await studio.sound({
        ...FRAME,
        scenes: [{ elements: [{ type: 'audio', src }] }],
      });
      expect(toneLevel(left, 1000, 9_600, 67_200)).toBeGreaterThan(0.04);
      expect(rms(left, 9_600, 67_200)).toBeGreaterThan(0.04);
      expect(Math.abs(left.length / 48_000 - 2)).toBeLessThan(0.15);
    });
  }

  it.each([
    ['cinepak.mov', ['-map', '[v]', '-c:v', 'cinepak'], /"cinepak", which is not supported/],
    ['yamaha.wav', ['-map', '2', '-c:a', 'adpcm_yamaha'], /"adpcm_yamaha", which is not supported/],
  ])('names the codec of %s', async (file, options, message) => {
    const reel = REEL.slice(0, -2);
    const [, ...graph] = options[1] === '2' ? ['', ...REEL.slice(0, -4)] : ['', ...reel];
    const src = await studio.make(file, ...graph, ...options);
    const type = file.endsWith('wav') ? 'audio' : 'video';
    await expect(
      studio.render({ ...FRAME, scenes: [{ elements: [{ type, src }] }] }),
    ).rejects.toMatchObject({ code: 'MEDIA_INVALID', message: expect.stringMatching(message) });
  });
});

describe('a source that is no media', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('no-media');
  });
  afterAll(() => studio.close());

  it.each([
    [
      'an SVG drawing that cannot be drawn',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"',
    ],
    ['an SVG drawing that cannot be drawn', '<!-- made by hand --><svg viewBox="0 0 9 9"></svg>'],
    ['a web page', '\n<!DOCTYPE html><html><body>Sign in</body></html>'],
    ['a web page', '<HTML><HEAD></HEAD></HTML>'],
    ['a PDF', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj'],
    [
      'a ZIP archive',
      Buffer.from('504b0304140000000000000021000000000000000000000000000100000061', 'hex'),
    ],
    ['a JPEG XL picture', Buffer.from('ff0a7f00904c', 'hex')],
    ['a JPEG XL picture', Buffer.from('0000000c4a584c200d0a870a', 'hex')],
    ['a JPEG 2000 picture', Buffer.from('0000000c6a5020200d0a870a00000014667479706a703220', 'hex')],
    ['a Photoshop document', '8BPS\0\u0001\0\0\0\0\0\0\0\u0003'],
    ['an HLS playlist', '#EXTM3U\n#EXT-X-VERSION:3\n'],
    ['a JSON document', '{"error":"not found"}'],
    ['text', 'Not found'],
    ['an empty file', ''],
    ['a QOI picture', 'qoif\0\0\0\u0001\0\0\0\u0001\u0003\0'],
    ['a font', Buffer.from('774f463200010000', 'hex')],
    ['a file of unknown type', Buffer.from('00010203', 'hex')],
  ])('reports that a source is %s', async (name, content) => {
    const src = join(studio.dir, 'named.bin');
    await writeFile(src, content);
    await expect(
      studio.render({ ...FRAME, scenes: [{ duration: 1, elements: [{ type: 'image', src }] }] }),
    ).rejects.toMatchObject({
      code: 'MEDIA_INVALID',
      message: expect.stringMatching(new RegExp(`^The source is ${name}\\b`)),
      pointer: '/scenes/0/elements/0',
    });
  });
});
