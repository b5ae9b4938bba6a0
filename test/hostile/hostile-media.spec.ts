import { args } from '../../src/core/util/args.js';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { promisify } from 'node:util';
import { loadConfig } from '../../src/config/load-config.js';
import { liveProcessCount } from '../../src/engine/ffmpeg/run-process.js';
import { probeSource } from '../../src/engine/media/probe/probe-source.js';
import { openRenderApp, type RenderApp } from '../support/render-app.js';

const run = promisify(execFile);
const MEDIA = fileURLToPath(new URL('../media/', import.meta.url));

describe('hostile media', () => {
  let dir: string;
  let engines: RenderApp;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'videocraft-hostile-'));
    const config = loadConfig({ VIDEOCRAFT_DATA_DIR: dir });
    engines = await openRenderApp(config);
  });

  afterAll(async () => {
    expect(liveProcessCount()).toBe(0);
    await rm(dir, { recursive: true, force: true });
  });

  async function probe(name: string) {
    const at = { pointer: '/scenes/0/elements/0', signal: new AbortController().signal };
    const local = { ...at, localSources: true, workDir: dir };
    const source = await engines.media.acquire(join(dir, name), local);
    return (
      await probeSource(
        source,
        { ffmpeg: engines.ffmpeg, media: engines.media, maxDurationSeconds: 60 },
        at,
      )
    ).probe;
  }

  /** Test pictures and a tone in the codecs that the options name. */
  async function make(name: string, ...options: string[]): Promise<void> {
    await run(
      engines.ffmpeg.tools.ffmpegPath,
      args(
        ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc=s=64x64:d=0.2'],
        ['-f', 'lavfi', '-i', 'sine=d=0.2', ...options, join(dir, name)],
      ),
    );
  }

  it.each([
    ['a picture of 256 megapixels in 31 kB', 'MEDIA_INVALID', () => bomb(16_000, 16_000)],
    ['excessive dimensions', 'MEDIA_INVALID', () => bomb(2 ** 31 - 1, 1, 1)],
    ['an empty file', 'MEDIA_INVALID', () => Buffer.alloc(0)],
    ['zeros', 'MEDIA_INVALID', () => Buffer.alloc(100_000)],
    ['a header without a body', 'MEDIA_INVALID', () => bomb(64, 64).subarray(0, 33)],
    ['a playlist', 'MEDIA_INVALID', () => Buffer.from('#EXTM3U\n#EXTINF:1,\n/etc/passwd\n')],
    ['a concat script', 'MEDIA_INVALID', () => Buffer.from("ffconcat version 1.0\nfile 'a.mp4'\n")],
    [
      'an SVG whose entities multiply',
      'MEDIA_INVALID',
      () =>
        Buffer.from(
          '<!DOCTYPE s [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&a;</text></svg>',
        ),
    ],
    [
      'a Lottie animation whose compositions contain themselves',
      'MEDIA_INVALID',
      () =>
        Buffer.from(
          '{"fr":25,"ip":0,"op":9,"w":9,"h":9,"layers":[{"ty":0,"refId":"a"}],"assets":[{"id":"a","layers":[{"ty":0,"refId":"a"}]}]}',
        ),
    ],
  ])('rejects %s with %s', async (_, code, bytes) => {
    await writeFile(join(dir, 'input.mp4'), bytes());
    await expect(probe('input.mp4')).rejects.toMatchObject({
      code,
      pointer: '/scenes/0/elements/0',
    });
  });

  it.each([
    ['magicyuv.mkv', ['-c:v', 'magicyuv', '-an']],
    ['cinepak.mov', ['-c:v', 'cinepak', '-an']],
    ['flv1.mkv', ['-c:v', 'flv', '-an']],
    ['yamaha.wav', ['-vn', '-c:a', 'adpcm_yamaha']],
  ])(
    'opens no unnecessary decoder (%s)',
    async (name, options) => {
      await make(name, ...options);
      await expect(probe(name)).rejects.toMatchObject({ code: 'MEDIA_INVALID' });
    },
    60_000,
  );

  it.each([
    ['h264.mp4', ['-pix_fmt', 'yuv420p', '-c:a', 'aac'], 'video'],
    ['mpeg4.mov', ['-c:v', 'mpeg4', '-c:a', 'pcm_s16le'], 'video'],
    ['qtrle.mov', ['-c:v', 'qtrle', '-c:a', 'alac'], 'video'],
    ['prores.mov', ['-c:v', 'prores', '-an'], 'video'],
    ['vp9.webm', ['-c:v', 'libvpx-vp9', '-c:a', 'libopus'], 'video'],
    ['vp8.webm', ['-c:v', 'libvpx', '-c:a', 'libvorbis'], 'video'],
    ['theora.ogg', ['-c:v', 'libtheora', '-an'], 'video'],
    ['tone.flac', ['-vn'], 'audio'],
    ['tone.opus', ['-vn', '-c:a', 'libopus'], 'audio'],
    ['tone.aac', ['-vn', '-c:a', 'aac', '-f', 'adts'], 'audio'],
    ['tone.wav', ['-vn', '-c:a', 'pcm_s24le'], 'audio'],
    ['cover.mp3', ['-c:a', 'libmp3lame', '-c:v', 'png', '-frames:v', '1'], 'audio'],
    ['picture.webp', ['-an', '-frames:v', '1', '-c:v', 'libwebp'], 'image'],
  ])(
    'still reads %s',
    async (name, options, kind) => {
      await make(name, ...options);
      expect((await probe(name)).kind).toBe(kind);
    },
    60_000,
  );

  it('fails for a truncated file, or shows the available part', async () => {
    const whole = await readFile(`${MEDIA}background.mp4`);
    await writeFile(join(dir, 'short.mp4'), whole.subarray(0, whole.length / 2));
    const outcome = await probe('short.mp4').then(
      ({ kind }) => kind,
      ({ code }: { code: string }) => code,
    );
    expect(['video', 'MEDIA_INVALID']).toContain(outcome);
  });
});

/** A black PNG with one bit per pixel. Its decoded size is out of proportion to its file size. */
function bomb(width: number, height: number, rows = height): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const row = 1 + Math.ceil(Math.min(width, 2 ** 20) / 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(row * rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}
