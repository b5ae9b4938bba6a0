import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { judgeFile } from '../support/judge-file.js';
import { Studio } from '../support/studio.js';

const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));
const TONE = ['-f', 'lavfi', '-i', 'sine=f=440:d=3:r=44100'];
const MOVING = ['-f', 'lavfi', '-i', 'testsrc2=s=160x90:r=25:d=3'];
const STILL = [...MOVING, '-frames:v', '1', '-vf', 'noise=alls=30'];
const H264 = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p'];
const FIRST = ['-movflags', 'faststart'];
const PARTS = ['-movflags', 'frag_keyframe+empty_moov', '-g', '25'];
const FRAME = { width: 64, height: 48, fps: 25, draft: true };
const POINTER = '/scenes/0/elements/0';

const half = (file: Buffer) => file.subarray(0, file.length / 2);
const almost = (file: Buffer) => file.subarray(0, file.length * 0.9);
/** Like an interrupted download into a file that already has its full size. */
const zeros = (file: Buffer) => Buffer.from(file).fill(0, Math.floor(file.length / 2));

describe('a truncated source', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('cut');
  });
  afterAll(() => studio.close());

  async function change(path: string, how: (file: Buffer) => Buffer): Promise<string> {
    const src = join(studio.dir, `${how.name}-${path.split('/').at(-1)}`);
    await writeFile(src, how(await readFile(path)));
    return src;
  }

  const ENDS = /^The source is incomplete: its sound ends at [\d.]+ s instead of 3\.0\d s/;
  const BOTH =
    /^The source is incomplete: .+ pictures? .+, and its sound ends at [\d.]+ s instead of [23]\.\d\d s/;
  const PAGE = /it ends in the middle of a page/;
  const ZEROS =
    /^The source (is incomplete|cannot be decoded): its last [\d,]+ of [\d,]+ bytes are zeros/;
  const INDEX = /^The source cannot be decoded: its index .+ is missing/;

  it.each<[string, string, string[], RegExp, RegExp]>([
    ['audio', 'cbr.mp3', [...TONE, '-b:a', '128k'], ENDS, ENDS],
    ['audio', 'vbr.mp3', [...TONE, '-q:a', '4'], ENDS, ENDS],
    ['audio', 'bare.mp3', [...TONE, '-b:a', '128k', '-write_xing', '0'], /^$/, ZEROS],
    ['audio', 'tone.flac', TONE, ENDS, ENDS],
    ['audio', 'tone.ogg', [...TONE, '-c:a', 'libvorbis'], PAGE, ZEROS],
    ['audio', 'tone.opus', TONE, PAGE, ZEROS],
    ['audio', 'last.m4a', TONE, INDEX, INDEX],
    ['audio', 'first.m4a', [...TONE, ...FIRST], ENDS, ENDS],
    ['video', 'last.mp4', [...MOVING, ...TONE, ...H264], INDEX, INDEX],
    ['video', 'first.mp4', [...MOVING, ...TONE, ...H264, ...FIRST], BOTH, BOTH],
    ['video', 'parts.mp4', [...MOVING, ...TONE, ...H264, ...PARTS], BOTH, BOTH],
    ['video', 'tone.mkv', [...MOVING, ...TONE, ...H264, '-c:a', 'aac'], BOTH, BOTH],
    ['video', 'tone.webm', [...MOVING, ...TONE, '-c:v', 'libvpx', '-c:a', 'libopus'], BOTH, BOTH],
    [
      'video',
      'mute.mov',
      [...MOVING, ...H264, ...FIRST],
      /\d+ of its 75 pictures/,
      /\d+ of its 75 pictures/,
    ],
    ['image', 'still.jpg', STILL, /the lower \d\d % of the picture cannot/, /lower|zeros/],
    [
      'image',
      'still.png',
      STILL,
      /\d+ of its 90 rows are present/,
      /\d+ of its 90 rows are present/,
    ],
    [
      'image',
      'lossy.webp',
      [...STILL, '-c:v', 'libwebp'],
      /cannot be decoded: .+ of its .+ bytes/,
      ZEROS,
    ],
    ['image', 'moving.gif', MOVING, /it ends in the middle of picture \d\d/, ZEROS],
    [
      'image',
      'moving.apng',
      [...MOVING, '-f', 'apng'],
      /\d+ of its 75 pictures are present/,
      /incomplete/,
    ],
  ])(
    'is rejected with the available duration (%s, %s)',
    async (type, name, options, cut, zeroed) => {
      const whole = await studio.make(name, ...options);
      expect(
        (await judgeFile(studio, { type, src: await change(whole, half) })).refused ?? '',
      ).toMatch(cut);
      expect((await judgeFile(studio, { type, src: await change(whole, zeros) })).refused).toMatch(
        zeroed,
      );
    },
  );

  it.each([
    ['tone.wav', TONE, almost],
    ['tone.mkv', [...MOVING, ...TONE, ...H264, '-c:a', 'aac'], almost],
    ['first.mp4', [...MOVING, ...TONE, ...H264, ...FIRST], almost],
  ])('is rejected if its last tenth is missing (%s)', async (name, options, how) => {
    const src = await change(await studio.make(name, ...options), how);
    const { refused } = await judgeFile(studio, { type: 'audio', src });
    expect(refused).toMatch(ENDS);
    expect(refused).toContain('or set "accept-damaged" to true');
  });

  it.each(['progressive.jpg', 'cmyk.jpg'])('is also rejected as %s', async (name) => {
    const src = await change(`${MEDIA}pictures/${name}`, half);
    expect((await judgeFile(studio, { type: 'image', src })).refused).toMatch(
      /the picture cannot be/,
    );
  });

  it.each<[string, string, string[], (file: Buffer) => Buffer, RegExp]>([
    [
      'audio',
      'bare.mp3',
      [...TONE, '-b:a', '128k', '-write_xing', '0'],
      half,
      /the middle of a frame/,
    ],
    ['audio', 'tone.aac', TONE, half, /the middle of a frame/],
    ['video', 'live.webm', [...MOVING, '-c:v', 'libvpx', '-live', '1'], half, /it ends too early/],
    ['audio', 'tone.wav', TONE, (file) => file.subarray(0, -2), /bytes are present/],
    [
      'video',
      'tone.mkv',
      [...MOVING, ...H264],
      (file) => file.subarray(0, -2),
      /bytes are present/,
    ],
    ['audio', 'tone.flac', TONE, flipped, /cannot be decoded/],
    ['audio', 'low.ogg', [...TONE, '-c:a', 'libvorbis'], flipped, /pages|decoded|page/],
  ])(
    'is played with a warning if it does not state its duration (%s, %s)',
    async (type, name, options, how, warning) => {
      const src = await change(await studio.make(name, ...options), how);
      const { refused, warnings } = await judgeFile(studio, { type, src });
      expect(refused ?? warnings.join(' ')).toMatch(warning);
      if (refused === null) expect(warnings[0]).toContain(POINTER);
    },
  );

  it.each<[string, string, string[], (file: Buffer) => Buffer]>([
    ['image', 'still.png', STILL, half],
    ['image', 'still.jpg', STILL, half],
    ['image', 'moving.gif', MOVING, half],
    ['video', 'first.mp4', [...MOVING, ...TONE, ...H264, ...FIRST], half],
    ['video', 'first.mp4', [...MOVING, ...TONE, ...H264, ...FIRST], zeros],
    ['audio', 'tone.wav', TONE, half],
  ])(
    'is used up to its end if its element accepts that (%s, %s)',
    async (type, name, options, how) => {
      const src = await change(await studio.make(name, ...options), how);
      const project = (more: object) => ({
        ...FRAME,
        scenes: [
          { ...(type === 'image' ? { duration: 1 } : {}), elements: [{ type, src, ...more }] },
        ],
      });
      await expect(studio.render(project({}))).rejects.toMatchObject({
        code: 'MEDIA_INVALID',
        pointer: POINTER,
      });
      const { warnings, durationSeconds } = await studio.render(
        project({ 'accept-damaged': true }),
      );
      expect(warnings[0]).toContain(`The source at ${POINTER} is incomplete: `);
      expect(durationSeconds).toBeGreaterThan(0.8);
      expect(durationSeconds).toBeLessThan(2.2);
    },
  );

  it('is rejected only for the streams that an element uses', async () => {
    const whole = await studio.make('both.mp4', ...MOVING, ...TONE, ...H264, ...FIRST);
    const src = await change(whole, zeros);
    const as = async (element: object) =>
      (await judgeFile(studio, { type: 'video', src, ...element })).refused;
    expect(await as({ type: 'audio' })).not.toMatch(/pictures/);
    expect(await as({ volume: 0 })).not.toMatch(/sound/);
  });

  it('is played with a warning in every job if pictures in the middle are damaged', async () => {
    const whole = await studio.make('flip.mp4', ...MOVING, ...H264, ...FIRST, '-b:v', '2M');
    const src = await change(whole, sprinkled);
    const input = { ...FRAME, scenes: [{ elements: [{ type: 'video', src }] }] };
    const wanted = [`The source at ${POINTER} is damaged: some of its pictures cannot be decoded.`];
    expect((await studio.render(input)).warnings).toEqual(wanted);
    expect((await studio.render(input)).warnings).toEqual(wanted);
  });
});

/** Replaces one byte in a few hundred, from the middle on. */
function sprinkled(file: Buffer): Buffer {
  const bytes = Buffer.from(file);
  for (let at = Math.floor(bytes.length / 2); at < bytes.length; at += 499) bytes[at]! ^= 0x5a;
  return bytes;
}

/** Inverts a range in the middle. */
function flipped(file: Buffer): Buffer {
  const bytes = Buffer.from(file);
  const from = Math.floor(bytes.length / 2);
  for (let at = from; at < from + 400; at++) bytes[at]! ^= 0x5a;
  return bytes;
}
