import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeFile } from '../support/judge-file.js';
import { Studio } from '../support/studio.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const TONE = ['-f', 'lavfi', '-i', 'sine=f=440:d=1.5:r=44100'];
const LOW_TONE = ['-f', 'lavfi', '-i', 'sine=f=440:d=1.5:r=22050'];
const MOVING = ['-f', 'lavfi', '-i', 'testsrc2=s=96x72:r=25:d=1.5'];
const H264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p'];

type Change = (file: Buffer) => Buffer;
const same: Change = (file) => file;
const followedBy =
  (...more: (Buffer | string)[]): Change =>
  (file) =>
    Buffer.concat([file, ...more.map((one) => (typeof one === 'string' ? Buffer.from(one) : one))]);
const without =
  (bytes: number): Change =>
  (file) =>
    file.subarray(0, -bytes);
/** The number before the samples of a WAV file, which states their length. */
const soundLength =
  (length: number): Change =>
  (file) => {
    const at = file.indexOf('data', 0, 'latin1') + 4;
    file.writeUInt32LE(length, at);
    file.writeUInt32LE(length === 0 ? 0 : 0xffffffff, 4);
    return file;
  };
const lastPageLeftOut: Change = (file) =>
  file.subarray(0, file.lastIndexOf('OggS', undefined, 'latin1'));
const PASSED = { refused: null, warnings: [] };

/** A tag of 128 bytes after the audio. */
const ID3V1 = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, 0x20)]);
const APE = Buffer.concat([Buffer.from('APETAGEX'), Buffer.alloc(24)]);
const box = (type: string, bytes: number) => {
  const whole = Buffer.alloc(bytes);
  whole.writeUInt32BE(bytes, 0);
  whole.write(type, 4, 'latin1');
  return whole;
};

/**
 * To reject a complete source is worse than to play a truncated one. Files must pass without a
 * warning if they are as their producers write them.
 */
describe('a complete source', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('whole');
  });
  afterAll(() => studio.close());

  const judge = (type: string, src: string) => judgeFile(studio, { type, src });

  it.each<[string, string, string[], Change]>([
    ['constant bit rate', 'cbr.mp3', [...TONE, '-b:a', '128k'], same],
    ['variable bit rate', 'vbr.mp3', [...TONE, '-q:a', '4'], same],
    ['no header frame', 'bare.mp3', [...TONE, '-b:a', '128k', '-write_xing', '0'], same],
    [
      'variable bit rate without a header frame',
      'bare-vbr.mp3',
      [...TONE, '-q:a', '6', '-write_xing', '0'],
      same,
    ],
    ['22 kHz, mono', 'low.mp3', [...LOW_TONE, '-b:a', '32k'], same],
    ['two kinds of tags', 'tags.mp3', [...TONE, '-metadata', 'title=A'], followedBy(APE, ID3V1)],
    ['trailing zeros', 'filled.mp3', [...TONE, '-b:a', '128k'], followedBy(Buffer.alloc(2048))],
    [
      'a second file appended',
      'two.mp3',
      [...TONE, '-b:a', '64k'],
      (file) => followedBy(file)(file),
    ],
    ['24-bit audio', 'deep.wav', [...TONE, '-c:a', 'pcm_s24le'], same],
    ['text after the audio', 'list.wav', [...TONE, '-metadata', 'title=A'], followedBy('LIST')],
    ['a length with all bits set', 'pipe.wav', TONE, soundLength(0xffffffff)],
    ['a zero length', 'zero.wav', TONE, soundLength(0)],
    ['the longest possible length', 'most.wav', TONE, soundLength(0x7ffff000)],
    ['ADPCM', 'adpcm.wav', [...TONE, '-c:a', 'adpcm_ima_wav'], same],
    ['silence at the end', 'silent.wav', [...TONE, '-af', 'apad=pad_dur=2'], same],
    ['a sample count', 'tone.flac', TONE, same],
    ['Vorbis', 'tone.ogg', [...TONE, '-c:a', 'libvorbis'], same],
    ['Opus', 'tone.opus', TONE, same],
    [
      'no end marker',
      'stopped.ogg',
      [...TONE, '-c:a', 'libvorbis', '-page_duration', '1'],
      lastPageLeftOut,
    ],
    ['ADTS', 'tone.aac', TONE, same],
    ['AAC', 'tone.m4a', TONE, same],
    ['AAC at 22 kHz', 'low.m4a', [...LOW_TONE, '-movflags', 'faststart'], same],
    ['ALAC', 'alac.m4a', [...TONE, '-c:a', 'alac'], same],
  ])('audio: %s (%s)', async (_, name, options, change) => {
    const path = await studio.make(name, ...options);
    await writeFile(path, change(await readFile(path)));
    expect(await judge('audio', path)).toEqual(PASSED);
  });

  it.each([
    ['mp3', ['-f', 'mp3']],
    ['wav', ['-f', 'wav']],
    ['flac', ['-f', 'flac']],
    ['aac', ['-f', 'adts']],
    ['ogg', ['-f', 'ogg', '-c:a', 'libvorbis']],
  ])('audio: written to a pipe (%s)', async (ending, format) => {
    const whole = await studio.make(`before-${ending}.wav`, ...TONE);
    const src = join(studio.dir, `piped.${ending}`);
    await writeFile(src, await studio.decode(whole, format));
    expect(await judge('audio', src)).toEqual(PASSED);
  });

  it.each<[string, string, string[], Change]>([
    ['the index at the end', 'last.mp4', [...MOVING, ...TONE, ...H264], same],
    [
      'the index at the start',
      'first.mp4',
      [...MOVING, ...TONE, ...H264, '-movflags', 'faststart'],
      same,
    ],
    [
      'free space at the end',
      'room.mp4',
      [...MOVING, ...TONE, ...H264],
      followedBy(box('free', 9000)),
    ],
    [
      'fragments',
      'parts.mp4',
      [...MOVING, ...TONE, ...H264, '-movflags', 'frag_keyframe+empty_moov', '-g', '12'],
      same,
    ],
    [
      'fragments for DASH',
      'dash.mp4',
      [...MOVING, ...TONE, ...H264, '-movflags', 'frag_every_frame+empty_moov+default_base_moof'],
      same,
    ],
    ['no audio', 'mute.mov', [...MOVING, '-c:v', 'prores', '-an'], same],
    [
      'plain audio, silent at its end',
      'pcm.mov',
      [
        ...MOVING,
        ...TONE,
        ...H264,
        '-af',
        'volume=0:enable=gt(t\\,0.7)',
        '-c:a',
        'pcm_s16le',
        '-movflags',
        'faststart',
      ],
      same,
    ],
    [
      'variable frame rate',
      'vfr.mp4',
      [
        ...MOVING,
        ...TONE,
        ...H264,
        '-vf',
        'select=not(mod(n\\,7))+gt(random(1)\\,0.7)',
        '-vsync',
        'vfr',
      ],
      same,
    ],
    ['longer audio', 'long.mp4', [...MOVING, ...TONE, ...H264, '-af', 'apad=pad_dur=1'], same],
    ['shorter audio', 'short.mp4', [...MOVING, ...TONE, ...H264, '-af', 'atrim=end=0.4'], same],
    ['a non-zero start', 'late.mp4', [...MOVING, ...TONE, ...H264, '-output_ts_offset', '5'], same],
    [
      'a non-zero start, in Matroska',
      'late.mkv',
      [...MOVING, ...TONE, ...H264, '-output_ts_offset', '5'],
      same,
    ],
    [
      'open GOPs',
      'open.mp4',
      [...MOVING, ...TONE, ...H264, '-x264-params', 'open-gop=1:keyint=10:bframes=3'],
      same,
    ],
    ['Matroska', 'tone.mkv', [...MOVING, ...TONE, ...H264, '-c:a', 'aac'], same],
    [
      'Matroska without a duration',
      'live.mkv',
      [...MOVING, ...TONE, ...H264, '-c:a', 'aac', '-live', '1'],
      same,
    ],
    ['WebM', 'tone.webm', [...MOVING, ...TONE, '-c:v', 'libvpx', '-c:a', 'libopus'], same],
    [
      'WebM without a duration',
      'live.webm',
      [...MOVING, ...TONE, '-c:v', 'libvpx', '-c:a', 'libopus', '-live', '1'],
      same,
    ],
    ['Theora', 'tone.ogv', [...MOVING, ...TONE, '-c:v', 'libtheora', '-c:a', 'libvorbis'], same],
  ])('video: %s (%s)', async (_, name, options, change) => {
    const path = await studio.make(name, ...options);
    await writeFile(path, change(await readFile(path)));
    expect(await judge('video', path)).toEqual(PASSED);
  });

  it.each([
    ['from a picture that is no key', ['-ss', '0.7']],
    ['of some seconds', ['-t', '0.8']],
  ])('video: a part copied without encoding (%s)', async (name, part) => {
    const whole = await studio.make('long-gop.mp4', ...MOVING, ...TONE, ...H264, '-g', '12');
    const copy = await studio.make(`${name.slice(0, 4)}.mp4`, ...part, '-i', whole, '-c', 'copy');
    expect(await judge('video', copy)).toEqual(PASSED);
  });

  it.each<[string, string, Change]>([
    ['baseline', 'i0.jpg', same],
    ['baseline without the mark of its end', 'i0.jpg', without(2)],
    ['baseline with half of the mark', 'i0.jpg', without(1)],
    ['baseline with other data behind it', 'i0.jpg', followedBy(Buffer.alloc(9000), 'more')],
    ['baseline with another picture behind it', 'i0.jpg', (file) => followedBy(file)(file)],
    ['progressive', 'progressive.jpg', same],
    ['progressive without the mark of its end', 'progressive.jpg', without(2)],
    ['CMYK', 'cmyk.jpg', same],
    ['interlaced', 'interlaced.png', same],
    ['PNG with other data behind it', 'interlaced.png', followedBy(Buffer.alloc(5000), 'more')],
    ['PNG with a text whose checksum is wrong', 'interlaced.png', withWrongText],
  ])('picture: %s (%s)', async (name, file, change) => {
    const src = join(studio.dir, `${name}-${file}`);
    await copyFile(`${MEDIA}pictures/${file}`, src);
    await writeFile(src, change(await readFile(src)));
    expect(await judge('image', src)).toEqual(PASSED);
  });

  it.each<[string, string, string[], Change]>([
    ['GIF', 'one.gif', ['-frames:v', '1'], same],
    ['an animation', 'many.gif', [], same],
    ['an animation without a trailer', 'bare.gif', [], without(1)],
    ['an animation with trailing data', 'junk.gif', [], followedBy(Buffer.alloc(4096), 'more')],
    ['an animated PNG', 'many.apng', ['-f', 'apng'], same],
    ['a palette', 'palette.png', ['-frames:v', '1', '-pix_fmt', 'pal8'], same],
    ['16-bit gray', 'deep.png', ['-frames:v', '1', '-pix_fmt', 'gray16be'], same],
    ['WebP', 'lossy.webp', ['-frames:v', '1', '-c:v', 'libwebp'], same],
    [
      'lossless WebP',
      'lossless.webp',
      ['-frames:v', '1', '-c:v', 'libwebp', '-lossless', '1'],
      same,
    ],
    [
      'WebP with trailing data',
      'junk.webp',
      ['-frames:v', '1', '-c:v', 'libwebp'],
      followedBy('more'),
    ],
    ['one color', 'plain.jpg', ['-frames:v', '1', '-vf', 'drawbox=c=black:t=fill'], same],
  ])('picture: %s (%s)', async (_, name, options, change) => {
    const path = await studio.make(name, ...MOVING, ...options);
    await writeFile(path, change(await readFile(path)));
    expect(await judge('image', path)).toEqual(PASSED);
  });

  it.each([
    ['open GOPs', 'sought.mp4', ['-x264-params', 'open-gop=1:keyint=10:bframes=3'], {}],
    ['few key frames', 'rare.mp4', ['-g', '250'], { loop: true, duration: 2 }],
    [
      'variable frame rate',
      'fast.mp4',
      ['-vf', 'select=gt(random(1)\\,0.6)', '-vsync', 'vfr'],
      { speed: 2 },
    ],
    ['fragments', 'split.mp4', ['-movflags', 'frag_every_frame+empty_moov+default_base_moof'], {}],
  ])('renders from its middle without a warning: %s', async (_, name, options, more) => {
    const src = await studio.make(name, ...MOVING, ...TONE, ...H264, ...options);
    const { warnings } = await studio.render({
      width: 64,
      height: 48,
      fps: 25,
      draft: true,
      scenes: [{ elements: [{ type: 'video', src, seek: 0.7, ...more }] }],
    });
    expect(warnings).toEqual([]);
  });
});

/** A chunk that contributes no pixel, before the last one. */
function withWrongText(file: Buffer): Buffer {
  const end = file.lastIndexOf('IEND', undefined, 'latin1') - 4;
  const text = Buffer.concat([Buffer.from([0, 0, 0, 3]), Buffer.from('tEXta\0b'), Buffer.alloc(4)]);
  return Buffer.concat([file.subarray(0, end), text, file.subarray(end)]);
}
