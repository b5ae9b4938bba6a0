import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JobFailure } from '../../src/core/job/job-failure.js';
import { Studio } from '../support/studio.js';

/** Returns the same numbers in every run (Mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A file with some inverted bits, an overwritten range, or a missing end. */
function damaged(file: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(file);
  const place = () => Math.floor(random() * bytes.length);
  const way = Math.floor(random() * 3);
  if (way === 0)
    for (let turn = 0; turn < 1 + bytes.length / 200; turn++)
      bytes[place()]! ^= 1 << Math.floor(random() * 8);
  if (way === 1) bytes.fill(Math.floor(random() * 256), place(), place());
  return way === 2 ? bytes.subarray(0, place()) : bytes;
}

const MUTATIONS = 5;
/** How a damaged source can end. Anything else is a bug of the service. */
const CODES = ['MEDIA_INVALID', 'MEDIA_LIMIT_EXCEEDED'];

describe('damaged sources', () => {
  let studio: Studio;

  beforeAll(async () => {
    studio = await Studio.open('damaged');
  });
  afterAll(() => studio.close());

  it.each([
    ['png', 'image', ['-frames:v', '1']],
    ['jpg', 'image', ['-frames:v', '1']],
    ['webp', 'image', ['-frames:v', '1']],
    ['gif', 'image', []],
    ['mp4', 'video', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p']],
    ['mkv', 'video', ['-c:v', 'libx264', '-pix_fmt', 'yuv420p']],
    ['webm', 'video', ['-c:v', 'libvpx-vp9']],
    ['mp3', 'audio', []],
    ['wav', 'audio', []],
    ['flac', 'audio', []],
    ['ogg', 'audio', ['-c:a', 'libvorbis']],
    ['m4a', 'audio', ['-c:a', 'aac']],
  ] as const)(
    'of %s are played or rejected by name, and leave no files',
    async (format, type, options) => {
      const source = type === 'audio' ? 'sine=d=0.4' : 'testsrc2=s=64x48:r=10:d=0.4';
      const file = await studio.make(`whole.${format}`, '-f', 'lavfi', '-i', source, ...options);
      const whole = await readFile(file);
      for (let seed = 1; seed <= MUTATIONS; seed++) {
        const src = join(studio.dir, `damaged-${seed}.${format}`);
        await writeFile(src, damaged(whole, randomFrom(seed * 7919 + format.length)));
        const scene = { duration: 0.4, elements: [{ type, src }] };
        const end = await studio
          .render({ width: 64, height: 48, fps: 10, draft: true, scenes: [scene] })
          .then(
            () => 'played',
            (error: unknown) => error,
          );
        if (end === 'played') continue;
        if (!(end instanceof JobFailure)) throw end;
        expect([seed, CODES.includes(end.code), end.pointer]).toEqual([
          seed,
          true,
          '/scenes/0/elements/0',
        ]);
      }
    },
    120_000,
  );

  it('are limited to the first picture and the first audio of a file with a hundred streams', async () => {
    const one = await studio.make('one.wav', '-f', 'lavfi', '-i', 'sine=d=0.4');
    const maps = Array.from({ length: 100 }, () => ['-map', '0:a']).flat();
    const src = await studio.make('many.mkv', '-i', one, ...maps, '-c', 'copy');
    const { frames } = await studio.render({
      width: 64,
      height: 48,
      fps: 10,
      draft: true,
      scenes: [{ elements: [{ type: 'audio', src }] }],
    });
    expect(frames).toBe(4);
  });
});
